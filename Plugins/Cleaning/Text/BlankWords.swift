import Copydesk

/// The words of a line that blanks stand between. ASCII, of which almost all lines are, needs no look at what its characters
/// are.
enum BlankWords {
  /// The words of `line`; nil where they are more than `most`.
  static func of(_ line: Substring, atMost most: Int) -> [Substring]? {
    guard line.utf8.allSatisfy({ $0 < 0x80 }) else {
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.count <= most ? words : nil
    }
    guard count(line.utf8) <= most else { return nil }
    return line.utf8.split(whereSeparator: \.isASCIISpace).map { Substring($0) }
  }

  private static func count(_ line: Substring.UTF8View) -> Int {
    var count = 0
    var isInWord = false
    for byte in line {
      let isBlank = byte.isASCIISpace
      if !isBlank, !isInWord { count += 1 }
      isInWord = !isBlank
    }
    return count
  }
}
