import Copydesk

/// What the class, id and role of an element say about its part in the page.
///
/// Sites name these freely, but in few words: `story-body`, `articleBody`, `entry_content`. So names are cut
/// into words, and words are looked up. The lists follow those of Readability (Arc90, 2009) and what is
/// common since.
struct ElementMarks: OptionSet, Sendable {
  let rawValue: UInt32

  static let navigation = ElementMarks(rawValue: 1 << 0)
  static let comments = ElementMarks(rawValue: 1 << 1)
  static let share = ElementMarks(rawValue: 1 << 2)
  static let related = ElementMarks(rawValue: 1 << 3)
  static let advertisement = ElementMarks(rawValue: 1 << 4)
  static let newsletter = ElementMarks(rawValue: 1 << 5)
  static let cookies = ElementMarks(rawValue: 1 << 6)
  static let sidebar = ElementMarks(rawValue: 1 << 7)
  static let footer = ElementMarks(rawValue: 1 << 8)
  static let header = ElementMarks(rawValue: 1 << 9)
  static let details = ElementMarks(rawValue: 1 << 10)
  static let caption = ElementMarks(rawValue: 1 << 11)
  static let overlay = ElementMarks(rawValue: 1 << 12)
  static let quote = ElementMarks(rawValue: 1 << 13)
  /// Shown to nobody, or to readers of another kind alone: read out to the blind, in print.
  static let unseen = ElementMarks(rawValue: 1 << 14)
  /// `article`, `story`, `post`, `entry`: says what kind of thing it is.
  static let article = ElementMarks(rawValue: 1 << 16)
  /// `body`, `content`, `text`: says that it is the inside of the thing.
  static let inside = ElementMarks(rawValue: 1 << 17)
  /// `main`.
  static let main = ElementMarks(rawValue: 1 << 18)
  /// `articlebody` in one word, or `itemprop="articleBody"`.
  static let articleBody = ElementMarks(rawValue: 1 << 19)
  /// Names an author: `byline`, `rel="author"`, `itemprop="author"`.
  static let author = ElementMarks(rawValue: 1 << 21)
  /// Not shown.
  static let hidden = ElementMarks(rawValue: 1 << 20)

  /// Adds the marks of the words in a class or id, and the hashes of the words to `names`.
  mutating func read(_ value: UnsafeBufferPointer<UInt8>, into names: inout [UInt64]) {
    let words = Self.words
    var start = 0
    while start < value.count {
      while start < value.count, HTMLBytes.isSpace(value[start]) { start += 1 }
      var end = start
      while end < value.count, !HTMLBytes.isSpace(value[end]) { end += 1 }
      if end > start { readName(UnsafeBufferPointer(rebasing: value[start..<end]), words, into: &names) }
      start = end
    }
  }

  /// Reads one name. What follows `has`, `no`, `tag` and the like says nothing about the element itself, nor
  /// does the modifier after a double hyphen.
  private mutating func readName(
    _ name: UnsafeBufferPointer<UInt8>, _ words: HashNumbers, into names: inout [UInt64]
  ) {
    if name.count >= 6, Self.unseenNames.contains(CaseFolding.hash(name)) { formUnion([.overlay, .unseen]) }
    var found = ElementMarks()
    var start = 0
    while start < name.count {
      while start < name.count, !name[start].isASCIILetter {
        if start > 0, name[start] == UInt8(ascii: "-"), name[start - 1] == UInt8(ascii: "-") {
          formUnion(found)
          return
        }
        start += 1
      }
      var end = start
      while end < name.count, name[end].isASCIILetter {
        // camelCase starts a word.
        if end > start, name[end].isASCIIUppercase, name[end - 1].isASCIILowercase { break }
        end += 1
      }
      guard end > start else { break }
      let hash = CaseFolding.hash(UnsafeBufferPointer(rebasing: name[start..<end]))
      names.append(hash)
      if let marks = words[hash] {
        if marks == Self.qualifier { break }
        found.formUnion(ElementMarks(rawValue: UInt32(marks)))
      }
      start = end
    }
    formUnion(found)
  }

  private static func hash(_ word: Substring) -> UInt64 {
    Array(word.utf8).withUnsafeBufferPointer(CaseFolding.hash)
  }

  /// Whole names by which a style sheet hides an element, from all or from all but readers of screens.
  private static let unseenNames: Set<UInt64> = Set(
    ["hidden", "visually-hidden", "visually-hidden-focusable", "screen-reader-text", "screen-reader-only"]
      .map { hash($0[...]) })
  /// Stands in ``words`` for a word after which a name says nothing of the element.
  private static let qualifier = 1 << 30

