import Copydesk

/// Documents that are not UTF-8.
extension FileSource {
  /// A page that is not UTF-8: pages say how they are encoded, and what they say of it is known. Where they do not, it is
  /// what the user says, or a guess.
  func foreignPage(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: FileFormat
  ) throws(Failure) -> Document? {
    guard format == .html || self.format == .auto && ContentSniffer.isHTML(bytes) else { return nil }
    let page = Array(bytes)
    let found = PageEncoding(page)
    let asked = found.isGuessed ? encoding.flatMap { $0.applies(to: page) ? $0 : nil } : nil
    let encoding = asked ?? found.encoding
    guard ByteOrderMark.isUTF16(bytes) || !ContentSniffer.isBinary(bytes) || encoding.hasControls,
      encoding != .utf8 || firstInvalidUTF8(in: page) != nil
    else { return nil }
    let mark = encoding == .utf8 ? ByteOrderMark.utf8Length(bytes) : 0
    var document = try decoded(item, bytes, span, .html, encoding, skipping: mark)
    if found.namesUnknown {
      document.trail.append(TrailEntry(.noted, rule: "charset.unknown", source: span))
    }
    if found.isGuessed, asked == nil {
      document.trail.append(TrailEntry(.noted, rule: "charset.guessed", source: span))
    }
    return document
  }

  /// A text that a byte order mark or its escapes say to be something else, or that the user says to be. What is UTF-8
  /// stays.
  func foreignText(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: FileFormat
  ) throws -> Document? {
    if ByteOrderMark.isUTF16(bytes), let marked = TextEncoding(markOf: bytes) {
      return try text(item, bytes, span, format, marked)
    }
    if let encoding {
      guard encoding.hasControls || !ContentSniffer.isBinary(bytes), encoding.applies(to: Array(bytes)) else {
        return nil
      }
      return try text(item, bytes, span, format, encoding)
    }
    guard TextEncoding.mayBeEscaped(bytes), let escaped = TextEncoding(escapesOf: Array(bytes)) else {
      return nil
    }
    var document = try text(item, bytes, span, format, escaped)
    document.trail.append(TrailEntry(.noted, rule: "charset.guessed", source: span))
    return document
  }

  /// A text in some encoding, with the fields at the start of one in Markdown.
  private func text(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: FileFormat,
    _ encoding: TextEncoding
  ) throws -> Document {
    let whole = try decoded(item, bytes, span, format.ofDocument, encoding)
    guard format == .markdown else { return whole }
    let utf8 = whole.text.utf8[...]
    var document = try plainPage(item, utf8, Span(0, utf8.count), format)
    document.lead(through: whole.text, to: whole.source)
    return document
  }

  /// A document that is all of some bytes, and in some encoding.
  private func decoded(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: DocumentSource.Format,
    _ encoding: TextEncoding, skipping mark: Int = 0
  ) throws(Failure) -> Document {
    let place = Span(span.start + mark, span.start + bytes.count)
    guard let found = Text.decoding(Array(bytes.dropFirst(mark)), as: encoding, pieces: [place]) else {
      throw .unreadable(encoding, offset: span.start)
    }
    let source = DocumentSource(
      path: item.path, span: span, format: format, bytes: bytes, encoding: encoding)
    return Document(id: item.id, source: source, text: found.text)
  }

  /// A record or row that the user says to be something else. What is UTF-8 stays, record by record.
  func foreignRecord(_ item: SourceItem, _ format: FileFormat) throws -> Document? {
    guard let encoding, format.hasRecords, let bytes = item.bytes else { return nil }
    let whole = Array(bytes)
    // Of a file in units of two bytes or four the records come as UTF-8 (`WideStream`).
    guard !encoding.isWide, encoding.applies(to: whole) else { return nil }
    let span = item.span ?? Span(0, bytes.count)
    let record = Text(decoding: whole, as: encoding, sourceStart: span.start)
    var decoded = item
    decoded.bytes = record.utf8[...]
    decoded.span = Span(0, record.utf8.count)
    do {
      var document = try document(from: decoded, format)
      let source = DocumentSource(
        path: item.path, span: span, format: document.source.format, bytes: bytes, encoding: encoding)
      document.lead(through: record, to: source)
      return document
    } catch var failure as Failure {
      failure.offset = failure.offset.map { record.source(of: Span($0, $0)).start }
      throw failure
    }
  }
}
