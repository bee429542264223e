import Copydesk

/// A record of a web archive, taken apart: what it holds, and whether that is a page or a text.
struct WebArchiveRecord {
  private let head: RecordHead
  private let record: ArraySlice<UInt8>
  /// The HTTP head of a response.
  private let response: HeaderFields?

  init(_ head: RecordHead, _ record: ArraySlice<UInt8>) {
    self.head = head
    self.record = record
    let block = record.dropFirst(head.length)
    response =
      head.kind == .response && block.starts(with: "HTTP/".utf8) ? HeaderFields(block, lenient: true) : nil
  }

  private var body: ArraySlice<UInt8> { record.dropFirst(head.length + (response?.length ?? 0)) }

  private var type: ContentType {
    ContentType(
      response?["content-type"] ?? (head.contentType.flatMap { $0.contains("http") ? nil : $0 }) ?? "")
  }

  /// What a record holds.
  enum Content: Equatable {
    /// A page or a text that was there.
    case document
    /// Something else that was there, by its media type or its name: a picture, a style sheet, `robots.txt`.
    case other(String)
    /// No content: a request, a redirection, nothing.
    case nothing
  }

  /// What it holds.
  var content: Content {
    guard head.mayBeDocument, !body.isEmpty else { return .nothing }
    if let response {
      let status = response.first.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      guard (200..<300).contains(status) else { return .nothing }
    }
    let type = type
    guard type.isHTML || type.isText || type.name.isEmpty && ContentSniffer.isHTML(body) else {
      return .other(type.name.isEmpty ? "no media type" : type.name)
    }
    // The text of a page has the page's address, whatever that ends in.
    if type.isText, head.kind != .conversion, let name = MachineText.name(at: head.address, body) {
      return .other(name)
    }
    // A page may well begin with a declaration of XML.
    let isXML = type.isHTML ? ContentSniffer.isFeed(body) : ContentSniffer.isXML(body)
    return isXML ? .other("XML") : .document
  }

  /// The document that an item holds.
  static func document(from item: SourceItem) throws(Failure) -> Document {
    let bytes = item.bytes ?? []
    let start = item.span?.start ?? 0
    guard let head = RecordHead(bytes) else {
      throw Failure(
        .badRecord, "this is not a web archive record",
        help: "fetch the file again: it may have been cut off or changed on its way", offset: start)
    }
    return try WebArchiveRecord(head, bytes).document(item, start: start)
  }

  private func document(_ item: SourceItem, start: Int) throws(Failure) -> Document {
    var payload = Payload(body, at: start + body.startIndex - record.startIndex)
    if response?["transfer-encoding"]?.lowercased().contains("chunked") ?? false { payload.joinChunks() }
    if let coding = response?["content-encoding"] { try payload.decode(coding) }
    let decoded = try TextDecoder.decode(payload, declared: type.charset, isHTML: type.isHTML)
    let isHTML = type.isHTML || ContentSniffer.isHTML(decoded.text.utf8[...])
    let source = DocumentSource(
      path: item.path, span: item.span ?? Span(0, record.count), format: isHTML ? .html : .text,
      bytes: record,
      encoding: decoded.encodingOfWhole)
    var document = Document(id: item.id, source: source, text: decoded.text)
    if let address = head.address { document.metadata["url"] = .string(address) }
    if let date = head.date { document.metadata["fetched"] = .string(date) }
    if let charset = decoded.charset { document.metadata["charset"] = .string(charset) }
    if decoded.replaced > 0 {
      document.trail.append(
        TrailEntry(.noted, rule: "charset.replaced", source: source.span, measured: Double(decoded.replaced)))
    }
    return document
  }
}
