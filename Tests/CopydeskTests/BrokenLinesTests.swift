import Copydesk
import Testing

/// What a single line break means.
@Suite struct BrokenLinesTests {
  private func sentences(_ text: String) -> [String] {
    let text = Text(text)
    return text.sentences.map { String(text[$0.span]) }
  }

  @Test func aLineBrokenAtAWidthGoesOn() {
    let text = """
      The council voted on Monday for a tram line to the north that
      will cost 40 million and be ready in four years. It goes by
      Harbour Street.
      """
    #expect(sentences(text).count == 2)
  }

  @Test func aLineThatIsBrokenBeforeANameGoesOn() {
    let text = """
      A loan for the new bridge was granted on Thursday by governor
      Helen Marsh, who spoke of it to reporters in the old harbour.
      """
    #expect(sentences(text).count == 1)
  }

  @Test func aShortLastLineGoesOnAfterAWordThatEndsNothing() {
    #expect(sentences("The loan for the new bridge was granted on Thursday by the\nReserve Bank.").count == 1)
  }

  @Test(arguments: [
    "Council backs tram line to the north\nThe city council voted on Monday for it.",
    "Council backs tram line to the northern districts of the city\nThe council voted on Monday for a tram line.",
    "Eggs and flour\nMilk\nButter",
    "The council voted on Monday for a tram line to the north.\nHelen Marsh voted against it, as did Tom Ekberg.",
    "The council voted on Monday for a tram line to the north\n- Helen Marsh voted against it, as did others",
  ])
  func anotherLineStandsByItself(text: String) {
    #expect(sentences(text) == text.split(separator: "\n").map(String.init))
  }
}
