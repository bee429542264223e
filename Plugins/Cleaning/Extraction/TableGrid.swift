/// Where the cells of a table stand when it is shown: cells that reach over several rows and columns move the others.
///
/// - SeeAlso: HTML Standard, 4.9.12, "Forming a table"
struct TableGrid {
  /// How many columns the table has.
  private(set) var columns = 0
  private var places: [Int: Int] = [:]

  /// A table with more columns is none that anybody reads, and a cell reaches over no more rows.
  private static let mostColumns = 100
  private static let mostRows = 1_000

  /// - Parameter table: the `table`; its rows may stand in groups, those of tables inside of it are not its own.
  /// - Complexity: O(nodes of the table), and rows times columns that cells reach over.
  init(_ table: Int, in page: HTMLDocument) {
    // How many more rows each column is taken for by a cell above.
    var taken: [Int] = []
    var index = table + 1
    let end = Int(page.nodes[table].subtreeEnd)
    while index < end {
      let tag = page.nodes[index].tag
      if page.nodes[index].kind == .element, tag == .table {
        index = Int(page.nodes[index].subtreeEnd)
        continue
      }
      if page.nodes[index].kind == .element, tag == .tr { addRow(NodeID(index), of: page, &taken) }
      index += 1
    }
  }

  private mutating func addRow(_ row: NodeID, of page: HTMLDocument, _ taken: inout [Int]) {
    for column in taken.indices { taken[column] = max(0, taken[column] - 1) }
    var column = 0
    for cell in page.children(of: row) where page.tag(of: cell) == .td || page.tag(of: cell) == .th {
      while column < taken.count, taken[column] > 0 { column += 1 }
      guard column < Self.mostColumns else { return }
      places[cell.index] = column
      let width = min(Self.number("colspan", of: cell, page), Self.mostColumns - column)
      let height = min(Self.number("rowspan", of: cell, page), Self.mostRows)
      for _ in 0..<width {
        if column == taken.count { taken.append(0) }
        taken[column] = height
        column += 1
      }
      columns = max(columns, column)
    }
  }

  private static func number(_ name: String, of cell: NodeID, _ page: HTMLDocument) -> Int {
    max(1, page.attribute(name, of: cell).flatMap { Int($0) } ?? 1)
  }

  /// The column in which a cell begins, from 0; nil for one that is not of the table.
  func column(of cell: Int) -> Int? { places[cell] }
}
