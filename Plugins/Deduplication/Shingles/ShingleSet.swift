/// A set of shingles that counts how many of another text's shingles it has.
///
/// Shingles are held by 32 bits of their hash. Of two texts of a thousand shingles each, one pair in 4,000 shares
/// such a hash by accident, and is then taken for 0.0005 more alike.
struct ShingleSet {
  private var slots: [UInt32]
  /// In which count each slot was last met, so that a shingle that stands twice counts once.
  private var seen: [UInt32]
  private var round: UInt32 = 0
  private let mask: Int
  /// How many different shingles there are.
  private(set) var count = 0

  /// - Complexity: O(*n*).
  init(_ shingles: [UInt32]) {
    var capacity = 16
    while capacity < shingles.count * 2 { capacity *= 2 }
    slots = [UInt32](repeating: 0, count: capacity)
    seen = slots
    mask = capacity - 1
    for shingle in shingles { insert(shingle) }
  }

  /// How many different shingles there are among `shingles`.
  static func distinctCount(_ shingles: [UInt32]) -> Int { ShingleSet(shingles).count }

  private mutating func insert(_ shingle: UInt32) {
    let shingle = max(1, shingle)
    var slot = Int(shingle) & mask
    while slots[slot] != 0 {
      if slots[slot] == shingle { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = shingle
    count += 1
  }

  /// How many of the set's shingles are among `others`; each counts once.
  /// - Complexity: O(*others*).
  mutating func shared(with others: UnsafeBufferPointer<UInt32>) -> Int {
    round += 1
    var shared = 0
    for other in others {
      let shingle = max(1, other)
      var slot = Int(shingle) & mask
      while slots[slot] != 0 {
        if slots[slot] == shingle {
          if seen[slot] != round {
            seen[slot] = round
            shared += 1
          }
          break
        }
        slot = (slot + 1) & mask
      }
    }
    return shared
  }
}
