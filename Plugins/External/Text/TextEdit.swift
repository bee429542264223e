import Copydesk

/// A span of the text and what takes its place.
struct TextEdit: Equatable {
  var span: Span
  var replacement: String
  var rule: String
}

extension Document {
  /// Makes edits, sorted and apart from each other, and writes each to the trail. The way back to the source is kept;
  /// entities and summary sentences move with their text, one that an edit touches is dropped.
  mutating func make(_ edits: [TextEdit]) {
    guard !edits.isEmpty else { return }
    var builder = Text.Builder(editing: text)
    var end = 0
    for edit in edits {
      builder.copy(Span(end, edit.span.start))
      if !edit.replacement.isEmpty { builder.replace(edit.span, with: edit.replacement) }
      end = edit.span.end
      trail.append(
        TrailEntry(
          edit.replacement.isEmpty ? .removed : .noted, rule: edit.rule, source: text.source(of: edit.span)))
    }
    builder.copy(Span(end, text.count))
    let moved = MovedSpans(edits)
    let entities = entities.compactMap { entity in
      moved[entity.span].map { span in
        var entity = entity
        entity.span = span
        return entity
      }
    }
    let sentences = summary?.sentences.compactMap { moved[$0] } ?? []
    let method = summary?.method ?? ""
    rewrite(builder.finish())
    setEntities(entities)
    if !sentences.isEmpty { summary = Summary(sentences: sentences, method: method) }
  }
}

/// Where spans lie after edits.
private struct MovedSpans {
  private let edits: [TextEdit]

  init(_ edits: [TextEdit]) { self.edits = edits }

  /// The span's new place; nil where an edit touches it.
  subscript(span: Span) -> Span? {
    var offset = 0
    for edit in edits {
      if edit.span.end <= span.start {
        offset += edit.replacement.utf8.count - edit.span.count
      } else if edit.span.start < span.end {
        return nil
      } else {
        break
      }
    }
    return span.shifted(by: offset)
  }
}
