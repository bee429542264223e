import Copydesk

/// Cuts a text into the lines that rules are held against.
///
/// In a text wrapped at a fixed width, as newswire and e-mail are, a line of a paragraph says nothing by
/// itself, so a wrapped paragraph is taken as one line. A line is wrapped when the first word of the next
/// would not have fitted.
struct TextLines {
  private let text: Text
  private var folded: [UInt8] = []
  private var raw: [Raw] = []

  private struct Raw {
    var span: Span
    var full: Span
    var isAttached: Bool
  }

  /// The lines of `text` that are not blank.
  /// - Complexity: O(*n*).
  static func lines(of text: Text) -> [TextLine] {
    var reader = TextLines(text: text)
    reader.read()
    reader.join()
    return reader.finish()
  }

  private init(text: Text) { self.text = text }

  private mutating func read() {
    var afterBlank = true
    for line in text.lines {
      let span = Blanks.trimmed(line.trimmed, in: text.utf8)
      if span.isEmpty {
        afterBlank = true
      } else {
        raw.append(Raw(span: span, full: line.full, isAttached: !afterBlank))
        afterBlank = false
      }
    }
  }

  private mutating func join() {
    let width = raw.reduce(0) { max($0, $1.span.count) }
    guard width >= 45, width <= 100 else { return }
    var joined: [Raw] = []
    var wasFull = false
    for line in raw {
      if wasFull, line.isAttached, let last = joined.indices.last {
        joined[last].span.end = line.span.end
        joined[last].full.end = line.full.end
      } else {
        joined.append(line)
      }
      wasFull = isFull(line, width: width, next: firstWord(after: line.full.end))
    }
    raw = joined
  }

  /// Whether a word of `next` bytes would have gone past the width, with a little slack for ragged wrapping.
  private func isFull(_ line: Raw, width: Int, next: Int) -> Bool {
    next > 0 && line.span.count + 1 + next >= width - 6
  }

  private func firstWord(after index: Int) -> Int {
    var end = index
    while end < text.utf8.count, !text.utf8[end].isASCIISpace { end += 1 }
    return end - index
  }

  private mutating func finish() -> [TextLine] {
    let ranges = raw.map { line -> (core: Span, folded: Range<Int>, words: Int) in
      let core = core(of: line.span)
      let start = folded.count
      let words = fold(core)
      return (core, start..<folded.count, words)
    }
    return zip(raw, ranges).map { line, range in
      TextLine(
        span: line.span, full: line.full, core: range.core, isAttached: line.isAttached, words: range.words,
        ending: ending(of: range.core), folded: folded[range.folded])
    }
  }

  // MARK: What a line looks like

  private func core(of span: Span) -> Span {
    var low = span.start
    var high = span.end
    while low < high {
      switch text.utf8[low] {
      case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ">"), UInt8(ascii: " "):
        low += 1
      case UInt8(ascii: "-") where low + 1 < high && text.utf8[low + 1] == 0x20: low += 2
      case 0xE2 where low + 3 < high && text.utf8[low + 1] == 0x80 && text.utf8[low + 2] == 0xA2:
        low += 3  // •
      default:
        while high > low, text.utf8[high - 1] == UInt8(ascii: "*") || text.utf8[high - 1] == UInt8(ascii: "_")
        {
          high -= 1
        }
        return Span(low, high)
      }
    }
    return span
  }

  /// Appends the folded form of the span, unless it is too long, and counts its words.
  private mutating func fold(_ span: Span) -> Int {
    let keeps = span.count <= TextLine.longest
    var words = 0
    var afterBlank = true
    var index = span.start
    while index < span.end {
      let run = endOfASCII(from: index, to: span.end)
      if run > index {
        words += fold(index..<run, keeps: keeps, &afterBlank)
        index = run
        continue
      }
      let blank = Blanks.length(at: index, in: text.utf8)
      if blank > 0 {
        if keeps, !afterBlank { folded.append(0x20) }
        afterBlank = true
        index += blank
        continue
      }
      if afterBlank { words += 1 }
      afterBlank = false
      let byte = text.utf8[index]
      if byte == 0xE2, index + 2 < span.end, text.utf8[index + 1] == 0x80, text.utf8[index + 2] == 0x99 {
        if keeps { folded.append(UInt8(ascii: "'")) }
        index += 3
        continue
      }
      index += keeps ? LowerCase.append(text.utf8, at: index, end: span.end, to: &folded) : 1
    }
    return words
  }

  private func endOfASCII(from start: Int, to end: Int) -> Int {
    text.utf8.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end, bytes[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// Does the same for a run of ASCII, and counts the words that begin in it.
  private mutating func fold(_ run: Range<Int>, keeps: Bool, _ afterBlank: inout Bool) -> Int {
    let start = folded.count
    if keeps { folded.append(contentsOf: text.utf8[run]) }
    var words = 0
    var written = start
    text.utf8.withUnsafeBufferPointer { bytes in
      folded.withUnsafeMutableBufferPointer { folded in
        for index in run {
          let byte = bytes[index]
          let isBlank = byte.isASCIISpace
          if !isBlank, afterBlank { words += 1 }
          if keeps, !isBlank || !afterBlank {
            folded[written] = isBlank ? 0x20 : byte.isASCIIUppercase ? byte | 0x20 : byte
            written += 1
          }
          afterBlank = isBlank
        }
      }
    }
    if keeps { folded.removeLast(folded.count - written) }
    return words
  }

  private func ending(of span: Span) -> TextLine.Ending {
    let bytes = text.utf8
    var end = span.end
    scan: while end > span.start {
      switch bytes[end - 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): end -= 1
      case 0x9D where ends(end, 0xE2, 0x80), 0x99 where ends(end, 0xE2, 0x80): end -= 3  // ” ’
      case 0x9C where ends(end, 0xE2, 0x80): end -= 3  // “ closes in German
      case 0xBB where end >= 2 && bytes[end - 2] == 0xC2: end -= 2  // »
      case let byte where byte < 0x80 && byte.isASCIISpace: end -= 1
      default: break scan
      }
    }
    guard end > span.start else { return .open }
    switch bytes[end - 1] {
    case UInt8(ascii: "."):
      return end - 2 > span.start && bytes[end - 2] == UInt8(ascii: ".") ? .ellipsis : .stop
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "!"): return .exclamation
    case UInt8(ascii: ":"): return .colon
    case 0xA6 where ends(end, 0xE2, 0x80): return .ellipsis
    case 0x82 where ends(end, 0xE3, 0x80): return .stop  // 。
    case 0xA4 where ends(end, 0xE0, 0xA5): return .stop  // ।
    case 0x81 where ends(end, 0xEF, 0xBC): return .exclamation
    case 0x9F where ends(end, 0xEF, 0xBC): return .question
    default: return .open
    }
  }

  private func ends(_ end: Int, _ first: UInt8, _ second: UInt8) -> Bool {
    end >= 3 && text.utf8[end - 3] == first && text.utf8[end - 2] == second
  }
}
