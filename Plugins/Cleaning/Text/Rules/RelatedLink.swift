import Copydesk

/// A pointer to another story: "Read more: …", "Related: …", "See also: …".
///
/// What follows the label must be a headline. A sentence that is ended, or has a comma in the label's place,
/// is prose.
enum RelatedLink: LineRule {
  static let name = "footer.related"
  static let help = "A pointer to another story: \"Read more: …\", \"Related: …\", \"See also: …\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 35, line.ending != .stop else { return false }
    if line.isLabel(headings) { return true }
    // "Explainer: …" above the article is its own headline.
    if place.isBeforeProse, line.rest(after: pointers) == nil { return false }
    // "Video: the crowd threw rocks for an hour and more …": so many words are told, not pointed at.
    guard let rest = line.rest(after: labels), line.words <= 18 || line.rest(after: pointers) != nil,
      let mark = rest.first(where: { $0 != 0x20 })
    else {
      return false
    }
    switch mark {
    case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "["): return true
    case 0xE2, 0xC2: return line.readsAsNotice  // – » → and quotes
    default: return line.rest(after: leads) != nil && line.readsAsNotice
    }
  }

  private static let labels = Phrases([
    "read more", "read also", "read", "also read", "see also", "see more", "related", "related story",
    "related stories", "related article", "related articles", "related news", "related content",
    "related topics",
    "more on this", "more on this story", "more", "must read", "watch", "watch now", "watch more", "listen",
    "don't miss", "recommended", "recommended for you", "you may also like", "you might also like",
    "in pictures",
    "in case you missed it", "up next", "next", "previous", "explainer", "photos", "video", "gallery",
    "more from",
    "more about", "more on", "more coverage", "read the full story", "read the original article", "read next",
    "lea también", "lee también", "ver también", "más información", "le puede interesar", "lire aussi",
    "à lire aussi", "à lire", "voir aussi", "lesen sie auch", "lesen sie mehr", "mehr zum thema",
    "siehe auch",
    "leggi anche", "leia também", "lees ook", "zobacz też", "читайте также",
  ])
  /// Labels that no headline has.
  private static let pointers = Phrases([
    "read more", "related", "also read", "read also", "see also", "lea también", "lire aussi", "à lire aussi",
    "lesen sie auch", "mehr zum thema",
  ])
  /// Labels that need no mark after them.
  private static let leads = Phrases([
    "read more about", "read more on", "read more from", "read more at", "read the full story",
    "read the full article",
    "read the original", "also read ", "see also ", "more from ", "more on this", "you may also like",
    "you might also like",
  ])
  private static let headings = WordSet(words: [
    "read more", "read on", "related", "related stories", "related story", "related articles",
    "related article",
    "related news", "related content", "related links", "related topics", "related posts", "related coverage",
    "see also", "more on this", "more on this story", "more on this topic", "more stories", "more news",
    "most read",
    "most popular", "most viewed", "trending", "trending now", "recommended", "recommended for you",
    "read next",
    "you may also like", "you might also like", "you may like", "editor's picks", "editors' picks",
    "don't miss",
    "top stories", "latest news", "latest stories", "popular now", "around the web", "from around the web",
    "promoted stories", "also read", "lea también", "lire aussi", "à lire aussi", "lesen sie auch",
    "mehr zum thema",
  ])
}
