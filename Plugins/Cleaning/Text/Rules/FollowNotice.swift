import Copydesk

/// "Follow us on Twitter @…", "Like us on Facebook".
enum FollowNotice: LineRule {
  static let name = "footer.follow"
  static let help = "An invitation to follow: \"Follow us on Twitter @…\", \"Like us on Facebook\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    let isLabel = line.isLabel(labels)
    // Nearly no line begins so, and how a line reads takes a look at all of its words.
    guard isLabel || line.rest(after: openings) != nil || line.rest(after: anyone) != nil, line.readsAsNotice
    else { return false }
    if isLabel { return true }
    if line.words <= 30, let rest = line.rest(after: openings) { return rest.first != UInt8(ascii: ",") }
    guard line.words <= (place.isAfterProse ? 45 : 15), line.rest(after: anyone) != nil else { return false }
    return line.folded.contains(UInt8(ascii: "@")) || line.hasWord(in: networks)
  }

  private static let openings = Phrases([
    "follow us on", "follow us at", "follow us @", "follow @", "follow our ", "like us on", "find us on",
    "join us on",
    "connect with us", "follow the author on", "join our whatsapp", "join our telegram", "follow me on",
    "síguenos en", "siga-nos", "suivez-nous sur", "folgen sie uns", "folge uns", "seguici su", "volg ons",
    "síganos en", "sigue nuestras", "seguinos en", "siga o ", "siga a gente", "nos siga", "suivez-nous",
    "folgt uns", "folgen sie ", "seguici ", "seguiteci", "volg ons op", "śledź nas", "obserwuj nas",
    "polub nas", "sledujte nás", "följ oss", "følg oss", "følg os", "seuraa meitä", "urmărește-ne",
    "urmăriți-ne", "kövess minket", "ακολουθήστε ", "следите за", "подписывайтесь на наш", "стежте за",
    "bizi takip", "ikuti kami", "theo dõi chúng", "关注我们", "フォロー", "تابعنا", "تابعونا",
  ])
  private static let labels = WordSet(words: ["follow us", "follow", "follow on", "follow me", "find us"])
  private static let anyone = Phrases(["follow "])
  private static let networks = WordSet(
    "twitter facebook instagram youtube linkedin pinterest tumblr whatsapp telegram")
}
