import Copydesk

/// How many pieces of a text, lines or paragraphs, say what one before them says.
struct RepeatedPieces {
  private var count = 0
  private var repeated = 0
  private var characters = 0
  private var repeatedCharacters = 0
  private var seen: Set<UInt64> = []

  /// Looks at the lines, without white space at their ends.
  init(linesOf text: Text) {
    for line in text.lines where !line.isBlank { add(text.utf8[line.trimmed.range]) }
  }

  /// Looks at the paragraphs: what stands between blank lines.
  init(paragraphsOf text: Text) {
    var start: Int?
    var end = 0
    for line in text.lines {
      if line.isBlank {
        if let start { add(text.utf8[start..<end]) }
        start = nil
      } else {
        start = start ?? line.trimmed.start
        end = line.trimmed.end
      }
    }
    if let start { add(text.utf8[start..<end]) }
  }

  private mutating func add(_ piece: ArraySlice<UInt8>) {
    count += 1
    // Not bytes, of which a letter of Cyrillic takes two and one of Chinese three.
    var size = 0
    for byte in piece where !byte.isUTF8Continuation { size += 1 }
    characters += size
    if !seen.insert(StableHash.of(piece)).inserted {
      repeated += 1
      repeatedCharacters += size
    }
  }

  /// The share of pieces that repeat one.
  var share: Double { count == 0 ? 0 : Double(repeated) / Double(count) }
  /// The share of characters in such pieces.
  var shareOfCharacters: Double {
    characters == 0 ? 0 : Double(repeatedCharacters) / Double(characters)
  }
}
