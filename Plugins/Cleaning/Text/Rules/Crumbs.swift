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
    var longest = 0
    var opensAtHome = false
    // The name of a desk leads to one as well, but a headline may begin with it.
    let mayOpenAtDesk = place.isBeforeProse && opensAtDesk(line.folded)
    for word in line.folded.split(separator: 0x20) {
      if separators.contains(word) || (opensAtHome || mayOpenAtDesk) && word.elementsEqual("/".utf8) {
        if wordsInStep == 0 { return false }
        steps += 1
        wordsInStep = 0
      } else {
        if steps == 1, wordsInStep == 0 { opensAtHome = word.withUnsafeBufferPointer(homes.contains) }
        wordsInStep += 1
        longest = max(longest, wordsInStep)
        // The last step may be the page's own headline.
        if wordsInStep > 5, !opensAtHome { return false }
      }
    }
    if !opensAtHome, mayOpenAtDesk { return steps >= 2 && longest <= 3 && wordsInStep > 0 }
    return steps >= (opensAtHome ? 2 : 3)
  }

  /// Whether the first step is the name of a desk or of the news: "Deportes / Fútbol".
  private static func opensAtDesk(_ folded: ArraySlice<UInt8>) -> Bool {
    var end = folded.startIndex
    for word in folded.split(separator: 0x20) {
      if separators.contains(word) || word.elementsEqual("/".utf8) { break }
      end = word.endIndex
    }
    guard end < folded.endIndex, end - folded.startIndex <= 24 else { return false }
    return SectionLabel.isRoot(folded[folded.startIndex..<end])
  }

  private static let separators = Separators("> » › → >> ▸ ▶ ::")
  private static let homes = WordSet(
    """
    home inicio accueil startseite homepage start início главная portada hem hjem etusivu domů úvod anasayfa beranda ホーム 首页
    головна voorpagina forsiden αρχική
    """)
}
