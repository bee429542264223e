import Copydesk

/// Numbers of lists, rows of tables.
extension ArticleWriter {
  /// Writes which item of its list it is: those that are left out count too, and the page may say where to begin.
  /// - Complexity: O(*n*) for all the items of a list together.
  mutating func insertNumber(of item: BlockPlace.Item) {
    let list = page.nodes[item.node].parent
    let last = numbers[list]
    let step = page.hasAttribute("reversed", of: NodeID(list)) ? -1 : 1
    var number = last?.number ?? firstNumber(of: NodeID(list), step) - step
    var next = last.map { page.nextSibling(of: NodeID($0.item)) } ?? page.firstChild(of: NodeID(list))
    while let node = next {
      if page.tag(of: node) == .li { number = self.number("value", of: node) ?? number + step }
      if node.index == item.node { break }
      next = page.nextSibling(of: node)
    }
    numbers[list] = (item.node, number)
    let start = page.extent(of: NodeID(item.node)).lowerBound
    // Markdown knows no number below nought.
    builder.replace(Span(start, start), with: "\(max(0, number)). ")
  }

  private func firstNumber(of list: NodeID, _ step: Int) -> Int {
    if let start = number("start", of: list) { return start }
    return step > 0 ? 1 : page.children(of: list).count { page.tag(of: $0) == .li }
  }

  /// A number that an attribute gives, of no more digits than Markdown takes.
  private func number(_ name: String, of node: NodeID) -> Int? {
    page.attribute(name, of: node).flatMap { Int($0) }.flatMap { abs($0) < 1_000_000_000 ? $0 : nil }
  }

  // MARK: Tables

  /// A cell where it stands when the table is shown, and the width of the whole table.
  mutating func placed(_ cell: BlockPlace.Cell) -> BlockPlace.Cell {
    guard cell.table >= 0 else { return cell }
    let grid = grids[cell.table] ?? TableGrid(cell.table, in: page)
    grids[cell.table] = grid
    var placed = cell
    if let column = grid.column(of: cell.node) { (placed.column, placed.columns) = (column, grid.columns) }
    return placed
  }

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
    for _ in (cell.column + 1)..<max(cell.column + 1, cell.columns) { builder.insert("  |") }
    guard cell.table != headedTable else { return }
    headedTable = cell.table
    builder.insert("\n|")
    for _ in 0..<cell.columns { builder.insert(" --- |") }
  }
}
