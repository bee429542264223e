import Copydesk

/// What schema.org's JSON-LD says of an article. Broken JSON says nothing.
///
/// The objects are taken in one by one, and put together by ``settle(address:titles:)`` when it is known which page it is.
struct StructuredData {
  private(set) var headline: String?
  private(set) var author: String?
  private(set) var published: String?
  private(set) var section: String?
  private(set) var description: String?
  private(set) var site: String?
  private(set) var modified: String?
  private(set) var image: String?
  /// The text of the article, where the page gives it.
  private(set) var articleBody: String?
  /// The element that gives it.
  private(set) var articleBodySpan: Span?
  private var articles: [(object: JSONValue, span: Span)] = []

  /// Takes in the content of a script element.
  /// - Parameters:
  ///   - bytes: what stands in it.
  ///   - span: the element, in the page.
  mutating func read(_ bytes: ArraySlice<UInt8>, of span: Span) {
    guard let value = Self.parse(bytes) else { return }
    var queue = [value]
    var next = 0
    // Lists and graphs hold the objects; a page has few.
    while next < queue.count, next < 500 {
      switch queue[next] {
      case .array(let values): queue += values
      case .object: visit(queue[next], of: span, &queue)
      default: break
      }
      next += 1
    }
  }

  private static func parse(_ bytes: ArraySlice<UInt8>) -> JSONValue? {
    if let value = try? JSONReader.value(bytes) { return value }
    // Line ends inside strings are the usual mistake.
    return try? JSONReader.value(Array(bytes.map { $0 < 0x20 ? 0x20 : $0 })[...])
  }

  private mutating func visit(_ object: JSONValue, of span: Span, _ queue: inout [JSONValue]) {
    if let graph = object["@graph"] { queue.append(graph) }
    if let main = object["mainEntity"] { queue.append(main) }
    guard Self.isArticle(object) else {
      if site == nil, object["@type"]?.string == "WebSite" { site = Self.text(object["name"]) }
      return
    }
    articles.append((object, span))
  }

  /// Puts together what the objects say, the first first, but for those of other stories.
  /// - Parameters:
  ///   - address: the page's own.
  ///   - titles: what the page calls itself.
  mutating func settle(address: String?, titles: [String]) {
    for (object, span) in articles where !Self.isOfAnother(object, address, titles) { take(object, of: span) }
    articles = []
  }

  private mutating func take(_ object: JSONValue, of span: Span) {
    headline = headline ?? Self.headline(object)
    author = author ?? Self.names(object["author"])
    published = published ?? Self.text(object["datePublished"])
    section = section ?? Self.text(Self.first(object["articleSection"]))
    description = description ?? Self.text(object["description"])
    site = site ?? Self.text(object["publisher"]?["name"])
    modified = modified ?? Self.text(object["dateModified"])
    let picture = Self.first(object["image"])
    image = image ?? Self.text(picture) ?? Self.text(picture?["url"])
    if articleBody == nil, let body = object["articleBody"]?.string {
      articleBody = body
      articleBodySpan = span
    }
  }

  private static func headline(_ object: JSONValue) -> String? {
    text(object["headline"]) ?? text(object["name"])
  }

  /// A longer one is none, and is not compared.
  private static let longestTitle = 1_000

  /// Whether an object has both another address and another headline than the page: a teaser of another story. Either
  /// alone is common on pages of one.
  private static func isOfAnother(_ object: JSONValue, _ address: String?, _ titles: [String]) -> Bool {
    let titles = titles.filter { $0.utf8.count <= longestTitle }
    guard let address = address.map(path), !address.isEmpty, !titles.isEmpty, let headline = headline(object),
      headline.utf8.count <= longestTitle
    else { return false }
    let main = object["mainEntityOfPage"]
    let own = [object["url"], main, main?["@id"], main?["url"]].compactMap { text($0) }.map(path)
      .filter { !$0.isEmpty }
    guard !own.isEmpty, !own.contains(address) else { return false }
    let letters = TitleParts.letters(of: headline)
    return !titles.contains { title in
      let other = TitleParts.letters(of: title)
      return other.firstRange(of: letters) != nil || !other.isEmpty && letters.firstRange(of: other) != nil
    }
  }

  /// What of an address says which page of a site it is; nothing of the front page's.
  private static func path(_ address: String) -> String {
    let plain = address.prefix { $0 != "?" && $0 != "#" }
    let rest = plain.firstRange(of: "://").map { plain[$0.upperBound...].drop { $0 != "/" } } ?? plain[...]
    return rest.split(separator: "/").joined(separator: "/").lowercased()
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    let types: [JSONValue] =
      switch object["@type"] {
      case .array(let values): values
      case let value?: [value]
      case nil: []
      }
    return types.contains { type in
      guard let name = type.string else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report" || name == "Review"
    }
  }

  private static func first(_ value: JSONValue?) -> JSONValue? {
    if case .array(let values) = value { values.first } else { value }
  }

  /// The name or names of an author: a string, an object with a name, or a list of these.
  private static func names(_ value: JSONValue?) -> String? {
    let values: [JSONValue] = if case .array(let values) = value { values } else { value.map { [$0] } ?? [] }
    let names = values.compactMap { text($0) ?? text($0["name"]) }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  /// A string, with the character references that some sites leave in it decoded.
  private static func text(_ value: JSONValue?) -> String? {
    guard let string = value?.string else { return nil }
    let bytes = Array(string.utf8)
    let decoded = bytes.withUnsafeBufferPointer {
      HTMLCharacters.decode(0..<$0.count, in: $0, mode: .attribute)
    }
    let text = PageMetadata.collapsed(String(decoding: decoded, as: UTF8.self))
    return text.isEmpty ? nil : text
  }
}
