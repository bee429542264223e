import Copydesk

/// A tag and the place of the record that has it, in eight bytes: the tag above, so that the order of the numbers is
/// that of the tags. No place is 0.
struct TagEntry: Sendable {
  var rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ tag: UInt32, _ place: UInt32) { rawValue = UInt64(tag) << 32 | UInt64(place) }

  var tag: UInt32 { UInt32(truncatingIfNeeded: rawValue >> 32) }
  var place: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
}

/// Which records have a tag, in memory: a hash table with several places to a tag.
///
/// - Of one tag it keeps the latest ``mostPerTag`` places. So the work for a document is bounded whatever the documents
///   before it were, and a million texts that share a tag by accident or by design cost no more than eight.
/// - It is cut into shards by the highest bits of the tag. A shard is a table with linear probing, in which a tag's slot
///   grows with the tag, and grows by a quarter when four fifths of it are full: eight bytes an entry become 10 to
///   12.5, and at no time are there two copies of more than one shard.
struct TagTable: Sendable {
  /// How many places it keeps of a tag.
  static let mostPerTag = 8

  private static let shardBits: UInt32 = 6

  private struct Shard {
    var slots: [UInt64]
    var count = 0

    static let tail = 32

    init(size: Int) { slots = [UInt64](repeating: 0, count: size + Self.tail) }

    var size: Int { slots.count - Self.tail }
  }

  private var shards: [Shard]
  /// How many entries it has.
  private(set) var count = 0
  /// The bytes that its slots take.
  private(set) var bytes: Int

  init() {
    shards = (0..<(1 << Int(Self.shardBits))).map { _ in Shard(size: 32) }
    bytes = shards.reduce(0) { $0 + $1.slots.count * 8 }
  }

  private static func shard(of tag: UInt32) -> Int { Int(tag >> (32 - shardBits)) }

  private static func home(of tag: UInt32, size: Int) -> Int {
    Int((UInt64(tag << shardBits) * UInt64(size)) >> 32)
  }

  /// Has the memory fetched in which the places of a tag would be: of a table that is larger than the nearest caches each
  /// look-up waits for it, and so several wait together.
  func fetchAhead(_ tag: UInt32) {
    shards[Self.shard(of: tag)].slots.withUnsafeBufferPointer { slots in
      guard let start = slots.baseAddress else { return }
      UnsafeRawPointer(start + Self.home(of: tag, size: slots.count - Shard.tail)).fetchAhead()
    }
  }

  /// Appends the places that have the tag.
  /// - Complexity: O(1) expected.
  func places(of tag: UInt32, into places: inout [UInt32]) {
    shards[Self.shard(of: tag)].slots.withUnsafeBufferPointer { slots in
      var slot = Self.home(of: tag, size: slots.count - Shard.tail)
      while slot < slots.count, slots[slot] != 0 {
        let entry = TagEntry(rawValue: slots[slot])
        if entry.tag == tag { places.append(entry.place) }
        slot += 1
      }
    }
  }

  /// Adds an entry; where the tag has as many as it may have, in place of the earliest.
  /// - Complexity: O(1) amortised.
  mutating func insert(_ tag: UInt32, _ place: UInt32) {
    let index = Self.shard(of: tag)
    if shards[index].count * 5 >= shards[index].size * 4 { grow(index) }
    while !tryInsert(TagEntry(tag, place), index) { grow(index) }
  }

  /// False where the slots from the tag's own to the end are full.
  private mutating func tryInsert(_ entry: TagEntry, _ index: Int) -> Bool {
    let home = Self.home(of: entry.tag, size: shards[index].size)
    let outcome = shards[index].slots.withUnsafeMutableBufferPointer { slots -> Outcome in
      var slot = home
      var same = 0
      var earliest = (slot: 0, place: UInt32.max)
      while slot < slots.count, slots[slot] != 0 {
        let other = TagEntry(rawValue: slots[slot])
        if other.tag == entry.tag {
          same += 1
          if other.place < earliest.place { earliest = (slot, other.place) }
        }
        slot += 1
      }
      if same >= Self.mostPerTag {
        slots[earliest.slot] = entry.rawValue
        return .replaced
      }
      guard slot < slots.count else { return .full }
      slots[slot] = entry.rawValue
      return .added
    }
    if outcome == .added {
      shards[index].count += 1
      count += 1
    }
    return outcome != .full
  }

  private enum Outcome { case added, replaced, full }

  private mutating func grow(_ index: Int) {
    let old = shards[index].slots.filter { $0 != 0 }
    var size = shards[index].size
    bytes -= shards[index].slots.count * 8
    count -= shards[index].count
    // Shards are equally full and would all grow at the same moment; a different first step spreads them out.
    repeat {
      size += size / 4 + (size < 64 ? index % 16 : 0)
      shards[index] = Shard(size: size)
    } while !fill(index, with: old)
    bytes += shards[index].slots.count * 8
    count += shards[index].count
  }

  private mutating func fill(_ index: Int, with entries: [UInt64]) -> Bool {
    let size = shards[index].size
    let isFilled = shards[index].slots.withUnsafeMutableBufferPointer { slots -> Bool in
      for entry in entries {
        var slot = Self.home(of: TagEntry(rawValue: entry).tag, size: size)
        while slot < slots.count, slots[slot] != 0 { slot += 1 }
        guard slot < slots.count else { return false }
        slots[slot] = entry
      }
      return true
    }
    if isFilled { shards[index].count = entries.count }
    return isFilled
  }

  /// Hands out all entries in the order of their tags, and of their places within a tag, shard by shard.
  func forEachSorted(_ body: ([UInt64]) throws -> Void) rethrows {
    for shard in shards { try body(shard.slots.filter { $0 != 0 }.sorted()) }
  }
}
