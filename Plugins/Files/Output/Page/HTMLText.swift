import Copydesk

extension [UInt8] {
  /// Appends text so that it says in HTML what it says.
  mutating func appendEscaped(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      case UInt8(ascii: "\""): append("&quot;")
      // Control characters are not allowed in a page.
      case 0..<0x20 where byte != 0x0A && byte != 0x09, 0x7F: append(0x20)
      default: append(byte)
      }
    }
  }

  mutating func appendEscaped(_ text: String) { appendEscaped(text.utf8) }

  /// Appends text that comes from a page: its character references, `&rsquo;`, stay what they are.
  mutating func appendEscapedMarkup(_ text: [UInt8]) {
    var start = 0
    for index in text.indices where text[index] == UInt8(ascii: "&") && Self.isReference(text[index...]) {
      appendEscaped(text[start..<index])
      append(text[index])
      start = index + 1
    }
    appendEscaped(text[start...])
  }

  private static func isReference(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.dropFirst().prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "#") }
    return (1...32).contains(name.count) && name.endIndex < text.endIndex
      && text[name.endIndex] == UInt8(ascii: ";")
  }
}
