/// How often each passage was seen: a hash table of eight bytes a slot, 56 bits of a passage's hash and a count up to
/// 255.
///
/// Two of a hundred million different passages share 56 bits with a chance of one in fourteen; then the rarer one may
/// count as the other.
public struct PassageCounts: Sendable {
  /// The greatest count.
  static let mostCounted = 255

  private var slots = [UInt64](repeating: 0, count: 1024)
  private(set) var count = 0

  /// Counts a passage.
  /// - Returns: how often it was seen before.
  /// - Complexity: O(1) amortised.
  mutating func add(_ hash: UInt64) -> Int {
    if count * 4 >= slots.count * 3 { grow() }
    let key = hash >> 8
    var slot = Self.home(key, slots.count)
    while slots[slot] != 0 {
      if slots[slot] >> 8 == key {
        let seen = Int(slots[slot] & 255)
        if seen < Self.mostCounted { slots[slot] += 1 }
        return seen
      }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    slots[slot] = key << 8 | 1
    count += 1
    return 0
  }

  private static func home(_ key: UInt64, _ size: Int) -> Int {
    Int((key << 8).multipliedFullWidth(by: UInt64(size)).high)
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count + old.count / 2)
    for value in old where value != 0 {
      var slot = Self.home(value >> 8, slots.count)
      while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
      slots[slot] = value
    }
  }
}
