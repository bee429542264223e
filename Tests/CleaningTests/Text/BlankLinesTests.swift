import Copydesk
import Testing

@testable import Cleaning

struct BlankLinesTests {
  private static let pieces = [
    "The sea was calm.", "It was.", "a", "b c", "é", "No.", "東京", "\n", "\n", "\n\n", "\n\n\n", "\r\n", "\r",
    " ", " ", "  ", "\t",
    "\u{0B}", "\u{0C}",
    "\u{A0}", "\u{2003}", "\u{2028}", "\u{200B}", "\u{FEFF}", "\u{3000}", "\u{E2}", "…",
  ]

  private static func text(_ generator: inout SeededGenerator) -> Text {
    let count = Int.random(in: 0...9, using: &generator)
    return Text(
      (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined())
  }

  /// What is passed over as tidy is what tidying leaves as it is, and nothing else.
  @Test func aTextIsTidyIfTidyingChangesNothing() {
    var generator = SeededGenerator(seed: 23)
    var tidy = 0
    for _ in 0..<60_000 {
      let text = Self.text(&generator)
      let isTidy = BlankLines.isTidy(text)
      #expect(isTidy == (BlankLines.tidied(text).string == text.string), "\(text.string.debugDescription)")
      if isTidy, text.utf8.contains(0x0A) { tidy += 1 }
    }
    #expect(tidy > 300, "\(tidy)")
  }

  @Test func whatWasTidiedIsTidy() {
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<20_000 {
      let tidied = BlankLines.tidied(Self.text(&generator))
      #expect(BlankLines.isTidy(tidied), "\(tidied.string.debugDescription)")
    }
  }
}
