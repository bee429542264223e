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

  init(_ sequences: LabelledSequences, members: [Int], _ settings: SequenceTrainer.Settings) {
    let bits = settings.bits
    let shift = UInt32(32 - bits)
    let rare = RareFeatures(sequences, members: members, settings)
    var counts = [Int32](repeating: 0, count: 1 << bits)
    for member in members {
      for position in sequences.positions(member) {
        for index in sequences.range(position) where !rare.contains(sequences.hashes[index]) {
          counts[Int(sequences.hashes[index] >> shift)] += 1
        }
      }
    }
    var slots: [UInt32] = []
    for slot in counts.indices {
      if counts[slot] > 0, Int(counts[slot]) >= settings.minimumCount {
        counts[slot] = Int32(slots.count)
        slots.append(UInt32(slot))
      } else {
        counts[slot] = -1
      }
    }
    self.slots = slots
    numbers = sequences.hashes.map { rare.contains($0) ? -1 : counts[Int($0 >> shift)] }
  }
}

/// Which features were seen too seldom to be learnt from. Told by more bits of the hash than the model keeps, so that
/// many rare ones that share a slot do not pass for a frequent one.
private struct RareFeatures {
  private static let bits = 26
  private var counts: [UInt8] = []
  private let minimumCount: Int
  private let shift: UInt32

  init(_ sequences: LabelledSequences, members: [Int], _ settings: SequenceTrainer.Settings) {
    let bits = max(settings.bits, Self.bits)
    minimumCount = min(settings.minimumCount, 255)
    shift = UInt32(32 - bits)
    guard minimumCount > 1 else { return }
    counts = [UInt8](repeating: 0, count: 1 << bits)
    // In which sequence each was seen last.
    var last = settings.countsSequences ? [Int32](repeating: -1, count: 1 << bits) : []
    for member in members {
      for position in sequences.positions(member) {
        for index in sequences.range(position) {
          let slot = Int(sequences.hashes[index] >> shift)
          if settings.countsSequences {
            if last[slot] == Int32(member) { continue }
            last[slot] = Int32(member)
          }
          if counts[slot] < 255 { counts[slot] += 1 }
        }
      }
    }
  }

  func contains(_ hash: UInt32) -> Bool {
    minimumCount > 1 && Int(counts[Int(hash >> shift)]) < minimumCount
  }
}
