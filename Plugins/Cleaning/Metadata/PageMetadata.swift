import Copydesk

/// What a page says of itself: Open Graph and other `meta` elements, schema.org in JSON-LD, headings, `time`.
struct PageMetadata {
  /// A value and where the page gave it.
  struct Found<Value> {
    /// The value.
    var value: Value
    /// How it was found: the rule of its trail entry.
    var rule: MetadataRule
    /// The element that gave it, in the page.
    var span: Span

    func map<Other>(_ change: (Value) -> Other?) -> Found<Other>? {
      change(value).map { Found<Other>(value: $0, rule: rule, span: span) }
    }
  }

  private let survey: PageSurvey
  private let page: HTMLDocument
  /// The content of `meta` elements by name or property; the first counts.
  private var meta: [String: Found<String>] = [:]
  private var canonical: Found<String>?
  private var pageTitle: Found<String>?
  private var headline: Found<String>?
  private var byline: Found<String>?
  private var time: Found<PublicationDate>?
  /// The date of a line that says who wrote it.
  private var creditDate: Found<PublicationDate>?
  private var structured = StructuredData()
  private var structuredSpan: Span?
  /// The element that gives ``articleBody``.
  private(set) var articleBodySpan: Span?

  /// Reads the metadata of a page.
  /// - Complexity: O(*n*).
  init(_ survey: PageSurvey) {
    self.survey = survey
    page = survey.page
    for index in page.nodes.indices where page.nodes[index].kind == .element { read(NodeID(index)) }
    readBelowHeadline()
  }

  /// The titles that the page gives itself.
  var titles: [String] {
    [meta["og:title"]?.value, structured.headline, pageTitle?.value].compactMap { $0 }
  }
  /// The description that the page gives of itself.
  var summary: String? {
    meta["og:description"]?.value ?? meta["description"]?.value ?? structured.description
  }
  /// The text of the article in the page's JSON-LD.
  var articleBody: String? { structured.articleBody }

  /// Fills the fields of a document that are not filled yet, and notes where each came from.
  func fill(_ document: inout Document) {
    let site = meta["og:site_name"]?.value ?? structured.site
    fill("title", \.title, title(site: site), &document)
    fill("byline", \.byline, author, &document)
    fill("published", \.published, published, &document)
    fill("section", \.section, meta["article:section"] ?? found(structured.section), &document)
    fill("language", \.language, language, &document)
    fill(
      "description", meta["og:description"] ?? meta["description"] ?? found(structured.description), &document
    )
    fill("site", meta["og:site_name"] ?? found(structured.site), &document)
    fill("url", canonical ?? meta["og:url"], &document)
    fill("image", meta["og:image"] ?? meta["twitter:image"] ?? found(structured.image), &document)
    fill("modified", modified, &document)
  }

  /// Fills what has no field of its own.
  private func fill(_ name: String, _ found: Found<String>?, _ document: inout Document) {
    guard let found, !found.value.isEmpty, document.metadata[name] == nil else { return }
    document.metadata[name] = .string(found.value)
    document.noteLifted(name, rule: found.rule.rawValue, from: found.span)
  }

  private func fill<Value>(
    _ name: String, _ field: WritableKeyPath<Document, Value?>, _ found: Found<Value>?,
    _ document: inout Document
  ) {
    guard document[keyPath: field] == nil, let found else { return }
    document[keyPath: field] = found.value
    document.noteLifted(name, rule: found.rule.rawValue, from: found.span)
  }

  // MARK: Choosing

  private func title(site: String?) -> Found<String>? {
    let candidates = [
      meta["og:title"], found(structured.headline), likelyHeadline, meta["twitter:title"],
      meta["parsely-title"], pageTitle,
      headline,
    ]
    return candidates.lazy.compactMap { $0 }.first?.map { SiteSuffix.cut($0, site: site) }
  }

  /// The headline, unless it has nothing to do with the title of the page: then it names the site.
  private var likelyHeadline: Found<String>? {
    guard let headline else { return nil }
    guard let pageTitle else { return headline }
    let words = BlockWords.hashes(of: headline.value)
    let others = Set(BlockWords.hashes(of: pageTitle.value))
    let shared = words.count { others.contains($0) }
    // A title of one word too many is the page's; "Allergies" may head all of a section.
    return shared * 2 >= words.count && shared * 3 >= others.count ? headline : nil
  }

  private var author: Found<String>? {
    let candidates = [
      found(structured.author), meta["dc:creator"], meta["dcterms.creator"], meta["author"],
      meta["article:author"],
      meta["dc.creator"], meta["parsely-author"], meta["sailthru.author"], byline,
    ]
    return candidates.lazy.compactMap { $0?.map(Self.withoutBy)?.map(Self.once) }.first {
      Self.isAuthor($0.value)
    }
  }

