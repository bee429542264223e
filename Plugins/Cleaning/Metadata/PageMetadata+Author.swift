import Copydesk

/// Who wrote the story of a page.
extension PageMetadata {
  var author: Found<String>? {
    let candidates = [
      found(structured.author), meta["dc:creator"], meta["dcterms.creator"], meta["author"],
      meta["article:author"],
      meta["dc.creator"], meta["parsely-author"], meta["sailthru.author"], byline,
    ]
    let authors = candidates.compactMap { $0?.map(Self.withoutBy)?.map(Self.once)?.map(AuthorName.tidied) }
      .filter { Self.isAuthor($0.value) }
    // Many a page names itself as the author of all it has, and beside the story who wrote it.
    return authors.first { !isSite($0.value) } ?? authors.first
  }

  private func isSite(_ name: String) -> Bool {
    let letters = TitleParts.letters(of: name)
    return [site, structured.site].contains { $0.map { TitleParts.letters(of: $0) == letters } ?? false }
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

  // MARK: Reading

  func isAuthor(in node: NodeID) -> Bool {
    byline == nil && survey.marks[node.index].contains(.author)
      && !survey.marks[node.index].contains(.comments)
  }

  /// What is marked as an author is one if it reads like a name.
  mutating func readAuthor(_ node: NodeID) {
    guard page.nodes[node.index].subtreeEnd - node.rawValue <= 12, let text = text(of: node),
      let name = AuthorName.tidied(Self.withoutBy(text))
    else { return }
    if Self.isName(name) {
      byline = found(name, .byline, node)
      if page.attribute("rel", of: node) == "author" { bylineParent = page.parent(of: node) }
    }
  }

  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...12).contains(words.count) && name.utf8.count <= 100
      && !name.utf8.contains { $0.isASCIIDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }
      && words.prefix(2).allSatisfy { $0.first?.isLowercase == false }
  }

  /// A link to an author; several side by side are of several authors.
  mutating func readAuthorLink(_ node: NodeID) {
    guard let name = text(of: node).flatMap(AuthorName.tidied) else { return }
    if byline == nil {
      byline = found(name, .byline, node)
      bylineParent = page.parent(of: node)
    } else if let first = byline?.value, bylineParent == page.parent(of: node), Self.isName(name),
      !first.contains(name), first.utf8.count + name.utf8.count <= 100
    {
      byline?.value += ", " + name
    }
  }

  /// Whether a page names a second person: its own name, or the first one again, is none.
  func isSecondAuthor(_ name: String, _ first: String) -> Bool {
    Self.isName(name) && Self.isName(first) && !first.contains(name) && !name.contains(first)
      && ![name, first].contains { $0 == meta["og:site_name"]?.value }
  }

  /// A byline is short and is nothing else.
  mutating func readByline(_ node: NodeID) {
    guard page.nodes[node.index].subtreeEnd - node.rawValue <= 12, let text = text(of: node),
      text.utf8.count <= 120
    else { return }
    let credit = CreditLine(text, isDayFirst: isDayFirst)
    byline = found(credit.names.flatMap(AuthorName.tidied), .byline, node)
    // A date beside names is that of what they wrote; one that stands alone may be of anything.
    if byline != nil { seen.add(found(credit.date, .date, node), isChange: credit.isChange) }
    for child in page.children(of: node) where byline == nil && page.kind(of: child) == .element {
      byline = found(self.text(of: child).flatMap { Byline($0)?.names }, .byline, child)
    }
  }
}
