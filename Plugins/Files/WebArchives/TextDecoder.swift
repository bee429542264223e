import Copydesk

/// Makes a text of a web page's bytes, in whatever character set they are.
///
/// The set is what a byte order mark says, else the HTTP head, else the page's `meta`, else UTF-8 where the bytes are
/// that, else Windows-1252, as the WHATWG Encoding Standard has it for the West. Bytes that are no character become
/// U+FFFD, and are counted.
enum TextDecoder {
  struct Decoded {
    let text: Text
    /// The character set, where it was not UTF-8.
    let charset: String?
    /// How many times U+FFFD took the place of something.
    let replaced: Int

    /// The encoding that shows a record around the text, too: its head is ASCII, which UTF-16 is not.
    var encodingOfWhole: TextEncoding {
      guard let charset, !charset.hasPrefix("utf-16") else { return .utf8 }
      return TextEncoding(label: charset) ?? .utf8
    }
  }

  static func decode(_ payload: Payload, declared: String?, isHTML: Bool) throws(Failure) -> Decoded {
    let bytes = payload.bytes
    let mark = ByteOrderMark.utf8Length(bytes)
    var label: String? = declared
    if mark > 0 {
      label = "utf-8"
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      label = "utf-16le"
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      label = "utf-16be"
    } else if label == nil, isHTML {
      label = metaCharset(bytes.prefix(2048))
    }
    let isUTF8 = firstInvalidUTF8(in: bytes) == nil
    let charset = isUTF8 ? "utf-8" : normal(label ?? "windows-1252")
    if charset == "utf-8" { return utf8(payload, skipping: mark) }
    guard let converter = CharacterSet(charset) else { return utf8(payload, skipping: mark) }
    return converter.decode(payload, name: charset)
  }

  /// What the label of a set stands for; Latin-1 is read as Windows-1252, as browsers do.
  private static func normal(_ label: String) -> String {
    switch label.lowercased() {
    case "utf8", "utf-8": "utf-8"
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252", "cp1252":
      "windows-1252"
    case "iso-8859-9", "latin5": "windows-1254"
    case "gb2312", "gbk": "gb18030"
    case "shift-jis", "x-sjis": "shift_jis"
    case let other: other
    }
  }

  /// The character set that a page's `meta` names.
  private static func metaCharset(_ head: ArraySlice<UInt8>) -> String? {
    let lower = String(
      decoding: head.map { $0.isASCIIUppercase ? $0 | 0x20 : $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    for tag in lower.split(separator: "<") where tag.hasPrefix("meta") {
      guard let place = tag.ranges(of: "charset=").first else { continue }
      let value = tag[place.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      if !name.isEmpty { return String(name) }
    }
    return nil
  }

  /// Bytes that are UTF-8, or mean to be.
  private static func utf8(_ payload: Payload, skipping mark: Int) -> Decoded {
    var assembly = Text.Assembly(reserving: payload.pieces.reduce(0) { $0 + $1.bytes.count })
    var replaced = 0
    // A character may lie across two chunks; then the chunks are taken as one piece.
    let isSplit =
      payload.pieces.count > 1 && payload.pieces.contains { firstInvalidUTF8(in: $0.bytes) != nil }
    let pieces: [Payload.Piece] =
      isSplit ? [Payload.Piece(bytes: payload.bytes, start: payload.pieces[0].start)] : payload.pieces
    let place = isSplit ? payload.pieces.span : payload.wholly
    var toSkip = mark
    for piece in pieces {
      var bytes = piece.bytes.dropFirst(toSkip)
      toSkip = 0
      // A body of nothing has its place, too.
      append(bytes.prefix(0), to: &assembly, from: piece.start, insteadOf: place)
      while !bytes.isEmpty {
        let start = piece.start + bytes.startIndex - piece.bytes.startIndex
        let valid = firstInvalidUTF8(in: bytes) ?? bytes.count
        append(bytes.prefix(valid), to: &assembly, from: start, insteadOf: place)
        guard valid < bytes.count else { break }
        assembly.append("\u{FFFD}".utf8, insteadOf: place ?? Span(start + valid, start + valid + 1))
        replaced += 1
        bytes = bytes.dropFirst(valid + 1)
      }
    }
    let text = (try? assembly.finish()) ?? Text()
    return Decoded(text: text, charset: nil, replaced: replaced)
  }

  private static func append(
    _ bytes: ArraySlice<UInt8>, to assembly: inout Text.Assembly, from start: Int, insteadOf place: Span?
  ) {
    if let place { assembly.append(bytes, insteadOf: place) } else { assembly.append(bytes, from: start) }
  }
}

extension [Payload.Piece] {
  /// All of the file from the first piece to the last.
  var span: Span {
    let low = first?.start ?? 0
    return Span(low, Swift.max(low, last.map { $0.start + $0.bytes.count } ?? low))
  }
}