  /// An address is no author, nor is a line about rights.
  private static func isAuthor(_ name: String) -> Bool {
    let lower = name.lowercased()
    return !name.isEmpty && name.utf8.count <= 120
      && !["http", "/", "copyright", "©", "(c)"].contains { lower.hasPrefix($0) }
  }

  /// "Ana DuarteAna Duarte", of two elements that say the same, → "Ana Duarte".
  private static func once(_ name: String) -> String {
    let utf8 = Array(name.utf8)
    let half = utf8.count / 2
    guard utf8.count.isMultiple(of: 2), half >= 4, utf8[..<half] == utf8[half...] else { return name }
    return String(decoding: utf8[..<half], as: UTF8.self)
  }

  /// "By Lisa Hogan" → "Lisa Hogan".
  private static func withoutBy(_ name: String) -> String {
    if let names = Byline(name)?.names { return names }
    let lower = name.lowercased()
    for opening in ["by ", "von ", "par ", "por "] where lower.hasPrefix(opening) {
      return String(name.dropFirst(opening.count))
    }
    return name
  }

  private var published: Found<PublicationDate>? {
    let names = [
      "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate",
      "publish_date", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "article:published",
      "parsely-pub-date", "dcterms.issued", "dcterms.date", "dc.date.created", "publication_date",
      "published_time",
      "citation_publication_date", "cxenseparse:recs:publishtime", "article.published",
    ]
    for value in names.lazy.compactMap({ meta[$0] }) {
      if let date = value.map(Self.date) { return date }
    }
    return found(structured.published)?.map(Self.date) ?? visibleDate
  }

  /// A date that a reader sees. That of a line of credit is surely the story's; an element `time` tells the same day more
  /// exactly, or that of another story.
  private var visibleDate: Found<PublicationDate>? {
    guard let time, let creditDate else { return time ?? creditDate }
    // A time in another zone may be of the day before or after.
    let (one, other) = (time.value, creditDate.value)
    let isSame = one.year == other.year && one.month == other.month && abs(one.day - other.day) <= 1
    return isSame ? time : creditDate
  }

  /// When the page was last changed, as ISO 8601.
  private var modified: Found<String>? {
    let names = [
      "article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified",
    ]
    let given = names.lazy.compactMap { meta[$0] }.first ?? found(structured.modified)
    return given?.map(Self.date)?.map { "\($0)" }
  }

  /// An ISO date, or a date as a person writes it.
  static func date(_ value: String) -> PublicationDate? {
    PublicationDate(iso8601: value)
      ?? DateLine(LowerCase.folded(value))?.date ?? PublicationDate(ideographic: value)
  }

  private var language: Found<String>? {
    let declared = page.attribute("lang", of: page.root) ?? page.attribute("xml:lang", of: page.root)
    let root = declared.map {
      Found(value: $0, rule: .language, span: Span(page.sourceRange(of: page.root)))
    }
    let found = root ?? meta["og:locale"]?.map { $0.replacing("_", with: "-") } ?? meta["content-language"]
    return found?.map { value in
      let code = Self.collapsed(value)
      let isCode =
        (2...12).contains(code.utf8.count)
        && code.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
      return isCode ? LanguageCode.withoutRegion(code) : nil
    }
  }

  /// A value of the page's JSON-LD.
  private func found(_ value: String?) -> Found<String>? {
    guard let value, let structuredSpan else { return nil }
    return Found(value: value, rule: .structured, span: structuredSpan)
  }

  // MARK: Reading

  private mutating func read(_ node: NodeID) {
    switch page.tag(of: node) {
    case .meta: readMeta(node)
    case .link: readLink(node)
    case .title:
      if pageTitle == nil, !isForeign(node) { pageTitle = found(text(of: node), .pageTitle, node) }
    case .script: readScript(node)
    case .h1:
      if headline == nil, !survey.marks[node.index].contains(.hidden) {
        headline = found(text(of: node), .headline, node)
      }
    case .time: readTime(node)
    case .a:
      if author(in: node) { readAuthor(node) }
      if byline == nil, survey.marks[node.index].contains(.author),
        page.attribute("rel", of: node) == "author"
      {
        byline = found(text(of: node), .byline, node)
      }
    case .p, .div, .span, .address, .li, .cite, .strong, .b, .em, .h4, .h5:
      if byline == nil, survey.marks[node.index].contains(.details) { readByline(node) }
      if author(in: node) { readAuthor(node) }
    default: break
    }
  }

