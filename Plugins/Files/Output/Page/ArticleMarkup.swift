import Copydesk

/// An article as a page shows it.
struct ArticleMarkup {
  private let document: Document
  private let struck: [Struck]
  private(set) var bytes: [UInt8] = []

  /// What was taken out, and where in today's text it stood.
  private struct Struck {
    var place: Int
    var text: [UInt8]
    var rule: String
  }

  init(_ document: Document, struck showsStruck: Bool) {
    self.document = document
    struck = showsStruck ? Self.struck(in: document) : []
    bytes.reserveCapacity(document.text.count * 2)
    appendHead()
    appendText()
    appendNames()
    bytes.append("</article>\n")
  }

  // MARK: Head

  private mutating func appendHead() {
    bytes.append("<article>\n<h2>")
    bytes.appendEscaped(document.title?.onOneLine ?? document.id)
    bytes.append("</h2>\n<dl>")
    let fields = [
      ("By", document.byline), ("Published", document.published?.description), ("Section", document.section),
      ("Language", document.language), ("Duplicate of", document.duplicateOf), ("Id", document.id),
    ]
    for case (let name, let value?) in fields {
      bytes.append("<div><dt>\(name)</dt><dd>")
      bytes.appendEscaped(value.onOneLine)
      bytes.append("</dd></div>")
    }
    bytes.append("</dl>\n")
    if let summary = document.summary {
      bytes.append("<blockquote>")
      bytes.appendEscaped(summary.string(in: document.text).onOneLine)
      bytes.append("</blockquote>\n")
    }
  }

  // MARK: Text

  /// A paragraph a line, with marks: an entity never reaches over a line's end in them.
  private mutating func appendText() {
    var entity = 0
    var next = 0
    bytes.append("<div class=\"text\">\n")
    for line in document.text.lines {
      while next < struck.count, struck[next].place <= line.span.start {
        appendStruck(struck[next], tag: "p")
        next += 1
      }
      guard !line.isBlank else { continue }
      bytes.append("<p>")
      appendLine(line.span, &entity, &next)
      bytes.append("</p>\n")
    }
    while next < struck.count {
      appendStruck(struck[next], tag: "p")
      next += 1
    }
    bytes.append("</div>\n")
  }

  /// - Parameters:
  ///   - entity: the first entity that does not end before the line.
  ///   - next: the first piece that was struck out and has not been shown.
  private mutating func appendLine(_ line: Span, _ entity: inout Int, _ next: inout Int) {
    let text = document.text
    let entities = document.entities
    var position = line.start
    while position < line.end {
      while next < struck.count, struck[next].place <= position {
        appendStruck(struck[next], tag: "span")
        next += 1
      }
      while entity < entities.count, entities[entity].span.end <= position { entity += 1 }
      var end = line.end
      if entity < entities.count, entities[entity].span.start <= position {
        end = min(end, entities[entity].span.end)
        appendMention(entities[entity], position..<end)
      } else {
        if entity < entities.count { end = min(end, entities[entity].span.start) }
        if next < struck.count { end = min(end, struck[next].place) }
        bytes.appendEscaped(text.utf8[position..<end])
      }
      position = end
    }
  }

  private mutating func appendMention(_ entity: Entity, _ range: Range<Int>) {
    bytes.append("<mark class=\"\(LabelColours.className(entity.label.rawValue))\"")
    let notes = [
      entity.title, entity.value, entity.id,
      entity.confidence.map { "confidence \($0)" },
    ].compactMap(\.self)
    if !notes.isEmpty {
      bytes.append(" title=\"")
      bytes.appendEscaped(notes.joined(separator: " · ").onOneLine)
      bytes.append("\"")
    }
    bytes.append(">")
    bytes.appendEscaped(document.text.utf8[range])
    bytes.append("<i>")
    bytes.appendEscaped(entity.label.rawValue)
    bytes.append("</i></mark>")
  }

  private mutating func appendStruck(_ struck: Struck, tag: String) {
    bytes.append("<\(tag)><del title=\"")
    bytes.appendEscaped(struck.rule)
    bytes.append("\">")
    if document.source.format == .html {
      bytes.appendEscapedMarkup(struck.text)
    } else {
      bytes.appendEscaped(struck.text)
    }
    bytes.append("</del></\(tag)>\n")
  }

  // MARK: Names

  /// The things that are named more than once, with how often.
  private mutating func appendNames() {
    var counts: [String: Int] = [:]
    for entity in document.entities { if let id = entity.id { counts[id, default: 0] += 1 } }
    let names = document.names.filter { counts[$0.id] ?? 0 > 1 }
    guard !names.isEmpty else { return }
    bytes.append("<ul class=\"names\">")
    for name in names {
      bytes.append("<li><b class=\"\(LabelColours.className(name.label.rawValue))\">")
      bytes.appendEscaped(name.name)
      bytes.append("</b> × \(counts[name.id] ?? 0)</li>")
    }
    bytes.append("</ul>\n")
  }
}

// MARK: What was struck out

extension ArticleMarkup {
  private static let longest = 400

  /// What was removed, by its place in today's text: where the text goes on that stood behind it in the source.
  private static func struck(in document: Document) -> [Struck] {
    let personal = PersonalSpans(document.trail.entries)
    let removed = document.trail.entries.compactMap { entry in
      entry.action == .removed ? entry.source.map { (entry.rule, $0) } : nil
    }.filter { !personal.touch($0.1) }.sorted { $0.1 < $1.1 }
    let source = document.source
    // A part of such a text says nothing alone.
    let whole =
      removed.isEmpty || source.encoding.hasNoState
      ? nil : Text(decoding: Array(source.bytes), as: source.encoding, sourceStart: source.span.start)
    return removed.compactMap { rule, span in
      let inside = Span(
        max(span.start, document.source.span.start), max(span.start, min(span.end, document.source.span.end)))
      guard inside.start >= document.source.span.start, !inside.isEmpty else { return nil }
      let text = shown(readable(inside, of: document.source, whole), document.source.format)
      guard text.contains(where: { !$0.isASCIISpace }) else { return nil }
      return Struck(place: document.text.place(ofSource: inside.end), text: text, rule: rule)
    }.sorted { $0.place < $1.place }
  }

  /// The bytes of a span of a source as UTF-8.
  private static func readable(
    _ span: Span, of source: DocumentSource, _ whole: Text?
  ) -> ArraySlice<UInt8> {
    if let whole {
      let start = whole.place(ofSource: span.start)
      return whole.utf8[start..<max(start, whole.place(ofSource: span.end))]
    }
    let base = source.bytes.startIndex - source.span.start
    let bytes = source.bytes[(span.start + base)..<(span.end + base)]
    return source.encoding == .utf8 ? bytes : Text(decoding: Array(bytes), as: source.encoding).utf8[...]
  }

  /// What a person would have read: of a page without its tags, of a long piece the beginning.
  private static func shown(_ source: ArraySlice<UInt8>, _ format: DocumentSource.Format) -> [UInt8] {
    var out: [UInt8] = []
    var isInTag = false
    for byte in source {
      if format == .html, byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { out.append(byte) }
      if isInTag, byte == UInt8(ascii: ">") {
        isInTag = false
        out.append(0x20)
      }
      if out.count >= longest { break }
    }
    let isCut = out.count >= longest
    let words = String(decoding: out, as: UTF8.self).onOneLine
    return Array((isCut ? words + "…" : words).utf8)
  }
}
