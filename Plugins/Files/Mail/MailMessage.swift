import Copydesk

/// Makes a document of a message (RFC 5322, MIME): the subject is its title, the sender its byline, its date that of
/// publication, the first part that is text its text; a part in HTML where there is no plain one.
enum MailMessage {
  private static let maximumDepth = 8

  private struct Part {
    let head: HeaderFields
    let body: ArraySlice<UInt8>
    let start: Int

    var type: ContentType { ContentType(head["content-type"] ?? "text/plain") }
  }

  /// - Parameter isOfMailbox: whether it comes from a mailbox, in which lines that begin with `From` are quoted.
  /// - Throws: ``Failure``.
  static func document(from item: SourceItem, isOfMailbox: Bool = false) throws(Failure) -> Document {
    let bytes = item.bytes ?? []
    let start = item.span?.start ?? 0
    guard let head = HeaderFields(bytes, lenient: true), HeaderFields.isHeader(head.first) else {
      throw Failure(
        .badRecord, "this is not a message: it does not begin with header fields",
        help: "if the file is not mail, give it another ending or set the input's format", offset: start)
    }
    let top = HeaderFields((Array("message\n".utf8) + bytes.prefix(head.length))[...], lenient: true) ?? head
    let whole = Part(head: top, body: bytes.dropFirst(head.length), start: start + head.length)
    guard let part = textPart(of: whole, depth: 0) else {
      throw Failure(
        .badRecord, "the message has no part that is text",
        help: "it has nothing to work on: attachments are read when they are saved as files", offset: start)
    }
    let decoded = try TextDecoder.decode(
      payload(of: part, isOfMailbox: isOfMailbox), declared: part.type.charset, isHTML: part.type.isHTML)
    let source = DocumentSource(
      path: item.path, span: item.span ?? Span(0, bytes.count), format: part.type.isHTML ? .html : .text,
      bytes: bytes, encoding: decoded.encodingOfWhole)
    var document = Document(id: item.id, source: source, text: decoded.text)
    document.title = top["subject"].map(EncodedWords.decode)
    document.byline = top["from"].map { name(of: EncodedWords.decode($0)) }
    document.published = top["date"].flatMap { PublicationDate(written: $0) }
    for field in (document.published == nil ? ["date"] : []) + ["message-id", "to"] {
      if let value = top[field] { document.metadata[field] = .string(EncodedWords.decode(value)) }
    }
    let others = attachments(of: whole, besides: part, isAlternative: false, depth: 0)
    if !others.isEmpty { document.metadata["attachments"] = .array(others.map { .string($0) }) }
    return document
  }

  /// `Anna Berg <anna@example.org>` is by Anna Berg.
  private static func name(of sender: String) -> String {
    guard let bracket = sender.firstIndex(of: "<"), bracket != sender.startIndex else { return sender }
    return sender[..<bracket].split(separator: "\"").joined().split(separator: " ").joined(separator: " ")
  }

  private static func textPart(of part: Part, depth: Int) -> Part? {
    let type = part.type
    if type.isText || type.isHTML { return part }
    guard type.name.hasPrefix("multipart/"), depth < maximumDepth,
      let boundary = boundary(part.head["content-type"] ?? "")
    else { return nil }
    let parts = parts(of: part, boundary).compactMap { textPart(of: $0, depth: depth + 1) }
    return parts.first { $0.type.isText } ?? parts.first
  }

  /// What a message holds besides its text: the names of the files, or the types of what has no name.
  /// - Parameter isAlternative: whether a text in the part says the same as the one that is read.
  private static func attachments(
    of part: Part, besides text: Part, isAlternative: Bool, depth: Int
  ) -> [String] {
    let type = part.type
    if type.name.hasPrefix("multipart/"), depth < maximumDepth,
      let boundary = boundary(part.head["content-type"] ?? "")
    {
      return parts(of: part, boundary).flatMap {
        attachments(
          of: $0, besides: text, isAlternative: type.name == "multipart/alternative", depth: depth + 1)
      }
    }
    guard part.start != text.start else { return [] }
    if let name = AttachmentName.of(part.head) { return [name] }
    return isAlternative && (type.isText || type.isHTML) ? [] : [type.name.isEmpty ? "text/plain" : type.name]
  }

  private static func boundary(_ value: String) -> String? {
    for part in value.split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].lowercased().filter({ $0 != " " }) == "boundary" {
        return String(pair[1].filter { $0 != "\"" })
      }
    }
    return nil
  }

  private static func parts(of part: Part, _ boundary: String) -> [Part] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [Part] = []
    var begun: Int?
    var position = part.body.startIndex
    while position < part.body.endIndex {
      let end = part.body[position...].firstIndex(of: 0x0A) ?? part.body.endIndex - 1
      if part.body[position...end].starts(with: mark) {
        if let begun, begun < position { parts.append(inner(part, begun..<position)) }
        begun = end + 1
        if part.body[position...end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      }
      position = end + 1
    }
    if let begun, begun < part.body.endIndex { parts.append(inner(part, begun..<part.body.endIndex)) }
    return parts
  }

  private static func inner(_ part: Part, _ range: Range<Int>) -> Part {
    let bytes = part.body[range]
    let start = part.start + range.lowerBound - part.body.startIndex
    // A head needs a first line, which a part has not.
    let head = HeaderFields((Array("part\n".utf8) + bytes)[...], lenient: true)
    let length = min(bytes.count, max(0, (head?.length ?? 5) - 5))
    let fields = head ?? HeaderFields(Array("part\n\n".utf8)[...], lenient: true)
    return Part(head: fields ?? part.head, body: bytes.dropFirst(length), start: start + length)
  }

  private static func payload(of part: Part, isOfMailbox: Bool) -> Payload {
    var payload = Payload(part.body, at: part.start)
    if isOfMailbox { payload.unquoteFromLines() }
    switch part.head["content-transfer-encoding"]?.lowercased() {
    case "base64": payload.replace(with: TransferCoding.base64(part.body))
    case "quoted-printable": payload.replace(with: TransferCoding.quotedPrintable(payload.bytes))
    default: break
    }
    if part.type.isText, let type = part.head["content-type"], hasParameter("format=flowed", in: type) {
      payload.joinFlowed(dropsBlank: hasParameter("delsp=yes", in: type))
    }
    return payload
  }

  private static func hasParameter(_ parameter: String, in value: String) -> Bool {
    value.lowercased().split(separator: ";").contains { part in
      part.filter { $0 != " " && $0 != "\t" && $0 != "\"" } == parameter
    }
  }
}

extension HeaderFields {
  /// Whether a line is a field of a message's head.
  static func isHeader(_ line: String) -> Bool {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon != line.utf8.startIndex else {
      return false
    }
    return line.utf8[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
