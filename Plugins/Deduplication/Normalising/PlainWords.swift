/// The first of eight bytes that are letters and digits of ASCII with single blanks or line ends between them.
struct PlainWords {
  private let folded: UInt64
  /// How many there are, 0 to 8.
  let count: Int
  /// How many words begin among them.
  let words: Int
  /// Whether the last of them is a blank.
  let endsInBlank: Bool

  /// Looks at the bytes from a place on, all of them ASCII.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isInWord: Bool) {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    // Of bytes below 128, adding what is missing to 128 sets the highest bit of those that are as large.
    func atLeast(_ least: UInt8, _ word: UInt64) -> UInt64 { (word &+ ones &* UInt64(0x80 - least)) & highs }
    let capitals = atLeast(UInt8(ascii: "A"), word) & ~atLeast(UInt8(ascii: "Z") + 1, word)
    let small = word | capitals >> 2
    let letters = atLeast(UInt8(ascii: "a"), small) & ~atLeast(UInt8(ascii: "z") + 1, small)
    let digits = atLeast(UInt8(ascii: "0"), word) & ~atLeast(UInt8(ascii: "9") + 1, word)
    let inWord = letters | digits
    // Bytes below 128 are equal where nothing is left of their difference.
    func equal(_ byte: UInt8) -> UInt64 { ~atLeast(1, word ^ ones &* UInt64(byte)) & highs }
    let blanks = equal(0x20) | equal(0x0A)
    // The first that is neither, or a blank that follows none of a word.
    let afterWord = inWord << 8 | (isInWord ? 0x80 : 0)
    let others = ~(inWord | blanks & afterWord) & highs
    count = others == 0 ? 8 : others.trailingZeroBitCount >> 3
    let taken = others == 0 ? ~0 : (others & (0 &- others)) >> 7 &- 1
    words = (inWord & ~afterWord & taken & highs).nonzeroBitCount
    endsInBlank = blanks & taken > inWord & taken
    folded = small & ~((blanks >> 7) &* 0xFF) | blanks >> 2
  }

  @inline(__always)
  func store(in room: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
    UnsafeMutableRawBufferPointer(room).storeBytes(
      of: folded.littleEndian, toByteOffset: index, as: UInt64.self)
  }
}
