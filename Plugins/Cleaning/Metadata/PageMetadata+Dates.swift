import Copydesk

/// When the story of a page appeared.
extension PageMetadata {
  var published: Found<PublicationDate>? {
    let names = [
      "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate",
      "publish_date", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "article:published",
      "parsely-pub-date", "dcterms.issued", "dcterms.date", "dc.date.created", "publication_date",
      "published_time",
      "citation_publication_date", "cxenseparse:recs:publishtime", "article.published",
    ]
    for value in names.lazy.compactMap({ meta[$0] }) {
      if let date = value.map(date(in:)) { return date }
    }
    return found(structured.published)?.map(date(in:)) ?? markedDate ?? seen.best
  }

  /// When the page was last changed, as ISO 8601.
  var modified: Found<String>? {
    let names = [
      "article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified",
    ]
    let given = names.lazy.compactMap { meta[$0] }.first ?? found(structured.modified)
    return given?.map(date(in:))?.map { "\($0)" }
  }

  // MARK: What a value says

  /// A date as machines and people write it. Unix time nought is none, nor is the year nought: they stand for nothing.
  /// - Parameter isDayFirst: whether 05/03 is in March, where that is known.
  static func date(_ value: String, isDayFirst: Bool? = nil) -> PublicationDate? {
    guard let date = PublicationDate(written: value, isDayFirst: isDayFirst), date.year >= 1000 else {
      return nil
    }
    let isNought =
      date.year == 1970 && date.month == 1 && date.day == 1
      || date.year == 1969 && date.month == 12 && date.day == 31
    return isNought ? nil : date
  }

  private func date(in value: String) -> PublicationDate? { Self.date(value, isDayFirst: isDayFirst) }

  /// Whether the page's language writes the day before the month; nil for English of no country, and where that is not
  /// known.
  var isDayFirst: Bool? {
    guard let code = page.attribute("lang", of: page.root)?.lowercased() else { return nil }
    if code.hasPrefix("en") {
      if code.hasSuffix("-us") { return false }
      return ["-gb", "-au", "-nz", "-ie", "-in"].contains { code.hasSuffix($0) } ? true : nil
    }
    return PublicationDate.isDayFirst(inLanguage: code)
  }

  // MARK: Reading

  /// `itemprop="datePublished"` of the story.
  private var markedDate: Found<PublicationDate>? {
    for node in survey.dated.prefix(Self.mostMarked).lazy.map({ NodeID($0) })
    where place.holds(node, isMarked: true) {
      let value =
        page.attribute("content", of: node) ?? page.attribute("datetime", of: node) ?? text(of: node)
      if let date = value.map(Self.collapsed).flatMap(date(in:)) { return found(date, .time, node) }
    }
    return nil
  }

  private static let mostMarked = 8

  mutating func readTime(_ node: NodeID, headline: Int?) {
    guard place.holds(node, isBelowHeadline: isBelow(headline, node)), !isInProse(node),
      !isBehindProse(node) || isSaidToBeOfStory(node)
    else { return }
    let date = page.attribute("datetime", of: node).flatMap(date(in:)) ?? text(of: node).flatMap(date(in:))
    guard let date = found(date, .time, node) else { return }
    if isOfChange(node) { seen.changed = seen.changed ?? date } else { seen.time = date }
  }

  /// Whether an element `time` stands within sentences, which tell of other days: not in what is marked as details, nor
  /// at the head of its block, behind a label at most.
  private func isInProse(_ node: NodeID) -> Bool {
    guard let block = block(at: node), block.firstNode < node.index, block.mass > 0 else { return false }
    var outer = Int(page.nodes[node.index].parent)
    while outer >= 0, outer >= block.container {
      if survey.marks[outer].contains(.details) { return false }
      outer = Int(page.nodes[outer].parent)
    }
    let label = words(block.firstNode..<node.index)
    let rest = words(Int(page.nodes[node.index].subtreeEnd)..<block.endNode)
    return label > Self.mostWordsOfLabel || rest > Self.mostWordsBehind
  }

  /// Whether prose of the story stands before a node: a date there may be that of an event.
  private func isBehindProse(_ node: NodeID) -> Bool {
    guard let first = place.first,
      let prose = survey.blocks.first(where: { $0.firstNode >= first && $0.mass > 0 })
    else { return false }
    return node.index >= prose.endNode
  }

  /// Whether an element around a date is named after dates or details, or the line says that the story was published then.
  private func isSaidToBeOfStory(_ node: NodeID) -> Bool {
    let around = [node] + page.ancestors(of: node).prefix(4)
    if around.contains(where: { survey.marks[$0.index].contains(.details) || page.tag(of: $0) == .footer }) {
      return true
    }
    guard let block = block(at: node) else { return false }
    if isNamedDate(node.index) || isNamedDate(block.container) { return true }
    let text = survey.text(of: block)
    return DateLine(text)?.kind == .published || CreditLine(text, isDayFirst: isDayFirst).names != nil
  }

