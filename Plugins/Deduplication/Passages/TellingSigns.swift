import Copydesk

/// Signs that make another word of the one they stand at: the minus of "-3 percent", what follows the letter of "C#" and
/// "C++". The words of ``NormalisedWords`` are without them.
enum TellingSigns {
  /// The signs in a part of a text, each with the letter or digit that it stands at; nothing, for most.
  /// - Complexity: O(*n*).
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var found: [UInt8] = []
    for index in range where index > range.lowerBound {
      let byte = bytes[index]
      if byte.isASCIIDigit, isMinus(before: index, bytes, range) {
        found += [0, UInt8(ascii: "-"), byte]
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "+") {
        let before = bytes[index - 1]
        guard before.isASCIILetter || before == byte else { continue }
        found += [0, byte, before | 0x20]
      }
    }
    return found
  }

  /// Whether a minus stands before the digit and a blank or a bracket before the minus; at the beginning of a passage it
  /// may be the mark of a list.
  private static func isMinus(
    before index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    for sign in signs {
      let start = index - sign.count
      guard start > range.lowerBound, bytes[start..<index].elementsEqual(sign) else { continue }
      let before = bytes[start - 1]
      return before.isASCIISpace || before == UInt8(ascii: "(")
    }
    return false
  }

  private static let signs = ["-", "−", "–"].map { Array($0.utf8) }
}
