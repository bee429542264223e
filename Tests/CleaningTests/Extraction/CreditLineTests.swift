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

  @Test(arguments: [
    ("2024年3月12日", "2024-03-12"), ("2024年03月12日 14時30分", "2024-03-12T14:30"), ("2024년 3월 12일", "2024-03-12"),
    ("2024年3月12日（火）午後2時30分", "2024-03-12T14:30"), ("2024年3月12日 东港日报", "2024-03-12"),
  ])
  func datesAsTheyAreWrittenInEastAsiaAreRead(date: String, expected: String) {
    #expect(PageMetadata.date(date)?.description == expected)
  }

  @Test(arguments: [
    ("Tuesday 15 October 2024 by Jane K. Doe", "Jane K. Doe", "2024-10-15"),
    ("posted by Jane Doe on 7 May 2021", "Jane Doe", "2021-05-07"),
    ("by Jane Doe @janedoe July 10, 2015", "Jane Doe", "2015-07-10"),
    ("Analysis by Jane Doe - May 3, 2024", "Jane Doe", "2024-05-03"),
    ("Di Martina Oddone — 3 maggio 2024", "Martina Oddone", "2024-05-03"),
    ("Par Camille Derouet, le 3 mai 2024", "Camille Derouet", "2024-05-03"),
    ("Le Courrier du Val avec AFP, le 3 mai 2024", "Le Courrier du Val avec AFP", "2024-05-03"),
    ("VON ANNA BERG am 21. April 2020", "ANNA BERG", "2020-04-21"),
    ("von Anna Berg Veröffentlicht am 1. Mai 2019", "Anna Berg", "2019-05-01"),
    ("2/26/2024 7:11 AM PST BY HARBOUR STAFF", "HARBOUR STAFF", "2024-02-26T07:11-08:00"),
  ])
  func namesAndTheDateAreToldWhateverJoinsThem(line: String, names: String, date: String) {
    let credit = CreditLine(line)
    #expect(credit.names == names)
    #expect(credit.date?.description == date)
  }

  @Test func aPlaceMayStandBeforeTheDateAndNothingElse() {
    let date = CreditLine.dateBehindPlace("Jaén - 03/05/2024 14:30h", isDayFirst: nil)?.date
    #expect(date?.description == "2024-05-03T14:30")
    #expect(CreditLine.dateBehindPlace("Port Mallory, 3 May 2024", isDayFirst: nil) != nil)
    for line in [
      "Joe Wee Monday, February 29, 2016", "the lake froze, 3 May 2024", "Mallory, 3 May", "3 May 2024",
    ] {
      #expect(CreditLine.dateBehindPlace(line, isDayFirst: nil) == nil, "\(line)")
    }
  }

  @Test(arguments: ["2024年", "3月12日", "令和6年3月12日", "2024年13月12日"])
  func whatIsNoWholeDateIsNone(date: String) {
    #expect(PageMetadata.date(date) == nil)
  }
}
