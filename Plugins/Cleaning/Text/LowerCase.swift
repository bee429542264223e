import Copydesk

/// Lower case that keeps every character's length: ASCII, the Latin letters of Western Europe, Russian.
/// Enough for the words that rules know.
enum LowerCase {
  /// Appends the character at `index`, in lower case, and returns its length, which is 1 or 2; other
  /// characters are taken over byte by byte.
  @inline(__always)
  static func append(_ bytes: [UInt8], at index: Int, end: Int, to folded: inout [UInt8]) -> Int {
    let (first, second) = pair(bytes[index], index + 1 < end ? bytes[index + 1] : nil)
    folded.append(first)
    guard let second else { return 1 }
    folded.append(second)
    return 2
  }

  /// A character of one byte or two in lower case; of others the first byte, as it is.
  /// - Parameter next: the byte after it.
  /// - Returns: its second byte if it has two of which lower case changes one.
  @inline(__always)
  static func pair(_ byte: UInt8, _ next: UInt8?) -> (UInt8, UInt8?) {
    if byte.isASCIIUppercase { return (byte | 0x20, nil) }
    guard byte == 0xC3 || byte == 0xD0, let next else { return (byte, nil) }
    return switch (byte, next) {
    case (0xC3, 0x80...0x9E) where next != 0x97: (0xC3, next + 0x20)  // À to Þ, without ×
    case (0xD0, 0x90...0x9F): (0xD0, next + 0x20)  // А to П
    case (0xD0, 0xA0...0xAF): (0xD1, next - 0x20)  // Р to Я
    default: (byte, next)
    }
  }

  /// A string in lower case, as rules compare it.
  static func folded(_ string: String) -> ArraySlice<UInt8> {
    let bytes = Array(string.utf8)
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count { index += append(bytes, at: index, end: bytes.count, to: &folded) }
    return folded[...]
  }
}
