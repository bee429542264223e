/// Finds the ``HTMLTag`` of a name: an open-addressing hash table over names packed into two words.
struct HTMLTagTable: Sendable {
  /// A name of up to sixteen bytes, in small letters, packed from the lowest byte up.
  struct Key: Equatable, Sendable {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var length = 0

    /// Adds a byte, `A` to `Z` as `a` to `z`. Of bytes past the sixteenth only the sum is kept.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
      let small = UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      if length < 8 {
        low |= small &<< UInt64(truncatingIfNeeded: length &* 8)
      } else if length < 16 {
        high |= small &<< UInt64(truncatingIfNeeded: (length &- 8) &* 8)
      } else {
        high = (high &* 0x100_0000_01B3) ^ small
      }
      length &+= 1
    }

    /// One word for the whole name: equal for equal names, and the name itself up to eight bytes.
    @inline(__always)
    var folded: UInt64 { low ^ (high &* 0x9E37_79B9_7F4A_7C15) }
  }

  private struct Slot {
    var key = Key()
    var tag = HTMLTag.unknown
  }

  private static let slotBits: UInt64 = 10
  private var slots: [Slot]

  /// The one table, made on first use.
  static let shared = HTMLTagTable()

  private init() {
    slots = Array(repeating: Slot(), count: 1 << Int(Self.slotBits))
    for tag in HTMLTag.allCases where tag != .unknown {
      var key = Key()
      for byte in tag.name.utf8 { key.append(byte) }
      var index = Self.slot(of: key)
      while slots[index].key.length != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = Slot(key: key, tag: tag)
    }
  }

  @inline(__always)
  private static func slot(of key: Key) -> Int {
    Int(truncatingIfNeeded: (key.folded &* 0xD6E8_FEB8_6659_FD93) &>> (64 &- slotBits))
  }

  /// The tag of a name, ``HTMLTag/unknown`` if it has none.
  /// - Complexity: O(1).
  @inline(__always)
  func tag(of key: Key) -> HTMLTag {
    var index = Self.slot(of: key)
    while true {
      let slot = slots[index]
      if slot.key == key { return slot.tag }
      if slot.key.length == 0 { return .unknown }
      index = (index &+ 1) & (slots.count &- 1)
    }
  }
}
