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
    "leggi anche", "leia também", "lees ook", "zobacz też", "читайте также", "lea más", "lea además",
    "lea aquí", "lee más", "leer más", "le recomendamos", "te recomendamos", "le sugerimos", "puedes ver",
    "puede ver", "puede leer", "puede leer también", "vea también", "vea además", "mira también",
    "mirá también", "te puede interesar", "también te puede interesar", "te podría interesar",
    "le podría interesar", "además lea", "sigue leyendo", "nota relacionada", "notas relacionadas",
    "noticias relacionadas", "más sobre el tema", "leia mais", "veja também", "veja mais", "leia ainda",
    "saiba mais", "relacionadas", "lire la suite", "lire également", "voir également", "à voir",
    "à voir aussi", "sur le même sujet", "pour aller plus loin", "lies auch", "lies mehr", "lesen sie hier",
    "lesen sie hierzu", "lesen sie dazu auch", "lesetipp", "mehr dazu", "mehr zum thema hier",
    "auch interessant", "auch spannend", "passend dazu", "passend zum thema", "zum weiterlesen",
    "weiterlesen", "weiterführend", "das könnte sie auch interessieren", "das könnte dich auch interessieren",
    "mehr themen", "leggi tutto", "leggi di più", "leggi ancora", "vedi anche", "guarda anche",
    "ti potrebbe interessare", "potrebbe interessarti", "approfondisci", "lees meer", "lees verder",
    "zie ook", "bekijk ook", "czytaj też", "czytaj także", "czytaj również", "czytaj więcej",
    "przeczytaj też", "przeczytaj także", "przeczytaj również", "zobacz także", "zobacz również",
    "zobacz wideo",
    "dowiedz się więcej", "polecamy", "čtěte také", "čtěte též", "přečtěte si také", "přečtěte si",
    "čítajte aj", "prečítajte si", "läs också", "läs även", "läs mer", "les også", "les mer", "læs også",
    "læs mere", "lue myös", "lue lisää", "citește și", "citeşte şi", "vezi și", "olvassa el", "olvasd el",
    "kapcsolódó", "διαβάστε επίσης", "διαβάστε ακόμη", "δείτε επίσης", "читать также", "читать далее",
    "читать ещё", "смотрите также", "по теме", "читайте також", "дивіться також", "ayrıca okuyun",
    "bunu da oku", "ilgili haber", "baca juga", "lihat juga", "simak juga", "xem thêm", "đọc thêm", "相关阅读",
    "相关新闻", "相关报道", "延伸阅读", "更多阅读", "相關新聞", "相關閱讀", "関連記事", "あわせて読みたい", "合わせて読みたい", "관련기사", "관련 기사",
    "اقرأ أيضا", "اقرأ أيضاً", "اقرأ المزيد", "طالع أيضا", "بیشتر بخوانید", "यह भी पढ़ें", "ये भी पढ़ें", "আরও পড়ুন",
    "קראו גם",
  ])
  /// Labels that no headline has.
  private static let pointers = Phrases([
    "read more", "related", "also read", "read also", "see also", "lea también", "lire aussi", "à lire aussi",
    "lesen sie auch", "mehr zum thema", "lee también", "lea además", "lea más", "leia também", "leia mais",
    "leggi anche", "lees ook", "czytaj też", "czytaj także", "przeczytaj też", "przeczytaj także",
    "zobacz też", "zobacz także", "čtěte také", "läs också", "läs även", "les også", "læs også", "lue myös",
    "citește și", "διαβάστε επίσης", "читайте также", "читайте також", "ayrıca okuyun", "baca juga", "相关阅读",
    "延伸阅读", "関連記事", "관련기사", "اقرأ أيضا", "اقرأ أيضاً", "यह भी पढ़ें", "ये भी पढ़ें", "আরও পড়ুন",
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
    "auch interessant", "das könnte sie auch interessieren", "das könnte dich auch interessieren",
    "das könnte ihnen auch gefallen", "das thema könnte dich auch interessieren", "mehr themen",
    "mehr zu diesem thema", "weitere artikel", "ähnliche artikel", "ähnliche beiträge", "verwandte artikel",
    "verwandte themen", "weiterlesen", "zum weiterlesen", "weiterführende links", "passend zum thema",
    "meistgelesen", "noticias relacionadas", "artículos relacionados", "notas relacionadas", "más noticias",
    "lo más leído", "lo más visto", "te puede interesar", "también te puede interesar", "sigue leyendo",
    "notícias relacionadas", "artigos relacionados", "leia mais", "leia também", "veja também", "mais lidas",
    "saiba mais", "articles liés", "articles similaires", "sur le même sujet", "les plus lus",
    "à lire également", "lire la suite", "articoli correlati", "potrebbe interessarti",
    "ti potrebbe interessare", "leggi anche", "leggi tutto", "più letti", "gerelateerde artikelen",
    "lees ook", "lees meer", "meest gelezen", "czytaj też", "czytaj także", "zobacz także", "zobacz też",
    "przeczytaj także", "powiązane artykuły", "najczęściej czytane", "čtěte také", "související články",
    "läs mer", "läs också", "mest läst", "les også", "læs også", "lue myös", "citește și",
    "kapcsolódó cikkek", "διαβάστε επίσης", "σχετικά άρθρα", "читайте также", "по теме", "похожие статьи",
    "читайте також", "схожі статті", "ilgili haberler", "baca juga", "berita terkait", "xem thêm",
    "tin liên quan", "相关阅读", "相关新闻", "延伸阅读", "相關新聞", "関連記事", "あわせて読みたい", "관련기사", "اقرأ أيضا", "اقرأ أيضاً",
    "مواضيع ذات صلة", "संबंधित ख़बरें", "यह भी पढ़ें", "আরও পড়ুন",
    "mehr zum thema",
  ])
}
