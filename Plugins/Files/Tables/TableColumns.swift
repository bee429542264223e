import Copydesk

/// The columns of a table, and what a row makes of them.
struct TableColumns: NotedContext {
  private let names: [String]
  /// The names that records write in another way, and how.
  private let known: [String: String]
  /// The columns that may have the text, the first that is not blank in a row being it.
  private let textColumns: [Int]
  /// Whether the first of them is the one that is asked for.
  private let hasOwnText: Bool
  /// Whether Copydesk wrote the table.
  private let isOwn: Bool
  /// The column that tells how many words there are, which is counted anew, where Copydesk wrote the table.
  private let countColumn: Int?
  private let dialect: TableDialect
  private let map: FieldMap
  /// The delimiter, `=` where Copydesk wrote the table and `-` elsewhere, and the row that names the columns: for dead
  /// letters.
  package let note: String

  /// - Parameter isOwn: whether Copydesk is known to have written the table; asked where its columns do not tell.
  /// - Throws: ``Failure`` where the row is not UTF-8 or names no column for the text.
  init(
    _ row: ArraySlice<UInt8>, at start: Int, _ dialect: TableDialect, map: FieldMap,
    isOwn known: @autoclosure () -> Bool
  ) throws(Failure) {
    self.dialect = dialect
    self.map = map
    var names: [String] = []
    for field in dialect.fields(of: row) {
      do { names.append(try field.text(in: row, at: start).string.trimmed) } catch { throw Failure(error) }
    }
    self.names = names
    self.known = Dictionary(
      names.compactMap { name in FamiliarNames.ofColumn(name).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
    isOwn = names.starts(with: TableOutput.Options().columns) || known()
    let sign = UInt8(ascii: isOwn ? "=" : "-")
    note = String(decoding: [dialect.delimiter, sign] + row, as: UTF8.self)
    countColumn = isOwn ? names.firstIndex(of: "words") : nil
    let wanted = map.text.description
    let own = names.lastIndex(of: wanted) ?? names.lastIndex { $0.lowercased() == wanted }
    textColumns = (own.map { [$0] } ?? []) + Self.familiarTexts(in: names, map)
    hasOwnText = own != nil
    guard !textColumns.isEmpty else {
      let known =
        names.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ") + (names.count > 20 ? " …" : "")
      throw Failure(
        .badRecord, "the table has no column \"\(wanted)\", so none of its rows has a text",
        help: "its columns are \(known): say which one has the text, in the pipeline, "
          + "input: { fields: { text: COLUMN } }, or with --set input.fields.text=COLUMN",
        offset: start)
    }
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
      let textColumn = self.textColumn(of: fields, in: row)
      // A blank text that another column stands in for tells nothing.
      let blank = hasOwnText ? textColumns.first : nil
      var members: [JSONValue.Member] = []
      members.reserveCapacity(fields.count)
      for (index, field) in fields.enumerated()
      where index != textColumn && index != blank && index != countColumn {
        let value = try field.text(in: row, at: start).string
        if !value.isEmpty { members.append(.init(names[index], .string(value))) }
      }
      let text = try fields[textColumn].text(in: row, at: start)
      let source = DocumentSource(
        path: item.path, span: item.span ?? Span(0, row.count),
        // What Copydesk wrote is text, whatever it begins with.
        format: !isOwn && ContentSniffer.isMarkup(text.utf8[...]) ? .html : .text, bytes: row)
      let found = try RecordFields(members, map: map, isOwn: isOwn) { known[$0] }
      var document = Document(id: found.id ?? item.id, source: source, text: text)
      found.fill(&document)
      if isOwn, let words = document.metadata["summary"]?.string {
        document.summary = Summary(saying: words, in: text)
        if document.summary != nil { document.metadata["summary"] = nil }
      }
      return document
    } catch let error as RecordFields.TooManyFields {
      throw Failure(.badRecord, error.message, help: RecordFields.TooManyFields.help, offset: start)
    } catch {
      throw Failure(error)
    }
  }

  /// Which column has the text of a row: the first that is not blank. One that stands in for another has letters, as a
  /// column `article` may as well hold numbers.
  private func textColumn(of fields: [TableField], in row: ArraySlice<UInt8>) -> Int {
    guard textColumns.count > 1 else { return textColumns[0] }
    if fields[textColumns[0]].contains(in: row, where: { !$0.isASCIISpace }) { return textColumns[0] }
    return textColumns.dropFirst().first { column in
      fields[column].contains(in: row) { $0.isASCIILetter || $0 >= 0x80 }
    } ?? textColumns[0]
  }

  /// The columns that have the text by a name of elsewhere.
  private static func familiarTexts(in names: [String], _ map: FieldMap) -> [Int] {
    guard !map.moved.contains(.text) else { return [] }
    let known = names.map { $0.lowercased() }
    return FamiliarNames.text.compactMap { known.lastIndex(of: $0.lowercased()) }
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
