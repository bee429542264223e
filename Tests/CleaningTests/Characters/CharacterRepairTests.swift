import Copydesk
import Testing

@testable import Cleaning

struct CharacterRepairTests {
  private func repaired(_ string: String) -> String {
    CharacterRepair.repaired(Text(string)).string
  }

  @Test(arguments: [
    ("Itâ€™s over", "It’s over"), ("cafÃ© and naÃ¯ve", "café and naïve"),
    ("5â€“6 â€œyesâ€\u{9D}", "5–6 “yes”"),
    ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
  ])
  func utf8ThatWasReadAsWindows1252IsPutRight(_ broken: String, _ right: String) {
    #expect(repaired(broken) == right)
  }

  @Test(arguments: ["Não à toa, São Paulo", "ÂNGELA Ã", "Ærø ©2018", "Dvořák", "plain", "à la carte, Ã©"])
  func whatIsRightStays(_ text: String) { #expect(repaired(text) == text) }

  @Test func lettersAndTheirMarksArePutTogether() {
    #expect(
      Array(repaired("cafe\u{301} Zu\u{308}rich").unicodeScalars) == Array("café Zürich".unicodeScalars))
  }

  @Test func whatIsRepairedLeadsBackToItsBytes() throws {
    let text = Text("a cafÃ©, naÃ¯ve")
    let fixed = CharacterRepair.repaired(text)
    #expect(fixed.source(of: Span(5, 7)) == Span(5, 9))
    #expect(fixed.source(of: Span(9, 11)) == Span(11, 13))
  }
}
