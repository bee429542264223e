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

  let survey: PageSurvey
  let page: HTMLDocument
  /// Where a date of the story may stand.
  let place: StoryPlace
  /// The content of `meta` elements by name or property; the first counts.
  private(set) var meta: [String: Found<String>] = [:]
  private(set) var canonical: Found<String>?
  private(set) var pageTitle: Found<String>?
  private(set) var headings = PageHeadings()
  /// The first headings that are shown.
  private var headingNodes: (first: [NodeID], second: [NodeID]) = ([], [])
  var byline: Found<String>?
  /// The dates that a reader sees.
  var seen = SeenDates()
  /// The first elements `time`: a page of comments has thousands.
  private(set) var times: [NodeID] = []
  private(set) var structured = StructuredData()
  private var structuredSpan: Span?
  /// The element in which the last author was found that is marked as one by a link.
  var bylineParent: NodeID?

  /// Reads the metadata of a page.
  /// - Parameter article: what the rules take for the article, by which dates of other stories are told.
  /// - Complexity: O(*n*).
  init(_ survey: PageSurvey, _ article: ArticleFinder.Article? = nil) {
    self.survey = survey
    page = survey.page
    place = StoryPlace(survey, article)
    for index in page.nodes.indices where page.nodes[index].kind == .element { read(NodeID(index)) }
    structured.settle(
      address: canonical?.value ?? meta["og:url"]?.value,
      titles: [pageTitle?.value, meta["og:title"]?.value].compactMap { $0 }
        + headingNodes.first.compactMap(text(of:)))
    headings = PageHeadings(
      first: headingNodes.first, second: headingNodes.second, title: pageTitle?.value,
      others: [meta["og:title"]?.value, structured.headline].compactMap { $0 }, site: site, page: page,
      text: text(of:))
    let headline = headlineBlock
    for node in times where seen.time == nil { readTime(node, headline: headline) }
    if let headline { readBelow(headline) }
  }

  /// The name of the site.
  var site: String? { meta["og:site_name"]?.value ?? structured.site }

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
  /// The element that gives ``articleBody``.
  var articleBodySpan: Span? { structured.articleBodySpan }

  /// Fills the fields of a document that are not filled yet, and notes where each came from.
  func fill(_ document: inout Document) {
    fill("title", \.title, title, &document)
    fill("byline", \.byline, author, &document)
    fill("published", \.published, published, &document)
    fill("section", \.section, section, &document)
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

  private var section: Found<String>? {
    [meta["article:section"], found(structured.section)].lazy.compactMap { $0 }.first {
      SectionName.isOne($0.value)
    }
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
  func found(_ value: String?) -> Found<String>? {
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
      if headingNodes.first.count < Self.mostHeadings, !survey.marks[node.index].contains(.hidden) {
        headingNodes.first.append(node)
      }
    case .h2, .h3:
      if headingNodes.second.count < Self.mostLowerHeadings, !survey.marks[node.index].contains(.hidden) {
        headingNodes.second.append(node)
      }
    case .time: if times.count < Self.mostTimes { times.append(node) }
    case .a:
      if isAuthor(in: node) { readAuthor(node) }
      if survey.marks[node.index].contains(.author), page.attribute("rel", of: node) == "author" {
        readAuthorLink(node)
      }
    case .p, .div, .span, .address, .li, .cite, .strong, .b, .em, .h4, .h5:
      if byline == nil, survey.marks[node.index].contains(.details) { readByline(node) }
      if isAuthor(in: node) { readAuthor(node) }
    default: break
    }
  }

  /// How many headings of a level may be the headline.
  private static let mostHeadings = 5
  private static let mostLowerHeadings = 10
  private static let mostTimes = 40

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
    guard !value.isEmpty else { return }
    if meta[key] == nil {
      meta[key] = found(value, .meta, node)
    } else if key == "author", let first = meta[key], value != first.value, isSecondAuthor(value, first.value)
    {
      meta[key]?.value += (first.value.hasSuffix(",") ? " " : ", ") + value
    }
  }

  private mutating func readLink(_ node: NodeID) {
    guard canonical == nil, page.attribute("rel", of: node)?.lowercased() == "canonical" else { return }
    canonical = found(page.attribute("href", of: node).map(Self.collapsed), .link, node)
  }

  private mutating func readScript(_ node: NodeID) {
    guard let type = page.attribute("type", of: node), type.lowercased().hasPrefix("application/ld+json")
    else { return }
    let span = Span(page.extent(of: node))
    structuredSpan = structuredSpan ?? span
    for child in page.children(of: node) {
      structured.read(page.bytes[page.sourceRange(of: child)], of: span)
    }
  }

  /// What an element gave, if it gave anything.
  func found<Value>(_ value: Value?, _ rule: MetadataRule, _ node: NodeID) -> Found<Value>? {
    value.map { Found(value: $0, rule: rule, span: Span(page.extent(of: node))) }
  }

  /// The text of a small element; nil for a large one, which is no headline and no name.
  func text(of node: NodeID) -> String? {
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
