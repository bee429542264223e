import Copydesk

/// The sorted runs on the disk behind a table in memory that its budget has no more room for, earlier ones first.
///
/// A run that is not twice as long as the one after it is merged with it, so that there are O(log *n*) runs and each entry
/// is copied O(log *n*) times.
struct TagRuns: Sendable {
  /// What the entries are.
  enum Kind: Sendable {
    /// A tag of 32 bits and a place: of one tag the latest ``TagTable/mostPerTag`` are kept.
    case places
    /// A key of 56 bits and a count: of one key the greatest count, which is the later one, is kept.
    case counts
  }

  private(set) var runs: [TagRun]
  private let kind: Kind
  /// Most bytes of memory of table and runs.
  let budget: Int
  private let makeFile: @Sendable (Int) throws -> (file: DiskFile, name: String)
  /// The number of the next run.
  private(set) var nextNumber: Int

  /// - Parameters:
  ///   - kind: what the entries are.
  ///   - budget: most bytes of memory that they and the table in front of them may take.
  ///   - runs: what is there already.
  ///   - nextNumber: the number of the next run.
  ///   - makeFile: opens the file for a run of that number.
  init(
    _ kind: Kind, budget: Int, runs: [TagRun] = [], nextNumber: Int = 0,
    makeFile: @escaping @Sendable (Int) throws -> (file: DiskFile, name: String) = { _ in
      (try .temporary(), "")
    }
  ) {
    self.kind = kind
    self.budget = budget
    self.runs = runs
    self.nextNumber = nextNumber
    self.makeFile = makeFile
    limitFilters()
  }

  var isEmpty: Bool { runs.isEmpty }
  /// The bytes of memory they take.
  var memory: Int { runs.reduce(0) { $0 + $1.memory } }

  /// Writes a run.
  /// - Parameters:
  ///   - most: how many entries it has at most.
  ///   - entries: hands them to the writer, in order.
  mutating func add(most: Int, _ entries: (inout TagRun.Writer) throws -> Void) throws {
    var writer = try newWriter(most: most)
    try entries(&writer)
    runs.append(try writer.finish())
  }

  /// Merges runs where that is due. What the table took should be free by now.
  mutating func settle() throws {
    while runs.count >= 2, runs[runs.count - 2].count < 2 * runs[runs.count - 1].count { try mergeLastTwo() }
    limitFilters()
  }

  /// Keeps the filters that half of the budget has room for, those of the smallest runs first.
  private mutating func limitFilters() {
    var left = budget / 2
    for index in runs.indices.sorted(by: { runs[$0].count < runs[$1].count }) {
      left -= runs[index].filterMemory
      if left < 0 { runs[index].dropFilter() }
    }
  }

  private mutating func newWriter(most: Int) throws -> TagRun.Writer {
    let (file, name) = try makeFile(nextNumber)
    nextNumber += 1
    return TagRun.Writer(
      file, name: name, most: most, mostPerTag: kind == .places ? TagTable.mostPerTag : .max,
      filterBytes: budget / 2)
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
        left = try earlier.next()
        // The same key with a greater count follows.
        if kind == .counts, let right, right >> 8 == value >> 8 { continue }
        try writer.append(value)
      } else if let value = right {
        right = try later.next()
        // The same count comes from both where it can grow no more.
        if kind == .counts, left == value { left = try earlier.next() }
        try writer.append(value)
      }
    }
    runs.removeLast(2)
    runs.append(try writer.finish())
  }
}
