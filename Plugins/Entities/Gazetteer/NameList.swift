import Copydesk

/// A list of names of the user's own, from a CSV file with the columns name, label, id and aliases.
///
///     name,label,id,aliases
///     Harbour Bank plc,CLIENT,c-17,Harbour Bank|HBK
///
/// The first line may name the columns, in any order; else they stand in this one. All but the name may be missing:
/// the label is then `MISC`. Aliases are set apart by `|`. Quotes are those of RFC 4180; a file whose first line has
/// a tab and no comma is read with tabs.
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
  }

  private enum Column { case name, label, id, aliases, other }

  /// Calls `body` with each row.
  static func read(_ bytes: [UInt8], _ body: (Row) throws -> Void) throws {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if let offset = firstInvalidUTF8(in: Array(bytes)) {
      throw Problem(line: 1 + bytes.prefix(offset).count { $0 == 0x0A }, message: "this is not UTF-8")
    }
    let head = bytes.prefix { $0 != 0x0A }
    let separator: UInt8 = head.contains(0x09) && !head.contains(0x2C) ? 0x09 : 0x2C
    var reader = FieldReader(bytes: bytes, separator: separator)
    var columns: [Column] = [.name, .label, .id, .aliases]
    var isFirst = true
    while let fields = try reader.row() {
      defer { isFirst = false }
      if isFirst, fields.contains(where: { $0.lowercased() == "name" }) {
        columns = fields.map { Self.column($0.lowercased()) }
        continue
      }
      var row = Row(name: "", label: "MISC", id: "", aliases: [])
      for (column, field) in zip(columns, fields) {
        switch column {
        case .name: row.name = field
        case .label: if !field.isEmpty { row.label = field }
        case .id: row.id = field
        case .aliases: row.aliases = field.split(separator: "|").map(String.init)
        case .other: break
        }
      }
      guard !row.name.isEmpty || fields.allSatisfy(\.isEmpty) else {
        throw Problem(line: reader.line, message: "the row has no name")
      }
      if !row.name.isEmpty { try body(row) }
    }
  }

  private static func column(_ name: String) -> Column {
    switch name {
    case "name": .name
    case "label", "type": .label
    case "id": .id
    case "aliases", "alias": .aliases
    default: .other
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
