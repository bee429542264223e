import Copydesk

/// Reads the values of ``FrontMatter``: strings, plain or in quotes, and lists of them on one line.
enum FrontScalar {
  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let comma = UInt8(ascii: ",")
  private static let bracket = UInt8(ascii: "]")
  /// What begins so means something else in YAML: an object, a block of lines, an anchor, a tag.
  private static let marks = Set("{}[]|>&*!%@`\"',#?".utf8)

  /// Whether a line says nothing: blanks, and a comment.
  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.withoutBlanks
    return rest.isEmpty || rest.first == UInt8(ascii: "#")
  }

  /// The value that a line ends with; nil where it is of another kind.
  static func value(_ line: ArraySlice<UInt8>) -> JSONValue? {
    var rest = line.withoutBlanks
    guard let first = rest.first else { return nil }
    let value: JSONValue?
    switch first {
    case quote, apostrophe: value = quoted(&rest)
    case UInt8(ascii: "["): value = list(&rest)
    default:
      let end = rest.place(of: " #") ?? rest.endIndex
      return word(rest[..<end].withoutBlanksAtEnd)
    }
    return isBlank(rest) && rest.first.map(\.isASCIISpace) ?? true ? value : nil
  }

  /// A string without quotes, or one of the words that YAML has for other values.
  private static func word(_ text: ArraySlice<UInt8>) -> JSONValue? {
    guard let first = text.first, !marks.contains(first), !text.starts(with: "- ".utf8), !text.says("-"),
      text.place(of: ": ") == nil, text.last != UInt8(ascii: ":")
    else { return nil }
    if text.says("true") { return .bool(true) }
    if text.says("false") { return .bool(false) }
    return text.says("null") || text.says("~") ? .null : .string(String(decoding: text, as: UTF8.self))
  }

  /// `[roads, "Lorn, the"]`.
  private static func list(_ rest: inout ArraySlice<UInt8>) -> JSONValue? {
    rest = rest.dropFirst().withoutBlanks
    var found: [JSONValue] = []
    while let first = rest.first, first != bracket {
      let value: JSONValue?
      if first == quote || first == apostrophe {
        value = quoted(&rest)
      } else {
        let text = rest.prefix { $0 != comma && $0 != bracket }
        rest = rest[text.endIndex...]
        value = text.contains(UInt8(ascii: "[")) ? nil : word(text.withoutBlanksAtEnd)
      }
      guard let value else { return nil }
      found.append(value)
      rest = rest.withoutBlanks
      if rest.first == comma {
        rest = rest.dropFirst().withoutBlanks
      } else if rest.first != bracket {
        return nil
      }
    }
    guard rest.popFirst() == bracket else { return nil }
    return .array(found)
  }

  /// What stands between quotes, with its escapes undone.
  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> JSONValue? {
    guard let mark = rest.first else { return nil }
    var content: [UInt8] = []
    var index = rest.startIndex + 1
    while index < rest.endIndex {
      let byte = rest[index]
      let next = index + 1 < rest.endIndex ? rest[index + 1] : 0
      if mark == quote, byte == UInt8(ascii: "\\") {
        content += [byte, next]
        index += 2
      } else if mark == apostrophe, byte == mark, next == mark {
        content.append(byte)
        index += 2
      } else if byte == mark {
        rest = rest[(index + 1)...]
        return mark == quote ? unescaped(content) : .string(String(decoding: content, as: UTF8.self))
      } else {
        content.append(byte)
        index += 1
      }
    }
    return nil
  }

  /// The escapes of JSON are those of YAML that are in use.
  private static func unescaped(_ content: [UInt8]) -> JSONValue? {
    try? JSONReader.value(([quote] + content + [quote])[...])
  }
}
