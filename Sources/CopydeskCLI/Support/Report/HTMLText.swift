import Copydesk

/// HTML that is put together piece by piece; what comes from documents goes in through ``text(_:)``.
enum HTMLText {
  /// The text as a page shows it: nothing in it is markup, and control characters are told as such.
  static func of(_ text: some StringProtocol) -> String {
    var out = ""
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\n", "\t", "\r": out += " "
      case _ where isUnseen(scalar): out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The same, with places where a long name may be broken.
  static func breakable(_ text: String) -> String {
    var out = ""
    for character in of(text) {
      out.append(character)
      if "./_".contains(character) { out += "<wbr>" }
    }
    return out
  }

  /// Controls, and what turns the direction of the text around it.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
