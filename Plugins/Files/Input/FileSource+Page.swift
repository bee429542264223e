import Copydesk

/// Files that are one document each.
extension FileSource {
  /// A file that is one document.
  func page(_ item: SourceItem, _ format: FileFormat) throws -> Document {
    let bytes = item.bytes ?? []
    let span = item.span ?? Span(0, bytes.count)
    if self.format == .auto, format == .text, ContentSniffer.isXML(bytes) {
      throw Failure(
        .badRecord, "the file is XML, which is no page and no text",
        help:
          "of a feed, save the articles as pages, or write them as JSON Lines; to read the markup as text, set the "
          + "input's format: text", offset: span.start)
    }
    if let page = foreignPage(item, bytes, span, format) ?? foreignText(item, bytes, span, format) {
      return page
    }
    if ByteOrderMark.isUTF16(bytes) { throw ByteOrderMark.utf16Failure("the file", offset: span.start) }
    if ContentSniffer.isBinary(bytes) {
      throw Failure(
        .binaryFile, "the file is binary, not text",
        help: "leave such files out with the input's exclude", offset: span.start)
    }
    let format = self.format == .auto && ContentSniffer.isHTML(bytes) ? FileFormat.html : format
    let mark = ByteOrderMark.utf8Length(bytes)
    let front = format == .markdown ? FrontMatter(bytes.dropFirst(mark)) : nil
    let head = mark + (front?.length ?? 0)
    let text: Text
    do { text = try Text(validating: Array(bytes.dropFirst(head)), sourceStart: span.start + head) } catch {
      throw Failure(error)
    }
    let source = DocumentSource(path: item.path, span: span, format: format.ofDocument, bytes: bytes)
    guard let front else { return Document(id: item.id, source: source, text: text) }
    let found: RecordFields
    do { found = try RecordFields(front.members, map: fields, isOwn: front.isOwn) } catch {
      throw Failure(.badRecord, error.message, help: RecordFields.TooManyFields.help, offset: span.start)
    }
    var document = Document(id: found.id ?? item.id, source: source, text: text)
    found.fill(&document)
    return document
  }
}
