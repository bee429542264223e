import Copydesk

/// The columns of a table, and what a row makes of them.
struct TableColumns: Sendable {
  private let names: [String]
  private let textColumn: Int
  private let dialect: TableDialect
  private let map: FieldMap

  /// - Throws: ``Failure`` where the row is not UTF-8 or names no column for the text.
  init(_ row: ArraySlice<UInt8>, at start: Int, _ dialect: TableDialect, map: FieldMap) throws(Failure) {
    self.dialect = dialect
    self.map = map
    var names: [String] = []
    for field in dialect.fields(of: row) {
      do { names.append(try field.text(in: row, at: start).string.trimmed) } catch { throw Failure(error) }
    }
    self.names = names
    let wanted = map.text.description
    let column =
      names.lastIndex(of: wanted) ?? names.lastIndex { $0.lowercased() == wanted }
      ?? Self.familiarText(in: names, map)
    guard let column else {
      let known =
        names.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 20 ? " …" : "")
      throw Failure(
        .badRecord, "the table has no column \"\(wanted)\", so none of its rows has a text",
        help: "its columns are \(known): say which one has the text, in the pipeline, "
          + "input: { fields: { text: COLUMN } }, or with --set input.fields.text=COLUMN",
        offset: start)
    }
    textColumn = column
  }

  /// The document that a row holds.
  func document(from item: SourceItem) throws(Failure) -> Document {
    let row = item.bytes ?? []
    let start = item.span?.start ?? 0
    let fields = dialect.fields(of: row)
    guard fields.count == names.count else {
      throw Failure(
        .badRecord, "the row has \(fields.count) fields and the table \(names.count) columns",
        help: "put a field that holds the delimiter or a line end in quotes", offset: start)
    }
    do {
      var members: [JSONValue.Member] = []
      members.reserveCapacity(fields.count)
      for (index, field) in fields.enumerated() where index != textColumn {
        let value = try field.text(in: row, at: start).string
        if !value.isEmpty { members.append(.init(FamiliarNames.ofColumn(names[index]), .string(value))) }
      }
      let text = try fields[textColumn].text(in: row, at: start)
      let source = DocumentSource(
        path: item.path, span: item.span ?? Span(0, row.count),
        format: ContentSniffer.isHTML(text.utf8[...]) ? .html : .text, bytes: row)
      let found = try RecordFields(members, map: map)
      var document = Document(id: found.id ?? item.id, source: source, text: text)
      found.fill(&document)
      return document
    } catch let error as RecordFields.TooManyFields {
      throw Failure(.badRecord, error.message, help: RecordFields.TooManyFields.help, offset: start)
    } catch {
      throw Failure(error)
    }
  }

  /// The column that has the text by a name of elsewhere, where none is called `text`.
  private static func familiarText(in names: [String], _ map: FieldMap) -> Int? {
    guard !map.moved.contains(.text) else { return nil }
    let known = names.map { $0.lowercased() }
    return FamiliarNames.text.lazy.compactMap { known.lastIndex(of: $0.lowercased()) }.first
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !$0.isASCIISpace }),
      let last = bytes.lastIndex(where: { !$0.isASCIISpace })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
