import Copydesk
import Foundation

/// Just enough of HTML to recognise a part of a page by its words.
enum Markup {
  /// The bytes with each `<tag …>` as a blank.
  static func removed(from bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var isInTag = false
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte == UInt8(ascii: "<"), index + 1 < bytes.endIndex, isTagStart(bytes[index + 1]) {
        isInTag = true
      }
      out.append(isInTag ? 0x20 : byte)
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return out
  }

  private static func isTagStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
  }

  /// What a `<meta … content="…">` says; any other tag as it is.
  static func content(of tag: String) -> String {
    guard let mark = tag.range(of: "content=\"") else { return tag }
    let rest = tag[mark.upperBound...]
    return String(rest.prefix { $0 != "\"" })
  }

  /// The text with its frequent character references decoded.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var out = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      out += rest[..<ampersand]
      rest = rest[ampersand...]
      if let end = rest.prefix(10).firstIndex(of: ";"),
        let character = character(of: rest[rest.index(after: ampersand)..<end])
      {
        out.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        out.append("&")
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }

  private static func character(of reference: Substring) -> Character? {
    guard reference.hasPrefix("#") else { return names[reference] }
    let digits = reference.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private static let names: [Substring: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "copy": "©", "reg": "®",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«",
    "raquo": "»", "bdquo": "„", "sbquo": "‚", "thinsp": " ", "hellip": "…", "bull": "•", "middot": "·",
    "euro": "€", "pound": "£", "prime": "′",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß", "eacute": "é", "egrave": "è", "agrave": "à",
    "ccedil": "ç", "aacute": "á", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ",
  ]
}
