import Copydesk

/// What of a page's own text Markdown would take for marks.
extension ArticleWriter {
  /// Writes the stroke before a character that was written as a reference, where it needs one.
  mutating func escape(_ scalar: Unicode.Scalar, opensLine: Bool) {
    if scalar == "<" || scalar == "|" && lastCell != nil || scalar == ">" && opensLine {
      builder.insert("\\")
    }
  }

  /// Takes over a part of a line, with strokes where Markdown would read marks: what opens lines (`#`, `>`, `-`, `1.`),
  /// bars in tables, and `](`, which makes a link.
  mutating func copyEscaped(_ range: Range<Int>, opensLine: Bool) {
    let bytes = original.utf8
    var run = range.lowerBound
    func stroke(before index: Int, _ writer: inout ArticleWriter) {
      writer.builder.copy(Span(run, index))
      writer.builder.insert("\\")
      run = index
    }
    if opensLine, lastCell == nil, let place = mark(atStartOf: range) { stroke(before: place, &self) }
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: "|") where lastCell != nil: stroke(before: index, &self)
      case UInt8(ascii: "(") where index > range.lowerBound && bytes[index - 1] == UInt8(ascii: "]"):
        stroke(before: index, &self)
      default: break
      }
    }
    builder.copy(Span(run, range.upperBound))
  }

  /// Where the stroke belongs if a line that begins so would be a heading, an item or a quotation.
  private func mark(atStartOf range: Range<Int>) -> Int? {
    let bytes = original.utf8
    func isBlank(_ index: Int) -> Bool { index >= range.upperBound || bytes[index] == 0x20 }
    let first = range.lowerBound
    switch bytes[first] {
    case UInt8(ascii: ">"): return first
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return isBlank(first + 1) ? first : nil
    case UInt8(ascii: "#"):
      let end = range.first { bytes[$0] != UInt8(ascii: "#") } ?? range.upperBound
      return end - first <= 6 && isBlank(end) ? first : nil
    case let byte where byte.isASCIIDigit:
      let end = range.first { !bytes[$0].isASCIIDigit } ?? range.upperBound
      guard end < range.upperBound, end - first <= 9, isBlank(end + 1) else { return nil }
      return bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") ? end : nil
    default: return nil
    }
  }
}
