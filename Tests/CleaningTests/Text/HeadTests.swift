import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

private let body = """
  A group of divers has found the bell of the ferry that sank in the sound on a calm night ninety-one years ago.

  It weighs 140 kilograms, and it still rings, they said on Thursday.
  """

struct HeadTests {
  @Test func theScrapedFormIsLiftedAndOneCopyOfTheHeadlineIsLeftForDeduplication() throws {
    let source = """
      Published: Mon, April 23, 2018
      Worldwide | By Lisa Hogan

      Divers find bell of lost ferry in the sound

      Divers find bell of lost ferry in the sound

      \(body)

      Like this:
      """
    let document = try run(Clean.self, on: Document(source))
    #expect(document.title == "Divers find bell of lost ferry in the sound")
    #expect(document.byline == "Lisa Hogan")
    #expect(document.section == "Worldwide")
    #expect(document.published?.description == "2018-04-23")
    #expect(document.text.string == "Divers find bell of lost ferry in the sound\n\n" + body)
    #expect(rules(document) == ["dateline.published", "byline", "title", "footer.like"])
    let lifted = document.trail.entries.filter { $0.action == .lifted }
    #expect(lifted.map(\.field) == ["published", "byline", "section", "title"])
    #expect(lifted.map(\.rule) == ["dateline.published", "byline", "byline", "title"])
  }

  @Test func aSingleHeadlineGoesIntoTheTitle() throws {
    let document = try run(Clean.self, on: Document("Divers find bell of lost ferry\n\n" + body))
    #expect(document.title == "Divers find bell of lost ferry")
    #expect(document.text.string == body)
  }

  @Test(arguments: [
    "By Anna Keller anna.keller@courier.example", "By Anna Keller, anna@courier.example",
    "By Anna Keller (anna@courier.example)", "By Anna Keller akeller@courier.example @akeller",
    "Anna Keller akeller@courier.example", "By Anna Keller - anna@courier.example",
    "By Anna Keller | anna@courier.example",
  ])
  func aBylineMayTellHowToReachTheAuthor(line: String) throws {
    for text in [
      line + "\n\nDivers find bell of lost ferry\n\n", "Divers find bell of lost ferry\n\n" + line + "\n\n",
    ] {
      let document = try run(Clean.self, on: Document(text + body))
      #expect(document.byline == "Anna Keller" && document.title == "Divers find bell of lost ferry")
      #expect(document.text.string == body)
    }
  }

  @Test func anAddressOfAnOfficeMakesNoByline() throws {
    let line = "Press Office press@courier.example"
    let document = try run(
      Clean.self, on: Document("Divers find bell of lost ferry\n\n" + line + "\n\n" + body))
    #expect(document.byline == nil && document.title == "Divers find bell of lost ferry")
  }

  @Test(arguments: [
    "Der Rat will die alte Brücke noch vor dem Winter erneuern. Die\nHändler in der Straße am Ufer sind froh, sagte einer.",
    "A man was hurt badly when a tram left its rails yesterday. The suspect, Carl\nBerg, is in custody, said the police.",
    "Zwei Menschen sind bei einem Brand in der\nAltstadt von Lorn verletzt worden, sagte die Feuerwehr am Montag.",
    "LORN, March 3 - Shr loss six cts vs profit 19 cts\nNet loss was 2.1 mln dlrs, said the company in a statement.",
    "LORN (Meridian Wire) — Talks on the ferry went on\nOn Monday the two sides met once more, said a clerk.",
  ])
  func theFirstLineOfAStoryIsNoHeadline(text: String) throws {
    let document = try run(Clean.self, on: Document(text + "\n\n" + body))
    #expect(document.title == nil && document.text.string == text + "\n\n" + body)
  }

  @Test(arguments: [
    "Council falls back on plan A", "St. Mary's gets a new roof after the storm",
    "Live and let die in Lorn: what moves in",
    "LIVE - Storm closes the harbour of Lorn", "UPDATE 1 - Storm closes the harbour of Lorn",
    "U.S. Court backs the ferry of Lorn", "LORN RUBBER (YEN PER KILO) - APRIL 07",
    "UEFA Cup (final) - Larne win by three goals", "IPL 2018, Match 12 - Lorn beat Larne by three wickets",
  ])
  func aHeadlineRightAboveItsTextIsOne(line: String) throws {
    let document = try run(Clean.self, on: Document(line + "\n" + body))
    #expect(document.title == line && document.text.string == body)
  }

  @Test(arguments: [
    "Divers find bell of lost ferry | The Harbour Courier",
    "Divers find bell of lost ferry - The Harbour Courier",
  ])
  func theSiteIsCutFromTheTitle(line: String) throws {
    let document = try run(Clean.self, on: Document(line + "\n\n" + body))
    #expect(document.title == "Divers find bell of lost ferry")
  }

