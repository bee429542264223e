/// A set of shingles that counts how many of another text's shingles it has.
///
/// Shingles are held by 32 bits of their hash. Of two texts of a thousand shingles each, one pair in 4,000 shares
/// such a hash by accident, and is then taken for 0.0005 more alike.
struct ShingleSet {
  private let slots: [UInt32]
  /// In which count each slot was last met, so that a shingle that stands twice counts once.
  private var seen: [UInt32] = []
  private var round: UInt32 = 0
  private let mask: Int
  /// How many different shingles there are.
  let count: Int

  /// - Complexity: O(*n*).
  init(_ shingles: [UInt32]) {
    var capacity = 16
    while capacity < shingles.count * 2 { capacity *= 2 }
    let mask = capacity - 1
    var count = 0
    var slots = [UInt32](repeating: 0, count: capacity)
    slots.withUnsafeMutableBufferPointer { slots in
      inserting: for shingle in shingles {
        let shingle = max(1, shingle)
        var slot = Int(shingle) & mask
        while slots[slot] != 0 {
          if slots[slot] == shingle { continue inserting }
          slot = (slot + 1) & mask
        }
        slots[slot] = shingle
        count += 1
      }
    }
    (self.slots, self.mask, self.count) = (slots, mask, count)
  }

  /// How many different shingles there are among `shingles`.
  static func distinctCount(_ shingles: [UInt32]) -> Int { ShingleSet(shingles).count }

  /// How many of the set's shingles are among `others`; each counts once.
  /// - Complexity: O(*others*).
  mutating func shared(with others: UnsafeBufferPointer<UInt32>) -> Int {
    if seen.isEmpty { seen = [UInt32](repeating: 0, count: slots.count) }
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
