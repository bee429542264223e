/// What a block is a part of, as far as it is written otherwise for it.
struct BlockPlace {
  /// An item of a list.
  struct Item: Equatable {
    /// The `li`.
    var node: Int
    /// The outermost list that it is in.
    var list: Int
    /// How many lists are around its own: 0 for an item of the outermost.
    var depth = 0
    /// Whether its list is numbered.
    var isOrdered = false
  }

  /// A cell of a table that has several columns.
  struct Cell: Equatable {
    /// The `td` or `th`.
    var node: Int
    /// The row, and the table around it; -1 where there is none.
    var row: Int
    var table: Int
    /// Which of the row's cells it is, from 0, and how many there are.
    var column: Int
    var columns: Int
  }

  /// The list item around it.
  private(set) var item: Item?
  /// The cell that it is.
  var cell: Cell?
  /// Whether a quotation is around it.
  private(set) var isQuote = false
  /// The level of the heading; 0 for none.
  private(set) var heading = 0
  /// Whether white space in it counts.
  private(set) var isCode = false

  /// How far up a small cell may be of what is set in it.
  private static let levelsInCell = 3
  /// How far up is looked. What stands deeper in its list or table is set like a paragraph.
  private static let levels = 5
  /// How deep lists are told apart, and how far up the table of a row is looked for.
  private static let mostDepth = 12
  /// What has more nodes is no cell of a table that anybody reads, but a column of the page.
  private static let mostNodes = 12
  /// A row with more cells is no row of a table that anybody reads.
  private static let mostColumns = 100

  init(_ container: Int, in page: HTMLDocument) {
    let tag = page.nodes[container].tag
    isCode = tag == .pre
    if tag.isHeading { heading = Int(tag.rawValue - HTMLTag.h1.rawValue) + 1 }
    cell = Self.cell(around: container, page)
    var index = container
    for _ in 0..<Self.levels where index >= 0 {
      let node = page.nodes[index]
      switch node.tag {
      case .li where item == nil && cell == nil: item = Self.item(index, page)
      case .blockquote: isQuote = true
      default: break
      }
      index = Int(node.parent)
    }
  }

  private static func item(_ node: Int, _ page: HTMLDocument) -> Item {
    let list = Int(page.nodes[node].parent)
    var item = Item(node: node, list: list)
    item.isOrdered = list >= 0 && page.nodes[list].tag == .ol
    while item.depth < mostDepth, item.list >= 0 {
      let parent = Int(page.nodes[item.list].parent)
      guard parent >= 0 else { break }
      // A list inside an item, or, as many pages have it, right inside a list.
      let outer = page.nodes[parent].tag == .li ? Int(page.nodes[parent].parent) : parent
      guard outer >= 0, page.nodes[outer].tag == .ul || page.nodes[outer].tag == .ol else { break }
      item.list = outer
      item.depth += 1
    }
    return item
  }

  /// The small cell that a block is, or stands in: of a table's cell each line may be a paragraph or an item.
  private static func cell(around container: Int, _ page: HTMLDocument) -> Cell? {
    var index = container
    for _ in 0...levelsInCell where index >= 0 {
      let parent = Int(page.nodes[index].parent)
      switch page.nodes[index].tag {
      case .td, .th:
        guard parent >= 0, page.nodes[parent].tag == .tr, index == container || isShort(index, page) else {
          return nil
        }
        return cell(index, in: parent, page)
      case .p, .div, .ul, .ol, .li: index = parent
      default: return nil
      }
    }
    return nil
  }

  /// Paragraphs of more are those of a page that a table lays out.
  private static let mostBytesOfLines = 120

  private static func isShort(_ cell: Int, _ page: HTMLDocument) -> Bool {
    let end = Int(page.nodes[cell].subtreeEnd)
    guard end - cell <= mostNodes else { return false }
    var bytes = 0
    for node in cell..<end where page.nodes[node].kind == .text { bytes += page.nodes[node].range.count }
    return bytes <= mostBytesOfLines
  }

  /// Tables that lay out a page have one cell a row, or cells that hold much.
  private static func cell(_ container: Int, in row: Int, _ page: HTMLDocument) -> Cell? {
    var columns = 0
    var column = 0
    for child in page.children(of: NodeID(row)) {
      let tag = page.tag(of: child)
      guard tag == .td || tag == .th else { continue }
      // A cell that holds much is a column of the page, not of a table.
      if Int(page.nodes[child.index].subtreeEnd) - child.index > mostNodes { return nil }
      if child.index == container { column = columns }
      columns += 1
      guard columns <= mostColumns else { return nil }
    }
    guard columns > 1 || page.hasAttribute("colspan", of: NodeID(container)) else { return nil }
    var table = Int(page.nodes[row].parent)
    for _ in 0..<mostDepth where table >= 0 && page.nodes[table].tag != .table {
      table = Int(page.nodes[table].parent)
    }
    return Cell(node: container, row: row, table: table, column: column, columns: columns)
  }
}
