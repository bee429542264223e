import Copydesk

/// A row of links: "Home | World | Business | Sport".
enum Menu: LineRule {
  static let name = "nav.menu"
  static let help = "A row of links: \"Home | World | Business | Sport\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 60, line.ending == .open, line.folded.contains(where: opensSeparator) else {
      return false
    }
    var items = 1
    var wordsInItem = 0
    for word in line.folded.split(separator: 0x20) {
      if word.withUnsafeBufferPointer(separators.contains) {
        if wordsInItem == 0 { return false }
        items += 1
        wordsInItem = 0
      } else {
        wordsInItem += 1
        if wordsInItem > 3 { return false }
      }
    }
    return items >= 4 && wordsInItem > 0
  }

  /// Whether a separator may begin with the byte: of most lines this tells enough.
  private static func opensSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == 0xC2 || byte == 0xE2
  }

  private static let separators = WordSet("| · •")
}
