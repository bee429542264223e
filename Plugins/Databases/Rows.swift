import Copydesk

/// All rows of a document.
struct ArticleRows: Sendable {
  let document: DocumentRow
  let entities: [EntityRow]
  let names: [NameRow]

  init(_ document: Document) {
    self.document = DocumentRow(document)
    entities = EntityRow.rows(of: document)
    names = NameRow.rows(of: document)
  }
}

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
  /// Whether the other document is of an earlier run.
  let repeatsEarlierRun: Bool

  init(_ document: Document) {
    id = document.id.forSQLite
    path = document.source.path
    title = document.title?.forSQLite
    byline = document.byline?.forSQLite
    section = document.section?.forSQLite
    published = document.published?.description
    language = document.language?.forSQLite
    words = document.text.wordCount
    text = document.text.string.forSQLite
    summary = document.summary?.string(in: document.text).forSQLite
    duplicateOf = document.duplicateOf?.forSQLite
    repeatsEarlierRun = document.trail.entries.repeatEarlierRun
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
  let id: String?
  let title: String?
  let confidence: Double?

  static func rows(of document: Document) -> [EntityRow] {
    guard !document.entities.isEmpty else { return [] }
    let offsets = ScalarOffsets(document.text)
    return document.entities.map { entity in
      EntityRow(
        start: offsets[entity.span.start], end: offsets[entity.span.end], label: entity.label.rawValue,
        text: document.text[entity.span].forSQLite, value: entity.value?.forSQLite, id: entity.id?.forSQLite,
        title: entity.title?.forSQLite, confidence: entity.confidence)
    }
  }
}

/// A row of the table `names`.
struct NameRow: Sendable {
  let id: String
  let label: String
  let name: String
  let count: Int

  static func rows(of document: Document) -> [NameRow] {
    guard !document.names.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for entity in document.entities { if let id = entity.id { counts[id, default: 0] += 1 } }
    return document.names.map { name in
      NameRow(
        id: name.id.forSQLite, label: name.label.rawValue, name: name.name.forSQLite,
        count: counts[name.id] ?? 0)
    }
  }
}

extension String {
  /// The string without U+0000, with which a text ends for SQLite's functions and its search: U+FFFD stands for it, so
  /// that all places count as they did.
  var forSQLite: String {
    guard utf8.contains(0) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }
}
