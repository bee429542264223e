import Copydesk

/// Makes a document of a message (RFC 5322, MIME): the subject is its title, the sender its byline, its date that of
/// publication, what a reader sees of it its text; parts in HTML where there is nothing plain.
enum MailMessage {
  /// - Parameters:
  ///   - isOfMailbox: whether it comes from a mailbox, in which lines that begin with `From` are quoted.
  ///   - encoding: what messages are in that say nothing of it, where the user said so.
  /// - Throws: ``Failure``.
  static func document(
    from item: SourceItem, isOfMailbox: Bool = false, encoding: TextEncoding? = nil
  ) throws(Failure) -> Document {
    let bytes = item.bytes ?? []
    let start = item.span?.start ?? 0
    guard let head = HeaderFields(bytes, lenient: true), HeaderFields.isHeader(head.first) else {
      throw Failure(
        .badRecord, "this is not a message: it does not begin with header fields",
        help: "if the file is not mail, give it another ending or set the input's format", offset: start)
    }
    let written = bytes.prefix(head.length)
    let top = fields(written) ?? head
    let whole = MessagePart(head: top, body: bytes.dropFirst(head.length), start: start + head.length)
    let parts = whole.textParts(isOfMailbox: isOfMailbox)
    guard let first = parts.first else {
      throw Failure(
        .badRecord, "the message has no part that is text",
        help: "it has nothing to work on: attachments are read when they are saved as files", offset: start)
    }
    var trail = Trail()
    var texts: [Text] = []
    var encodingOfWhole = TextEncoding.utf8
    for part in parts {
      let (payload, left) = part.payload(isOfMailbox: isOfMailbox)
      let decoder = BodyDecoder(declared: part.type.charset, isHTML: part.type.isHTML, fallback: encoding)
      let decoded = try decoder.decode(payload)
      try decoded.refuseNoise(of: payload, isHTML: part.type.isHTML)
      if texts.isEmpty { encodingOfWhole = decoded.encodingOfWhole }
      texts.append(decoded.text)
      decoded.note(in: &trail, at: payload.place)
      if let left { trail.append(TrailEntry(.noted, rule: "base64.left", source: left)) }
    }
    let source = DocumentSource(
      path: item.path, span: item.span ?? Span(0, bytes.count), format: first.type.isHTML ? .html : .text,
      bytes: bytes, encoding: encodingOfWhole)
    var document = Document(id: item.id, source: source, text: Text.onLinesOfTheirOwn(texts))
    let others = whole.attachments(besides: Set(parts.map(\.start)))
    fill(&document, readable(written, first, encoding) ?? top)
    if !others.isEmpty { document.metadata["attachments"] = .array(others.map { .string($0) }) }
    document.trail = trail
    return document
  }

  private static func fields(_ head: ArraySlice<UInt8>, _ decoder: BodyDecoder? = nil) -> HeaderFields? {
    HeaderFields((Array("message\n".utf8) + head)[...], lenient: true, decoder: decoder)
  }

  /// The head where it is not ASCII: programs that are old write the charset of the text there, too.
  private static func readable(
    _ head: ArraySlice<UInt8>, _ text: MessagePart, _ encoding: TextEncoding?
  ) -> HeaderFields? {
    guard firstInvalidUTF8(in: head) != nil || TextEncoding.mayBeEscaped(head) else { return nil }
    // UTF-16 is that of the text alone.
    let declared = text.type.charset.flatMap { TextEncoding(label: $0)?.hasASCII ?? true ? $0 : nil }
    let decoder = BodyDecoder(declared: declared, fallback: encoding, refusesUnknown: false)
    return fields(head, decoder)
  }

  private static func fill(_ document: inout Document, _ head: HeaderFields) {
    let title = head["subject"].map(EncodedWords.decode)
    document.title = title.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    document.byline = head["from"].map { names(of: EncodedWords.decode($0)) }
    document.published = head["date"].flatMap { PublicationDate(written: $0) }
    for field in (document.published == nil ? ["date"] : []) + ["message-id", "to"] {
      if let value = head[field] { document.metadata[field] = .string(EncodedWords.decode(value)) }
    }
  }

  /// `Anna Berg <anna@example.org>, Jo Kim <jo@example.org>` is by Anna Berg, Jo Kim.
  private static func names(of senders: String) -> String {
    var isQuoted = false
    let all = senders.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == "," && !isQuoted
    }
    return all.map { name(of: $0.drop { $0 == " " }) }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func name(of sender: Substring) -> String {
    guard let bracket = sender.firstIndex(of: "<"), bracket != sender.startIndex else {
      return String(sender)
    }
    return sender[..<bracket].split(separator: "\"").joined().split(separator: " ").joined(separator: " ")
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
