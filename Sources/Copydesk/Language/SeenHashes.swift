/// Which hashes were seen: an open table of 10 to 12.5 bytes a hash. Two things of one hash are one; 0 and 1 are as well.
///
/// It is cut into shards by the highest bits of a hash. A shard grows by a quarter when four fifths of it are full, and not
/// all grow at once: unlike a `Set`, which doubles, it never stands in memory twice.
public struct SeenHashes: Sendable {
  private static let shardBits = 6

  private struct Shard {
    var slots: [UInt64] = []
    var count = 0
  }

  private var shards = [Shard](repeating: Shard(), count: 1 << shardBits)
  /// How many were seen.
  public private(set) var count = 0

  /// Nothing seen yet.
  public init() {}

  /// The bytes that it takes.
  public var memory: Int { shards.reduce(0) { $0 + $1.slots.count * 8 } }

  /// Whether the hash was seen.
  /// - Complexity: O(1) expected.
  public func contains(_ hash: UInt64) -> Bool {
    let key = max(1, hash)
    let shard = shards[Self.shard(of: key)]
    return !shard.slots.isEmpty && shard.slots[Self.slot(of: key, in: shard.slots)] != 0
  }

  /// Takes down that the hash was seen.
  /// - Returns: whether it had not been before.
  /// - Complexity: O(1) amortised.
  public mutating func insert(_ hash: UInt64) -> Bool {
    let key = max(1, hash)
    let index = Self.shard(of: key)
    if shards[index].count * 5 >= shards[index].slots.count * 4 { grow(index) }
    let slot = Self.slot(of: key, in: shards[index].slots)
    guard shards[index].slots[slot] == 0 else { return false }
    shards[index].slots[slot] = key
    shards[index].count += 1
    count += 1
    return true
  }

  private static func shard(of key: UInt64) -> Int { Int(key >> (64 - UInt64(shardBits))) }

  /// The slot that has the key, or that it would have.
  private static func slot(of key: UInt64, in slots: [UInt64]) -> Int {
    var slot = Int((key << UInt64(shardBits)).multipliedFullWidth(by: UInt64(slots.count)).high)
    while slots[slot] != 0, slots[slot] != key { slot = slot + 1 == slots.count ? 0 : slot + 1 }
    return slot
  }

  private mutating func grow(_ index: Int) {
    let old = shards[index].slots
    // Equally full they would all grow at the same moment; different first sizes spread that out.
    let size = old.isEmpty ? 16 + index % 16 : old.count + max(8, old.count / 4)
    shards[index].slots = [UInt64](repeating: 0, count: size)
    for key in old where key != 0 {
      shards[index].slots[Self.slot(of: key, in: shards[index].slots)] = key
    }
  }
}
