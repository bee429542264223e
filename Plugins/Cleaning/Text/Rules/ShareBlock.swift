import Copydesk

/// "Share this:" and the names of networks under it; also a row of such names: "Print | Email".
///
/// A single name on a line of its own may be a heading of the article. It goes only with others of its kind.
enum ShareBlock: LineRule {
  static let name = "footer.share"
  static let help =
    "\"Share this:\" and the names of networks under it, or a row of such names: \"Print | Email\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    if line.isLabel(headings) { return true }
    if let rest = line.rest(after: clickToShare), line.words <= 12 { return !rest.isEmpty }
    switch networks(in: line) {
    case 0: return false
    case 1: return place.previousRule == name || place.next.map { networks(in: $0) > 0 } ?? false
    default: return true
    }
  }

  /// How many networks the line names; 0 where it says anything else.
  private static func networks(in line: TextLine) -> Int {
    guard line.words <= 14, line.ending == .open else { return 0 }
    return line.folded.withUnsafeBufferPointer { bytes in
      var found = 0
      var start = 0
      while start < bytes.count {
        let mark = markLength(bytes, at: start)
        if mark > 0 {
          start += mark
          continue
        }
        var end = start
        while end < bytes.count, markLength(bytes, at: end) == 0 { end += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if networkNames.contains(word) {
          found += 1
        } else if !fillers.contains(word) {
          return 0
        }
        start = end
      }
      return found
    }
  }

  /// The length of the mark or blank that stands here; 0 inside a word.
  private static func markLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch bytes[index] {
    case 0xC2: 2
    case 0xE2: 3
    case UInt8(ascii: "-"), UInt8(ascii: "+"): 0
    case let byte: byte.isASCIILetter || byte >= 0x80 ? 0 : 1
    }
  }

  private static let headings = WordSet(words: [
    "share", "share this", "share this article", "share this story", "share this post", "share this page",
    "share this with", "share with", "share on", "share via", "share the story", "share article",
    "share story",
    "comparte esto", "compartir", "comparte", "partager", "partager cet article", "partager sur", "teilen",
    "artikel teilen", "condividi", "compartilhe isso", "compartilhar", "delen", "send to a friend",
    "jetzt teilen", "beitrag teilen", "diesen artikel teilen", "diesen beitrag teilen", "teilen auf",
    "teilen mit", "teilen sie diesen artikel", "compartir en", "compartir esta noticia",
    "comparte esta noticia", "comparte este artículo", "compartilhe esta notícia", "partagez",
    "partagez cet article", "partager l'article", "condividi su", "condividi questo articolo",
    "deel dit artikel", "deel via", "udostępnij", "udostępnij artykuł", "podziel się", "sdílet",
    "zdieľať", "dela artikeln", "del artikel", "del denne artikkelen", "jaa artikkeli",
    "distribuie", "megosztás", "κοινοποίηση", "μοιραστείτε", "поделиться", "поділитися", "paylaş", "bagikan",
    "chia sẻ", "分享", "分享到", "シェア", "シェアする", "공유", "공유하기", "شارك", "مشاركة", "शेयर करें", "শেয়ার করুন",
    "share/bookmark",
  ])
  private static let clickToShare = Phrases([
    "share on ", "click to share", "click to email", "click to print", "share this on ", "tweet this",
    "pin on ",
    "share via ", "haz clic para compartir", "cliquez pour partager", "klick, um auf", "klick, um über",
    "bei twitter teilen", "bei facebook teilen", "auf facebook teilen", "auf twitter teilen",
    "per e-mail teilen", "per whatsapp teilen",
  ])
  private static let networkNames = WordSet(
    """
    twitter facebook email e-mail print whatsapp linkedin pinterest reddit tumblr telegram pocket skype google google+
    messenger flipboard tweet instagram youtube rss digg delicious stumbleupon xing viber imprimir drucken imprimer
    correo mastodon bluesky threads wechat weibo vkontakte buffer evernote sms pin share like copy link
    """)
  private static let fillers = WordSet(
    "more on via by this to us it with and plus the page article story electrónico x")
}
