import Copydesk

/// Lower case that keeps every character's length: ASCII, the Latin letters of Western Europe, Russian.
/// Enough for the words that rules know.
enum LowerCase {
  /// Appends the character at `index`, in lower case, and returns its length, which is 1 or 2; other
  /// characters are taken over byte by byte.
  @inline(__always)
  static func append(_ bytes: [UInt8], at index: Int, end: Int, to folded: inout [UInt8]) -> Int {
    let byte = bytes[index]
    if byte.isASCIIUppercase {
      folded.append(byte | 0x20)
      return 1
    }
    guard byte == 0xC3 || byte == 0xD0, index + 1 < end else {
      folded.append(byte)
      return 1
    }
    let next = bytes[index + 1]
    switch (byte, next) {
    case (0xC3, 0x80...0x9E) where next != 0x97:  // À to Þ, without ×
      folded.append(0xC3)
      folded.append(next + 0x20)
    case (0xD0, 0x90...0x9F):  // А to П
      folded.append(0xD0)
      folded.append(next + 0x20)
    case (0xD0, 0xA0...0xAF):  // Р to Я
      folded.append(0xD1)
      folded.append(next - 0x20)
    default:
      folded.append(byte)
      folded.append(next)
    }
    return 2
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
