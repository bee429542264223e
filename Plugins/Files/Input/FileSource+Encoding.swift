import Copydesk

/// Documents that are not UTF-8.
extension FileSource {
  /// A page that is not UTF-8: pages say how they are encoded, and what they say of it is known.
  func foreignPage(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: FileFormat
  ) -> Document? {
    guard format == .html || self.format == .auto && ContentSniffer.isHTML(bytes) else { return nil }
    let page = Array(bytes)
    let encoding = TextEncoding.ofPage(page)
    guard ByteOrderMark.isUTF16(bytes) || !ContentSniffer.isBinary(bytes),
      encoding != .utf8 || firstInvalidUTF8(in: page) != nil
    else { return nil }
    let mark = encoding == .utf8 ? ByteOrderMark.utf8Length(bytes) : 0
    let text = Text(decoding: Array(page.dropFirst(mark)), as: encoding, sourceStart: span.start + mark)
    let source = DocumentSource(
      path: item.path, span: span, format: .html, bytes: bytes, encoding: encoding)
    return Document(id: item.id, source: source, text: text)
  }

  /// A text that a byte order mark says to be UTF-16, or that the user says to be something else. What is UTF-8 stays.
  func foreignText(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: FileFormat
  ) -> Document? {
    let marked = ByteOrderMark.isUTF16(bytes) && !bytes.starts(with: [0xFF, 0xFE, 0, 0])
    guard marked || encoding != nil, marked || !ContentSniffer.isBinary(bytes) || isWide else { return nil }
    let text = Array(bytes)
    guard marked || firstInvalidUTF8(in: text) != nil || isWide else { return nil }
    guard let encoding = marked ? TextEncoding.ofPage(text) : encoding else { return nil }
    let source = DocumentSource(
      path: item.path, span: span, format: format.ofDocument, bytes: bytes, encoding: encoding)
    return Document(
      id: item.id, source: source, text: Text(decoding: text, as: encoding, sourceStart: span.start))
  }

  /// A record or row that the user says to be something else. What is UTF-8 stays, record by record.
  func foreignRecord(_ item: SourceItem, _ format: FileFormat) throws -> Document? {
    guard let encoding, format.hasRecords, let bytes = item.bytes else { return nil }
    if isWide, bytes.contains(0) { throw ByteOrderMark.utf16RecordsFailure(offset: item.span?.start ?? 0) }
    guard firstInvalidUTF8(in: bytes) != nil else { return nil }
    let span = item.span ?? Span(0, bytes.count)
    let record = Text(decoding: Array(bytes), as: encoding, sourceStart: span.start)
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

  /// Whether the user's encoding has NULs in plain words, so that they say nothing of what a file is.
  private var isWide: Bool { encoding?.name.hasPrefix("utf-16") == true }
}
