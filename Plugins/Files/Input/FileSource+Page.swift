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
    if self.format == .auto, format == .text, let other = FileFormat(insteadOfText: bytes, fields) {
      guard other != .eml else { return try MailMessage.document(from: item, encoding: encoding) }
      throw Self.isNoText(other, offset: span.start)
    }
    if let page = try foreignPage(item, bytes, span, format) ?? foreignText(item, bytes, span, format) {
      return page
    }
    if self.format == .auto, let other = ContentSniffer.failure(ofOther: bytes, offset: span.start) {
      throw other
    }
    if ContentSniffer.isBinary(bytes) {
      throw Failure(
        .binaryFile, "the file is binary, not text",
        help: "leave such files out with the input's exclude", offset: span.start)
    }
    return try plainPage(item, bytes, span, format)
  }

  /// A file in UTF-8.
  func plainPage(
    _ item: SourceItem, _ bytes: ArraySlice<UInt8>, _ span: Span, _ format: FileFormat
  ) throws -> Document {
    let format = self.format == .auto && ContentSniffer.isHTML(bytes) ? FileFormat.html : format
    let mark = ByteOrderMark.utf8Length(bytes)
    let source = DocumentSource(path: item.path, span: span, format: format.ofDocument, bytes: bytes)
    if format == .markdown, let front = FrontMatter(bytes.dropFirst(mark)) {
      guard !front.isFirstOfSeveral || !front.isOwn else { throw Self.severalPages(span.start) }
      // Of others the rules between parts are only that, but the fields are those of the first part.
      if front.isFirstOfSeveral {
        return Document(id: item.id, source: source, text: try Self.text(of: source, from: mark))
      }
      return try page(item, source, front, from: mark + front.length)
    }
    return Document(id: item.id, source: source, text: try Self.text(of: source, from: mark))
  }

  /// What a file of records fails with that is called a text, and stands where it can be but one document.
  private static func isNoText(_ format: FileFormat, offset: Int) -> Failure {
    let (what, ending) =
      switch format {
      case .jsonl: ("JSON Lines", "jsonl")
      case .warc: ("a web archive", "warc")
      default: ("a mailbox", "mbox")
      }
    return Failure(
      .badRecord, "the file is \(what), though its name says that it is text",
      help: "name the file itself as the input, or call it .\(ending); to read it as it stands, set the "
        + "input's format: text", offset: offset)
  }

  private static func severalPages(_ offset: Int) -> Failure {
    Failure(
      .badRecord, "the file holds several documents, as output.markdown writes them into one file",
      help: "read the run's JSON Lines; or have output.markdown write a file a document: path: pages/",
      offset: offset)
  }

  /// The text that stands in a file from `start` on.
  private static func text(of source: DocumentSource, from start: Int, leaving tail: Int = 0) throws(Failure)
    -> Text
  {
    let bytes = Array(source.bytes.dropFirst(start).dropLast(tail))
    do { return try Text(validating: bytes, sourceStart: source.span.start + start) } catch {
      throw Failure(error)
    }
  }

  /// A page of Markdown that begins with fields.
  private func page(
    _ item: SourceItem, _ source: DocumentSource, _ front: FrontMatter, from start: Int
  ) throws(Failure) -> Document {
    let found: RecordFields
    do { found = try RecordFields(front.members, map: fields, isOwn: front.isOwn) } catch {
      throw Failure(
        .badRecord, error.message, help: RecordFields.TooManyFields.help, offset: source.span.start)
    }
    guard front.isOwn else {
      var document = Document(
        id: found.id ?? item.id, source: source, text: try Self.text(of: source, from: start))
      found.fill(&document)
      return document
    }
    let own = OwnPage(
      source.bytes.dropFirst(start), title: front.members.first { $0.name == "title" }?.value.string)
    var text = try Self.text(of: source, from: start + own.head, leaving: own.tail)
    var summary: Summary?
    if let quotation = own.quotation {
      let rest = try Self.text(of: source, from: start + own.head + quotation.length, leaving: own.tail)
      // What is quoted and not said in the text is of the text.
      summary = Summary(saying: quotation.words, in: rest)
      if summary != nil { text = rest }
    }
    var document = Document(id: found.id ?? item.id, source: source, text: text)
    found.fill(&document)
    document.summary = summary
    return document
  }
}
