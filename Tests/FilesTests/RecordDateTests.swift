import Copydesk
import Testing

@testable import Files

/// Dates of records and rows, which come in many forms.
struct RecordDateTests {
  private func read(_ date: String) throws -> Document { try record("\"date\":\(date)") }

  @Test(arguments: [
    ("2024-03-05T10:00:00.123456789Z", "2024-03-05T10:00Z"), ("2024-03-05 10:00:00", "2024-03-05T10:00"),
    ("Tue, 05 Mar 2024 23:30:00 GMT", "2024-03-05T23:30Z"),
    ("Tue, 5 Mar 24 23:30 -0500 (EST)", "2024-03-05T23:30-05:00"),
    ("March 5, 2024", "2024-03-05"), ("5 March 2024", "2024-03-05"), ("Sept. 5th, 2024", "2024-09-05"),
    ("Tuesday, March 5, 2024 at 9:05 a.m.", "2024-03-05T09:05"), ("Mar 5, 2024 11:30 PM", "2024-03-05T23:30"),
    ("Mar 5 2024 12:15AM EST", "2024-03-05T00:15-05:00"),
    ("Tue Mar 05 2024 10:00:00 GMT+0100 (CET)", "2024-03-05T10:00+01:00"),
    ("2024/03/05", "2024-03-05"), ("2024-3-5", "2024-03-05"), ("2024-3-5 7:05", "2024-03-05T07:05"),
    ("2024-03-05 10:00:00 +0000 UTC", "2024-03-05T10:00Z"), ("05.03.2024", "2024-03-05"),
    ("5.3.2024 14:30", "2024-03-05T14:30"), ("20240305", "2024-03-05"),
    ("20240305T233000Z", "2024-03-05T23:30Z"),
    ("20240305T2330+0100", "2024-03-05T23:30+01:00"), ("1709632800", "2024-03-05T10:00Z"),
    ("1709632800000", "2024-03-05T10:00Z"), ("1709632800.5", "2024-03-05T10:00Z"),
    ("951782399", "2000-02-28T23:59:59Z"),
    ("1709164800", "2024-02-29T00:00Z"), ("1735689599", "2024-12-31T23:59:59Z"),
    ("2024-03-05T10:00:30+05:30", "2024-03-05T10:00:30+05:30"), ("2024-06-30T23:59:60Z", "2024-06-30T23:59Z"),
    ("Tue, 5 Mar 2024 10:00:07 GMT", "2024-03-05T10:00:07Z"), ("20240305T233001Z", "2024-03-05T23:30:01Z"),
  ])
  func aDateIsReadInTheFormItComesIn(date: String, published: String) throws {
    let document = try read("\"\(date)\"")
    #expect(document.published?.description == published)
    #expect(document.metadata.isEmpty)
  }

  @Test(arguments: [
    ("1709632800", "2024-03-05T10:00Z"), ("1709632800000", "2024-03-05T10:00Z"), ("20240305", "2024-03-05"),
  ])
  func aNumberIsADateToo(number: String, published: String) throws {
    let document = try read(number)
    #expect(document.published?.description == published && document.metadata.isEmpty)
  }

  @Test(arguments: [
    ("5 mars 2024", "2024-03-05"), ("Published on 5 March 2024, 10 p.m.", "2024-03-05T22:00"),
    ("2024年3月5日", "2024-03-05"), ("25/03/2024", "2024-03-25"), ("03/25/2024 10:00", "2024-03-25T10:00"),
    ("5 Mar 24 23:30 EST", "2024-03-05T23:30-05:00"), ("5 Mar 98 23:30", "1998-03-05T23:30"),
    ("Tue, 5 Mar 2024 10:00:00 -0000", "2024-03-05T10:00"),
    ("Tue, 5 Mar 2024 10:00:00 UT", "2024-03-05T10:00Z"),
    ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24Z"),
    ("Tue Mar  5 10:00:00 2024", "2024-03-05T10:00"),
    ("Tue Mar 5 10:00 EST 2024", "2024-03-05T10:00-05:00"),
    ("Mar 5 10:00:00 2024 +0100", "2024-03-05T10:00+01:00"),
  ])
  func aDateOfMailAndOfOtherLanguagesIsRead(date: String, published: String) throws {
    #expect(try read("\"\(date)\"").published?.description == published)
  }

  @Test(arguments: [
    ("03/05/2024", "2024-05-03", "2024-03-05"), ("3/5/2024 10:30", "2024-05-03T10:30", "2024-03-05T10:30"),
    ("25/03/2024", "2024-03-25", "2024-03-25"), ("03-05-2024", "2024-05-03", "2024-03-05"),
    ("2024/03/05", "2024-03-05", "2024-03-05"),
  ])
  func whichOfTwoNumbersIsTheDayCanBeSaid(date: String, dayFirst: String, monthFirst: String) throws {
    let folder = try TemporaryFolder(["a.jsonl": "{\"text\":\"Rain fell.\",\"date\":\"\(date)\"}"])
    let read = { order in
      try source { $0.dates = order }.documents([folder["a.jsonl"]])[0].published?.description
    }
    #expect(try read(.dayFirst) == dayFirst && read(.monthFirst) == monthFirst)
  }

  @Test(arguments: [
    "03/05/2024", "yesterday", "2024-13-45", "2024-03", "2024", "2024-03-05T25:00:00Z", "0000-00-00 00:00:00",
    "2024-W10-2", "March 5", "5 March 2024 or later", "Mar 5, 24", "5 Mar 24", "13:30 PM",
    "5.3.2024 13:30 PM",
    "31 February 2024", "20241305", "631151999", "4102444800", "-1709632800", "2024--5",
    "2024-03-05 10:00 +1:2:3:4:5", ",,,", "20240305T25", "18240305",
  ])
  func whatIsNoDateOrMayBeTwoStaysInTheMetadata(date: String) throws {
    let document = try read("\"\(date)\"")
    #expect(document.published == nil && document.metadata["date"] == .string(date))
    #expect(try read("7").metadata["date"] == 7)
  }

  @Test func rowsAndFieldsWithPlacesOfTheirOwnAreReadAlike() throws {
    let folder = try TemporaryFolder([
      "t.csv": "date,text\n\"March 5, 2024\",Rain fell.\n03/05/2024,Snow fell.\n",
      "u.jsonl": "{\"text\":\"Rain fell.\",\"at\":1709632800,\"date\":\"2020-01-01\"}",
    ])
    let rows = try source().documents([folder["t.csv"]])
    #expect(rows.map { $0.published?.description } == ["2024-03-05", nil])
    #expect(rows[1].metadata["date"] == "03/05/2024")
    let mapped = try source { $0.fields = ["published": "at"] }.documents([folder["u.jsonl"]])
    #expect(mapped[0].published?.description == "2024-03-05T10:00Z")
  }

  @Test func noStringIsTooOddToBeAskedForADate() {
    var generator = SeededGenerator(seed: 5)
    let pieces = [
      "5", "05", "2024", "March", "T", ":", "-", "+", ".", "/", " ", ",", "AM", "Z", "é", "½", "10:00", "(",
      "\u{301}",
    ]
    for _ in 0..<20_000 {
      let value = generator.text(of: pieces, upTo: 8)
      if let date = PublicationDate(record: value) {
        #expect(PublicationDate(iso8601: date.description) == date, "\(value)")
      }
    }
  }
}