  private func author(in node: NodeID) -> Bool {
    byline == nil && survey.marks[node.index].contains(.author)
      && !survey.marks[node.index].contains(.comments)
  }

  /// What is marked as an author is one if it reads like a name.
  private mutating func readAuthor(_ node: NodeID) {
    guard page.nodes[node.index].subtreeEnd - node.rawValue <= 12, let text = text(of: node) else { return }
    let name = Self.withoutBy(text)
    let words = name.split(separator: " ")
    let isName =
      (2...12).contains(words.count) && name.utf8.count <= 100
      && !name.utf8.contains { $0.isASCIIDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }
      && words.prefix(2).allSatisfy { $0.first?.isLowercase == false }
    if isName { byline = found(name, .byline, node) }
  }

  private func isForeign(_ node: NodeID) -> Bool {
    !page.isDescendant(node, of: page.head) && pageTitle != nil
  }

  private mutating func readMeta(_ node: NodeID) {
    let name =
      page.attribute("property", of: node) ?? page.attribute("name", of: node)
      ?? page.attribute("itemprop", of: node) ?? page.attribute("http-equiv", of: node)
    guard let name, let content = page.attribute("content", of: node) else { return }
    let value = Self.collapsed(content)
    let key = name.lowercased()
    if !value.isEmpty, meta[key] == nil { meta[key] = found(value, .meta, node) }
  }

  private mutating func readLink(_ node: NodeID) {
    guard canonical == nil, page.attribute("rel", of: node)?.lowercased() == "canonical" else { return }
    canonical = found(page.attribute("href", of: node).map(Self.collapsed), .link, node)
  }

  private mutating func readScript(_ node: NodeID) {
    guard let type = page.attribute("type", of: node), type.lowercased().hasPrefix("application/ld+json")
    else { return }
    structuredSpan = structuredSpan ?? Span(page.extent(of: node))
    for child in page.children(of: node) { structured.read(page.bytes[page.sourceRange(of: child)]) }
    if articleBodySpan == nil, articleBody != nil { articleBodySpan = Span(page.extent(of: node)) }
  }

  private mutating func readTime(_ node: NodeID) {
    guard time == nil else { return }
    let date = page.attribute("datetime", of: node).flatMap(Self.date) ?? text(of: node).flatMap(Self.date)
    time = found(date, .time, node)
  }

  /// A byline is short and is nothing else.
  private mutating func readByline(_ node: NodeID) {
    guard page.nodes[node.index].subtreeEnd - node.rawValue <= 12, let text = text(of: node),
      text.utf8.count <= 120
    else { return }
    let credit = CreditLine(text)
    byline = found(credit.names, .byline, node)
    // A date beside names is that of what they wrote; one that stands alone may be of anything.
    if creditDate == nil, byline != nil { creditDate = found(credit.date, .date, node) }
    for child in page.children(of: node) where byline == nil && page.kind(of: child) == .element {
      byline = found(self.text(of: child).flatMap { Byline($0)?.names }, .byline, child)
    }
  }

  /// Blocks looked at below the headline for a byline and a date that nothing marks as such.
  private static let blocksBelowHeadline = 8

  private mutating func readBelowHeadline() {
    guard byline == nil || visibleDate == nil,
      let first = survey.blocks.firstIndex(where: { page.nodes[$0.container].tag == .h1 })
    else { return }
    for block in survey.blocks[(first + 1)...].prefix(Self.blocksBelowHeadline) where block.words <= 16 {
      if block.mass > 0 { return }
      let text = survey.text(of: block)
      let credit = CreditLine(text)
      if byline == nil { byline = found(credit.names, .byline, NodeID(block.container)) }
      if visibleDate == nil { creditDate = found(credit.date, .date, NodeID(block.container)) }
    }
  }

  /// What an element gave, if it gave anything.
  private func found<Value>(_ value: Value?, _ rule: MetadataRule, _ node: NodeID) -> Found<Value>? {
    value.map { Found(value: $0, rule: rule, span: Span(page.extent(of: node))) }
  }

  /// The text of a small element; nil for a large one, which is no headline and no name.
  private func text(of node: NodeID) -> String? {
    guard page.nodes[node.index].subtreeEnd - node.rawValue <= 80, page.extent(of: node).count <= 8_000 else {
      return nil
    }
    let text = Self.collapsed(page.textContent(of: node))
    return text.isEmpty || text.utf8.count > 400 ? nil : text
  }

  /// White space collapsed, none at the ends.
  static func collapsed(_ string: String) -> String {
    let bytes = Array(string.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let blank = Blanks.length(at: index, in: bytes)
      if blank > 0 {
        index += blank
        if !out.isEmpty, out.last != 0x20 { out.append(0x20) }
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}
