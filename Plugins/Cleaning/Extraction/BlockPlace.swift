/// What a block is a part of, as far as it is written otherwise for it.
struct BlockPlace {
  /// The list item around it.
  private(set) var item: Int?
  /// Whether the list is numbered.
  private(set) var isOrdered = false
  /// The row of the table around it, of a table that has several columns.
  private(set) var row: Int?
  /// Whether a quotation is around it.
  private(set) var isQuote = false
  /// The level of the heading; 0 for none.
  private(set) var heading = 0
  /// Whether white space in it counts.
  private(set) var isCode = false

  /// How far up is looked. What stands deeper in its list or table is set like a paragraph.
  private static let levels = 5

  init(_ container: Int, in page: HTMLDocument) {
    let tag = page.nodes[container].tag
    isCode = tag == .pre
    if tag.isHeading { heading = Int(tag.rawValue - HTMLTag.h1.rawValue) + 1 }
    var index = container
    for _ in 0..<Self.levels where index >= 0 {
      let node = page.nodes[index]
      switch node.tag {
      case .li where item == nil && row == nil:
        item = index
        isOrdered = node.parent >= 0 && page.nodes[Int(node.parent)].tag == .ol
      case .tr where row == nil && item == nil:
        // Tables that lay out a page have one cell a row, or paragraphs in their cells.
        if tag == .td || tag == .th, Self.cells(index, page) > 1 { row = index }
      case .blockquote: isQuote = true
      default: break
      }
      index = Int(node.parent)
    }
  }

  private static func cells(_ row: Int, _ page: HTMLDocument) -> Int {
    var cells = 0
    for child in page.children(of: NodeID(row)) {
      let tag = page.tag(of: child)
      guard tag == .td || tag == .th else { continue }
      // A cell that holds much is a column of the page, not of a table.
      if page.nodes[child.index].subtreeEnd - child.rawValue > 12 { return 0 }
      cells += 1
    }
    return cells
  }
}
