import Copydesk

/// Finds out what a file holds by its first bytes.
enum ContentSniffer {
  /// How far it looks.
  static let window = 4096

  /// Whether this is no text at all: there is a NUL, or more than a tenth are control characters. Escapes are none:
  /// Japanese is written with them.
  static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(window)
    let controls = controls(in: head)
    return controls.hasNUL || controls.count * 10 > head.count
  }

  /// The same of what says that it is text, and may well have a NUL somewhere: more than a tenth are control characters, or
  /// more than one in 24 of what is not UTF-8, as of bytes at random.
  static func isNoise(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(window)
    let controls = controls(in: head).count
    // A character may be cut in two at the end of the window.
    return controls * 10 > head.count
      || controls * 24 > head.count && firstInvalidUTF8(in: head).map { $0 + 4 < head.count } ?? false
  }

  private static func controls(in bytes: ArraySlice<UInt8>) -> (count: Int, hasNUL: Bool) {
    var count = 0
    var hasNUL = false
    for byte in bytes {
      if byte < 0x20 && !byte.isASCIISpace && byte != 0x1B || byte == 0x7F { count += 1 }
      if byte == 0 { hasNUL = true }
    }
    return (count, hasNUL)
  }

  /// Whether it begins like an HTML page: with `<!doctype html` or `<html`, after white space, an XML
  /// declaration and comments.
  static func isHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Most texts begin with a letter.
    if let first = bytes.first, first != UInt8(ascii: "<"), first != 0xEF, !first.isASCIISpace {
      return false
    }
    let root = behindDeclarations(bytes)
    return root.begins(withTag: "<!doctype html") || root.begins(withTag: "<html")
  }

  /// What follows white space, declarations of XML and comments.
  private static func behindDeclarations(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.prefix(window).dropFirst(ByteOrderMark.utf8Length(bytes))
    while true {
      rest = rest.drop(while: \.isASCIISpace)
      if rest.starts(with: "<?xml".utf8) {
        rest = rest.after("?>")
      } else if rest.starts(with: "<!--".utf8) {
        rest = rest.dropFirst(4).after("-->")
      } else {
        return rest
      }
    }
  }

  /// Whether it is a list of addresses or articles for machines: a feed, a site map.
  static func isFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
    let root = behindDeclarations(bytes)
    return ["<rss", "<feed", "<rdf:rdf", "<urlset", "<sitemapindex", "<opml"].contains {
      root.begins(withTag: $0)
    }
  }

  /// Whether it begins like XML that is no HTML page: with an XML declaration, or as a feed.
  static func isXML(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.prefix(window).dropFirst(ByteOrderMark.utf8Length(bytes)).drop(while: \.isASCIISpace)
    guard rest.first == UInt8(ascii: "<") else { return false }
    return ["<?xml", "<rss", "<feed"].contains { rest.begins(with: Array($0.utf8)) } && !isHTML(bytes)
  }

  /// How far it looks for the ends of elements.
  private static let markupWindow = 1 << 16

  /// Whether the text of a record is HTML: a page, or a part of one as feeds and content management systems keep it. That
  /// begins with the tag of a block that ends in it. What is about tags may well begin with that of an element that stands
  /// in a line; so such a one has to end, and two blocks besides.
  /// - Complexity: O(*n*) in the first 64 KB where it begins with such a tag, or else constant.
  static func isMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    if isHTML(bytes) { return true }
    let start = bytes.prefix(window).drop(while: \.isASCIISpace)
    guard start.first == UInt8(ascii: "<") else { return false }
    let opening = start.dropFirst()
    let whole = bytes[start.startIndex...]
    if let block = blocks.first(where: { opening.begins(withName: $0) }) {
      return ends(block, in: whole.prefix(markupWindow))
        // What is around all of it ends where it does.
        || whole.count > markupWindow && ends(block, in: whole.suffix(window))
    }
    guard let element = inLines.first(where: { opening.begins(withName: $0) }) else { return false }
    return hasBlocks(whole.prefix(markupWindow), besides: element)
  }

  private static func ends(_ name: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let ending = rest.nextEnding() {
      if ending.begins(withName: name) { return true }
    }
    return false
  }

  private static func hasBlocks(_ bytes: ArraySlice<UInt8>, besides element: [UInt8]) -> Bool {
    var rest = bytes
    var isClosed = withoutEnd.contains(element)
    var count = 0
    while let ending = rest.nextEnding() {
      isClosed = isClosed || ending.begins(withName: element)
      if blocks.contains(where: { ending.begins(withName: $0) }) { count += 1 }
      if isClosed, count > 1 { return true }
    }
    return false
  }

  private static let blocks = names(
    "p", "div", "article", "section", "body", "main", "header", "h1", "h2", "h3", "h4", "ul", "ol", "li",
    "table", "td", "figure", "blockquote")
  private static let inLines = names("a", "b", "i", "em", "strong", "span", "br", "img")
  private static let withoutEnd = names("br", "img")

  private static func names(_ names: String...) -> [[UInt8]] { names.map { Array($0.utf8) } }
}

extension ArraySlice<UInt8> {
  /// What follows the first `mark`; nothing where there is none.
  fileprivate func after(_ mark: StaticString) -> ArraySlice<UInt8> {
    let mark = Array("\(mark)".utf8)
    var index = startIndex
    while index + mark.count <= endIndex {
      if self[index..<index + mark.count].elementsEqual(mark) { return self[(index + mark.count)...] }
      index += 1
    }
    return []
  }

  /// Whether `tag`, lower case here and any case there, comes first and its name ends there.
  fileprivate func begins(withTag tag: StaticString) -> Bool { tag.withUTF8Buffer { begins(with: $0) } }

  /// The same of the name of an element.
  fileprivate func begins(withName name: [UInt8]) -> Bool { begins(with: name) }

  fileprivate func begins(with name: some RandomAccessCollection<UInt8>) -> Bool {
    guard count >= name.count,
      zip(self, name).allSatisfy({ $0 == $1 || $0.isASCIIUppercase && $0 | 0x20 == $1 })
    else { return false }
    guard let next = dropFirst(name.count).first else { return true }
    return next.isASCIISpace || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// Goes to the name in the next tag that ends an element, and returns what begins with it.
  fileprivate mutating func nextEnding() -> ArraySlice<UInt8>? {
    while let tag = firstIndex(of: UInt8(ascii: "<")) {
      self = self[(tag + 1)...]
      guard first == UInt8(ascii: "/") else { continue }
      self = dropFirst()
      return self
    }
    return nil
  }
}
