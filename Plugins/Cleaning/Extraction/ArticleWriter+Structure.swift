import Copydesk

/// Numbers of lists, rows of tables.
extension ArticleWriter {
  /// Writes which item of its list it is: those that are left out count too.
  /// - Complexity: O(*n*) for all the items of a list together.
  mutating func insertNumber(of item: BlockPlace.Item) {
    let list = page.nodes[item.node].parent
    let last = numbers[list]
    var number = last?.number ?? 0
    var next = last.map { page.nextSibling(of: NodeID($0.item)) } ?? page.firstChild(of: NodeID(list))
    while let node = next {
      if page.tag(of: node) == .li { number += 1 }
      if node.index == item.node { break }
      next = page.nextSibling(of: node)
    }
    numbers[list] = (item.node, number)
    let start = page.extent(of: NodeID(item.node)).lowerBound
    builder.replace(Span(start, start), with: "\(number). ")
  }

  // MARK: Tables

  mutating func openRow(_ cell: BlockPlace.Cell) {
    closeRow()
    guard builder.count > 0 else { return }
    builder.insert(cell.table == lastCell?.table ? "\n" : "\n\n")
  }

  /// Goes on to a cell of the open row, over those in which nothing is written.
  mutating func nextCell(_ cell: BlockPlace.Cell) {
    // Two blocks of one cell, parted by line ends.
    if cell == lastCell { return builder.insert(" ") }
    let isSameRow = cell.row == lastCell?.row
    let last = isSameRow ? lastCell?.column ?? 0 : 0
    if style.isMarkdown, !isSameRow { builder.insert("| ") }
    for _ in last..<max(last, cell.column) { builder.insert(style.isMarkdown ? " | " : "\t") }
  }

  /// Ends the open row; in Markdown with its bars, and below the first of a table with the rule that makes it one.
  mutating func closeRow() {
    guard style.isMarkdown, let cell = lastCell else { return }
    builder.insert(" |")
    for _ in (cell.column + 1)..<cell.columns { builder.insert("  |") }
    guard cell.table != headedTable else { return }
    headedTable = cell.table
    builder.insert("\n|")
    for _ in 0..<cell.columns { builder.insert(" --- |") }
  }
}
