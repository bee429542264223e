import Copydesk

/// A list of names of the user's own, from a CSV file with the columns name, label, id and aliases.
///
///     name,label,id,aliases
///     Harbour Bank plc,CLIENT,c-17,Harbour Bank|HBK
///
/// The first line may name the columns, in any order; else they stand in this one. All but the name may be missing:
/// the label is then `MISC`. A label may be one of the user's own, but none that looks like a misspelt one of ours.
/// Aliases are set apart by `|`. Quotes are those of RFC 4180; where the first line has no comma, fields are set apart
/// by its tabs or semicolons.
struct NameList {
  /// A name with all its spellings.
  struct Row: Equatable {
    var name: String
    var label: String
    var id: String
    var aliases: [String]
  }

  /// A line that is no row.
  struct Problem: Error, Equatable {
    var line: Int
    var message: String
    var help: String?
  }

  /// What may stand in a list.
  static let columnsHelp =
    "the columns are name, label (or type), id and aliases (or alias), set apart by commas, semicolons or tabs"

  private enum Column { case name, label, id, aliases }

  /// Calls `body` with each row.
  static func read(_ bytes: [UInt8], _ body: (Row) throws -> Void) throws {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if let offset = firstInvalidUTF8(in: Array(bytes)) {
      throw Problem(line: 1 + bytes.prefix(offset).count { $0 == 0x0A }, message: "this is not UTF-8")
    }
    var reader = FieldReader(bytes: bytes, separator: separator(of: bytes.prefix { $0 != 0x0A }))
    var columns: [Column] = [.name, .label, .id, .aliases]
    var isFirst = true
    while let fields = try reader.row() {
      defer { isFirst = false }
      if isFirst, fields.contains(where: { $0.lowercased() == "name" }) {
        columns = try fields.map { try column($0, line: reader.line) }
      } else if let row = try row(fields, columns, line: reader.line) {
        try body(row)
      }
    }
  }

  private static func separator(of head: ArraySlice<UInt8>) -> UInt8 {
    if head.contains(0x2C) { return 0x2C }
    return [0x09, 0x3B].first(where: head.contains) ?? 0x2C
  }

  /// What the fields of a line say; nil where they are empty.
  private static func row(_ fields: [String], _ columns: [Column], line: Int) throws(Problem) -> Row? {
    if fields.allSatisfy(\.isEmpty) { return nil }
    guard fields.count <= columns.count || fields[columns.count...].allSatisfy(\.isEmpty) else {
      throw Problem(
        line: line, message: "there are \(fields.count) fields for \(columns.count) columns",
        help: "put what holds a separator into quotation marks; \(columnsHelp)")
    }
    var row = Row(name: "", label: "MISC", id: "", aliases: [])
    for (column, field) in zip(columns, fields) {
      switch column {
      case .name: row.name = field
      case .label: if !field.isEmpty { row.label = try label(field, line: line) }
      case .id: row.id = field
      case .aliases: row.aliases = field.split(separator: "|").map(String.init)
      }
    }
    guard !row.name.isEmpty else { throw Problem(line: line, message: "the row has no name") }
    return row
  }

  /// A label of ours or of the user's own.
  private static func label(_ label: String, line: Int) throws(Problem) -> String {
    let known = EntityLabel.allCases.map(\.rawValue)
    if known.contains(label) { return label }
    guard label.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
      throw Problem(
        line: line, message: "\"\(label)\" is no label",
        help: "a label is a word, such as \(known.prefix(3).joined(separator: ", ")), or one of your own")
    }
    guard let meant = Suggestion.nearest(to: label, among: known) else { return label }
    throw Problem(
      line: line, message: "the label \"\(label)\" is unknown",
      help: "did you mean \"\(meant)\"? A label of your own must not be so like one of ours")
  }

  private static func column(_ name: String, line: Int) throws(Problem) -> Column {
    switch name.lowercased() {
    case "name": return .name
    case "label", "type": return .label
    case "id": return .id
    case "aliases", "alias": return .aliases
    default:
      let meant = Suggestion.nearest(to: name, among: ["name", "label", "type", "id", "aliases", "alias"])
      throw Problem(
        line: line, message: "the column \"\(name)\" is unknown",
        help: (meant.map { "did you mean \"\($0)\"? " } ?? "") + columnsHelp)
    }
  }
}

/// Reads the fields of a CSV file row by row.
private struct FieldReader {
  let bytes: ArraySlice<UInt8>
  let separator: UInt8
  private var position: Int
  /// The line of the row that was read last, from 1.
  private(set) var line = 0
  private var nextLine = 1

  init(bytes: ArraySlice<UInt8>, separator: UInt8) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.startIndex
  }

  mutating func row() throws -> [String]? {
    guard position < bytes.endIndex else { return nil }
    line = nextLine
    var fields: [String] = []
    while true {
      fields.append(try field())
      guard position < bytes.endIndex else { return fields }
      let mark = bytes[position]
      position += 1
      if mark == 0x0A {
        nextLine += 1
        return fields
      }
    }
  }

  /// Reads to the separator or line end after the field, without it.
  private mutating func field() throws -> String {
    guard position < bytes.endIndex, bytes[position] == 0x22 else {
      let end = bytes[position...].firstIndex { $0 == separator || $0 == 0x0A } ?? bytes.endIndex
      defer { position = end }
      return Self.trimmed(bytes[position..<end])
    }
    var value: [UInt8] = []
    position += 1
    while let quote = bytes[position...].firstIndex(of: 0x22) {
      nextLine += bytes[position..<quote].count { $0 == 0x0A }
      value += bytes[position..<quote]
      position = quote + 1
      if position < bytes.endIndex, bytes[position] == 0x22 {
        value.append(0x22)
        position += 1
        continue
      }
      position = bytes[position...].firstIndex { $0 == separator || $0 == 0x0A } ?? bytes.endIndex
      return Self.trimmed(value[...])
    }
    throw NameList.Problem(line: line, message: "a quotation mark is not closed")
  }

  private static func trimmed(_ field: ArraySlice<UInt8>) -> String {
    let start = field.drop(while: \.isASCIISpace)
    let end = start.lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? start.startIndex
    return String(decoding: start[..<end], as: UTF8.self)
  }
}
