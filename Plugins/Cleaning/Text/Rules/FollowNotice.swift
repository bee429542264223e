import Copydesk

/// "Follow us on Twitter @…", "Like us on Facebook".
enum FollowNotice: LineRule {
  static let name = "footer.follow"
  static let help = "An invitation to follow: \"Follow us on Twitter @…\", \"Like us on Facebook\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    let isLabel = line.isLabel(labels)
    if line.words <= 30, line.ending != .question, line.rest(after: abroad) != nil, namesNetwork(line),
      !line.isToldAbroad
    {
      return true
    }
    // Nearly no line begins so, and how a line reads takes a look at all of its words.
    guard isLabel || line.rest(after: openings) != nil || line.rest(after: anyone) != nil, line.readsAsNotice
    else { return false }
    if isLabel { return true }
    if line.words <= 30, let rest = line.rest(after: openings) { return rest.first != UInt8(ascii: ",") }
    guard line.words <= (place.isAfterProse ? 45 : 15), line.rest(after: anyone) != nil else { return false }
    return namesNetwork(line)
  }

  private static func namesNetwork(_ line: TextLine) -> Bool {
    line.folded.contains(UInt8(ascii: "@")) || line.hasWord(in: networks)
  }

  private static let openings = Phrases([
    "follow us on", "follow us at", "follow us @", "follow @", "follow our ", "like us on", "find us on",
    "join us on",
    "connect with us", "follow the author on", "join our whatsapp", "join our telegram", "follow me on",
    "síguenos en", "siga-nos", "suivez-nous sur", "folgen sie uns", "folge uns", "seguici su", "volg ons",
  ])
  private static let labels = WordSet(words: ["follow us", "follow", "follow on", "follow me", "find us"])
  /// Openings that sentences have, too: a network must be named.
  private static let abroad = Phrases([
    "síganos", "seguinos", "sigue nuestras", "siga o ", "siga a ", "nos siga", "suivez", "folgt uns",
    "folgen sie ", "seguici ",
    "seguiteci", "śledź nas", "obserwuj nas", "polub nas", "sledujte nás", "följ oss", "følg oss", "følg os",
    "seuraa meitä",
    "urmărește-ne", "urmăriți-ne", "kövess minket", "ακολουθήστε ", "следите за ", "подписывайтесь на ",
    "стежте за ",
    "bizi takip", "ikuti kami", "theo dõi chúng", "تابعنا", "تابعونا", "关注我们",
  ])
  private static let anyone = Phrases(["follow "])
  private static let networks = WordSet(
    "twitter facebook instagram youtube linkedin pinterest tumblr whatsapp telegram")
}
