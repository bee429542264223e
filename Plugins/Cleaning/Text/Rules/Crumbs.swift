import Copydesk

/// The path of pages above this one: "Home > World > Middle East".
enum Crumbs: LineRule {
  static let name = "nav.crumbs"
  static let help = "The path of pages above this one: \"Home > World > Middle East\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 25, line.ending == .open || line.ending == .ellipsis,
      separators.mayStand(in: line.folded) || line.folded.contains(UInt8(ascii: "/"))
    else { return false }
    var steps = 1
    var wordsInStep = 0
    var opensAtHome = false
    for word in line.folded.split(separator: 0x20) {
      if separators.contains(word) || (opensAtHome && word.elementsEqual("/".utf8)) {
        if wordsInStep == 0 { return false }
        steps += 1
        wordsInStep = 0
      } else {
        if steps == 1, wordsInStep == 0 { opensAtHome = word.withUnsafeBufferPointer(homes.contains) }
        wordsInStep += 1
        // The last step may be the page's own headline.
        if wordsInStep > 5, !opensAtHome { return false }
      }
    }
    return steps >= (opensAtHome ? 2 : 3)
  }

  private static let separators = Separators("> » › → >> ▸ ▶ ::")
  private static let homes = WordSet("home inicio accueil startseite homepage start início главная")
}
