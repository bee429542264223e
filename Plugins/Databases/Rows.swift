import Copydesk

/// A row of the table `documents`.
struct DocumentRow: Sendable {
  let id: String
  let path: String
  let title: String?
  let byline: String?
  let section: String?
  let published: String?
  let language: String?
  let words: Int
  let text: String
  let summary: String?
  let metadata: String?
  let duplicateOf: String?

  init(_ document: Document) {
    id = document.id
    path = document.source.path
    title = document.title
    byline = document.byline
    section = document.section
    published = document.published?.description
    language = document.language
    words = document.text.wordCount
    text = document.text.string
    summary = document.summary?.string(in: document.text)
    duplicateOf = document.duplicateOf
    if document.metadata.isEmpty {
      metadata = nil
    } else {
      var json = JSONWriter()
      json.value(.object(document.metadata.fields))
      metadata = String(decoding: json.finish(), as: UTF8.self)
    }
  }
}

/// A row of the table `entities`.
struct EntityRow: Sendable {
  let start: Int
  let end: Int
  let label: String
  let text: String
  let value: String?

  static func rows(of document: Document) -> [EntityRow] {
    guard !document.entities.isEmpty else { return [] }
    let offsets = ScalarOffsets(document.text)
    return document.entities.map { entity in
      EntityRow(
        start: offsets[entity.span.start], end: offsets[entity.span.end], label: entity.label.rawValue,
        text: document.text[entity.span], value: entity.value)
    }
  }
}
