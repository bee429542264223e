import Copydesk
import Testing

@testable import Cleaning

/// The ways that see many bytes at once beside those that see one.
@Suite struct LineWordsTests {
  private static func bytes(seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "The", "said", "U.S.", "3.5", "1,200", "$", "%", ".", ",", ",", " ", " ", " ", "  ", "\n", "\"", "’s",
      "é", "É", "文", "…",
      "\u{AD}", "&shy;", "&#173;", "&nbsp;", "&amp;", "AT&T", "@", "[", "`", "{", "/", ":", "Z", "A", "z",
      "a", "9", "0", "\u{A0}",
      "\u{E020}", "Ã€",
    ]
    let count = Int.random(in: 0..<200, using: &generator)
    let chosen = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }
    return Array(chosen.joined().utf8)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func bytesAreCountedAsOneByOne(seed: UInt64) {
    Self.bytes(seed: seed).withUnsafeBufferPointer { bytes in
      for length in stride(from: 0, through: bytes.count, by: 7) {
        let part = UnsafeBufferPointer(rebasing: bytes[..<length])
        #expect(ByteCounts(part) == ByteCounts(byByte: part))
      }
    }
  }

  @Test func allBytesButOnesOfTheSameKindAreCountedAsOneByOne() {
    for byte in UInt8.min...UInt8.max {
      let bytes = [UInt8](repeating: 0x20, count: 17) + [UInt8](repeating: byte, count: 500)
      bytes.withUnsafeBufferPointer { #expect(ByteCounts($0) == ByteCounts(byByte: $0)) }
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func wordsAreThoseThatAreFoundOneByOne(seed: UInt64) {
    Self.bytes(seed: seed).withUnsafeBufferPointer { bytes in
      var together: [UInt64] = [7]
      BlockWords.append(bytes, to: &together)
      var oneByOne: [UInt64] = [7]
      var index = 0
      while index < bytes.count {
        let (end, hash) = BlockWords.anyWord(bytes, from: index)
        if let hash { oneByOne.append(hash) }
        index = end
      }
      #expect(together == oneByOne)
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func linesOfTheLongestRunAreAsKinAsTheirWordsSay(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let vocabulary = (0..<60).map { "word\($0)" } + ["the", "of", "and", "7", "1987", "state-owned"]
    let lines = (0..<Int.random(in: 1...30, using: &generator)).map { _ in
      let count = Int.random(in: 1...24, using: &generator)
      let words = (0..<count).map { _ in vocabulary[Int.random(in: 0..<vocabulary.count, using: &generator)] }
      return words.joined(separator: " ") + (Bool.random(using: &generator) ? "." : "")
    }
    _ = Self.expectKinship(lines)
  }

  /// More words than are kept of a run, so that its own lines must ask.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func linesOfALongRunAreAsKinAsItsFirstWordsSay(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let lines = (0..<Int.random(in: 45...60, using: &generator)).map { _ in
      let count = Int.random(in: 100...180, using: &generator)
      let words = (0..<count).map { _ in "word\(Int.random(in: 0..<3_500, using: &generator))" }
      return words.joined(separator: " ") + "."
    }
    // Lines beyond what is kept say what was not said before.
    #expect(Self.expectKinship(lines) > 5)
  }

  /// Compares what is found of lines with what their words say by themselves.
  /// - Returns: how many lines of the longest run speak of what is not kept of it.
  private static func expectKinship(_ lines: [String]) -> Int {
    let text = TextLines(of: Text(lines.joined(separator: "\n\n")))
    let words = LineWords(text)
    let runs = LineRuns(text, words)
    var topics: Set<UInt64> = []
    var taken = 0
    for index in text.indices where runs.place(index) == 0 && text.isProse(index) && taken < 4_000 {
      for place in words.places(index) where words.isTelling(place) {
        topics.insert(words.hashes[place] | 1)
        taken += 1
      }
    }
    var strangers = 0
    for index in text.indices {
      let telling = words.places(index).prefix(60).filter { words.isTelling($0) }
      let found = telling.count { topics.contains(words.hashes[$0] | 1) }
      let expected = telling.count < 2 ? 14 : Bins.share(found, of: telling.count)
      #expect(runs.kinship(index, words, isProse: text.isProse(index)) == expected)
      if runs.place(index) == 0, text.isProse(index), found < telling.count { strangers += 1 }
    }
    return strangers
  }
}
