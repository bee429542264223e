import Copydesk

/// What a page says of itself: Open Graph and other `meta` elements, schema.org in JSON-LD, headings, `time`.
struct PageMetadata {
  private let survey: PageSurvey
  private let page: HTMLDocument
  /// The content of `meta` elements by name or property; the first counts.
  private var meta: [String: String] = [:]
  private var canonical: String?
  private var pageTitle: String?
  private var headline: String?
  private var byline: String?
  private var time: PublicationDate?
  private var structured = StructuredData()

  /// Reads the metadata of a page.
  /// - Complexity: O(*n*).
  init(_ survey: PageSurvey) {
    self.survey = survey
    page = survey.page
    for index in page.nodes.indices where page.nodes[index].kind == .element { read(NodeID(index)) }
    readBelowHeadline()
  }

  /// Fills the fields of a document that are not filled yet.
  func fill(_ document: inout Document) {
    let site = meta["og:site_name"] ?? structured.site
    if document.title == nil { document.title = title(site: site) }
    if document.byline == nil { document.byline = author }
    if document.published == nil { document.published = published }
    if document.section == nil { document.section = meta["article:section"] ?? structured.section }
    if document.language == nil { document.language = language }
    let description = meta["og:description"] ?? meta["description"] ?? structured.description
    for (name, value) in [("description", description), ("site", site), ("url", canonical ?? meta["og:url"])]
    {
      if let value, document.metadata[name] == nil { document.metadata[name] = .string(value) }
    }
  }

  // MARK: Choosing

  private func title(site: String?) -> String? {
    let candidates = [meta["og:title"], structured.headline, headline, meta["twitter:title"], pageTitle]
    return candidates.lazy.compactMap { $0 }.first.map { SiteSuffix.cut($0, site: site) }
  }

  private var author: String? {
    let candidates = [structured.author, meta["author"], meta["article:author"], meta["dc.creator"], byline]
    return candidates.lazy.compactMap { $0 }.map(Self.withoutBy).first { name in
      !name.isEmpty && name.utf8.count <= 120 && !name.hasPrefix("http") && !name.hasPrefix("/")
    }
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

  private var published: PublicationDate? {
    let names = [
      "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate",
      "publish_date",
      "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "article:published",
    ]
    for value in names.lazy.compactMap({ meta[$0] }) {
      if let date = Self.date(value) { return date }
    }
    return structured.published.flatMap(Self.date) ?? time
  }

  /// An ISO date, or a date as a person writes it.
  static func date(_ value: String) -> PublicationDate? {
    PublicationDate(iso8601: value)
      ?? DateLine(LowerCase.folded(value))?.date
  }

  private var language: String? {
    let value =
      page.attribute("lang", of: page.root) ?? page.attribute("xml:lang", of: page.root)
      ?? meta["og:locale"]?.replacing("_", with: "-") ?? meta["content-language"]
    guard let value = value.map(Self.collapsed), (2...12).contains(value.utf8.count),
      value.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
    else { return nil }
    return value
  }

  // MARK: Reading

  private mutating func read(_ node: NodeID) {
    switch page.tag(of: node) {
    case .meta: readMeta(node)
    case .link: readLink(node)
    case .title: if pageTitle == nil, !isForeign(node) { pageTitle = text(of: node) }
    case .script: readScript(node)
    case .h1: if headline == nil, !survey.marks[node.index].contains(.hidden) { headline = text(of: node) }
    case .time: readTime(node)
    case .a:
      if byline == nil, page.attribute("rel", of: node) == "author" { byline = text(of: node) }
    case .p, .div, .span, .address, .li:
      if byline == nil, survey.marks[node.index].contains(.details) { readByline(node) }
    default: break
    }
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
    if !value.isEmpty, meta[key] == nil { meta[key] = value }
  }

  private mutating func readLink(_ node: NodeID) {
    guard canonical == nil, page.attribute("rel", of: node)?.lowercased() == "canonical" else { return }
    canonical = page.attribute("href", of: node).map(Self.collapsed)
  }

  private mutating func readScript(_ node: NodeID) {
    guard let type = page.attribute("type", of: node), type.lowercased().hasPrefix("application/ld+json")
    else { return }
    for child in page.children(of: node) { structured.read(page.bytes[page.sourceRange(of: child)]) }
  }

  private mutating func readTime(_ node: NodeID) {
    guard time == nil else { return }
    time = page.attribute("datetime", of: node).flatMap(Self.date) ?? text(of: node).flatMap(Self.date)
  }

  /// A byline is short and is nothing else.
  private mutating func readByline(_ node: NodeID) {
    guard page.nodes[node.index].subtreeEnd - node.rawValue <= 12, let text = text(of: node),
      text.utf8.count <= 120
    else { return }
    byline = Byline(text)?.names
    for child in page.children(of: node) where byline == nil && page.kind(of: child) == .element {
      byline = self.text(of: child).flatMap { Byline($0)?.names }
    }
  }

  /// Blocks looked at below the headline for a byline and a date that nothing marks as such.
  private static let blocksBelowHeadline = 8

  private mutating func readBelowHeadline() {
    guard byline == nil || time == nil,
      let first = survey.blocks.firstIndex(where: { page.nodes[$0.container].tag == .h1 })
    else { return }
    for block in survey.blocks[(first + 1)...].prefix(Self.blocksBelowHeadline) where block.words <= 16 {
      if block.mass > 0 { return }
      let text = survey.text(of: block)
      if byline == nil { byline = Byline(text)?.names }
      if time == nil { time = Self.date(text) }
    }
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
    string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
