/// Gathers the case of a word's letters.
struct WordShape {
  private var letters = 0
  private var upper = 0
  private(set) var isCapitalised = false

  // Apart: what Unicode says of a scalar takes room on the stack that would be made for every word.
  @inline(never)
  mutating func add(_ scalar: Unicode.Scalar) {
    add(isUpper: scalar.isASCII ? UInt8(ascii: scalar).isASCIIUppercase : scalar.properties.isUppercase)
  }

  /// Adds the ASCII letters from a place on, of which there is at least one.
  /// - Returns: where they end.
  @inline(__always)
  mutating func addLetters(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var (index, lower) = (start, 0)
    // A word of up to eight letters without a loop, of which nobody could foresee the end.
    while index + 8 <= bytes.count {
      let eight = Letters(bytes, at: index)
      index += eight.count
      lower += eight.lower
      if eight.count < 8 { break }
    }
    while index < bytes.count, bytes[index].isASCIILetter {
      lower += Int(bytes[index] & 0x20) / 0x20
      index += 1
    }
    if letters == 0 { isCapitalised = bytes[start].isASCIIUppercase }
    letters += index - start
    upper += index - start - lower
    return index
  }

  @inline(__always)
  private mutating func add(isUpper: Bool) {
    if letters == 0 { isCapitalised = isUpper }
    letters += 1
    if isUpper { upper += 1 }
  }

  /// The shape of the word before its last letter, which is one of ASCII.
  func without(_ last: UInt8) -> WordShape {
    var shape = self
    shape.letters -= 1
    if last.isASCIIUppercase { shape.upper -= 1 }
    return shape
  }

  var traits: Token.Traits {
    var traits: Token.Traits = isCapitalised ? .capitalised : []
    if upper >= 2, upper == letters { traits.insert(.allCaps) }
    return traits
  }
}

/// The letters of ASCII that eight bytes begin with.
private struct Letters {
  /// How many there are, 0 to 8.
  let count: Int
  /// How many of them are small.
  let lower: Int

  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    // Of bytes below 128, adding what is missing to 128 sets the highest bit of those that are as large.
    let small = (word | ones &* 0x20) & ~highs
    let isLetter = (small &+ ones &* (0x80 - 0x61)) & ~(small &+ ones &* (0x80 - 0x7B)) & ~word & highs
    let others = ~isLetter & highs
    count = others.trailingZeroBitCount >> 3
    let taken = others == 0 ? ~0 : (others & (0 &- others)) >> 7 &- 1
    // One a byte, added up in the highest one.
    lower = Int((((word & taken) >> 5 & ones) &* ones) >> 56)
  }
}
