import Copydesk
import CopydeskTesting
import Testing

@testable import Deduplication

@Suite struct HeadlineCollapseTests {
  private let headline = "Syrian troops begin new offensive against IS in southern Damascus"
  private let body =
    "The army bombarded an enclave on Monday, state television said.\n\nIt went on for hours."

  @Test(arguments: [
    "Syrian troops begin new offensive against IS in southern Damascus",
    "SYRIAN TROOPS BEGIN NEW OFFENSIVE AGAINST IS IN SOUTHERN DAMASCUS",
    "Syrian troops begin new offensive against IS in southern Damascus | The Harbour Courier",
    "Syrian troops begin new offensive against IS in southern Damascus - Meridian",
    "UPDATE 2-Syrian troops begin new offensive against IS in southern Damascus",
    "Syrian troops begin new offensive against IS…",
    "Syrian troops begin new offensive\nagainst IS in southern Damascus",
    "Syrian troops begin new offensive against IS in southern Damascus.",
  ])
  func aCopyOfTheTitleAtTheHeadOfTheTextGoes(_ copy: String) throws {
    let result = try collapsed("\(copy)\n\n\(body)", title: headline)
    #expect(result.text.string == body)
    #expect(result.title == headline)
    #expect(result.trail.entries.map(\.rule) == ["headline.repeated"])
    #expect(result.trail.entries[0].source == Span(0, copy.utf8.count + 2))
  }

  @Test func allCopiesGoAlsoBelowTheByline() throws {
    let text = "\(headline)\nBy Lisa Hogan\n\(headline) | Site\n\n\(body)"
    #expect(try collapsed(text, title: headline).text.string == "By Lisa Hogan\n\(body)")
  }

  @Test func withoutATitleAHeadlineThatStandsTwiceBecomesIt() throws {
    let result = try collapsed("\n\(headline)\n\n\(headline)\n\n\(body)")
    #expect(result.title == headline)
    #expect(result.text.string == "\n" + body)
    #expect(result.trail.entries.map(\.action) == [.lifted, .removed, .removed])
    #expect(result.trail.entries[0].field == "title")
    #expect(result.trail.entries[0].source == Span(1, 1 + headline.utf8.count))
  }

  @Test func linesAboveTheHeadlineDoNotHideIt() throws {
    let result = try collapsed(
      "Published: Mon, April 23, 2018\nWorldwide | By Lisa Hogan\n\n\(headline)\n\n\(headline)\n\n\(body)")
    #expect(result.title == headline)
    #expect(result.text.string == "Published: Mon, April 23, 2018\nWorldwide | By Lisa Hogan\n\n\(body)")
  }

  @Test func theTitleIsTheCopyThatIsWholeAndWithoutASite() throws {
    #expect(try collapsed("\(headline) - Inland Telegraph\n\n\(headline)\n\n\(body)").title == headline)
    #expect(try collapsed("Syrian troops begin new offensive…\n\n\(headline)\n\n\(body)").title == headline)
  }

  @Test func aTitleThatIsCutOffTakesTheWordsOfAWholeCopy() throws {
    let result = try collapsed("\(headline)\n\n\(body)", title: "Syrian troops begin new offensive…")
    #expect(result.title == headline)
    #expect(result.text.string == body)
    #expect(result.trail.entries.map(\.rule) == ["headline.completed", "headline.repeated"])
  }

  @Test func aHeadlineThatStandsOnceWithoutATitleStays() throws {
    let result = try collapsed("\(headline)\n\n\(body)")
    #expect(result.title == nil)
    #expect(result.text.string == "\(headline)\n\n\(body)")
    #expect(result.trail.entries.isEmpty)
  }

  @Test func aLineFurtherDownThatSaysTheSameGoes() throws {
    let filler = (1...12).map { "Paragraph number \($0) of the story ends here." }.joined(separator: "\n\n")
    let result = try collapsed("\(filler)\n\n\(headline)\n\n\(body)", title: headline)
    #expect(result.text.string == "\(filler)\n\n\(body)")
  }

  @Test func aCopyAtTheEndGoesWithTheBlankLinesBeforeIt() throws {
    let filler = (1...12).map { "Paragraph number \($0) of the story ends here." }.joined(separator: "\n\n")
    #expect(try collapsed("\(filler)\n\n\(headline)\n", title: headline).text.string == filler)
  }

  @Test(arguments: [
    // A paragraph that begins with the headline's words.
    "Syrian troops begin new offensive against IS in southern Damascus on Monday, state television said.",
    // The same, wrapped where the headline ends.
    "Syrian troops begin new offensive against IS in southern Damascus\non Monday, state television said.",
    // Another story.
    "Syrian troops begin new offensive against IS in northern Aleppo",
  ])
  func whatOnlyBeginsLikeTheHeadlineStays(_ paragraph: String) throws {
    let text = "\(paragraph)\n\n\(body)"
    #expect(try collapsed(text, title: headline).text.string == text)
    #expect(
      try collapsed(text, title: "Syrian troops begin new offensive against IS…").text.string
        == (paragraph.hasSuffix("Aleppo") ? body : text))
  }

  @Test func proseFurtherDownKeepsALineThatSaysTheSame() throws {
    let filler = (1...12).map { "Paragraph number \($0) of the story ends here." }.joined(separator: "\n\n")
    for prose in [
      "A banner read\n\(headline)\nand nobody knew why.", "Then it was repeated,\n\(headline)\nAnd again.",
      "\(headline).",
    ] {
      let text = "\(filler)\n\n\(prose)\n\n\(body)"
      #expect(try collapsed(text, title: headline).text.string == text)
    }
  }

  @Test(arguments: [
    "Advertisement\nAdvertisement", "By Lisa Hogan of Meridian\nBy Lisa Hogan of Meridian", "Ha!\nHa!",
  ])
  func whatIsNoHeadlineDoesNotBecomeTheTitle(_ lines: String) throws {
    #expect(try collapsed("\(lines)\n\n\(body)").title == nil)
  }

  @Test func entitiesMoveWithTheirText() throws {
    var document = article("a", headline, "\(headline)\n\n\(body)")
    let start = headline.utf8.count + 2
    document.setEntities([Entity(Span(start + 4, start + 8), .organisation)])
    let result = try run(DedupeHeadlines.self, on: [document])[0]
    #expect(result.entities.map { result.text[$0.span] } == ["army"])
  }

  @Test func aSecondRunFindsNothingMoreInAnyText() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "Council backs tram line", "Council backs tram…", "COUNCIL BACKS TRAM LINE | Site",
      " - Inland Telegraph", "\n",
      "\n\n", "\n", ".", " ", "the vote was close", "UPDATE 1-", "…", "文字", "é\u{301}", "\r\n", "\u{A0}",
      "By Lisa Hogan",
    ]
    for _ in 0..<2_000 {
      let title = Bool.random(using: &random) ? random.pick(pieces, most: 3) : nil
      let once = try collapsed(random.pick(pieces, most: 12), title: title)
      let twice = try collapsed(once.text.string, title: once.title)
      #expect(twice.text == once.text, "\(title ?? "-") \(once.text)")
      #expect(twice.title == once.title)
    }
  }

  @Test(arguments: ["", " \n\t\n", "word", "...!?", "文\n文", String(repeating: "x", count: 1 << 20)])
  func awkwardTextStaysAsItIs(_ text: String) throws {
    #expect(try collapsed(text).text.string == text)
    #expect(try collapsed(text, title: "Council backs tram line").text.string == text)
  }
}
