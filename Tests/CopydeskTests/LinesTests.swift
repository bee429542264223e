import Testing

@testable import Copydesk

/// Lines are found eight bytes at a time; here they are found one by one.
@Suite struct LinesTests {
  private static func plainly(_ bytes: [UInt8]) -> [(span: Span, full: Span)] {
    var lines: [(Span, Span)] = []
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var next = min(end + 1, bytes.count)
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { next = end + 2 }
      lines.append((Span(start, end), Span(start, next)))
      start = next
    }
    return lines
  }

  private func check(_ bytes: [UInt8]) {
    let lines = Array(Lines(utf8: bytes))
    let plain = Self.plainly(bytes)
    #expect(lines.map(\.span) == plain.map(\.span), "\(bytes)")
    #expect(lines.map(\.full) == plain.map(\.full), "\(bytes)")
    // Together they are the text, and what is trimmed away is white space.
    #expect(lines.flatMap { bytes[$0.full.range] } == bytes)
    for line in lines {
      #expect(line.trimmed.start >= line.span.start && line.trimmed.end <= line.span.end)
      let (before, after) = (
        bytes[line.span.start..<line.trimmed.start], bytes[line.trimmed.end..<line.span.end]
      )
      for blanks in [before, after] {
        #expect(blanks.allSatisfy { $0.isASCIISpace || [0xC2, 0xA0].contains($0) })
      }
      if let first = bytes[line.trimmed.range].first { #expect(!first.isASCIISpace) }
      if let last = bytes[line.trimmed.range].last { #expect(!last.isASCIISpace) }
    }
  }

  @Test func linesOfRandomBytesAreThoseFoundOneByOne() {
    var generator = SeededGenerator(seed: 61)
    // Neighbours of the two line ends in value, the bytes of U+2028 and of a no-break space, and bytes with the high bit.
    let bytes: [UInt8] = [
      0x0A, 0x0D, 0x0B, 0x0C, 0x0E, 0x09, 0x20, 0x61, 0x8A, 0x8D, 0x00, 0xFF, 0xC2, 0xA0, 0xE2, 0x80, 0xA8,
      0x85,
    ]
    for round in 0..<4_000 {
      let count = Int.random(in: 0...40, using: &generator)
      // Now and then any byte at all, and long rows without an end.
      check(
        (0..<count).map { _ in
          switch round % 3 {
          case 0: bytes[Int.random(in: 0..<bytes.count, using: &generator)]
          case 1: UInt8.random(in: 0...255, using: &generator)
          default:
            Int.random(in: 0..<12, using: &generator) == 0
              ? bytes[Int.random(in: 0...1, using: &generator)] : 0x61
          }
        })
    }
  }

  @Test func linesOfRandomTextAreThoseFoundOneByOne() {
    var generator = SeededGenerator(seed: 67)
    let pieces = [
      "\r\n", "\n", "\r", "\r\r\n", "\n\r", "\u{2028}", "\u{2029}", "\u{85}", "é", "a", " ", "\u{A0}",
      "東京 is",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...14, using: &generator)
      check(
        (0..<count).flatMap { _ in Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8) })
    }
  }

  /// Unicode's own ends of lines and paragraphs are characters of the line, as in most programs.
  @Test func otherEndsOfLinesAreNone() {
    #expect(Array(Text("a\u{2028}b\u{2029}c\u{85}d\u{0B}e\u{0C}f").lines).count == 1)
  }
}
