import Copydesk
import Testing

@testable import Cleaning

/// `Byline.isPossible` stands before the reader of bylines and may turn away nothing that this reads.
struct BylinePropertyTests {
  private static let pieces = [
    "By", "by", "BY", "By:", "Von", "Par", "Door", "By,", "Lisa", "Hogan", "Hogan,", "Ana", "Duarte,", "and",
    "&",
    "with", "in", "for", "Ferrol", "Reuters", "AFP,", "de", "van", "der", "J.", "J.-P.", "O'Hara", "O’Hara",
    "Damascus", "correspondent", "Chief", "editor", "reporter,", "Zoë", "Łukasz,", "東京", "2018", "he", ",",
    "Jr.", "Story", "Text", "Text:", ":", "von", "Eine", "Analyse", "@lisa", "(@lisa)", "avec", "AFP", "dpa",
    "/", "—",
  ]
  private static let blanks = [" ", " ", " ", "  ", "\t", "\u{A0}", "\u{0B}", "\u{2003}", "\n", "\r\n"]

  @Test func nothingIsTurnedAwayThatIsAByline() {
    var generator = SeededGenerator(seed: 17)
    var (bylines, turnedAway) = (0, 0)
    for _ in 0..<60_000 {
      var line = Bool.random(using: &generator) ? "By " : ""
      for _ in 0..<Int.random(in: 0...9, using: &generator) {
        line += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
        line += Self.blanks[Int.random(in: 0..<Self.blanks.count, using: &generator)]
      }
      let isPossible = Array(line.utf8).withUnsafeBufferPointer(Byline.isPossible)
      if !isPossible { turnedAway += 1 }
      guard Byline(line) != nil else { continue }
      bylines += 1
      #expect(isPossible, "\(line.debugDescription)")
    }
    #expect(bylines > 1_000 && turnedAway > 10_000, "\(bylines) \(turnedAway)")
  }

  /// The most words that a byline may have, and one more.
  @Test(arguments: [24, 25]) func theLongestBylineIsPossible(words: Int) {
    let pairs = (0..<((words - 3) / 3)).map { _ in "Ana Duarte and" }
    var line = "By " + pairs.joined(separator: " ") + " Lisa Hogan"
    while line.split(separator: " ").count < words { line += " Holm" }
    #expect(line.split(separator: " ").count == words)
    let isPossible = Array(line.utf8).withUnsafeBufferPointer(Byline.isPossible)
    #expect(isPossible == (words == 24))
    #expect((Byline(line) != nil) == (words == 24))
  }
}
