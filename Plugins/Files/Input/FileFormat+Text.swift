import Copydesk

/// What stands in a file whose name says that it is a text, and that is none.
///
/// An article may begin with anything and be about any of these: what is told here is told by more than a mark.
extension FileFormat {
  /// How much of a file is looked at before it is read.
  static let textHead = 1 << 18

  /// How the file is to be read; nil where it is a text.
  init?(insteadOfText bytes: ArraySlice<UInt8>, _ map: FieldMap) {
    let bytes = bytes.dropFirst(ByteOrderMark.utf8Length(bytes))
    switch bytes.first {
    case UInt8(ascii: "{"): self = .jsonl
    case UInt8(ascii: "W"): self = .warc
    case UInt8(ascii: "F") where bytes.starts(with: "From ".utf8): self = .mbox
    case let first? where first.isASCIILetter: self = .eml
    default: return nil
    }
    guard isBegun(by: bytes, map) else { return nil }
  }

  private func isBegun(by bytes: ArraySlice<UInt8>, _ map: FieldMap) -> Bool {
    switch self {
    case .jsonl: Self.hasRecords(bytes, map)
    case .warc: Self.hasWARCHead(bytes)
    case .mbox: Self.hasMailboxHead(bytes)
    default: Self.hasMailHead(bytes)
    }
  }

  /// Whether the first two lines are objects with a text each.
  private static func hasRecords(_ bytes: ArraySlice<UInt8>, _ map: FieldMap) -> Bool {
    var rest = bytes
    for _ in 0..<2 {
      rest = rest.drop(while: \.isASCIISpace)
      guard rest.first == UInt8(ascii: "{") else { return false }
      let line = rest.prefix { $0 != 0x0A }
      guard case .object(var members)? = try? JSONReader.value(line), hasText(&members, map) else {
        return false
      }
      rest = rest[line.endIndex...]
    }
    return true
  }

  private static func hasText(_ members: inout [JSONValue.Member], _ map: FieldMap) -> Bool {
    if map.text.take(from: &members)?.string != nil { return true }
    return members.contains { member in
      member.value.string != nil
        && (FamiliarNames.text.contains(member.name) || FamiliarNames.ofText(member.name) != nil)
    }
  }

  /// `WARC/1.0` in a line, and a field of such a head in the next.
  private static func hasWARCHead(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    let line = nextLine(&rest)
    guard bytes.starts(with: "WARC/".utf8), line.count <= 9, !line.contains(where: \.isASCIISpace) else {
      return false
    }
    return fieldName(rest) != nil && RecordHead(bytes.prefix(1 << 16)) != nil
  }

  /// `From anna@example.org Tue Mar  5 10:00:00 2024` in a line, and a field of a message in the next.
  private static func hasMailboxHead(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    return FromLine.hasDate(nextLine(&rest).dropFirst(5)) && fieldName(rest) != nil
  }

  /// Fields up to a blank line, among them those that programs put there: a press release may begin with a sender and a
  /// subject, too.
  private static func hasMailHead(_ bytes: ArraySlice<UInt8>) -> Bool {
    var names: Set<String> = []
    var rest = bytes
    for _ in 0..<200 {
      guard let first = rest.first, first != 0x0A, first != 0x0D else { break }
      if first == 0x20 || first == 0x09 {
        guard !names.isEmpty else { return false }
      } else {
        guard let name = fieldName(rest) else { return false }
        names.insert(name)
      }
      _ = nextLine(&rest)
    }
    return names.contains("from") && (names.contains("message-id") || names.contains("mime-version"))
  }

  /// The name of a field, in lower case, where the bytes begin with one.
  private static func fieldName(_ bytes: ArraySlice<UInt8>) -> String? {
    let name = bytes.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    guard !name.isEmpty, bytes.dropFirst(name.count).first == UInt8(ascii: ":") else { return nil }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Takes the first line; returns it without its end.
  private static func nextLine(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.endIndex)]
    bytes = bytes[line.endIndex...].dropFirst()
    return line.last == 0x0D ? line.dropLast() : line
  }
}
