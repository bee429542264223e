import Copydesk

/// A part of a message, or all of it: a head and a body.
struct MessagePart {
  private static let maximumDepth = 8

  let head: HeaderFields
  let body: ArraySlice<UInt8>
  /// Where the body stands in the file.
  let start: Int

  var type: ContentType { ContentType(head["content-type"] ?? "text/plain") }

  /// Whether a reader sees it in the midst of the message, and not as a file.
  private var isInline: Bool {
    head["content-disposition"]?.lowercased().hasPrefix("attachment") != true
      && AttachmentName.of(head) == nil
  }

  // MARK: The text

  /// The parts that are the text of the message, all in plain text or all in HTML: of what says the same twice the plain
  /// one, unless it is blank, and of what stands one behind the other all that a reader sees.
  func textParts(isOfMailbox: Bool) -> [MessagePart] {
    let all = texts(depth: 0, isOfMailbox)
    let seen = all.filter(\.isInline)
    guard let first = seen.first(where: { !$0.isBlank(isOfMailbox) }) ?? seen.first ?? all.first else {
      return []
    }
    return seen.isEmpty ? [first] : seen.filter { $0.type.isText == first.type.isText }
  }

  private func texts(depth: Int, _ isOfMailbox: Bool) -> [MessagePart] {
    let type = type
    if type.isText || type.isHTML { return [self] }
    guard let inner = inner(depth) else { return [] }
    let found = inner.map { $0.texts(depth: depth + 1, isOfMailbox) }.filter { !$0.isEmpty }
    guard type.name == "multipart/alternative" || type.name == "multipart/related" else {
      return found.flatMap(\.self)
    }
    let isRelated = type.name == "multipart/related"
    let choice =
      found.first { parts in
        parts.contains { $0.type.isText && (isRelated || !$0.isBlank(isOfMailbox)) }
      } ?? found.first { $0.contains { $0.type.isHTML } } ?? found.first
    return choice ?? []
  }

  private func isBlank(_ isOfMailbox: Bool) -> Bool {
    payload(isOfMailbox: isOfMailbox).payload.bytes.allSatisfy(\.isASCIISpace)
  }

  /// What a message holds besides its text: the names of the files, or the types of what has no name.
  /// - Parameter isAlternative: whether a text in the part says the same as the one that is read.
  /// - Parameter texts: where the bodies of those begin that are the text.
  func attachments(besides texts: Set<Int>, isAlternative: Bool = false, depth: Int = 0) -> [String] {
    let type = type
    if let inner = inner(depth) {
      return inner.flatMap {
        $0.attachments(
          besides: texts, isAlternative: type.name == "multipart/alternative", depth: depth + 1)
      }
    }
    guard !texts.contains(start) else { return [] }
    if let name = AttachmentName.of(head) { return [name] }
    return isAlternative && (type.isText || type.isHTML) ? [] : [type.name.isEmpty ? "text/plain" : type.name]
  }

  // MARK: Parts

  /// The parts of one that has parts; nil of any other.
  private func inner(_ depth: Int) -> [MessagePart]? {
    guard type.name.hasPrefix("multipart/"), depth < Self.maximumDepth,
      let boundary = AttachmentName.parameters(head["content-type"] ?? "")["boundary"], !boundary.isEmpty
    else { return nil }
    return parts(boundary)
  }

  private func parts(_ boundary: String) -> [MessagePart] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MessagePart] = []
    var begun: Int?
    var position = body.startIndex
    while position < body.endIndex {
      let end = body[position...].firstIndex(of: 0x0A) ?? body.endIndex - 1
      let line = body[position...end]
      if line.starts(with: mark) {
        // The boundary of a part inside may begin with that of the one around it.
        let rest = line.dropFirst(mark.count)
        let isLast = rest.starts(with: "--".utf8)
        if rest.dropFirst(isLast ? 2 : 0).allSatisfy(\.isASCIISpace) {
          if let begun, begun < position { parts.append(part(begun..<position)) }
          begun = end + 1
          if isLast { return parts }
        }
      }
      position = end + 1
    }
    if let begun, begun < body.endIndex { parts.append(part(begun..<body.endIndex)) }
    return parts
  }

  private func part(_ range: Range<Int>) -> MessagePart {
    let bytes = body[range]
    let start = start + range.lowerBound - body.startIndex
    // A head needs a first line, which a part has not.
    let head = HeaderFields((Array("part\n".utf8) + bytes)[...], lenient: true)
    let length = min(bytes.count, max(0, (head?.length ?? 5) - 5))
    let fields = head ?? HeaderFields(Array("part\n\n".utf8)[...], lenient: true)
    return MessagePart(head: fields ?? self.head, body: bytes.dropFirst(length), start: start + length)
  }

  // MARK: The body

  /// What the body was before it was sent, and what of it was not, where something stands behind what was encoded.
  func payload(isOfMailbox: Bool) -> (payload: Payload, left: Span?) {
    var payload = Payload(body, at: start)
    var left: Span?
    if isOfMailbox { payload.unquoteFromLines() }
    switch head["content-transfer-encoding"]?.lowercased() {
    case "base64":
      // What is no Base64 at all is what it looks like.
      if let (bytes, end) = TransferCoding.base64Lines(body) {
        payload.replace(with: bytes)
        if body[end...].contains(where: { !$0.isASCIISpace }) {
          left = Span(start + end - body.startIndex, start + body.count)
        }
      }
    case "quoted-printable": payload.replace(with: TransferCoding.quotedPrintable(payload.bytes))
    default: break
    }
    if type.isText, let type = head["content-type"], Self.hasParameter("format=flowed", in: type) {
      payload.joinFlowed(dropsBlank: Self.hasParameter("delsp=yes", in: type))
    }
    return (payload, left)
  }

  private static func hasParameter(_ parameter: String, in value: String) -> Bool {
    value.lowercased().split(separator: ";").contains { part in
      part.filter { $0 != " " && $0 != "\t" && $0 != "\"" } == parameter
    }
  }
}
