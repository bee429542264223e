import Copydesk

/// What a page of the site says of one article.
enum ArticlePage {
  static func body(of document: Document) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(document.text.count * 5 / 4 + 1024)
    let entry = SiteEntry(document)
    out.append("<article><h1>\(entry.title.escapedForHTML)</h1>\n")
    if !entry.note.isEmpty { out.append("<p class=\"note\">\(entry.note.escapedForHTML)</p>\n") }
    if let summary = document.summary {
      out.append("<p class=\"sum\">\(summary.string(in: document.text).onOneLine.escapedForHTML)</p>\n")
    }
    appendText(of: document, to: &out)
    out.append("</article>\n")
    appendFields(of: document, to: &out)
    return out
  }

  /// The paragraphs, with names marked and sentences of the summary underlined.
  private static func appendText(of document: Document, to out: inout [UInt8]) {
    let text = document.text
    let hasBlankLines = text.lines.contains(where: \.isBlank)
    var entities = document.entities[...]
    var sentences = (document.summary?.sentences.sorted() ?? [])[...]
    var paragraph: Span?
    func flush() {
      guard let span = paragraph else { return }
      out.append("<p>")
      appendMarked(span, text, &entities, &sentences, to: &out)
      out.append("</p>\n")
      paragraph = nil
    }
    for line in text.lines {
      if line.isBlank || !hasBlankLines { flush() }
      if line.isBlank { continue }
      paragraph = Span(paragraph?.start ?? line.trimmed.start, line.trimmed.end)
    }
    flush()
  }

  private static func appendMarked(
    _ span: Span, _ text: Text, _ entities: inout ArraySlice<Entity>, _ sentences: inout ArraySlice<Span>,
    to out: inout [UInt8]
  ) {
    var open: (name: Int, sentence: Int) = (-1, -1)
    for index in span.start..<span.end {
      if open.name == index {
        out.append("</mark>")
        open.name = -1
      }
      if open.sentence == index {
        if open.name >= 0 { out.append("</mark>") }
        out.append("</u>")
        open = (-1, -1)
      }
      while let first = sentences.first, first.end <= index { sentences = sentences.dropFirst() }
      if open.name < 0, open.sentence < 0, let first = sentences.first, first.start <= index {
        out.append("<u>")
        open.sentence = min(first.end, span.end)
        sentences = sentences.dropFirst()
      }
      while let first = entities.first, first.span.start < index { entities = entities.dropFirst() }
      if open.name < 0, let first = entities.first, first.span.start == index {
        out.append(
          "<mark class=\"\(first.label.rawValue.escapedForHTML)\" title=\"\(first.label.rawValue.escapedForHTML)\">"
        )
        open.name = min(first.span.end, span.end, open.sentence >= 0 ? open.sentence : span.end)
      }
      out.appendEscaped(text.utf8[index])
    }
    if open.name >= 0 { out.append("</mark>") }
    if open.sentence >= 0 { out.append("</u>") }
  }

  private static func appendFields(of document: Document, to out: inout [UInt8]) {
    var fields: [(String, String)] = [("id", document.id), ("source", document.source.path)]
    if let language = document.language { fields.append(("language", language)) }
    fields.append(("words", String(document.text.wordCount)))
    for field in document.metadata.fields {
      if case .string(let value) = field.value { fields.append((field.name, value)) }
    }
    out.append("<dl>")
    for (name, value) in fields {
      let shown = value.onOneLine.escapedForHTML
      let isAddress = value.hasPrefix("https://") || value.hasPrefix("http://")
      let content = isAddress ? "<a rel=\"noreferrer\" href=\"\(shown)\">\(shown)</a>" : shown
      out.append("<dt>\(name.escapedForHTML)</dt><dd>\(content)</dd>")
    }
    out.append("</dl>\n")
  }
}
