import Copydesk

/// White space beyond ASCII: no-break and typographic spaces, the zero-width space, the byte order mark.
enum Blanks {
  /// The length in bytes of the blank that starts at `index`; 0 where there is none.
  static func length(at index: Int, in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { length(at: index, in: $0) }
  }

  /// The same in memory that a pointer leads to.
  @inline(__always)
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[index] {
    case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return 0 }
      return isWide(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
    case let byte: return byte.isASCIISpace ? 1 : 0
    }
  }

  /// The length in bytes of the blank that ends before `index`; 0 where there is none.
  static func length(before index: Int, in bytes: [UInt8]) -> Int {
    let last = bytes[index - 1]
    if last.isASCIISpace { return 1 }
    guard last.isUTF8Continuation, index >= 2 else { return 0 }
    if last == 0xA0, bytes[index - 2] == 0xC2 { return 2 }
    guard index >= 3 else { return 0 }
    return isWide(bytes[index - 3], bytes[index - 2], last) ? 3 : 0
  }

  /// The span without the blanks at both ends.
  static func trimmed(_ span: Span, in bytes: [UInt8]) -> Span {
    var low = span.start
    var high = span.end
    while low < high {
      let length = length(at: low, in: bytes)
      if length == 0 || low + length > high { break }
      low += length
    }
    while high > low {
      let length = length(before: high, in: bytes)
      if length == 0 || high - length < low { break }
      high -= length
    }
    return Span(low, high)
  }

  private static func isWide(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF
    case (0xE2, 0x81): third == 0x9F || third == 0xA0
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
