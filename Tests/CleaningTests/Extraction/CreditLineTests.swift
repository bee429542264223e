import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Lines of a page that hold names and a date in one.
@Suite struct CreditLineTests {
  @Test(arguments: [
    ("By Jane Doe | March 12, 2024", "Jane Doe", "2024-03-12"),
    ("By Jane Doe | The Harbour Courier | March 12, 2024", "Jane Doe", "2024-03-12"),
    ("By Jane Doe, 12 March 2024, 14:30", "Jane Doe", "2024-03-12T14:30"),
    ("By Jane Doe and Tom Reyes – 12 March 2024", "Jane Doe and Tom Reyes", "2024-03-12"),
    ("Published 12 March 2024 by Jane Doe", "Jane Doe", "2024-03-12"),
    ("12. März 2024 · Von Anna Berg", "Anna Berg", "2024-03-12"),
    ("Von Anna Berg, 12. März 2024", "Anna Berg", "2024-03-12"),
    ("Par Jean Dupont, 12 mars 2024", "Jean Dupont", "2024-03-12"),
  ])
  func namesAndTheDateAreTold(line: String, names: String, date: String) {
    let credit = CreditLine(line)
    #expect(credit.names == names)
    #expect(credit.date?.description == date)
  }

  @Test(arguments: [
    ("March 12, 2024 | 2:30 PM", "2024-03-12T14:30"), ("12 March 2024 · 14:30", "2024-03-12T14:30"),
    ("By Jane Doe | 12 March 2024 | 14:30 | The Harbour Courier", "2024-03-12T14:30"),
    ("By Jane Doe | March 12, 2024 | 2 comments", "2024-03-12"),
    ("Updated March 13, 2024 | Published March 12, 2024", "2024-03-12"),
    ("By Jane Doe | Updated March 13, 2024 | Published March 12, 2024", "2024-03-12"),
    ("Published March 12, 2024 | Updated March 13, 2024", "2024-03-12"),
  ])
  func theDateIsThatOfPublicationWithItsTime(line: String, date: String) {
    #expect(CreditLine(line).date?.description == date)
  }

  @Test(arguments: [
    ("2024-03-12T10:15:00Z", "2024-03-12T10:15Z"), ("2024-03-13T01:15:00Z", "2024-03-13T01:15Z"),
    ("2023-11-02T08:00:00Z", "2024-03-12"),
  ])
  func anElementOfTheSameDayTellsItMoreExactly(time: String, date: String) throws {
    let details =
      "<div class=\"byline\">By Jane Doe | March 12, 2024</div><time datetime=\"\(time)\">-</time>"
    #expect(try run(Clean.self, on: Document(page(details))).published?.description == date)
  }

  @Test(arguments: [
    "By March 12, 2024, the harbour had silted up", "The council, 12 March 2024, voted by a show of hands",
    "By land and sea, 2024 was a good year", "Minutes of 12 March 2024 read by the clerk",
    "Share | Tweet | 2024",
  ])
  func aSentenceIsNeither(line: String) {
    let credit = CreditLine(line)
    #expect(credit.names == nil && credit.date == nil)
  }

  private func page(_ details: String) -> String {
    let story = String(
      repeating: "<p>The harbour of Lisbon reopened on Monday, and the ferries went out again at noon.</p>",
      count: 6)
    return "<html><body><div class=\"story\">\(details)<h1>Harbour reopens</h1>\(story)</div></body></html>"
  }

  @Test func aMarkedLineAboveTheHeadlineGivesBoth() throws {
    let document = try run(
      Clean.self, on: Document(page("<p class=\"byline\">By Jane Doe | March 12, 2024</p>")))
    #expect(document.byline == "Jane Doe")
    #expect(document.published?.description == "2024-03-12")
    let lifted = document.trail.entries.filter { $0.action == .lifted }.compactMap(\.field)
    #expect(lifted.contains("byline") && lifted.contains("published"))
  }

  @Test func aDateThatStandsAloneAmongDetailsAboveTheHeadlineIsNotTheStorys() throws {
    let document = try run(Clean.self, on: Document(page("<p class=\"meta\">March 12, 2024</p>")))
    #expect(document.published == nil)
  }

  @Test func aNameSaidTwiceInARowIsOneAndALineOfRightsIsNoAuthor() throws {
    let twice = "<div class=\"author\"><b>Ana Duarte</b><i>Ana Duarte</i></div>"
    #expect(try run(Clean.self, on: Document(page(twice))).byline == "Ana Duarte")
    let head = "<html><head><meta name=\"author\" content=\"Copyright Harbour Press GmbH\"></head>"
    let rights = page("").replacing("<html>", with: head)
    #expect(try run(Clean.self, on: Document(rights)).byline == nil)
  }

  @Test(arguments: ["2024年3月12日", "2024年03月12日 14時30分", "2024년 3월 12일"])
  func datesAsTheyAreWrittenInEastAsiaAreRead(date: String) {
    #expect(PageMetadata.date(date)?.description == "2024-03-12")
  }

  @Test(arguments: ["2024年", "3月12日", "令和6年3月12日", "2024年13月12日"])
  func whatIsNoWholeDateIsNone(date: String) {
    #expect(PageMetadata.date(date) == nil)
  }
}
