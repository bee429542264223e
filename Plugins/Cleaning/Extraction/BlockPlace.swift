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
    /// The row, and the table around it.
    var row: Int
    var table: Int
    /// Which column the cell stands in, from 0, and how many the row has.
    var column: Int
    var columns: Int
  }

  /// The list item around it.
  private(set) var item: Item?
  /// The cell that it is.
  private(set) var cell: Cell?
  /// Whether a quotation is around it.
  private(set) var isQuote = false
  /// The level of the heading; 0 for none.
  private(set) var heading = 0
  /// Whether white space in it counts.
  private(set) var isCode = false

  /// How far up is looked. What stands deeper in its list or table is set like a paragraph.
  private static let levels = 5
  /// How deep lists are told apart, and how far up the table of a row is looked for.
  private static let mostDepth = 12
  /// A row with more cells is no row of a table that anybody reads.
  private static let mostColumns = 100

  init(_ container: Int, in page: HTMLDocument) {
    let tag = page.nodes[container].tag
    isCode = tag == .pre
    if tag.isHeading { heading = Int(tag.rawValue - HTMLTag.h1.rawValue) + 1 }
    var index = container
    for _ in 0..<Self.levels where index >= 0 {
      let node = page.nodes[index]
      switch node.tag {
      case .li where item == nil && cell == nil: item = Self.item(index, page)
      case .tr where cell == nil && item == nil:
        // Tables that lay out a page have one cell a row, or paragraphs in their cells.
        if tag == .td || tag == .th { cell = Self.cell(container, in: index, page) }
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

  private static func cell(_ container: Int, in row: Int, _ page: HTMLDocument) -> Cell? {
    var columns = 0
    var column = 0
    for child in page.children(of: NodeID(row)) {
      let tag = page.tag(of: child)
      guard tag == .td || tag == .th else { continue }
      // A cell that holds much is a column of the page, not of a table.
      if page.nodes[child.index].subtreeEnd - child.rawValue > 12 { return nil }
      if child.index == container { column = columns }
      columns += 1
      guard columns <= mostColumns else { return nil }
    }
    guard columns > 1 else { return nil }
    var table = Int(page.nodes[row].parent)
    for _ in 0..<mostDepth where table >= 0 && page.nodes[table].tag != .table {
      table = Int(page.nodes[table].parent)
    }
    return Cell(row: row, table: table, column: column, columns: columns)
  }
}
