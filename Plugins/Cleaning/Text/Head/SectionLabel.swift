import Copydesk

/// What of a row with a byline or a date is the name of a section: "Business | By Lisa Hogan", "Sport • 3 May 2024".
///
/// "3 min read", "12 comments" and "Subscribers only" stand there, too. Where nothing but a date stands beside it, two
/// words of which none names a desk may as well be an author or a site, and are none.
enum SectionLabel {
  /// Whether a part of a row names a section.
  /// - Parameter hasNames: whether the row says who wrote the story.
  static func isOne(_ label: String, hasNames: Bool) -> Bool {
    let folded = LowerCase.folded(label)
    if folded.withUnsafeBufferPointer(desks.contains) { return true }
    let words = label.split(separator: " ")
    guard (1...4).contains(words.count), let first = label.first, first.isLetter, !first.isLowercase,
      !label.utf8.contains(where: isOfNoSection), label.last != ".",
      !folded.withUnsafeBufferPointer(none.contains), !CommentsLabel.covers(folded: Array(folded)),
      !AdvertisementLabel.covers(label), Byline.agency(label) == nil
    else { return false }
    return words.count == 1 || hasNames && words.count <= 3 && !isByline(words)
      || words.contains { word in
        let word = LowerCase.folded(String(word))
        return word.withUnsafeBufferPointer(deskWords.contains)
      }
  }

  /// Whether the words are the name of a desk: "Sport", "Middle East".
  static func isDesk(_ folded: ArraySlice<UInt8>) -> Bool { folded.withUnsafeBufferPointer(desks.contains) }

  /// Whether a path of pages may begin with the words: a desk, or the news as a whole.
  static func isRoot(_ folded: ArraySlice<UInt8>) -> Bool {
    isDesk(folded) || folded.withUnsafeBufferPointer(roots.contains)
  }

  /// "Photos by Sam Pell"
  private static func isByline(_ words: [Substring]) -> Bool { words.contains { Byline.opens($0) } }

  private static func isOfNoSection(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ">")
  }

  private static let none = WordSet(words: [
    "subscribers only", "subscriber only", "members only", "premium", "exclusive", "free", "updated",
    "breaking", "live",
    "share", "print", "email", "save", "listen", "comments", "comment", "newsletter", "abonnés",
    "article réservé aux abonnés",
    "réservé aux abonnés", "plus", "abo", "nur für abonnenten", "exklusiv", "exclusif", "exclusiva",
    "exclusivo", "esclusiva",
    "suscriptores", "solo suscriptores", "abbonati", "teilen", "drucken", "partager", "compartir",
    "condividi", "delen",
    "paywall", "sponsored", "redazione", "redaktion", "redacción", "redação", "rédaction", "redactie",
    "redakcja", "photos", "gallery", "audio", "author", "staff", "published", "posted", "by",
    "von", "par", "por",
  ])
  private static let deskWords = WordSet(
    """
    news world politics business sport sports local national international economy culture science technology health
    environment education lifestyle travel opinion region regional nachrichten politik wirtschaft kultur wissenschaft lokales
    sociedad economía deportes cultura política société économie culture monde sports politique cronaca economia esteri
    sociedade mundo buitenland binnenland economie sport wetenschap
    """)
  private static let desks = WordSet(words: [
    "world", "worldwide", "world news", "uk", "us", "u.s", "u.k", "europe", "asia", "africa", "americas",
    "middle east", "australia", "business", "politics", "sport", "sports", "science", "technology", "tech",
    "health",
    "culture", "arts", "opinion", "entertainment", "local", "local news", "national", "international",
    "economy",
    "environment", "education", "lifestyle", "travel", "news", "top news", "world politics", "top stories",
    "breaking news", "deportes", "economía", "política", "mundo", "politik", "wirtschaft", "kultur",
    "monde", "économie", "north america", "south america", "latin america", "real estate", "television",
    "books", "film",
    "society", "transport", "weather", "finance", "markets", "money",
    "lokales", "panorama", "gesellschaft", "wissenschaft", "wissen", "regional", "ausland", "inland",
    "sociedad", "cultura", "ciencia", "internacional", "nacional", "opinión", "fútbol", "sucesos",
    "société", "politique", "régions", "sciences", "faits divers",
    "cronaca", "economia", "esteri", "politica", "cultura e spettacoli", "società",
    "sociedade", "esportes", "brasil", "desporto", "ciência",
    "binnenland", "buitenland", "economie", "wetenschap", "inrikes", "utrikes", "kraj", "świat",
    "sport lokalny", "gündem", "spor", "ekonomi", "dünya", "мир", "политика", "экономика", "спорт",
  ])
  private static let roots = WordSet(
    "nachrichten noticias actualités actualité notizie notícias nieuws nyheter haberler новости wiadomości news vijesti zprávy"
  )
}
