import Copydesk

/// How a file is read.
enum FileFormat: String, Sendable {
  // The first is found fastest, and there are most of it.
  case jsonl, text, markdown, html, csv, tsv, warc, tar, zip, eml, mbox

  /// What the file's extension says, without that of a compression; text where it says nothing.
  init(path: String) { self = Self.known(path: path) ?? .text }

  /// What the file's extension says, nil where it says nothing.
  static func known(path: String) -> FileFormat? {
    let whole = Compression.uncompressed(path)
    let name = whole.utf8.split(separator: UInt8(ascii: "/")).last ?? whole.utf8[...]
    let dot = name.lastIndex(of: UInt8(ascii: "."))
    let suffix = dot.map { String(Substring(name[name.index(after: $0)...])).lowercased() }
    return switch suffix {
    case "txt", "text": .text
    case "md", "markdown": .markdown
    case "html", "htm", "xhtml": .html
    case "jsonl", "ndjson": .jsonl
    case "csv": .csv
    case "tsv", "tab": .tsv
    case "warc", "wet", "arc": .warc
    case "tar": .tar
    case "zip": .zip
    case "eml": .eml
    case "mbox": .mbox
    default: nil
    }
  }

  /// What the first bytes of a file say, where they say anything.
  init?(magic bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: "PK\u{3}\u{4}".utf8) || bytes.starts(with: "PK\u{5}\u{6}".utf8) {
      self = .zip
    } else if bytes.starts(with: "WARC/".utf8) || bytes.starts(with: "filedesc:".utf8) {
      self = .warc
    } else if bytes.count >= 262, bytes.dropFirst(257).starts(with: "ustar".utf8) {
      self = .tar
    } else if bytes.starts(with: "{\"".utf8) || bytes.starts(with: "{ \"".utf8) {
      self = .jsonl
    } else {
      return nil
    }
  }

  /// As a document names it.
  var ofDocument: DocumentSource.Format {
    switch self {
    case .markdown: .markdown
    case .html: .html
    default: .text
    }
  }

  /// Whether what is in a file of the format has formats of its own.
  var isContainer: Bool { self == .tar || self == .zip || self == .mbox }

  /// Whether a file of the format is one document, read as a whole by whoever works on it.
  var isOneDocument: Bool {
    switch self {
    case .text, .markdown, .html, .eml: true
    default: false
    }
  }
}

/// The bytes by which a file says how its characters are encoded.
enum ByteOrderMark {
  /// How many bytes a UTF-8 mark takes at the start; 0 where there is none.
  static func utf8Length(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether there is the mark of UTF-16 or UTF-32.
  static func isUTF16(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// What a document in UTF-16 fails with.
  static func utf16Failure(_ what: String, offset: Int) -> Failure {
    Failure(
      .notUTF8, "\(what) is UTF-16, not UTF-8",
      help: "convert it to UTF-8, for instance with: iconv -f UTF-16 -t UTF-8", offset: offset)
  }
}

/// Finds out what a file holds by its first bytes.
enum ContentSniffer {
  /// How far it looks.
  static let window = 4096

  /// Whether this is no text at all: there is a NUL, or more than a tenth are control characters.
  static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(window)
    var controls = 0
    for byte in head {
      if byte == 0 { return true }
      if byte < 0x20 && !byte.isASCIISpace || byte == 0x7F { controls += 1 }
    }
    return controls * 10 > head.count
  }

  /// Whether it begins like an HTML page: with `<!doctype html` or `<html`, after white space, an XML
  /// declaration and comments.
  static func isHTML(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Most texts begin with a letter.
    if let first = bytes.first, first != UInt8(ascii: "<"), first != 0xEF, !first.isASCIISpace {
      return false
    }
    var rest = bytes.prefix(window).dropFirst(ByteOrderMark.utf8Length(bytes))
    while true {
      rest = rest.drop(while: \.isASCIISpace)
      if rest.starts(with: "<?xml".utf8) {
        rest = rest.after("?>")
      } else if rest.starts(with: "<!--".utf8) {
        rest = rest.dropFirst(4).after("-->")
      } else {
        return rest.begins(withTag: "<!doctype html") || rest.begins(withTag: "<html")
      }
    }
  }

  /// Whether the text of a record is HTML: a page, or a part of one as feeds and content management systems keep it. That
  /// begins with the tag of an element, and an element that holds text ends somewhere in it.
  /// - Complexity: O(*n*) where it begins with such a tag, or else constant.
  static func isMarkup(_ bytes: ArraySlice<UInt8>) -> Bool {
    if isHTML(bytes) { return true }
    let start = bytes.prefix(window).drop(while: \.isASCIISpace)
    guard start.first == UInt8(ascii: "<"), openings.contains(where: { start.begins(withTag: $0) }) else {
      return false
    }
    var rest = bytes[start.startIndex...]
    while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[tag...]
      if rest.dropFirst().first == UInt8(ascii: "/"), endings.contains(where: { rest.begins(withTag: $0) }) {
        return true
      }
      rest = rest.dropFirst()
    }
    return false
  }

  private static let openings: [StaticString] = [
    "<p", "<div", "<article", "<section", "<body", "<main", "<header", "<h1", "<h2", "<h3", "<h4", "<ul",
    "<ol", "<table",
    "<figure", "<blockquote", "<span", "<strong", "<b", "<em", "<i", "<a", "<img", "<br",
  ]
  private static let endings: [StaticString] = [
    "</p", "</div", "</article", "</section", "</h1", "</h2", "</h3", "</h4", "</li", "</td", "</blockquote",
  ]
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
  fileprivate func begins(withTag tag: StaticString) -> Bool {
    let tag = "\(tag)".utf8
    guard count >= tag.count,
      zip(self, tag).allSatisfy({ $0 == $1 || $0.isASCIIUppercase && $0 | 0x20 == $1 })
    else { return false }
    guard let next = dropFirst(tag.count).first else { return true }
    return next.isASCIISpace || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }
}
