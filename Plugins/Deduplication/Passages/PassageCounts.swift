/// How often each passage was seen: a hash table of eight bytes a slot, 56 bits of a passage's hash and a count up to
/// 255, and behind it sorted runs on the disk for what the memory budget has no room for.
///
/// - The budget changes what a look-up costs, never what it finds: a passage that comes again after its count went to the
///   disk gets it back, and the count in memory is the one that holds.
/// - Two of a hundred million different passages share 56 bits with a chance of one in fourteen; then the rarer one may
///   count as the other.
public struct PassageCounts: Sendable {
  /// The greatest count.
  static let mostCounted = 255
  /// A smaller table would be written again and again.
  private static let leastSlots = 1 << 14

  /// Room behind the last home for those that find theirs taken: a probe never goes back to the first slot, so that the
  /// order of the slots is nearly that of the keys.
  private static let tail = 1 << 10

  private var slots: [UInt64]
  /// How many homes there are.
  private var size = 1024
  /// How many passages are in memory.
  private(set) var count = 0
  private var behind: TagRuns
  /// How many slots the budget has room for.
  private var mostSlots: Int
  private var found: [UInt32] = []

  /// Nothing seen yet.
  /// - Parameter budget: most bytes of memory.
  init(budget: Int = .max) {
    slots = [UInt64](repeating: 0, count: size + Self.tail)
    behind = TagRuns(.counts, budget: budget)
    // Where the table grows by half, the old one stands beside the new.
    mostSlots = max(Self.leastSlots, budget / 40 * 3)
  }

  /// The bytes of memory it takes.
  var memory: Int { slots.count * 8 + behind.memory }
  /// How many runs are on the disk.
  var runs: Int { behind.runs.count }

  /// Counts a passage.
  /// - Returns: how often it was seen before.
  /// - Throws: ``CopydeskError`` where the disk fails.
  /// - Complexity: O(1) amortised in memory; past the budget also a look at a page of each run that may have it.
  mutating func add(_ hash: UInt64) throws -> Int {
    if count * 4 >= size * 3 { try makeRoom() }
    let key = hash >> 8
    var slot = Self.home(key, size)
    while slot < slots.count, slots[slot] != 0 {
      if slots[slot] >> 8 == key {
        let seen = Int(slots[slot] & 255)
        if seen < Self.mostCounted { slots[slot] += 1 }
        return seen
      }
      slot += 1
    }
    guard slot < slots.count else {
      try makeRoom()
      return try add(hash)
    }
    let seen = try countBehind(key)
    slots[slot] = key << 8 | UInt64(min(seen + 1, Self.mostCounted))
    count += 1
    return seen
  }

  /// The count of the latest run that has the passage.
  private mutating func countBehind(_ key: UInt64) throws -> Int {
    for run in behind.runs.reversed() {
      found.removeAll(keepingCapacity: true)
      try run.places(of: UInt32(truncatingIfNeeded: key >> 24), into: &found)
      let low = UInt32(truncatingIfNeeded: key & 0xFF_FFFF)
      if let place = found.first(where: { $0 >> 8 == low }) { return Int(place & 255) }
    }
    return 0
  }

  private static func home(_ key: UInt64, _ size: Int) -> Int {
    Int((key << 8).multipliedFullWidth(by: UInt64(size)).high)
  }

  private mutating func makeRoom() throws {
    if size < mostSlots { grow() } else { try spill() }
  }

  private mutating func grow() {
    let old = slots
    size = min(mostSlots, size + size / 2)
    var tail = Self.tail
    repeat {
      slots = [UInt64](repeating: 0, count: size + tail)
      tail *= 2
    } while !fill(with: old)
  }

  /// False where the slots from an entry's home to the end are full.
  private mutating func fill(with entries: [UInt64]) -> Bool {
    for value in entries where value != 0 {
      var slot = Self.home(value >> 8, size)
      while slot < slots.count, slots[slot] != 0 { slot += 1 }
      guard slot < slots.count else { return false }
      slots[slot] = value
    }
    return true
  }

  /// Writes what is in memory as a run.
  private mutating func spill() throws {
    Self.sort(&slots)
    try behind.add(most: count) { [slots] writer in
      for value in slots where value != 0 { try writer.append(value) }
    }
    slots = []
    count = 0
    try behind.settle()
    size = max(Self.leastSlots, (behind.budget - behind.memory) / 8 - Self.tail)
    mostSlots = size
    slots = [UInt64](repeating: 0, count: size + Self.tail)
  }

  /// Sorts what stands together. Between free slots the order is that of the keys already.
  private static func sort(_ slots: inout [UInt64]) {
    var start = 0
    while start < slots.count {
      guard slots[start] != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < slots.count, slots[end] != 0 { end += 1 }
      slots[start..<end].sort()
      start = end
    }
  }
}
