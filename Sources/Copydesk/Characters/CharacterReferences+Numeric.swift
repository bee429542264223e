// Numeric references: WHATWG HTML Living Standard §13.2.5.75 to 80.
extension CharacterReferences {
  /// The scalar of the digits that start at `start`, just after `&#`, and how many bytes they take with `x`
  /// and semicolon; nil where there is no digit.
  /// - Complexity: O(number of digits).
  static func numeric(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    var index = start
    let isHex = index < end && bytes[index] | 0x20 == 0x78
    if isHex { index += 1 }
    let firstDigit = index
    var code: UInt32 = 0
    while index < end, let digit = digit(bytes[index], isHex: isHex) {
      // Stays above the last code point once it is, and so cannot overflow.
      if code <= 0x10_FFFF { code = code * (isHex ? 16 : 10) + digit }
      index += 1
    }
    guard index > firstDigit else { return nil }
    if index < end && bytes[index] == 0x3B { index += 1 }
    return (scalar(ofCode: code), index - start)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    if byte.isASCIIDigit { return UInt32(byte &- 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return isHex && letter < 6 ? UInt32(letter) + 10 : nil
  }

  /// Windows-1252 at 0x80 to 0x9F, which pages mean when they name these control characters; the five that it
  /// leaves open stay themselves.
  private static let windows1252: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{8D}", "\u{017D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", "\u{9D}", "\u{017E}", "\u{0178}",
  ]

  /// The scalar of a code; U+FFFD for zero, surrogates and what is past the last code point.
  static func scalar(ofCode code: UInt32) -> Unicode.Scalar {
    if code == 0 { return "\u{FFFD}" }
    if code >= 0x80 && code < 0xA0 { return windows1252[Int(code - 0x80)] }
    return Unicode.Scalar(code) ?? "\u{FFFD}"
  }
}
