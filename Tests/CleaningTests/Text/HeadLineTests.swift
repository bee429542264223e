import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

private let headline = "Bridge over the Lorn closed until autumn"
private let body = """
  The bridge over the Lorn is closed until the autumn, and buses go by way of the mill.

  Cracks had been found in two of its piers, which date from 1904, an engineer said.
  """

/// Lines between the headline and the first paragraph.
struct HeadLineTests {
  private func cleaned(_ lines: String) throws -> Document {
    try run(Clean.self, on: Document("\(headline)\n\n\(lines)\n\n\(body)"))
  }

  @Test(arguments: [
    ("Jane Okafor\n@janeokafor", "Jane Okafor"), ("Jane Okafor\nTwitter: @JaneOkafor", "Jane Okafor"),
    ("Sam Pell\n\n@sam_pell", "Sam Pell"), ("Jane Okafor\n@tarnecho\n3rd May 2024", "Jane Okafor"),
  ])
  func theNameAboveAHandleIsTheAuthor(lines: String, byline: String) throws {
    let document = try cleaned(lines)
    #expect(document.title == headline)
    #expect(document.byline == byline)
    #expect(document.text.string == body)
  }

  @Test func aNameAboveItsHandleIsNoHeadlineAlthoughItStandsFirst() throws {
    let document = try run(Clean.self, on: Document("Jane Okafor\n@janeokafor\n\n\(headline)\n\n\(body)"))
    #expect(document.title == headline)
    #expect(document.byline == "Jane Okafor")
  }

  @Test(arguments: [
    ("Story by Jane Okafor • May 3, 2024", "Jane Okafor"), ("Text: Jane Okafor | May 3, 2024", "Jane Okafor"),
    ("Exclusive by Jane Okafor | Updated May 3, 2024", "Jane Okafor"),
    ("Artikel von Jörn Petersen • 3. Mai 2024", "Jörn Petersen"), ("Reuters | May 3, 2024", "Reuters"),
    ("3 min read • May 3, 2024", nil), ("12 comments | May 3, 2024", nil),
    ("Subscribers only | May 3, 2024", nil), ("Réservé aux abonnés | 3 mai 2024", nil),
    ("Jane Okafor | May 3, 2024", nil), ("Redazione | 3 maggio 2024", nil),
    ("Sport > Football | 3 May 2024", nil),
    ("Haber: Ayşe Demir | 3 Mayıs 2024", "Ayşe Demir"),
  ])
  func whatStandsBesideADateIsNoSection(line: String, byline: String?) throws {
    let document = try cleaned(line)
    #expect(document.section == nil)
    #expect(document.byline == byline)
    #expect(document.published?.description == "2024-05-03")
    #expect(document.text.string == body)
  }

  @Test(arguments: [
    ("Politics | May 3, 2024", "Politics"), ("Middle East | May 3, 2024", "Middle East"),
    ("Local Government News • May 3, 2024", "Local Government News"),
    ("Harbour Life | By Jane Okafor | May 3, 2024", "Harbour Life"),
    ("Wirtschaft | 3. Mai 2024", "Wirtschaft"),
    ("3 min read | Sport | May 3, 2024", "Sport"),
  ])
  func theNameOfADeskBesideADateIsTheSection(line: String, section: String) throws {
    let document = try cleaned(line)
    #expect(document.section == section)
    #expect(document.published?.description == "2024-05-03")
  }

  @Test func aPlaceBeforeTheDateAndADateOfChangeAreToldApart() throws {
    let document = try cleaned("Jaén, 3 may 2024 - 14:30 CEST\nActualizado: 4 may 2024 - 09:12 CEST")
    #expect(document.published?.description == "2024-05-03T14:30+02:00")
    #expect(document.text.string == body)
  }

  @Test func aHeadlineWithADateIsNoDateLine() throws {
    let source = "Weather forecast, 3 May 2024\n\n\(body)"
    #expect(try run(Clean.self, on: Document(source)).title == "Weather forecast, 3 May 2024")
  }

  @Test(arguments: [
    "By\nJane Okafor\n-\nMay 3, 2024", "Written by\nJane Okafor\nMay 3, 2024",
    "Von:\n\nJane Okafor\n\n3. Mai 2024",
  ])
  func namesBelowTheirLabelAreTheAuthors(lines: String) throws {
    let document = try cleaned(lines)
    #expect(document.byline == "Jane Okafor")
    #expect(document.published?.description == "2024-05-03")
    #expect(document.text.string.hasSuffix(body))
  }

