import Copydesk

/// Writes the features of one position after the other, one kind after the other, into memory that stays where it is.
struct FeatureWriter {
  private let room: UnsafeMutableBufferPointer<UInt32>
  private var count = 0
  /// The kind of the next feature.
  private(set) var template: UInt32 = 0

  /// More than any block or line has: a few names of a dozen elements, a dozen words, and what is there once.
  private static let mostFeatures = 1_024

  /// Lends a writer.
  static func with<Result>(_ body: (inout FeatureWriter) throws -> Result) rethrows -> Result {
    try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: mostFeatures) { room in
      var writer = FeatureWriter(room: room)
      return try body(&writer)
    }
  }

  private init(room: UnsafeMutableBufferPointer<UInt32>) { self.room = room }

  /// The features of the position.
  var features: UnsafeBufferPointer<UInt32> { UnsafeBufferPointer(rebasing: room[..<count]) }

  /// Starts a position: what was written of the one before is gone.
  mutating func start() {
    count = 0
    template = 0
  }

  /// Adds a feature of the next kind.
  @inline(__always)
  mutating func add(_ value: UInt64) {
    put(template, value)
    template &+= 1
  }

  /// Adds a feature of the next kind that is the conjunction of two values.
  @inline(__always)
  mutating func add(_ first: UInt64, _ second: UInt64) {
    put(template, first, second)
    template &+= 1
  }

  /// Adds what the two positions before and after one look like, and the next ones of both sides beside it.
  /// - Parameter sketch: what a position looks like; asked for positions before the first and behind the last, too.
  @inline(__always)
  mutating func addSketches(around index: Int, _ sketch: (Int) -> UInt64) {
    add(sketch(index - 1))
    add(sketch(index + 1))
    add(sketch(index - 2))
    add(sketch(index + 2))
    add(sketch(index - 1), sketch(index))
    add(sketch(index), sketch(index + 1))
  }

  /// Adds a feature of some kind, of which a position may have many.
  @inline(__always)
  mutating func put(_ template: UInt32, _ value: UInt64) { put(FeatureSequence.hash(template, value)) }

  /// Adds a feature of some kind that is the conjunction of two values.
  @inline(__always)
  mutating func put(_ template: UInt32, _ first: UInt64, _ second: UInt64) {
    put(FeatureSequence.hash(template, first, second))
  }

  @inline(__always)
  private mutating func put(_ hash: UInt32) {
    precondition(count < room.count, "a position has more features than any was thought to have")
    room[count] = hash
    count &+= 1
  }

  /// Leaves out some kinds.
  mutating func skip(_ count: UInt32) { template &+= count }

  /// Goes on with this kind.
  mutating func go(to template: UInt32) { self.template = template }

  /// The features of some positions as one sequence, to learn from.
  static func sequence(_ count: Int, _ describe: (Int, inout FeatureWriter) -> Void) -> FeatureSequence {
    var sequence = FeatureSequence()
    with { writer in
      for position in 0..<count {
        describe(position, &writer)
        for feature in writer.features { sequence.add(hash: feature) }
        sequence.endPosition()
      }
    }
    return sequence
  }

  /// Finds how probable a label is at each position, from one description after the other: no sequence of features is
  /// put together.
  static func probabilities(
    _ count: Int, of label: BlockLabel, by model: SequenceModel, _ workspace: inout SequenceModel.Workspace,
    _ describe: (Int, inout FeatureWriter) -> Void
  ) -> [Double] {
    if let scorer = model.scorer {
      workspace.startSequence(reserving: count, labels: model.labels.count)
      with { writer in
        for position in 0..<count {
          describe(position, &writer)
          scorer.addPosition(writer.features, in: &workspace)
        }
      }
      model.probabilities(in: &workspace)
    } else {
      model.probabilities(sequence(count, describe), in: &workspace)
    }
    return (0..<count).map { workspace.probability(Int(label.rawValue), at: $0) }
  }
}
