import Copydesk

/// Makes a document of one line of JSON Lines.
///
/// | field                          | becomes                                      |
/// |--------------------------------|----------------------------------------------|
/// | `text`                         | the text; required                           |
/// | `id`                           | the id, where it is a string or a number     |
/// | `title`, `section`, `language` | the field, where it is a string              |
/// | `byline`, else `author`        | the byline, where it is a string             |
/// | `published`, else `date`       | the date, where it is ISO 8601               |
/// | `metadata`                     | its members become metadata, where it is an object |
/// | any other, any other type      | metadata, under its own name                 |
///
/// Of a record that Copydesk wrote, which its `schema` shows, the fields are left out that a run fills anew:
/// entities, summary, verdict, trail. Where a name comes twice, the last counts, as in most readers of JSON.
struct RecordParser {
  /// More unknown fields than this are no record but a mistake, and would be slow.
  private static let maximumFields = 4_000
  /// What a run writes by itself.
  private static let ownFields: Set<String> = [
    "schema", "source", "entities", "summary", "summary_sentences", "trail", "verdict", "duplicate_of",
  ]

  private let item: SourceItem
  private let original: ArraySlice<UInt8>
  private let start: Int
  private var id: String?
  private var title: String?
  private var byline: String?
  private var section: String?
  private var published: PublicationDate?
  private var language: String?
  private var metadata = Metadata()

  /// The document that a loaded item holds.
  /// - Throws: ``Failure``.
  static func document(from item: SourceItem) throws -> Document {
    var parser = RecordParser(item)
    do { return try parser.parse() } catch let error as MalformedJSON {
      throw Failure(
        .malformedJSON, "the record is not JSON: expected \(error.expected)",
        help: "each line must hold one JSON object, whole", offset: parser.start + error.offset)
    }
  }

  private init(_ item: SourceItem) {
    self.item = item
    original = item.bytes ?? []
    start = item.span?.start ?? 0
  }

  private mutating func parse() throws -> Document {
    let line = try validLine()
    let members = try members(of: line)
    guard let place = members.last(where: { $0.name == "text" }) else {
      throw bad("the record has no \"text\"", help: "each record needs its text in a field named \"text\"")
    }
    guard place.value.string != nil else {
      throw bad("the record's \"text\" is not a string", help: "each record needs its text as one string")
    }
    let isOwn = members.contains { $0.name == "schema" && $0.value.isNumber }
    for member in members where member.name != "text" {
      if isOwn, Self.ownFields.contains(member.name) { continue }
      try take(member.name, member.value)
    }
    for name in ["author", "date"] { takeSecondName(name) }

    let text = try JSONReader.text(line, string: place.span, sourceStart: start)
    let source = DocumentSource(
      path: item.path, span: item.span ?? Span(0, original.count),
      format: ContentSniffer.isHTML(text.utf8[...]) ? .html : .text, bytes: original)
    var document = Document(id: id ?? item.id, source: source, text: text)
    document.title = title
    document.byline = byline
    document.section = section
    document.published = published
    document.language = language
    document.metadata = metadata
    return document
  }

  // MARK: JSON

  private func validLine() throws -> ArraySlice<UInt8> {
    do { return try Text(validating: Array(original), sourceStart: start).utf8[...] } catch {
      throw Failure(error)
    }
  }

  /// The members of the record, which must be an object.
  private func members(of line: ArraySlice<UInt8>) throws -> [(name: String, value: JSONValue, span: Span)] {
    guard line.first(where: { !$0.isASCIISpace }) == UInt8(ascii: "{") else {
      _ = try JSONReader.value(line)
      throw bad("the record is not an object", help: "each line must hold one JSON object: {\"text\": …}")
    }
    return try JSONReader.members(line)
  }

  private func bad(_ message: String, help: String? = nil) -> Failure {
    Failure(.badRecord, message, help: help, offset: start)
  }

  // MARK: Fields

  private mutating func take(_ name: String, _ value: JSONValue) throws {
    switch (name, value) {
    case ("id", .string(let text)) where !text.isEmpty: id = text
    case ("id", .number(let digits)): id = digits
    case ("title", .string(let text)): title = text.nonBlank
    case ("byline", .string(let text)): byline = text.nonBlank
    case ("section", .string(let text)): section = text.nonBlank
    case ("language", .string(let text)): language = text.nonBlank
    case ("published", .string(let text)):
      if let date = PublicationDate(iso8601: text) { published = date } else { try keep(name, value) }
    case ("metadata", .object(let members)):
      for member in members { try keep(member.name, member.value) }
    case ("id", .null), ("title", .null), ("byline", .null), ("section", .null), ("language", .null),
      ("published", .null), ("author", .null), ("date", .null), ("metadata", .null):
      break
    default: try keep(name, value)
    }
  }

  private mutating func keep(_ name: String, _ value: JSONValue) throws {
    guard metadata.fields.count < Self.maximumFields else {
      throw bad("the record has more than \(Self.maximumFields) fields of its own")
    }
    metadata[name] = value
  }

  /// `author` and `date` are put to use where `byline` and `published` say nothing; else they stay metadata.
  private mutating func takeSecondName(_ name: String) {
    guard let text = metadata[name]?.string else { return }
    if name == "author", byline == nil, let author = text.nonBlank {
      byline = author
      metadata[name] = nil
    } else if name == "date", published == nil, let date = PublicationDate(iso8601: text) {
      published = date
      metadata[name] = nil
    }
  }
}

extension JSONValue {
  fileprivate var isNumber: Bool { if case .number = self { true } else { false } }
}

extension String {
  /// The string, unless there is nothing but white space.
  fileprivate var nonBlank: String? { utf8.allSatisfy(\.isASCIISpace) ? nil : self }
}
