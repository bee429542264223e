/// The sequences to learn from, in flat arrays.
struct LabelledSequences: Sendable {
  private(set) var hashes: [UInt32] = []
  /// Where the hashes of a position end.
  private(set) var ends: [Int] = []
  /// The labels that a position may have, a bit each.
  private(set) var allowed: [UInt64] = []
  private var starts: [Int] = [0]
  private(set) var weights: [Float] = []

  var count: Int { weights.count }

  mutating func append(_ features: FeatureSequence, allowed masks: [UInt64], weight: Float) {
    let offset = hashes.count
    hashes.append(contentsOf: features.hashes)
    ends.append(contentsOf: features.ends.map { offset + Int($0) })
    allowed.append(contentsOf: masks)
    starts.append(ends.count)
    weights.append(weight)
  }

  /// The positions of a sequence.
  func positions(_ sequence: Int) -> Range<Int> { starts[sequence]..<starts[sequence + 1] }

  /// The hashes of a position.
  func range(_ position: Int) -> Range<Int> { (position == 0 ? 0 : ends[position - 1])..<ends[position] }
}

/// Numbers the features of the sequences that are learnt from, so that weights lie close together.
struct FeatureTable {
  /// The slot of each feature, ascending.
  let slots: [UInt32]
  /// For each hash of the sequences the number of its feature, or -1 where it has none.
  let numbers: [Int32]

  init(_ sequences: LabelledSequences, members: [Int], bits: Int, minimumCount: Int) {
    let shift = UInt32(32 - bits)
    // In how many sequences each was seen, and in which last.
    var counts = [Int32](repeating: 0, count: 1 << bits)
    var last = [Int32](repeating: -1, count: 1 << bits)
    for member in members {
      for position in sequences.positions(member) {
        for index in sequences.range(position) {
          let slot = Int(sequences.hashes[index] >> shift)
          if last[slot] != Int32(member) {
            last[slot] = Int32(member)
            counts[slot] += 1
          }
        }
      }
    }
    var slots: [UInt32] = []
    for slot in counts.indices {
      if counts[slot] > 0, Int(counts[slot]) >= minimumCount {
        counts[slot] = Int32(slots.count)
        slots.append(UInt32(slot))
      } else {
        counts[slot] = -1
      }
    }
    self.slots = slots
    numbers = sequences.hashes.map { counts[Int($0 >> shift)] }
  }
}
