import Copydesk

/// Whether the spans of a document lie where they must.
enum SpanCheck {
  static func problems(_ document: Document) -> [String] {
    var problems: [String] = []
    let text = document.text
    func check(_ span: Span, _ what: String) {
      if span.start < 0 || span.end > text.count {
        problems.append("\(what) \(span) lies outside of the text of \(text.count) bytes")
      } else if isInsideCharacter(span.start, text) || isInsideCharacter(span.end, text) {
        problems.append("\(what) \(span) begins or ends inside of a character")
      }
    }
    for entity in document.entities { check(entity.span, "the entity \(entity.label.rawValue)") }
    let sentences = document.summary?.sentences ?? []
    for sentence in sentences { check(sentence, "the summary's sentence") }
    if sentences != sentences.sorted() {
      problems.append("the summary's sentences are not in the text's order")
    }
    for entry in document.trail.entries {
      guard let span = entry.source, !document.source.span.contains(span) else { continue }
      problems.append("the trail entry \(entry.rule) has \(span), which lies outside of the source")
    }
    return problems
  }

  private static func isInsideCharacter(_ offset: Int, _ text: Text) -> Bool {
    offset < text.count && text.utf8[offset].isUTF8Continuation
  }
}

/// Whether a document's text still leads back to its source.
enum SourceCheck {
  static func problems(_ document: Document) -> [String] {
    let text = document.text
    let bytes = document.source.bytes
    let shift = bytes.startIndex - document.source.span.start
    for segment in text.map.segments {
      let source = Span(segment.source, segment.source + segment.sourceLength)
      guard document.source.span.contains(source) else {
        return [
          "a part of it leads to \(source), which lies outside of the source; make texts with Text.Builder"
        ]
      }
      guard segment.isVerbatim, segment.text + source.count <= text.count else { continue }
      let written = text.utf8[segment.text..<(segment.text + source.count)]
      let original = bytes[source.shifted(by: shift).range]
      if !written.elementsEqual(original) {
        return ["it is not what its source says at \(source); make texts with Text.Builder, not with Text(…)"]
      }
    }
    return []
  }
}

/// What a stage changed, held against what it says.
enum ChangeCheck {
  /// What is gone without a word.
  static func untold(_ before: Document, _ after: Document) -> [String] {
    var problems: [String] = []
    if before.id != after.id { problems.append("the document has become another one, \"\(after.id)\"") }
    let isTold = after.trail.entries.count > before.trail.entries.count
    let lost = inked(before.text) - inked(after.text)
    if lost > 0, !isTold, !isMarkup(before) {
      problems.append("the text lost \(lost) bytes that are not blank; use Document.remove")
    }
    return problems
  }

  /// How many bytes are not blank: space may be tidied up without a word.
  private static func inked(_ text: Text) -> Int { text.utf8.count { $0 > 0x20 } }

  /// Whether there are tags, which nobody misses.
  private static func isMarkup(_ document: Document) -> Bool {
    document.source.format == .html || document.text.utf8.first == UInt8(ascii: "<")
  }

  static func undeclaredRules(_ document: Document, _ rules: [Rule]) -> [String] {
    guard !rules.isEmpty else { return [] }
    let names = Set(document.trail.entries.map(\.rule)).filter { name in !rules.contains { $0.covers(name) } }
    return names.sorted().map { "the rule \"\($0)\" is not among the stage's rules" }
  }

  static func undeclaredFields(
    _ before: Document, _ after: Document, _ writes: [DocumentField]
  ) -> [String] {
    guard !writes.isEmpty else { return [] }
    var changed: [(DocumentField, Bool)] = [
      (.text, before.text != after.text), (.title, before.title != after.title),
      (.byline, before.byline != after.byline), (.section, before.section != after.section),
      (.published, before.published != after.published), (.language, before.language != after.language),
      (.metadata, before.metadata != after.metadata), (.duplicateOf, before.duplicateOf != after.duplicateOf),
    ]
    // Entities and summary go along with the text.
    if before.text == after.text {
      changed += [
        (.entities, before.entities != after.entities), (.summary, before.summary != after.summary),
      ]
    }
    return changed.filter { $0.1 && !writes.contains($0.0) }.map {
      "\"\($0.0.rawValue)\" changes and is not among what the stage writes"
    }
  }
}
