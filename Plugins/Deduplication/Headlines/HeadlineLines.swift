import Copydesk

/// The lines of a text that are not blank, and how each stands among its neighbours.
struct HeadlineLines {
  private struct Line {
    let trimmed: Span
    let full: Span
    let followsBlank: Bool
  }

  private let text: Text
  private let lines: [Line]

  init(_ text: Text) {
    self.text = text
    var lines: [Line] = []
    var followsBlank = true
    for line in text.lines {
      if !line.isBlank {
        lines.append(Line(trimmed: line.trimmed, full: line.full, followsBlank: followsBlank))
      }
      followsBlank = line.isBlank
    }
    self.lines = lines
  }

  var count: Int { lines.count }
  var isEmpty: Bool { lines.isEmpty }

  /// The lines without the white space around them.
  func span(_ range: Range<Int>) -> Span {
    Span(lines[range.lowerBound].trimmed.start, lines[range.upperBound - 1].trimmed.end)
  }

  /// The lines with their ends and the blank lines behind them; at the end of the text, with those before
  /// them.
  func spanWithBlanks(of range: Range<Int>) -> Span {
    if range.upperBound < lines.count {
      return Span(lines[range.lowerBound].full.start, lines[range.upperBound].full.start)
    }
    let start = range.lowerBound > 0 ? lines[range.lowerBound - 1].trimmed.end : 0
    return Span(start, text.count)
  }

  /// The lines read as a headline.
  func headline(_ range: Range<Int>) -> Headline? {
    let span = span(range)
    return text.utf8.withUnsafeBufferPointer { Headline($0, span.range) }
  }

  func wordCount(_ index: Int) -> Int {
    let span = lines[index].trimmed
    return text.utf8.withUnsafeBufferPointer { NormalisedWords($0, span.range).count }
  }

  /// The lines from `index` to the next blank one, if a paragraph starts there.
  func paragraph(startingAt index: Int) -> Range<Int>? {
    guard lines[index].followsBlank else { return nil }
    var end = index + 1
    while end < lines.count, !lines[end].followsBlank, end - index < 4 { end += 1 }
    return index..<end
  }

  // MARK: Judging a line

  /// Whether the line ends like a sentence: with a full stop that is not part of an ellipsis or of initials.
  func endsSentence(_ index: Int) -> Bool {
    let bytes = text.utf8[lines[index].trimmed.range]
    guard bytes.last == UInt8(ascii: ".") else { return false }
    let before = bytes.dropLast().last
    let isInitials = bytes.count > 3 && bytes[bytes.endIndex - 3] == UInt8(ascii: ".")
    return before != UInt8(ascii: ".") && !isInitials
  }

  /// Whether the next line does not go on with this one's sentence.
  func standsAlone(_ index: Int) -> Bool {
    guard index + 1 < lines.count, !lines[index + 1].followsBlank else { return true }
    return !text.utf8[lines[index + 1].trimmed.start].isASCIILowercase
  }

  /// Whether the line is no part of a paragraph: blank lines around it, or lines that end and begin
  /// sentences.
  func standsApart(_ index: Int) -> Bool {
    guard standsAlone(index) else { return false }
    guard index > 0, !lines[index].followsBlank else { return true }
    let last = text.utf8[lines[index - 1].trimmed.end - 1]
    // 0x9D and 0xA6 end a closing quote and an ellipsis.
    return ".!?\"".utf8.contains(last) || last == 0x9D || last == 0xA6
  }

  /// Whether the line can be a title: it is short, no sentence, and no line about the author or the day.
  func isPossibleTitle(_ index: Int) -> Bool {
    let line = lines[index].trimmed
    guard line.count <= 400, !endsSentence(index) else { return false }
    let word = text.utf8[line.range].prefix { $0.isASCIILetter }
    return word.isEmpty || !word.withUnsafeBufferPointer(Self.otherOpeners.contains)
  }

  private static let otherOpeners = WordSet("by published posted updated advertisement written reporting")
}
