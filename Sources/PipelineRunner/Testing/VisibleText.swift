import Copydesk

/// Text as a person sees it: without markup, blanks collapsed. Good enough to recognise a line by.
enum VisibleText {
  /// The lines that are not empty.
  static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { collapsed($0) }.filter { !$0.isEmpty }
  }

  /// The text with its blanks collapsed to single ones and none at its ends.
  static func collapsed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text between the tags of a piece of a page.
  /// - Parameter separator: what stands for each tag.
  static func ofMarkup(_ bytes: ArraySlice<UInt8>, separator: Character) -> String {
    var out: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
        out += String(separator).utf8
        index = end + 1
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    var text = String(decoding: out, as: UTF8.self)
    for (reference, character) in references where text.contains(reference) {
      text = text.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
    }
    return separator == "\n" ? text : collapsed(text)
  }

  /// The common ones; `&amp;` comes last, so that nothing is decoded twice.
  private static let references = [
    ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&copy;", "©"),
    ("&amp;", "&"),
  ]
}
