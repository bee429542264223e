import Copydesk

/// How many pieces of a text, lines or paragraphs, say what one before them says.
struct RepeatedPieces {
  private var count = 0
  private var repeated = 0
  private var bytes = 0
  private var repeatedBytes = 0
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
    bytes += piece.count
    if !seen.insert(StableHash.of(piece)).inserted {
      repeated += 1
      repeatedBytes += piece.count
    }
  }

  /// The share of pieces that repeat one.
  var share: Double { count == 0 ? 0 : Double(repeated) / Double(count) }
  /// The share of bytes in such pieces.
  var shareOfBytes: Double { bytes == 0 ? 0 : Double(repeatedBytes) / Double(bytes) }
}