  @Test(arguments: [("Door", "nl"), ("Von", "de"), ("Por", "es")])
  func aLabelWhoseNameWasAnElementGoes(label: String, language: String) throws {
    let page = """
      <html lang="\(language)"><body><article><h1>\(headline)</h1><div>\(label) <span class="author">Joost van der Heuvel</span></div>
      <p>The bridge over the Lorn is closed until the autumn, and buses go by way of the mill.</p>
      <p>Cracks had been found in two of its piers, which date from 1904, an engineer said.</p></article></body></html>
      """
    let document = try run(Clean.self, on: Document(page))
    #expect(document.byline == "Joost van der Heuvel")
    #expect(document.text.string == body)
  }

  @Test(arguments: [
    "4 min read", "12 minute read", "3 Min Read", "Temps de lecture : 3 min", "Temps de lecture : 2 min.",
    "Lesezeit: 2 Min.",
    "Lesedauer: 2 Minuten", "Lesezeit: ca. 3 Minuten", "Tempo di lettura: 3 minuti",
    "Tempo de leitura: 4 min",
    "Tiempo de lectura: 8 minutos", "Leestijd: 3 minuten", "Lästid: 3 min", "Czas czytania: 3 min",
    "Okuma süresi: 3 dk",
    "Время чтения: 3 мин", "読了時間：約3分", "この記事は約3分で読めます", "Estimated reading time: 6 minutes", "minute read",
  ])
  func readingTimesGo(line: String) throws {
    let document = try cleaned(line)
    #expect(rules(document).contains("head.reading_time"))
    #expect(document.title == headline)
    #expect(document.text.string == body)
  }

  @Test(arguments: [
    "She read for 4 min before the bell rang in the tower.", "Lecture notes of 3 min were handed out",
    "4 min", "Read 4 pages",
    "10·min·read it, they said", "Het lezen duurt 4 uur",
  ])
  func otherLinesWithMinutesAreNoReadingTimes(line: String) throws {
    #expect(!rules(try run(Clean.self, on: Document(around(line)))).contains("head.reading_time"))
  }

  @Test(arguments: [
    "Portada / Deportes / Fútbol", "Portada > Sociedad", "Noticias / Sociedad", "Notizie / Cronaca",
    "Nachrichten / Regional",
    "Sport > Football", "Politik / Norden",
  ])
  func pathsOfPagesAreNoHeadlines(path: String) throws {
    let document = try run(Clean.self, on: Document("\(path)\n\n\(headline)\n\n\(body)"))
    #expect(rules(document) == ["nav.crumbs", "title"])
    #expect(document.title == headline)
  }

  @Test(arguments: ["News / How a bridge of 1904 was saved by the town", "Mallory / Larne", "Trains / buses"])
  func otherLinesWithASlashAreNoPaths(line: String) throws {
    #expect(!rules(try run(Clean.self, on: Document("\(line)\n\n\(body)"))).contains("nav.crumbs"))
  }

  @Test(arguments: [
    "BC-EU--Bridge Closed, 1st Ld", "BC-Harbour-Strike, 2nd Ld-Writethru", "AW-SPORT-LARNE-FINAL",
    "US--Storm-Damage",
  ])
  func slugsOfTheWireAreNoHeadlines(slug: String) throws {
    let document = try run(Clean.self, on: Document("\(slug)\n\n\(headline)\n\n\(body)"))
    #expect(rules(document) == ["head.slug", "title"])
    #expect(document.title == headline)
  }

  @Test(arguments: [
    "PM-led coalition wins a third term", "US-China talks resume", "AI-written letters fool judges",
    "COVID-19 wave ebbs",
    "Well-known baker retires", "A-Z of the harbour", "AM-radio fans mourn their station",
  ])
  func headlinesWithHyphensAreNoSlugs(line: String) throws {
    let document = try run(Clean.self, on: Document("\(line)\n\n\(body)"))
    #expect(document.title == line)
  }

  @Test(arguments: ["====================", "---"]) func theUnderlineOfAHeadlineGoesWithIt(underline: String)
    throws
  {
    let document = try run(
      Clean.self, on: Document("\(headline)\n\(underline)\n\n*By Jane Okafor*\n\n\(body)"))
    #expect(document.title == headline)
    #expect(document.byline == "Jane Okafor")
    #expect(document.text.string == body)
  }

  @Test func aRuleBetweenParagraphsStays() throws {
    let document = try run(Clean.self, on: Document("\(headline)\n\n\(body)\n\n---\n\n\(body)"))
    #expect(document.text.string == "\(body)\n\n---\n\n\(body)")
  }
}
