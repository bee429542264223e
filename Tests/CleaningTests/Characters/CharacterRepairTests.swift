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

  @Test func softHyphensAreNoPartOfAWord() {
    #expect(repaired("Mit\u{AD}tel\u{AD}al\u{AD}ter, ©\u{AD}2018") == "Mittelalter, ©2018")
  }

  @Test func wordsAreTheSameWithSoftHyphensAndWithout() {
    let plain = BlockWords.hashes(of: "Das Mittelalter & 2018")
    for written in ["Das Mit\u{AD}tel\u{AD}alter & 2018", "Das Mit&shy;tel&#173;alter & 20\u{AD}18"] {
      #expect(BlockWords.hashes(of: written).prefix(2) == plain.prefix(2))
    }
    #expect(BlockWords.hashes(of: "Q&A shy; \u{AD}").count == 3)
  }

  @Test func whatIsRepairedLeadsBackToItsBytes() throws {
    let text = Text("a cafÃ©, naÃ¯ve")
    let fixed = CharacterRepair.repaired(text)
    #expect(fixed.source(of: Span(5, 7)) == Span(5, 9))
    #expect(fixed.source(of: Span(9, 11)) == Span(11, 13))
  }
}