  /// The marks of each word, by its hash.
  private static let words: HashNumbers = {
    let lists: [(ElementMarks, String)] = [
      (
        .navigation,
        """
        nav navi navigation navbar subnav topnav menu menus submenu megamenu breadcrumb breadcrumbs crumb crumbs
        pagination pager paging pagenav skip skiplink toolbar topbar navmenu prevnext postnav sitemap
        """
      ),
      (
        .comments,
        """
        comment comments commentlist commentarea commentform disqus respond reply replies discussion kommentar
        kommentare commentaire commentaires comentarios livefyre commentbox
        """
      ),
      (
        .share,
        """
        share shares sharing sharebar sharedaddy sharethis shareaholic social socials socialmedia socialshare addthis
        addtoany sharebuttons shariff bookmarks likes teilen followus rrssb
        """
      ),
      (
        .related,
        """
        related relateds relatedposts recommended recommendation recommendations yarpp outbrain taboola trending
        popular mostpopular mostread similar teaser teasers crossposts readmore readalso morefrom upnext zergnet jp
        suggested suggestions morestories latest recent
        """
      ),
      (
        .advertisement,
        """
        ad ads adv advert adverts advertisement advertising adsense adslot adsbygoogle adunit adbox adcontainer dfp gpt
        banner banners sponsor sponsors sponsored promo promos promotion promotions anzeige anzeigen werbung doubleclick
        """
      ),
      (.newsletter, "newsletter newsletters subscribe subscription signup optin mailchimp mailinglist abo"),
      (.cookies, "cookie cookies cookiebar consent gdpr cookieconsent privacybar"),
      (.sidebar, "sidebar sidebars aside rail widget widgets widgetarea secondary sidecol marginal"),
      (.footer, "footer colophon copyright legal imprint disclaimer foot"),
      (.header, "masthead siteheader pageheader topheader"),
      (
        .details,
        """
        byline bylines dateline timestamp postmeta entrymeta metadata tags taglist tagcloud postedon authorbox
        bio authorbio aboutauthor authorinfo author autor autorin postmetadata utility readingtime meta rating ratings
        """
      ),
      (
        .caption,
        "caption captions credit credits figcaption copyrightinfo imagecaption photocredit legend bildunterschrift"
      ),
      (
        .overlay,
        """
        modal popup overlay lightbox tooltip sr screenreader visuallyhidden noprint printonly login signin paywall
        """
      ),
      (.unseen, "sr screenreader visuallyhidden noprint printonly"),
      (.quote, "pull pullquote quote"),
      (.author, "byline bylines author authors writer autor autorin auteur autore redacteur writtenby"),
      (
        .article,
        "article story post entry news blog artikel articulo noticia blogpost beitrag recipe single page"
      ),
      (
        .inside,
        "body content contents text copy inhalt contenido contenu bodytext maintext fulltext txt main detail"
      ),
      (.main, "main maincontent primary"),
      (
        .articleBody,
        """
        articlebody storybody storycontent storytext postcontent postbody entrycontent articlecontent articletext
        articlecopy bodycopy newsbody newstext blogcontent articlemain fullstory artikeltext posttext
        """
      ),
    ]
    var words = HashNumbers(capacity: 512)
    for (marks, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) {
        words[hash(word)] = (words[hash(word)] ?? 0) | Int(marks.rawValue)
      }
    }
    for word in "has no not with without is tag category".split(separator: " ") {
      words[hash(word)] = qualifier
    }
    return words
  }()
}

extension ElementMarks {
  /// How sure the marks are that this element holds the article: 0 to 3.
  var evidence: Int {
    if contains(.articleBody) { return 3 }
    if contains([.article, .inside]) { return 3 }
    if contains(.main) || contains(.article) { return 1 }
    return 0
  }

  /// The rule by which an element with these marks is no part of the article.
  var rule: PageRule? {
    if contains(.hidden) { return .hidden }
    if contains(.cookies) { return .cookies }
    if contains(.comments) { return .comments }
    if contains(.share) { return .share }
    if contains(.newsletter) { return .newsletter }
    if contains(.related) { return .related }
    if contains(.advertisement) { return .advertisement }
    if contains(.navigation) { return .navigation }
    if contains(.sidebar) { return .sidebar }
    if contains(.footer) { return .footer }
    if contains(.overlay) { return .overlay }
    if contains(.header) { return .header }
    if contains(.caption) { return .caption }
    if contains(.details) { return .details }
    return nil
  }
}