  @Test func theRepeatedLineIsTheHeadlineNotTheKicker() throws {
    let head =
      "The long story of the sound\n\nDivers find bell of lost ferry\n\nDivers find bell of lost ferry…\n\n"
    let document = try run(Clean.self, on: Document(head + body))
    #expect(document.title == "Divers find bell of lost ferry")
    #expect(document.text.string.hasPrefix("The long story of the sound\n\nDivers find bell of lost ferry…"))
  }

  @Test func proseAtTheTopGivesNoTitle() throws {
    let document = try run(Clean.self, on: Document(body))
    #expect(document.title == nil)
    #expect(document.text.string == body)
  }

  @Test(arguments: ["Divers find bell", "one two three", "A headline with nothing under it at all"])
  func aLoneLineIsNoHeadline(line: String) throws {
    let document = try run(Clean.self, on: Document(line))
    #expect(document.title == nil)
    #expect(document.text.string == line)
  }

  @Test func aQuestionMayBeAHeadline() throws {
    let document = try run(Clean.self, on: Document("Who rang the bell?\n\n" + body))
    #expect(document.title == "Who rang the bell?")
  }

  @Test func fieldsThatTheRecordBroughtAreKept() throws {
    var document = Document(
      "Published: Mon, April 23, 2018\nBy Lisa Hogan\n\nAnother headline here\n\n" + body)
    document.published = PublicationDate(iso8601: "2017-01-02")
    document.byline = "Ana Duarte"
    document.title = "Bell found"
    document = try run(Clean.self, on: document)
    #expect(document.published?.description == "2017-01-02")
    #expect(document.byline == "Ana Duarte")
    #expect(document.title == "Bell found")
    #expect(document.text.string.hasPrefix("Another headline here"))
    #expect(!document.trail.entries.contains { $0.action == .lifted })
  }

  @Test func theCopyOfAKnownTitleGoes() throws {
    var document = Document("Bell of lost ferry found | The Harbour Courier\n\n" + body)
    document.title = "Bell of lost ferry found"
    document = try run(Clean.self, on: document)
    #expect(document.text.string == body)
    #expect(rules(document) == ["title"])
  }

  @Test func anUpdateCountsOnlyWhereNothingElseIsSaid() throws {
    let update = "Updated: 12 May 2018\n\nDivers find bell of ferry\n\n" + body
    #expect(try run(Clean.self, on: Document(update)).published?.description == "2018-05-12")
    let both = try run(Clean.self, on: Document("Posted on 11 May 2018\n" + update))
    #expect(both.published?.description == "2018-05-11")
    #expect(rules(both) == ["dateline.published", "dateline.updated", "title"])
    let lifted = both.trail.entries.filter { $0.action == .lifted && $0.field == "published" }
    #expect(lifted.map(\.rule) == ["dateline.published"])
  }

  @Test func sectionBylineAndPlaceMayShareALine() throws {
    let head = "Business | By Ana Duarte, Tom Reyes and Li Wei | Nairobi\n\nDivers find bell of ferry\n\n"
    let document = try run(Clean.self, on: Document(head + body))
    #expect(document.section == "Business")
    #expect(document.byline == "Ana Duarte, Tom Reyes and Li Wei")
  }

  @Test func aDateInTheBodyIsNotLifted() throws {
    let source =
      body + "\n\nMay 12, 2018\n\nThe bell was raised at noon by a crane, and two hundred people watched it."
    let document = try run(Clean.self, on: Document(source))
    #expect(document.text.string == source)
    #expect(document.published == nil)
  }

  @Test func anExplainersLabelIsPartOfItsHeadline() throws {
    let document = try run(Clean.self, on: Document("Explainer: Why bells ring under water\n\n" + body))
    #expect(document.title == "Explainer: Why bells ring under water")
  }

  @Test func withoutLiftingTheHeadStays() throws {
    let source = "Published: Mon, April 23, 2018\nBy Lisa Hogan\n\nDivers find bell\n\n" + body
    let document = try run(Clean.self, on: Document(source)) { $0.lift = false }
    #expect(document.text.string == source)
    #expect(document.title == nil)
  }

  @Test func lineEndsMarksAndBlanksAreTidied() throws {
    let source =
      "\u{FEFF}Divers find bell of ferry\r\n\r\n\r\n\r\n"
      + "It rang twice, and then it stopped.  \r\nNobody spoke for a while after that.\r\n\r\n \r\n"
    let document = try run(Clean.self, on: Document(source))
    #expect(document.title == "Divers find bell of ferry")
    #expect(
      document.text.string == "It rang twice, and then it stopped.\nNobody spoke for a while after that.")
  }

  @Test func markdownHeadingsAndEmphasisAreSeenThrough() throws {
    let source = "# Divers find bell of ferry\n\n*Published: Sat, May 5, 2018*\n**By Lisa Hogan**\n\n" + body
    let document = try run(Clean.self, on: Document(source))
    #expect(document.title == "Divers find bell of ferry")
    #expect(document.byline == "Lisa Hogan")
    #expect(document.published?.description == "2018-05-05")
    #expect(document.text.string == body)
  }
}
