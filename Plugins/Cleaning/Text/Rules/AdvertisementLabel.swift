import Copydesk

/// The label of an advertisement, or the line that leads past one: "Advertisement", "Story continues below".
enum AdvertisementLabel: LineRule {
  static let name = "advertisement"
  static let help = "The label of an advertisement, or a line that leads past one: \"Story continues below\"."

  static func covers(_ line: TextLine, in place: LinePlace) -> Bool {
    guard line.words <= 8, line.ending != .question, line.ending != .exclamation else { return false }
    return line.bare.withUnsafeBufferPointer(labels.contains)
  }

  /// The same for a short text by itself.
  static func covers(_ text: String) -> Bool {
    let bytes = Array(text.lowercased().utf8)
    let core = Blanks.trimmed(Span(0, bytes.count), in: bytes)
    return bytes.withUnsafeBufferPointer { labels.contains(UnsafeBufferPointer(rebasing: $0[core.range])) }
  }

  private static let labels = WordSet(words: [
    "advertisement", "advertisements", "advertising", "advert", "ad", "ads", "sponsored", "sponsored content",
    "sponsored links", "paid content", "promoted content", "advertisement - continue reading below",
    "advertisement - scroll to continue", "advertisement. scroll to continue reading", "scroll to continue",
    "scroll to continue reading", "story continues below", "story continues below advertisement",
    "advertisement - story continues below",
    "article continues below", "article continues below advertisement", "article continues below this ad",
    "story continues after advertisement", "article continues after ad", "continue reading below",
    "continue reading the main story", "continue reading", "skip advertisement", "this ad will close in",
    "report this ad", "remove ads", "ad feedback", "continue reading after the ad", "werbung", "anzeige",
    "publicité",
    "publicidad", "publicidade", "pubblicità", "reklama", "advertentie", "annonce", "реклама", "anuncio",
    "anúncio", "continúa leyendo", "continua após a publicidade", "continue lendo",
    "la suite après la publicité", "la suite après cette publicité", "nach der anzeige weiterlesen",
    "weiterlesen nach der anzeige", "artikel wird unten fortgesetzt", "continua a leggere",
    "il contenuto continua dopo la pubblicità", "lees verder onder de advertentie",
    "dalsza część tekstu pod reklamą", "dalsza część artykułu pod reklamą", "reklamy",
    "artikkeli jatkuu mainoksen jälkeen", "mainos", "annons", "artikeln fortsätter efter annonsen",
    "publicitate", "hirdetés", "διαφήμιση", "реклама. продолжение ниже", "reklam", "iklan",
    "scroll to resume content", "quảng cáo", "广告", "廣告", "広告", "スポンサーリンク", "광고", "إعلان", "اعلان", "विज्ञापन",
    "বিজ্ঞাপন",
  ])
}