  /// The block that a node stands in, or the next one.
  private func block(at node: NodeID) -> PageBlock? { survey.blocks.first { $0.endNode > node.index } }

  private func words(_ nodes: Range<Int>) -> Int {
    nodes.reduce(0) { count, index in
      guard page.nodes[index].kind == .text else { return count }
      return count + page.bytes[page.nodes[index].range].split(whereSeparator: \.isASCIISpace).count
    }
  }

  /// "Published on", "Last updated at"; what may stand behind a date that is no part of a sentence.
  private static let mostWordsOfLabel = 4
  private static let mostWordsBehind = 12

  /// Whether an element `time` says, or the word before it, that it is of a change.
  private func isOfChange(_ node: NodeID) -> Bool {
    if let property = page.attribute("itemprop", of: node)?.lowercased() {
      return property.contains("datemodified") && !property.contains("datepublished")
    }
    let names = survey.names[survey.nameRange(node.index)]
    if names.contains(where: Self.changeNames.contains) {
      return !names.contains(where: Self.dateNames.contains)
    }
    guard node.index > 0, page.nodes[node.index - 1].kind == .text,
      page.nodes[node.index - 1].range.count <= 60
    else { return false }
    return DateLine.isLabelOfChange(Self.collapsed(page.textContent(of: NodeID(node.index - 1))))
  }

  /// Blocks looked at below the headline for a byline and a date that nothing marks as such.
  private static let blocksBelowHeadline = 8
  /// Blocks looked at around the headline for a date that is named as one.
  private static let blocksAround = (before: 5, behind: 12)

  /// The block of the headline.
  var headlineBlock: Int? {
    if let node = headings.headline?.node {
      let end = page.nodes[node.index].subtreeEnd
      let block = survey.blocks.firstIndex { $0.firstNode >= node.index }
      if let block, survey.blocks[block].firstNode < end { return block }
    }
    return survey.blocks.firstIndex { page.nodes[$0.container].tag == .h1 }
  }

  /// Whether no prose stands between the headline and a node behind it.
  private func isBelow(_ headline: Int?, _ node: NodeID) -> Bool {
    guard let headline, node.index > survey.blocks[headline].firstNode else { return false }
    let prose = survey.blocks[(headline + 1)...].prefix(Self.blocksAround.behind).first { $0.mass > 0 }
    return prose.map { node.index < $0.firstNode } ?? false
  }

  mutating func readBelow(_ first: Int) {
    guard byline == nil || !seen.isKnown else { return }
    for block in survey.blocks[(first + 1)...].prefix(Self.blocksBelowHeadline) where block.words <= 16 {
      if block.mass > 0 { break }
      let credit = CreditLine(survey.text(of: block), isDayFirst: isDayFirst)
      let container = NodeID(block.container)
      if byline == nil { byline = found(credit.names.flatMap(AuthorName.tidied), .byline, container) }
      if seen.time == nil { seen.add(found(credit.date, .date, container), isChange: credit.isChange) }
    }
    if !seen.isKnown { readNamedDate(around: first) }
  }

  private mutating func readNamedDate(around headline: Int) {
    let reach = (headline - Self.blocksAround.before)...(headline + Self.blocksAround.behind)
    for index in reach.clamped(to: 0...(survey.blocks.count - 1)) where index != headline {
      let block = survey.blocks[index]
      guard (2...12).contains(block.words), isNamedDate(block.container) else { continue }
      let container = NodeID(block.container)
      guard place.holds(container) else { continue }
      seen.named = found(
        CreditLine(survey.text(of: block), isDayFirst: isDayFirst).date, .date, container)
      if seen.named != nil { return }
    }
  }

  /// Whether an element or one of the two around it is named after a date.
  private func isNamedDate(_ container: Int) -> Bool {
    var node = container
    for _ in 0..<3 where node >= 0 {
      if survey.names[survey.nameRange(node)].contains(where: Self.dateNames.contains) { return true }
      node = Int(page.nodes[node].parent)
    }
    return false
  }

  private static let dateNames = hashes(
    """
    date dates datetime published publishdate pubdate postdate entrydate posted timestamp dateline datum fecha data
    """)
  private static let changeNames = hashes("updated modified update lastmod changed dateupdated datemodified")

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(
      words.split(whereSeparator: \.isWhitespace).map {
        Array($0.utf8).withUnsafeBufferPointer(CaseFolding.hash)
      })
  }
}
