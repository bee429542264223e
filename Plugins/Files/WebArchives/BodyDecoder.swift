import Copydesk

/// Makes a text of the bytes of a web page, a message or a word of its head, in whatever character set they are.
///
/// The set is what a byte order mark says, else the head, else the page's `meta`, else UTF-8 where the bytes are
/// that, else what the user says, else a guess. Bytes that are no character become U+FFFD, and are counted.
struct BodyDecoder {
  struct Decoded {
    let text: Text
    /// The character set, where it was not UTF-8.
    var charset: TextEncoding?
    /// How many times U+FFFD took the place of something.
    var replaced = 0
    /// Whether nothing said what the set is.
    var isGuessed = false
    /// Whether a set was named that is not known.
    var namesUnknown = false

    /// The encoding that shows a record around the text, too: its head is ASCII.
    var encodingOfWhole: TextEncoding {
      guard let charset, charset.hasASCII else { return .utf8 }
      return charset
    }

    /// Throws where the text is none: what was served as a text may be anything. A page that begins like one is one.
    func refuseNoise(of payload: Payload, isHTML: Bool) throws(Failure) {
      let isAsItStands = charset == nil && replaced == 0
      let bytes =
        isAsItStands || charset?.hasControls == true ? text.utf8[...] : payload.bytes
      guard !ContentSniffer.isHTML(text.utf8[...]), ContentSniffer.isNoise(bytes) else { return }
      throw Failure(
        .binaryFile, "what was sent as \(isHTML ? "a page" : "a text") is binary, not text",
        help: "it has nothing to work on; if it is a file of another kind, save it as that",
        offset: payload.place.start)
    }

    /// What the trail says of it.
    func note(in trail: inout Trail, at source: Span) {
      if namesUnknown { trail.append(TrailEntry(.noted, rule: "charset.unknown", source: source)) }
      if isGuessed { trail.append(TrailEntry(.noted, rule: "charset.guessed", source: source)) }
      if replaced > 0 {
        trail.append(
          TrailEntry(.noted, rule: "charset.replaced", source: source, measured: Double(replaced)))
      }
    }
  }

  /// The label that came with the bytes.
  var declared: String?
  var isHTML = false
  /// What the user says text is in that says nothing itself.
  var fallback: TextEncoding?
  /// Whether bytes in a set that is not known fail. Pages of the web are guessed, as browsers do.
  var refusesUnknown = true

  /// - Throws: ``Failure`` where the set is not known or the system cannot read it.
  func decode(_ payload: Payload) throws(Failure) -> Decoded {
    let bytes = payload.bytes
    let label = declared.flatMap { $0.isEmpty ? nil : $0 }
    let named = label.flatMap { TextEncoding(label: $0) }
    var choice = Choice(.utf8, namesUnknown: label != nil && named == nil)
    // What most texts are.
    let isPlain = named.map { $0.hasNoState && $0.hasASCII } ?? true
    if !isPlain || firstInvalidUTF8(in: bytes) != nil || TextEncoding.mayBeEscaped(bytes) {
      choose(&choice, Array(bytes), named)
    }
    if choice.fails { throw Self.unknown(label ?? "", payload) }
    var decoded = try Self.decode(payload, as: choice.encoding)
    decoded.isGuessed = choice.isGuessed
    decoded.namesUnknown = choice.namesUnknown
    return decoded
  }

  /// What bytes are taken for, and why.
  private struct Choice {
    var encoding: TextEncoding
    var isGuessed = false
    var namesUnknown: Bool
    var fails = false

    init(_ encoding: TextEncoding, namesUnknown: Bool) {
      self.encoding = encoding
      self.namesUnknown = namesUnknown
    }
  }

  private func choose(_ choice: inout Choice, _ bytes: [UInt8], _ named: TextEncoding?) {
    let escaped = TextEncoding(escapesOf: bytes)
    if let marked = TextEncoding(markOf: bytes) {
      choice.encoding = marked
    } else if let named, named == .utf8 && escaped == nil || named.applies(to: bytes), !isLie(of: bytes) {
      choice.encoding = named
    } else if named == nil, isHTML, case let page = PageEncoding(bytes), !page.isGuessed || escaped != nil {
      choice.encoding = page.encoding
      choice.isGuessed = page.isGuessed
    } else if firstInvalidUTF8(in: bytes) == nil {
      choice.encoding = escaped ?? .utf8
      choice.isGuessed = escaped != nil
    } else if let fallback, fallback.applies(to: bytes) {
      choice.encoding = fallback
    } else {
      if isHTML, PageEncoding(bytes).namesUnknown { choice.namesUnknown = true }
      choice.fails = choice.namesUnknown && refusesUnknown
      choice.encoding = TextEncoding(guessedFrom: bytes)
      choice.isGuessed = true
    }
  }

  /// Whether bytes are said to be ASCII, and are not: so programs write that know no better.
  private func isLie(of bytes: [UInt8]) -> Bool {
    declared?.lowercased().hasSuffix("ascii") == true && refusesUnknown && firstInvalidUTF8(in: bytes) != nil
  }

  private static func unknown(_ label: String, _ payload: Payload) -> Failure {
    let shown = String(label.prefix(40).filter { $0.isASCII && !$0.isNewline && $0 != "\"" })
    return Failure(
      .notUTF8, "the charset \"\(shown)\" is not known, and the text is not UTF-8",
      help: "say how it is encoded, for instance input: { encoding: windows-1252 }, or convert it to UTF-8",
      offset: payload.pieces.span.start)
  }

  private static func decode(_ payload: Payload, as encoding: TextEncoding) throws(Failure) -> Decoded {
    guard encoding != .utf8 else { return utf8(payload) }
    let pieces = payload.pieces.map { Span($0.start, $0.start + $0.bytes.count) }
    guard let (text, replaced) = Text.decoding(Array(payload.bytes), as: encoding, pieces: pieces) else {
      throw .unreadable(encoding, offset: pieces.first?.start ?? 0)
    }
    guard let place = payload.wholly else {
      return Decoded(text: text, charset: encoding, replaced: replaced)
    }
    var assembly = Text.Assembly(reserving: text.count)
    assembly.append(text.utf8, insteadOf: place)
    return Decoded(text: (try? assembly.finish()) ?? Text(), charset: encoding, replaced: replaced)
  }

  /// Bytes that are UTF-8, or mean to be.
  private static func utf8(_ payload: Payload) -> Decoded {
    var assembly = Text.Assembly(reserving: payload.pieces.reduce(0) { $0 + $1.bytes.count })
    var replaced = 0
    // A character may lie across two chunks; then the chunks are taken as one piece.
    let isSplit =
      payload.pieces.count > 1 && payload.pieces.contains { firstInvalidUTF8(in: $0.bytes) != nil }
    let pieces: [Payload.Piece] =
      isSplit ? [Payload.Piece(bytes: payload.bytes, start: payload.pieces[0].start)] : payload.pieces
    let place = isSplit ? payload.pieces.span : payload.wholly
    var toSkip = ByteOrderMark.utf8Length(payload.bytes)
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
    return Decoded(text: (try? assembly.finish()) ?? Text(), replaced: replaced)
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

extension Failure {
  /// A text in an encoding that the system cannot read.
  static func unreadable(_ encoding: TextEncoding, offset: Int) -> Failure {
    Failure(
      .notUTF8, "the text is in \(encoding.name), for which this system has no converter",
      help: "install the converters of iconv (glibc-gconv-extra on Fedora), or convert it to UTF-8",
      offset: offset)
  }
}
