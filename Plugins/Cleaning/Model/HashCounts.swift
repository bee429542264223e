/// Counts hashes: a table of fixed size, open addressing.
struct HashCounts {
  private var slots: [UInt64]
  private var counts: [Int32]
  private var used = 0
  private let mask: Int

  /// - Parameter capacity: how many different hashes there may be.
  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    counts = [Int32](repeating: 0, count: size)
    mask = size - 1
  }

  /// Where the hash is, or would be.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
    while slots[slot] != hash, slots[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// Counts a hash. Half a table of them is all it takes, so that there is always a way out of a search.
  mutating func add(_ hash: UInt64) {
    let hash = hash | 1
    let slot = slot(of: hash)
    if slots[slot] == 0 {
      guard used * 2 < slots.count else { return }
      slots[slot] = hash
      used += 1
    }
    counts[slot] += 1
  }

  /// How often the hash was added.
  subscript(hash: UInt64) -> Int32 { counts[slot(of: hash | 1)] }
}
