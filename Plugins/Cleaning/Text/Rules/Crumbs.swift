import Copydesk

/// The path of pages above this one: "Home > World > Middle East".
enum Crumbs: LineRule {
  static let name = "nav.crumbs"
  static let help = "The path of pages above this one: \"Home > World > Middle East\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 25, line.ending == .open || line.ending == .ellipsis,
      line.folded.contains(where: opensSeparator)
    else { return false }
    var steps = 1
    var wordsInStep = 0
    var opensAtHome = false
    for word in line.folded.split(separator: 0x20) {
      if isSeparator(word) || (opensAtHome && word.elementsEqual("/".utf8)) {
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

  /// Whether a separator may begin with the byte: of most lines this tells enough.
  private static func opensSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "/"), 0xC2, 0xE2: true
    default: false
    }
  }

  private static func isSeparator(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer(separators.contains)
  }

  private static let separators = WordSet("> » › → >> ▸ ▶ ::")
  private static let homes = WordSet("home inicio accueil startseite homepage start início главная")
}
