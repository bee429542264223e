/// What is looked for: words that the index has, and others that only the texts themselves have.
///
/// The index holds what stands between blanks and marks. Chinese, Japanese and Thai write no blanks, and Korean sets endings on
/// its words, so that a word of those is looked for in each text: slower, and found within others too.
struct ArticleQuery {
  /// The words as FTS5 wants them, each in quotes, so that none is an operator; nil where there are none.
  let pattern: String?
  /// What is looked for in each text.
  let scanned: [String]

  /// Reads words, phrases in quotes, and beginnings with `*` behind.
  /// - Returns: nil where no word is among them.
  init?(_ words: String) {
    var terms: [String] = []
    var scanned: [String] = []
    for (index, part) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      let pieces = index % 2 == 1 ? [part] : part.split(whereSeparator: \.isWhitespace)
      for piece in pieces where piece.contains(where: { $0.isLetter || $0.isNumber }) {
        let isPrefix = index % 2 == 0 && piece.hasSuffix("*")
        let word = isPrefix ? piece.dropLast() : piece
        if word.unicodeScalars.contains(where: Self.isUnspaced) {
          scanned.append(String(word))
        } else {
          terms.append("\"\(word)\"\(isPrefix ? "*" : "")")
        }
      }
    }
    guard !terms.isEmpty || !scanned.isEmpty, scanned.allSatisfy({ $0.utf8.count <= Self.longest }) else {
      return nil
    }
    pattern = terms.isEmpty ? nil : terms.joined(separator: " ")
    self.scanned = scanned
  }

  /// SQLite looks for no longer ones, and no text has them.
  private static let longest = 1 << 14

  /// Whether the words of the sign's script are not set apart by blanks, or have endings of others set on them.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Thai, Lao, Tibetan, Burmese, Khmer.
    case 0xE00...0x109F, 0x1780...0x17FF: true
    // Hangul, kana, ideographs.
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x318F, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xA960...0xA97F,
      0xAC00...0xD7FF,
      0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// A condition that a document of the table `documents` meets which holds all that is scanned for, and what it binds.
  var scan: (sql: String, arguments: [String]) {
    let condition = "(text LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\')"
    return (
      scanned.map { _ in condition }.joined(separator: " AND "),
      scanned.flatMap { term -> [String] in
        let form =
          "%" + term.replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_")
          + "%"
        return [form, form]
      }
    )
  }

  /// The part of a text around the first of the words that are scanned for, with marks around each.
  func passage(of text: String, start: Character, end: Character) -> String {
    let scalars = Array(text.unicodeScalars)
    let terms = scanned.map { Array($0.unicodeScalars) }
    let first = terms.compactMap { scalars.firstRange(of: $0)?.lowerBound }.min() ?? 0
    let range = max(0, first - 40)..<min(scalars.count, first + 80)
    var marked = range.lowerBound > 0 ? "…" : ""
    var index = range.lowerBound
    while index < range.upperBound {
      if let term = terms.first(where: { scalars[index...].starts(with: $0) }), !term.isEmpty {
        marked.append(start)
        marked.unicodeScalars.append(contentsOf: term)
        marked.append(end)
        index += term.count
      } else {
        marked.unicodeScalars.append(scalars[index])
        index += 1
      }
    }
    return index < scalars.count ? marked + "…" : marked
  }
}
