import Copydesk

/// Decodes the character references of HTML that stand in strings which are no pages: the few with names that XML has, too,
/// and numbers. What is none stays as it is, and nothing is decoded twice.
enum CharacterReferences {
  private static let names: [Substring: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]
  /// The longest, without its `&`: `#x10FFFF;`.
  private static let longest = 9

  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      out += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let end = rest.prefix(longest).firstIndex(of: ";"), let character = character(rest[..<end]) {
        out += character
        rest = rest[rest.index(after: end)...]
      } else {
        out += "&"
      }
    }
    return out + rest
  }

  private static func character(_ reference: Substring) -> String? {
    guard reference.first == "#" else { return names[reference] }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    // `UInt32` would take a sign as well.
    guard let number, digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }) else { return nil }
    // As in pages, these are meant to be characters of Windows-1252.
    if (0x80...0x9F).contains(number), let western = TextEncoding(label: "windows-1252") {
      return Text(decoding: [UInt8(number)], as: western).string
    }
    return Unicode.Scalar(number).flatMap { $0.value < 0x20 ? nil : String($0) }
  }
}
