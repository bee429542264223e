import Copydesk

/// Which records have a tag: a table in memory, and behind it sorted runs on the disk for what the memory budget has no
/// room for.
///
/// - The answer for a tag is the latest ``TagTable/mostPerTag`` places, wherever they are: the budget changes what a
///   look-up costs, never what it finds.
/// - When the table has reached the budget it is written as a run. A run that is not twice as long as the one after it
///   is merged with it, so that there are O(log *n*) runs and each entry is copied O(log *n*) times.
struct TagIndex: Sendable {
  private var table = TagTable()
  /// Earlier ones first.
  private(set) var runs: [TagRun]
  private let budget: Int
  /// What the runs leave of it for the table.
  private var tableBudget: Int
  /// A smaller table would be written again and again.
  private static let leastTable = 1 << 17
  private let makeFile: @Sendable (Int) throws -> (file: DiskFile, name: String)
  private var nextNumber: Int

  /// - Parameters:
  ///   - budget: most bytes of memory.
  ///   - runs: what is there already.
  ///   - nextNumber: the number of the next run.
  ///   - makeFile: opens the file for a run of that number.
  init(
    budget: Int, runs: [TagRun] = [], nextNumber: Int = 0,
    makeFile: @escaping @Sendable (Int) throws -> (file: DiskFile, name: String)
  ) {
    self.budget = budget
    self.runs = runs
    Self.limitFilters(&self.runs, to: budget / 2)
    self.nextNumber = nextNumber
    self.makeFile = makeFile
    tableBudget = max(Self.leastTable, budget - self.runs.reduce(0) { $0 + $1.memory })
  }

  /// Keeps the filters that half of the budget has room for, those of the smallest runs first.
  private static func limitFilters(_ runs: inout [TagRun], to bytes: Int) {
    var left = bytes
    for index in runs.indices.sorted(by: { runs[$0].count < runs[$1].count }) {
      left -= runs[index].filterMemory
      if left < 0 { runs[index].dropFilter() }
    }
  }

  /// The bytes of memory it takes.
  var memory: Int { table.bytes + runs.reduce(0) { $0 + $1.memory } }

  /// The number of the next run.
  var followingNumber: Int { nextNumber }

  /// Appends the places that have the tag, at most ``TagTable/mostPerTag``.
  func places(of tag: UInt32, into places: inout [UInt32]) throws {
    guard !runs.isEmpty else { return table.places(of: tag, into: &places) }
    var found: [UInt32] = []
    table.places(of: tag, into: &found)
    for run in runs.reversed() where found.count < TagTable.mostPerTag {
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
    var writer = try newWriter(most: table.count)
    try table.forEachSorted { entries in for entry in entries { try writer.append(entry) } }
    runs.append(try writer.finish())
    table = TagTable()
    while runs.count >= 2, runs[runs.count - 2].count < 2 * runs[runs.count - 1].count { try mergeLastTwo() }
    Self.limitFilters(&runs, to: budget / 2)
    tableBudget = max(Self.leastTable, budget - runs.reduce(0) { $0 + $1.memory })
  }

  private mutating func newWriter(most: Int) throws -> TagRun.Writer {
    let (file, name) = try makeFile(nextNumber)
    nextNumber += 1
    return TagRun.Writer(file, name: name, most: most, filterBytes: budget / 2)
  }

  private mutating func mergeLastTwo() throws {
    // They are read from end to end, and their filters would stand beside that of the new one.
    for index in runs.indices.suffix(2) { runs[index].dropFilter() }
    var writer = try newWriter(most: runs.suffix(2).reduce(0) { $0 + $1.count })
    var earlier = TagRun.Reader(runs[runs.count - 2])
    var later = TagRun.Reader(runs[runs.count - 1])
    var (left, right) = (try earlier.next(), try later.next())
    while left != nil || right != nil {
      if let value = left, value < right ?? .max {
        try writer.append(value)
        left = try earlier.next()
      } else if let value = right {
        try writer.append(value)
        right = try later.next()
      }
    }
    runs.removeLast(2)
    runs.append(try writer.finish())
  }
}
