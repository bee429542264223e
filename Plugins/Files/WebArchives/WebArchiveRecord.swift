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

  /// What was done to the body before it was sent, in that order.
  private var codings: [String] {
    guard let response else { return [] }
    return response.list("content-encoding") + response.list("transfer-encoding")
  }

  /// How much of a body tells what it is.
  private static let beginning = 4096

  /// The beginning of what the body was made of.
  private var start: ArraySlice<UInt8> {
    let codings = codings
    guard !codings.isEmpty || Compression(magic: body) != nil else { return body }
    var payload = Payload(body, at: 0)
    // Of what cannot be unpacked, reading the document tells.
    do { try payload.undo(codings, limit: Self.beginning) } catch { return body }
    return payload.bytes
  }

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
    guard type.isHTML || type.isText || type.name.isEmpty else { return .other(type.name) }
    let start = start
    guard !type.name.isEmpty || ContentSniffer.isHTML(start) else {
      return .other("no media type")
    }
    // The text of a page has the page's address, whatever that ends in.
    if type.isText, head.kind != .conversion, let name = MachineText.name(at: head.address, start) {
      return .other(name)
    }
    // A page may well begin with a declaration of XML.
    let isXML = type.isHTML ? ContentSniffer.isFeed(start) : ContentSniffer.isXML(start)
    return isXML ? .other("XML") : .document
  }

  /// The document that an item holds.
  /// - Parameter encoding: what pages are in that say nothing of it, where the user said so.
  static func document(from item: SourceItem, encoding: TextEncoding? = nil) throws(Failure) -> Document {
    let bytes = item.bytes ?? []
    let start = item.span?.start ?? 0
    guard let head = RecordHead(bytes) else {
      throw Failure(
        .badRecord, "this is not a web archive record",
        help: "fetch the file again: it may have been cut off or changed on its way", offset: start)
    }
    return try WebArchiveRecord(head, bytes).document(item, start: start, encoding)
  }

  private func document(
    _ item: SourceItem, start: Int, _ encoding: TextEncoding?
  ) throws(Failure) -> Document {
    // Read again, it may be all that there was of it, or the file as a whole.
    guard record.count == head.length + head.contentLength else {
      throw record.count < head.length + head.contentLength
        ? .shortRecord(head, offset: start)
        : Failure(
          .badRecord, "more than one record of a web archive stands here",
          help: "run the pipeline on the archive again: records are read one by one", offset: start)
    }
    var payload = Payload(body, at: start + body.startIndex - record.startIndex)
    try payload.undo(codings)
    let isPage = type.isHTML || ContentSniffer.isHTML(payload.bytes)
    let decoder = BodyDecoder(
      declared: type.charset, isHTML: isPage, fallback: encoding, refusesUnknown: false)
    let decoded = try decoder.decode(payload)
    let isHTML = isPage || ContentSniffer.isHTML(decoded.text.utf8[...])
    try decoded.refuseNoise(of: payload, isHTML: isHTML)
    let source = DocumentSource(
      path: item.path, span: item.span ?? Span(0, record.count), format: isHTML ? .html : .text,
      bytes: record,
      encoding: decoded.encodingOfWhole)
    var document = Document(id: item.id, source: source, text: decoded.text)
    if let address = head.address { document.metadata["url"] = .string(address) }
    if let date = head.date { document.metadata["fetched"] = .string(date) }
    if let charset = decoded.charset { document.metadata["charset"] = .string(charset.name) }
    decoded.note(in: &document.trail, at: source.span)
    return document
  }
}

extension Failure {
  /// A record whose end is missing.
  static func shortRecord(_ head: RecordHead, offset: Int) -> Failure {
    Failure(
      .badRecord, "the record is not as long as it says: \(head.contentLength) bytes",
      help: "it was cut off when it was written", offset: offset)
  }
}
