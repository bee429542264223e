import Copydesk
import Testing

@testable import Cleaning

struct DateLineTests {
  static func read(_ line: String) -> DateLine? {
    DateLine(line)
  }

  @Test(arguments: [
    ("Published: Mon, April 23, 2018", "2018-04-23"),
    ("Published: 2018-05-09 14:20 GMT", "2018-05-09T14:20Z"),
    ("Posted on 11 May 2018", "2018-05-11"), ("May 12, 2018 09:15 AM EDT", "2018-05-12T09:15-04:00"),
    ("Updated: Sat, May 12, 2018", "2018-05-12"),
    ("Last updated 12 May 2018 at 18:05 BST", "2018-05-12T18:05+01:00"),
    ("23 April 2018", "2018-04-23"), ("Mon 23 Apr 2018", "2018-04-23"), ("Sept. 5, 2017", "2017-09-05"),
    ("3rd of March 2019", "2019-03-03"), ("23/04/2018", "2018-04-23"), ("04/23/2018", "2018-04-23"),
    ("05/05/2018", "2018-05-05"), ("2018/05/09", "2018-05-09"), ("23.04.2018", "2018-04-23"),
    ("10. Mai 2018, 14:05 Uhr", "2018-05-10T14:05"),
    ("Publié le samedi 5 mai 2018 à 10 h 00", "2018-05-05T10:00"),
    ("11 de mayo de 2018", "2018-05-11"), ("Mon, May 14, 2018 9:03 p.m. NZST", "2018-05-14T21:03+12:00"),
    ("Posted on 4 May 2018, 5:50 p.m.", "2018-05-04T17:50"), ("May 9, 2018 12:10 am", "2018-05-09T00:10"),
    ("Published: 2018-05-09T14:20:33+02:00", "2018-05-09T14:20+02:00"),
    ("Date: 9 May 2018 14:20 GMT+2", "2018-05-09T14:20+02:00"),
    ("First published on Wed 9 May 2018 14.20 CEST", "2018-05-09T14:20+02:00"),
  ])
  func dateIsRead(line: String, expected: String) {
    #expect(Self.read(line)?.date.description == expected)
  }

  @Test(arguments: [
    "Published in April, the survey is the largest of its kind.", "12/05/2018", "Published: soon",
    "April 31, 2018",
    "May 12", "Published", "", "Updated every day", "In May 2018 the lake froze",
    "23 April 2018 was a cold day",
    "2018", "Version 2.3.2018.4", "9 May 2018 25:61", "On 9 May 2018 he left",
  ])
  func anythingElseIsNoDate(line: String) {
    #expect(Self.read(line) == nil)
  }

  @Test func anUpdateIsToldFromAPublication() {
    #expect(Self.read("Last updated: 12 May 2018")?.kind == .updated)
    #expect(Self.read("Posted on 12 May 2018")?.kind == .published)
    #expect(Self.read("12 May 2018")?.kind == .bare)
  }
}

struct BylineTests {
  @Test(arguments: [
    ("By Lisa Hogan", "Lisa Hogan"), ("By Ana Duarte and Tom Reyes", "Ana Duarte and Tom Reyes"),
    ("By Staff Reporter", "Staff Reporter"), ("BY LISA HOGAN", "LISA HOGAN"), ("By Reuters", "Reuters"),
    ("By A. B. Miller, Zoë Pěničková and J.-P. O'Hara", "A. B. Miller, Zoë Pěničková and J.-P. O'Hara"),
    ("By Owen Strickland in Ferrol", "Owen Strickland"),
    ("By Lisa Hogan, Damascus correspondent", "Lisa Hogan"),
    ("Lisa Hogan, Damascus correspondent", "Lisa Hogan"), ("By Ludwig van der Berg", "Ludwig van der Berg"),
    ("Von Wiebke Petersen-Holm", "Wiebke Petersen-Holm"), ("Par Maëlle Courtois", "Maëlle Courtois"),
  ])
  func namesAreRead(line: String, expected: String) {
    #expect(Byline(line)?.names == expected)
    #expect(Array(line.utf8).withUnsafeBufferPointer(Byline.isPossible))
  }

  @Test(arguments: [
    "By Friday evening, traders had put the chance at 38 percent.", "By land and sea", "By Land and Sea",
    "By",
    "By 2018 the lake had shrunk", "By the time they came", "Lisa Hogan", "Lisa Hogan, who saw it, left", "",
    "By and by", "By hand", "Paris, said the correspondent",
  ])
  func anythingElseIsNoByline(line: String) {
    #expect(Byline(line) == nil)
  }
}

struct SiteSuffixTests {
  @Test(arguments: [
    ("Council backs tram line | The Harbour Courier", "Council backs tram line"),
    ("Reef of sponges found off Azores - The Harbour Courier", "Reef of sponges found off Azores"),
    ("Two sides of the river | Local | Inland Telegraph", "Two sides of the river"),
    ("Brexit talks - what we know", "Brexit talks - what we know"), ("A | B", "A | B"),
    ("Opinion | Why trams matter to the hospital", "Why trams matter to the hospital"), ("", ""),
  ])
  func siteIsCut(title: String, expected: String) {
    #expect(SiteSuffix.cut(title) == expected)
  }

  @Test func aKnownSiteIsCutWhateverItsName() {
    #expect(SiteSuffix.cut("Mill to reopen - Kelpwrack", site: "Kelpwrack") == "Mill to reopen")
  }
}
