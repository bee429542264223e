/// What a tokenizer asks about bytes. The search loops read eight bytes a step.
enum HTMLBytes {
  /// The white space of HTML: tab, line feed, form feed, carriage return, blank. (No vertical tab.)
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// `A` to `Z` or `a` to `z`.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// `0` to `9`.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A byte with `A` to `Z` as `a` to `z`.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The byte repeated in all eight places of a word.
  @inline(__always)
  private static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A word whose lowest set bit tells the first zero byte of `word`; 0 if there is none.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The index of the first `byte` in `start..<end`, or `end`.
  /// - Complexity: O(*n*), eight bytes a step.
  @inline(__always)
  static func find(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let wanted = pattern(byte)
    var index = start
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let hit = zeroBytes(word ^ wanted)
      if hit != 0 { return index &+ hit.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < end {
      if bytes[index] == byte { return index }
      index &+= 1
    }
    return end
  }

  /// The index of the first byte in `start..<end` that is one of the three, or `end`.
  /// - Complexity: O(*n*), eight bytes a step.
  @inline(__always)
  static func find(
    _ first: UInt8, _ second: UInt8, _ third: UInt8,
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let (one, two, three) = (pattern(first), pattern(second), pattern(third))
    var index = start
    while index &+ 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let hit = zeroBytes(word ^ one) | zeroBytes(word ^ two) | zeroBytes(word ^ three)
      if hit != 0 { return index &+ hit.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < end {
      let byte = bytes[index]
      if byte == first || byte == second || byte == third { return index }
      index &+= 1
    }
    return end
  }

  /// Whether the bytes from `start` on spell `word`, whatever the case of the letters.
  /// - Parameter word: ASCII, in small letters.
  @inline(__always)
  static func spells(
    _ word: StaticString, in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard end &- start >= count else { return false }
    let wanted = word.utf8Start
    var offset = 0
    while offset < count {
      if lowercased(bytes[start &+ offset]) != wanted[offset] { return false }
      offset &+= 1
    }
    return true
  }
}
