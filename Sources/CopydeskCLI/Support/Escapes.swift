import Copydesk

/// The escapes of JSON strings.
enum Escapes {
  /// The text with its escapes decoded; one that is cut off stays as it is.
  static func decoded(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var out = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "\\") {
      out += rest[..<start]
      rest = rest[start...]
      // A character beyond the first 65,536 is two escapes.
      let isUnicode = rest.dropFirst().first == "u"
      let lengths = isUnicode ? [12, 6] : [2]
      let found = lengths.lazy.compactMap { length in value(rest.prefix(length)).map { ($0, length) } }.first
      out += found?.0 ?? "\\"
      rest = rest.dropFirst(found?.1 ?? 1)
    }
    return out + rest
  }

  /// The one character that the escape stands for.
  private static func value(_ escape: Substring) -> String? {
    let value = (try? JSONReader.value(Array("\"\(escape)\"".utf8)[...]))?.string
    return value?.unicodeScalars.count == 1 ? value : nil
  }
}
