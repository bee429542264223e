import Copydesk

/// The lines of a text that rules are held against: those that are not blank.
///
/// In a text wrapped at a fixed width, as newswire and e-mail are, a line of a paragraph says nothing by
/// itself, so a wrapped paragraph is taken as one line. A line is wrapped when the first word of the next
/// would not have fitted.
///
/// A text may be nothing but lines of one letter, so what is kept of a line is small (20 bytes and its folded form), and
/// a ``TextLine`` is made when it is asked for.
struct TextLines: RandomAccessCollection, Sendable {
  let text: Text
  private var records: [Record] = []
  private var folded: [UInt8] = []

  private struct Record {
    /// The line without the blanks around it.
    var start: UInt32
    var end: UInt32
    /// Where its folded form starts; it ends where that of the next line starts.
    var folded: UInt32 = 0
    var words: UInt32 = 0
    var ending = TextLine.Ending.open
    /// Whether no blank line stands before it.
    var isAttached: Bool

    var span: Span { Span(Int(start), Int(end)) }
  }

  /// Cuts a text into lines; one of 4 GiB or more, which is no article, into none.
  /// - Complexity: O(*n*).
  init(of text: Text) {
    self.text = text
    guard text.count < Int(UInt32.max) else { return }
    read()
    join()
    fold()
  }

  var startIndex: Int { 0 }
  var endIndex: Int { records.count }

  /// A line as the rules see it.
  subscript(index: Int) -> TextLine {
    let record = records[index]
    return TextLine(
      span: record.span, isAttached: record.isAttached, words: Int(record.words), ending: record.ending,
      folded: folded[Int(record.folded)..<endOfFolded(index)])
  }

  private func endOfFolded(_ index: Int) -> Int {
    index + 1 < records.count ? Int(records[index + 1].folded) : folded.count
  }

  // MARK: Parts of a line that few ask for

  /// A line without bullets and the marks of Markdown: `# Title` → `Title`.
  func core(_ index: Int) -> Span {
    text.utf8.withUnsafeBufferPointer { LineShape.core(of: records[index].span, in: $0) }
  }

  /// A line with its end.
  func full(_ index: Int) -> Span {
    let bytes = text.utf8
    var start = Int(records[index].start)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    return Span(start, endOfLine(after: Int(records[index].end)))
  }

  /// Where the line ends, its line end included, in which the line's text ends at `end`.
  private func endOfLine(after end: Int) -> Int {
    let bytes = text.utf8
    var end = end
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// Whether a line reads like a paragraph of prose; see ``TextLine/isProse``.
  func isProse(_ index: Int) -> Bool {
    TextLine.isProse(words: Int(records[index].words), records[index].ending)
  }

  // MARK: Cutting

  private mutating func read() {
    var afterBlank = true
    for line in text.lines {
      let span = Blanks.trimmed(line.trimmed, in: text.utf8)
      if span.isEmpty {
        afterBlank = true
        continue
      }
      if records.count == records.capacity { makeRoom(line.full.end) }
      records.append(
        Record(
          start: UInt32(truncatingIfNeeded: span.start), end: UInt32(truncatingIfNeeded: span.end),
          isAttached: !afterBlank))
      afterBlank = false
    }
  }

  /// Makes room for as many lines as there will be if the text goes on as it began.
  private mutating func makeRoom(_ read: Int) {
    let expected = records.count * text.count / read
    records.reserveCapacity(
      Swift.max(records.count + records.count / 4 + 16, Swift.min(expected + expected / 8, text.count / 2)))
  }

  private mutating func join() {
    guard let width = wrapWidth() else { return }
    var kept = 0
    var wasFull = false
    for index in records.indices {
      let line = records[index]
      if wasFull, line.isAttached, kept > 0 {
        records[kept - 1].end = line.end
      } else {
        records[kept] = line
        kept += 1
      }
      wasFull = isFull(line.span, width: width, next: firstWord(after: endOfLine(after: Int(line.end))))
    }
    records.removeLast(records.count - kept)
  }

  /// At how many bytes the text was wrapped; nil where it was not.
  ///
  /// A headline or a byline that nobody wrapped may be longer than all that was. So the width is that of the lines that go
  /// on in a next one, but for one in twenty, where most of these are full and few of all lines are longer.
  private func wrapWidth() -> Int? {
    let longest = records.reduce(0) { Swift.max($0, $1.span.count) }
    let goingOn = records.indices.dropLast().filter { records[$0 + 1].isAttached }
    if goingOn.count >= Self.fewestWrapped {
      let lengths = goingOn.map { records[$0].span.count }.sorted()
      let width = lengths[(lengths.count - 1) * 19 / 20]
      if width < longest, isWrapWidth(width) {
        let longer = records.count { $0.span.count > width + Self.slack }
        let full = goingOn.count { isFull(records[$0].span, width: width, next: nextWord($0)) }
        if longer <= Swift.max(2, records.count / 10), 5 * full >= 3 * goingOn.count { return width }
      }
    }
    return isWrapWidth(longest) ? longest : nil
  }

  private func isWrapWidth(_ width: Int) -> Bool { width >= 45 && width <= 100 }

  /// Fewer lines that go on say nothing of a width.
  private static let fewestWrapped = 6
  /// Lines are wrapped raggedly.
  private static let slack = 6

  /// How long the first word of the next line is.
  private func nextWord(_ index: Int) -> Int {
    firstWord(after: endOfLine(after: Int(records[index].end)))
  }

  /// Whether a word of `next` bytes would have gone past the width, with a little slack for ragged wrapping.
  private func isFull(_ line: Span, width: Int, next: Int) -> Bool {
    next > 0 && line.count + 1 + next >= width - Self.slack
  }

  private func firstWord(after index: Int) -> Int {
    var end = index
    while end < text.utf8.count, !text.utf8[end].isASCIISpace { end += 1 }
    return end - index
  }

  /// Folds every line, counts its words and looks at how it ends.
  private mutating func fold() {
    let text = text
    var records = records
    self.records = []
    folded = text.utf8.withUnsafeBufferPointer { bytes in
      // No folded line is longer than the line.
      [UInt8](unsafeUninitializedCapacity: bytes.count) { room, written in
        for index in records.indices {
          let core = LineShape.core(of: records[index].span, in: bytes)
          records[index].folded = UInt32(truncatingIfNeeded: written)
          records[index].words = UInt32(
            truncatingIfNeeded: core.count <= TextLine.longest
              ? LineShape.fold(core, in: bytes, to: room, &written) : LineShape.words(of: core, in: bytes))
          records[index].ending = LineShape.ending(of: core, in: bytes)
        }
      }
    }
    self.records = records
  }
}
