import Copydesk

/// Which records have a tag: a table in memory, and behind it sorted runs on the disk for what the memory budget has no
/// room for.
///
/// - The answer for a tag is the latest ``TagTable/mostPerTag`` places, wherever they are: the budget changes what a
///   look-up costs, never what it finds.
/// - When the table has reached the budget it is written as a run (``TagRuns``).
struct TagIndex: Sendable {
  private var table = TagTable()
  private var behind: TagRuns
  /// What the runs leave of the budget for the table.
  private var tableBudget = 0
  /// A smaller table would be written again and again.
  private static let leastTable = 1 << 17

  /// - Parameters:
  ///   - budget: most bytes of memory.
  ///   - runs: what is there already.
  ///   - nextNumber: the number of the next run.
  ///   - makeFile: opens the file for a run of that number.
  init(
    budget: Int, runs: [TagRun] = [], nextNumber: Int = 0,
    makeFile: @escaping @Sendable (Int) throws -> (file: DiskFile, name: String)
  ) {
    behind = TagRuns(.places, budget: budget, runs: runs, nextNumber: nextNumber, makeFile: makeFile)
    tableBudget = max(Self.leastTable, budget - behind.memory)
  }

  /// Earlier ones first.
  var runs: [TagRun] { behind.runs }
  /// The bytes of memory it takes.
  var memory: Int { table.bytes + behind.memory }
  /// The number of the next run.
  var followingNumber: Int { behind.nextNumber }

  /// Has the memory fetched that a look-up or an insertion of the tag begins with.
  func fetchAhead(_ tag: UInt32) { table.fetchAhead(tag) }

  /// Appends the places that have the tag, at most ``TagTable/mostPerTag``.
  func places(of tag: UInt32, into places: inout [UInt32]) throws {
    guard !behind.isEmpty else { return table.places(of: tag, into: &places) }
    var found: [UInt32] = []
    table.places(of: tag, into: &found)
    for run in behind.runs.reversed() where found.count < TagTable.mostPerTag {
      try run.places(of: tag, into: &found)
    }
    if found.count > TagTable.mostPerTag { found = Array(found.sorted().suffix(TagTable.mostPerTag)) }
    places += found
  }

  /// Adds an entry.
  mutating func insert(_ tag: UInt32, _ place: UInt32) throws {
    table.insert(tag, place)
    if table.bytes > tableBudget { try spill() }
  }

  /// Writes what is in memory as a run.
  mutating func spill() throws {
    guard table.count > 0 else { return }
    try behind.add(most: table.count) { writer in
      try table.forEachSorted { entries in for entry in entries { try writer.append(entry) } }
    }
    table = TagTable()
    try behind.settle()
    tableBudget = max(Self.leastTable, behind.budget - behind.memory)
  }
}
