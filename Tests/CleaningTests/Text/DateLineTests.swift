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
    ("Published: 2018-05-09T14:20:33+02:00", "2018-05-09T14:20:33+02:00"),
    ("Date: 9 May 2018 14:20 GMT+2", "2018-05-09T14:20+02:00"),
    ("First published on Wed 9 May 2018 14.20 CEST", "2018-05-09T14:20+02:00"),
    ("Publié le 3 mai 2024 à 14h30, mis à jour à 16h05", "2024-05-03T14:30"),
    ("Publié le 03/05/2024 14:30, mis à jour le 04/05/2024 09:12", "2024-05-03T14:30"),
    ("Gepubliceerd op 3 mei 2024 om 14.30 uur", "2024-05-03T14:30"),
    ("vrijdag 3 mei 2024", "2024-05-03"), ("Publicado em 03/05/2024 às 14h30", "2024-05-03T14:30"),
    ("sexta-feira, 3 de maio de 2024", "2024-05-03"), ("3 maja 2024, godz. 14:30", "2024-05-03T14:30"),
    ("Opublikowano: 3 maja 2024", "2024-05-03"), ("Data publikacji: 03.05.2024", "2024-05-03"),
    ("Publicerad 3 maj 2024 kl. 14.30", "2024-05-03T14:30"), ("Uppdaterad 4 maj 2024", "2024-05-04"),
    ("3 Mayıs 2024 Cuma 14:30", "2024-05-03T14:30"),
    ("Yayınlanma tarihi: 03.05.2024 14:30", "2024-05-03T14:30"),
    ("Pubblicato il 3 maggio 2024 alle ore 14:30", "2024-05-03T14:30"),
    ("2024. május 3. 14:30", "2024-05-03T14:30"),
    ("3. května 2024", "2024-05-03"), ("Oppdatert 4. mai 2024", "2024-05-04"),
    ("Julkaistu 3.5.2024 klo 14.30", "2024-05-03T14:30"),
    ("公開日：2024年3月12日（火）14時30分", "2024-03-12T14:30"), ("2024年3月12日 18:30 更新", "2024-03-12T18:30"),
    ("입력 2024년 3월 12일 오후 2시 30분", "2024-03-12T14:30"), ("发布时间：2024-03-12 14:30", "2024-03-12T14:30"),
    ("2024年3月12日 星期二 14:30", "2024-03-12T14:30"),
  ])
  func dateIsRead(line: String, expected: String) {
    #expect(Self.read(line)?.date.description == expected)
  }

  @Test(arguments: [
    "Published in April, the survey is the largest of its kind.", "12/05/2018", "Published: soon",
    "April 31, 2018",
    "May 12", "Published", "", "Updated every day", "In May 2018 the lake froze",
    "23 April 2018 was a cold day",
    "2018", "Version 2.3.2018.4", "9 May 2018 25:61", "On 9 May 2018 he left", "12/05/2018 9:15 am",
    "2024年3月12日、灯台が点灯した", "2024年", "Le 3 mai 2024, il part", "Published 12/05/2018",
  ])
  func anythingElseIsNoDate(line: String) {
    #expect(Self.read(line) == nil)
  }

  @Test func anUpdateIsToldFromAPublication() {
    #expect(Self.read("Last updated: 12 May 2018")?.kind == .updated)
    #expect(Self.read("Posted on 12 May 2018")?.kind == .published)
    #expect(Self.read("12 May 2018")?.kind == .bare)
    for line in ["Actualizado: 4 may 2024 - 09:12 CEST", "2024年3月12日 更新", "Güncelleme: 4 Mayıs 2024"] {
      #expect(Self.read(line)?.kind == .updated, "\(line)")
    }
    #expect(Self.read("公開 2024年3月12日 更新 2024年3月14日")?.date.description == "2024-03-12")
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
    ("Story by Lisa Hogan", "Lisa Hogan"), ("Text: Lisa Hogan", "Lisa Hogan"),
    ("Texte : Maëlle Courtois", "Maëlle Courtois"),
    ("Exclusive by Lisa Hogan", "Lisa Hogan"), ("Artikel von Jörn Petersen", "Jörn Petersen"),
    ("Eine Analyse von Jörn Petersen", "Jörn Petersen"), ("Written by Lisa Hogan", "Lisa Hogan"),
    ("Autor: Anna Wójcik", "Anna Wójcik"), ("Yazan: Ayşe Demir", "Ayşe Demir"),
    ("Av Sven Lindqvist", "Sven Lindqvist"),
    ("di Martina Oddone", "Martina Oddone"), ("Lisa Hogan @lisahogan", "Lisa Hogan"),
    ("By Lisa Hogan (@lisahogan)", "Lisa Hogan"), ("BY LISA HOGAN / STAFF WRITER", "LISA HOGAN"),
    ("Por Luana Siqueira — São Bento", "Luana Siqueira"), ("Von Katrin Möller, dpa", "Katrin Möller"),
    ("By Ana Duarte, AFP", "Ana Duarte, AFP"), ("Le Courrier avec AFP", "Le Courrier avec AFP"),
  ])
  func namesAreRead(line: String, expected: String) {
    #expect(Byline(line)?.names == expected)
    #expect(Array(line.utf8).withUnsafeBufferPointer(Byline.isPossible))
  }

  @Test(arguments: [
    "By Friday evening, traders had put the chance at 38 percent.", "By land and sea", "By Land and Sea",
    "By",
    "By 2018 the lake had shrunk", "By the time they came", "Lisa Hogan", "Lisa Hogan, who saw it, left", "",
    "By and by", "By hand", "Paris, said the correspondent", "Photos by Sam Pell",
    "Text: the whole of the law",
    "Story by story, the tower grows", "Author: unknown", "Exclusive: Mayor resigns", "Di notte",
    "Written in stone",
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
