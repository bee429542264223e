import Copydesk
import Testing

@testable import Cleaning

/// Lines are kept in few bytes; what is made of those is what the text says.
struct LinePropertyTests {
  private static let pieces = [
    "", " ", "\t", "\u{A0}", "# Title of **it**", "- one item", "• two", "**bold **", "_", "> quoted ",
    "The sea was calm.",
    "Zoë said “nein”…", "ÄÖÜ × ÀÞ Жизнь don’t", "中文的一个句子。", "X", "word \u{2003} word\u{200B}", "x\u{2028}y",
    "He asked:",
    "Read more: The long night", "Follow us on Twitter", "follower", "© 2018 The Courier",
    "all rights reserved",
    "The harbour of Lisbon reopened on Monday after a storm",
    "had closed it for three days, the port authority said in",
    "a statement that was read out to all of those who waited.",
    String(repeating: "long words without end ", count: 30),
  ]
  private static let ends = ["\n", "\n", "\r\n", "\r", "\n\n", "  \n", "\n \n"]

  private static func text(_ seed: UInt64) -> Text {
    var generator = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0..<40, using: &generator) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      text += ends[Int.random(in: 0..<ends.count, using: &generator)]
    }
    return Text(text)
  }

  /// The lines that are not blank, wrapped ones joined: the span of each without blanks, with its end, and whether no
  /// blank line stands before it.
  private static func plainLines(_ text: Text) -> [(span: Span, full: Span, isAttached: Bool)] {
    var lines: [(span: Span, full: Span, isAttached: Bool)] = []
    var afterBlank = true
    for line in text.lines {
      let span = Blanks.trimmed(line.trimmed, in: text.utf8)
      if !span.isEmpty { lines.append((span, line.full, !afterBlank)) }
      afterBlank = span.isEmpty
    }
    let width = lines.map(\.span.count).max() ?? 0
    guard (45...100).contains(width) else { return lines }
    var joined: [(span: Span, full: Span, isAttached: Bool)] = []
    var wasFull = false
    for line in lines {
      if wasFull, line.isAttached, !joined.isEmpty {
        joined[joined.count - 1].span.end = line.span.end
        joined[joined.count - 1].full.end = line.full.end
      } else {
        joined.append(line)
      }
      let word = text.utf8[line.full.end...].prefix { !$0.isASCIISpace }.count
      wasFull = word > 0 && line.span.count + 1 + word >= width - 6
    }
    return joined
  }

  /// A core in lower case, blanks as one blank, `’` as `'`.
  private static func folded(_ span: Span, _ text: Text) -> ArraySlice<UInt8> {
    var out: [UInt8] = []
    var index = span.start
    while index < span.end {
      let blank = Blanks.length(at: index, in: text.utf8)
      if blank > 0 {
        if !out.isEmpty, out.last != 0x20 { out.append(0x20) }
        index += blank
      } else if text.utf8[index...].prefix(3).elementsEqual("’".utf8) {
        out.append(UInt8(ascii: "'"))
        index += 3
      } else {
        index += LowerCase.append(text.utf8, at: index, end: span.end, to: &out)
      }
    }
    return out[...]
  }

  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func linesAreThoseOfTheTextWrappedOnesJoined(seed: UInt64) {
    let text = Self.text(seed)
    let lines = TextLines(of: text)
    let expected = Self.plainLines(text)
    #expect(lines.map(\.span) == expected.map(\.span))
    #expect(lines.indices.map(lines.full) == expected.map(\.full))
    #expect(lines.map(\.isAttached) == expected.map(\.isAttached))
  }

  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func linesAreFoldedAndTheirWordsCounted(seed: UInt64) {
    let text = Self.text(seed)
    let lines = TextLines(of: text)
    for (index, line) in lines.enumerated() {
      let core = lines.core(index)
      #expect(core.start >= line.span.start && core.end <= line.span.end)
      let folded = Self.folded(core, text)
      #expect(line.words == folded.split(separator: 0x20).count)
      #expect(line.folded.elementsEqual(core.count <= TextLine.longest ? folded : []))
      #expect(lines.isProse(index) == line.isProse)
    }
  }

  @Test(arguments: [
    "read more", "readers read", "read more about it", "rea", "related: x", "re", "", "readé", "zz",
  ])
  func theLongestPhraseThatALineOpensWithCounts(line: String) {
    let all = ["read", "related", "read more", "read more about", "re", "zz top", "more", "é"]
    let bytes = Array(line.utf8)[...]
    let expected = all.filter { phrase in
      guard line.hasPrefix(phrase) else { return false }
      return line.dropFirst(phrase.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
    }.max { $0.utf8.count < $1.utf8.count }
    let rest = Phrases(all).rest(of: bytes)
    #expect(rest.map { bytes.count - $0.count } == expected.map(\.utf8.count))
  }

  @Test func verdictsAreTheNamesThatWereGiven() {
    var verdicts = LineVerdicts(count: 3)
    #expect(verdicts[0] == nil && !verdicts.covers(0) && verdicts.hash(0) == 0)
    for (place, rule) in LineRules.all.enumerated() {
      verdicts.set(1, toRule: place)
      #expect(verdicts[1] == rule.name && verdicts.hash(1) == StableHash.of(rule.name.utf8))
    }
    for rule in HeadRule.allCases {
      verdicts[2] = rule.rawValue
      #expect(verdicts[2] == rule.rawValue && verdicts.covers(2))
    }
    verdicts[2] = nil
    #expect(verdicts[2] == nil && verdicts[0] == nil)
  }
}
