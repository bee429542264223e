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
}
