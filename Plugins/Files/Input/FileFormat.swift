import Copydesk

/// How a file is read.
enum FileFormat: String, Sendable {
  // The first is found fastest, and there are most of it.
  case jsonl, text, markdown, html, json, csv, tsv, warc, tar, zip, eml, mbox

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
    case "json": .json
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

  /// How a name ends, to count it with its like: `.xml`, `.xml.gz`.
  static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let plain = Compression.uncompressed(String(name))
    guard let dot = plain.lastIndex(of: "."), dot != plain.startIndex,
      plain.utf8.distance(from: dot, to: plain.endIndex) <= 16
    else { return "no ending" }
    return name.dropFirst(plain.distance(from: plain.startIndex, to: dot)).lowercased()
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
    } else if ContentSniffer.isJSON(bytes) ?? false {
      self = .json
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

  /// Whether a file of the format holds records or rows that say nothing of how they are encoded.
  var hasRecords: Bool {
    switch self {
    case .jsonl, .json, .csv, .tsv: true
    default: false
    }
  }

  /// Whether a file of the format that holds nothing has no record to tell of it.
  var isSilentWhenEmpty: Bool {
    switch self {
    case .jsonl, .csv, .tsv, .warc, .tar, .mbox: true
    default: false
    }
  }

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
}
