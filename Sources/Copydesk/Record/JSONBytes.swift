/// Searches of JSON bytes, a word of eight at a time.
///
/// The bit tricks are those of "Bit Twiddling Hacks" (S. E. Anderson, Stanford): `(w - 0x01…) & ~w & 0x80…` marks the
/// zero bytes of a word, and `(w - 0x20…) & ~w & 0x80…` those below 0x20. A borrow may mark a byte wrongly, but only
/// after a right mark, so the first mark is always right.
enum JSONBytes {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The place of the first quote, backslash or control character at or after `start`; `end` where there is none.
  @inline(__always)
  static func firstSpecial(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var index = start
    while index + 8 <= end {
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marks = marks(word)
      if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = base.load(fromByteOffset: index, as: UInt8.self)
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return index }
      index += 1
    }
    return end
  }

  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    return ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word)
      & highs
  }
}
