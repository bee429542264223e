import Copydesk

/// A row of links: "Home | World | Business | Sport".
enum Menu: LineRule {
  static let name = "nav.menu"
  static let help = "A row of links: \"Home | World | Business | Sport\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 60, line.ending == .open, separators.mayStand(in: line.folded) else {
      return false
    }
    var items = 1
    var wordsInItem = 0
    for word in line.folded.split(separator: 0x20) {
      if separators.contains(word) {
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

  private static let separators = Separators("| · •")
}
