import Copydesk

/// Whether a text is in a script that puts no blanks between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. What is
/// made here of words cannot be made of such a text.
enum Unspaced {
  /// How much of a text is looked at.
  private static let mostBytes = 2000

  /// - Complexity: O(1): at most the first 2,000 bytes are looked at.
  static func holds(for text: Text) -> Bool {
    var (letters, unspaced) = (0, 0)
    text.utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < min(bytes.count, mostBytes) {
        if bytes[index].isASCIILetter { letters += 1 }
        guard bytes[index] >= 0x80 else {
          index += 1
          continue
        }
        let (scalar, length) = decodeScalar(bytes, at: index)
        index += length
        guard scalar.properties.isAlphabetic else { continue }
        letters += 1
        if isUnspaced(scalar) { unspaced += 1 }
      }
    }
    return unspaced * 2 > letters
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Thai and Lao, Burmese, Khmer.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    // Kana, ideographs.
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
