import Copydesk

/// The head of a record of a WARC or ARC file.
struct RecordHead: Sendable {
  /// How many bytes it takes.
  let length: Int
  /// How many bytes the block behind it takes.
  let contentLength: Int
  /// The page's address.
  let address: String?
  /// When it was fetched, as a WARC writes it.
  let date: String?
  /// What the block is: `application/http; msgtype=response`, or of an ARC the page's own type.
  let contentType: String?
  /// The kind of a WARC record: `response`, `conversion` …
  let kind: Kind

  /// What a length may be; anything else is damage.
  private static let lengths = 0...(1 << 50)

  enum Kind: Sendable {
    /// A response with its HTTP head.
    case response
    /// A file as it is.
    case resource
    /// The text of a page.
    case conversion
    /// No document.
    case other
  }

  var mayBeDocument: Bool { kind != .other }

  /// Whether a head may begin here.
  static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.starts(with: "WARC/".utf8) { return true }
    let schemes = ["http://", "https://", "filedesc:", "dns:", "ftp://"]
    return schemes.contains { scheme in
      let count = min(scheme.utf8.count, bytes.count)
      return count >= 4 && bytes.prefix(count).elementsEqual(scheme.utf8.prefix(count))
    }
  }

  /// Where inside of a block the next WARC record begins, after a blank line.
  static func beginning(inside block: ArraySlice<UInt8>) -> Int? {
    let mark = Array("\nWARC/1.".utf8)
    var index = block.startIndex
    while index + mark.count <= block.endIndex {
      guard let line = block[index...].firstIndex(of: 0x0A), line + mark.count <= block.endIndex else {
        return nil
      }
      if block[line..<line + mark.count].elementsEqual(mark) {
        let before = block[block.startIndex..<line].suffix(2)
        if before.last == 0x0A || before.elementsEqual([0x0A, 0x0D]) { return line + 1 }
      }
      index = line + 1
    }
    return nil
  }

  /// Reads the head at the start of `bytes`; nil where there is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: "WARC/".utf8) { self.init(warc: bytes) } else { self.init(arc: bytes) }
  }

  private init?(warc bytes: ArraySlice<UInt8>) {
    guard let fields = HeaderFields(bytes), let length = fields["content-length"].flatMap({ Int($0) }),
      Self.lengths.contains(length)
    else { return nil }
    self.length = fields.length
    contentLength = length
    address = fields["warc-target-uri"].map {
      $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
    }
    date = fields["warc-date"]
    contentType = fields["content-type"]
    kind =
      switch fields["warc-type"]?.lowercased() {
      case "response": .response
      case "resource": .resource
      case "conversion": .conversion
      default: .other
      }
  }

  /// 20240305100000 as the archives that came after write it: 2024-03-05T10:00:00Z.
  private static func iso(_ date: String) -> String {
    var out = ""
    for (index, digit) in date.enumerated() {
      switch index {
      case 4, 6: out += "-"
      case 8: out += "T"
      case 10, 12: out += ":"
      default: break
      }
      out.append(digit)
    }
    return out + "Z"
  }

  /// `URL IP date type length`, or with more fields between; the first of a file describes it.
  private init?(arc bytes: ArraySlice<UInt8>) {
    guard Self.mayBegin(bytes), let end = bytes.firstIndex(of: 0x0A) else { return nil }
    var line = bytes[..<end]
    if line.last == 0x0D { line = line.dropLast() }
    let fields = line.split(separator: 0x20, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count >= 5, let length = fields.last.flatMap({ Int($0) }), Self.lengths.contains(length),
      let date = fields.first(where: { $0.utf8.count == 14 && $0.utf8.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    self.length = end + 1 - bytes.startIndex
    contentLength = length
    address = fields[0]
    self.date = Self.iso(date)
    contentType = fields.first { $0.contains("/") && !$0.contains(":") }
    kind = fields[0].hasPrefix("http") ? .response : .other
  }
}
