import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Which date of a page is that of its story.
@Suite struct PageDateTests {
  private static let story = [
    "The slipway of Ronwick is closed until June, the harbour master said on Monday after a wall had given way.",
    "Boats go out from the mill basin, which costs them an hour, and crews fear for the herring season.",
    "Repairs are to cost 40,000 crowns, of which the county pays a third.",
  ].map { "<p>\($0)</p>" }.joined()

  private func published(
    _ details: String, above: String = "", head: String = "", after: String = "", lang: String = "en"
  ) throws -> String? {
    let html = """
      <html lang="\(lang)"><head><title>Slipway closed until June | The Ronwick Post</title>\(head)</head><body>
      <article>\(above)<h1>Slipway closed until June</h1>\(details)\(Self.story)</article>\(after)</body></html>
      """
    return try run(Clean.self, on: Document(html)).published?.description
  }

  @Test(arguments: [
    "<p>Updated: 6 March 2024 at 08:10 GMT</p><p>Published: 5 March 2024 at 21:55 GMT</p>",
    "<p>Published: 5 March 2024 at 21:55 GMT</p><p>Updated: 6 March 2024 at 08:10 GMT</p>",
    "<p>Updated <time datetime=\"2024-03-06T08:10Z\">Wed</time></p><p><time datetime=\"2024-03-05T21:55Z\">Tue</time></p>",
    "<time itemprop=\"dateModified\" datetime=\"2024-03-06\">-</time><time datetime=\"2024-03-05T21:55Z\">Tue</time>",
  ])
  func aDateOfAChangeGivesWay(details: String) throws {
    #expect(try published(details) == "2024-03-05T21:55Z")
  }

  @Test func aDateOfAChangeCountsWhereThereIsNoOther() throws {
    #expect(try published("<p>Updated: 6 March 2024</p>") == "2024-03-06")
  }

  @Test(arguments: [
    "<p>The first boat left the slipway on <time datetime=1923-05-01>1 May 1923</time>, when it was new.</p>",
    "<p>On <time datetime=1923-05-01>1 May 1923</time> the first boat left the slipway, which was new then, and a band played.</p>",
  ])
  func aTimeInASentenceDoesNotCount(sentence: String) throws {
    #expect(try published("", after: "") == nil)
    #expect(try published(sentence) == nil)
    #expect(try published("<p>By Jo Pell, 3 May 2024</p>" + sentence) == "2024-05-03")
  }

  @Test func aTimeBehindTheProseCountsWhereItIsSaidToBeOfTheStory() throws {
    func below(_ html: String) throws -> String? { try published(Self.story + html) }
    let time = "<time datetime=2025-09-01>1 September 2025</time>"
    #expect(try below("<div class=event><h3>Meeting</h3>\(time), town hall</div>") == nil)
    for html in [
      "<p class=post-date>\(time)</p>", "<p>Published on \(time)</p>", "<footer>\(time)</footer>",
      "<div>By Jo Pell, \(time)</div>",
    ] {
      #expect(try below(html) == "2025-09-01", "\(html)")
    }
  }

  @Test func aTimeOfAnotherStoryDoesNotCount() throws {
    let other = "<time datetime=\"2025-01-01T10:00:00Z\">1 Jan</time>"
    let list = "<section class=more><h3>Latest</h3><ul><li>\(other)<a href=x>Other</a></li></ul></section>"
    #expect(try published("<p>Tuesday 5 March 2024</p>", after: list) == "2024-03-05")
    #expect(try published("", after: list) == nil)
    let related = "<div class=\"related\">\(other)</div>"
    #expect(try published("<time datetime=\"2024-03-05\">5 Mar</time>", above: related) == "2024-03-05")
  }

  @Test func aTimeBehindTheTextThatThePageCallsTheStorysCounts() throws {
    let html = """
      <html><body><article><h1>Slipway closed</h1>\(Self.story)<aside><p>Ana Roe, <time itemprop="datePublished"
      datetime="2024-03-05">5 Mar</time></p></aside></article></body></html>
      """
    #expect(try run(Clean.self, on: Document(html)).published?.description == "2024-03-05")
  }

  @Test(arguments: ["1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "0001-01-01T00:00:00", "01.01.1970"])
  func noughtIsNoDate(date: String) throws {
    #expect(PageMetadata.date(date) == nil)
    let head = "<meta property=\"article:published_time\" content=\"\(date)\">"
    #expect(try published("<p>5 March 2024</p>", head: head) == "2024-03-05")
  }

  @Test(arguments: [
    "<span itemprop=\"datePublished\" content=\"2024-03-05\">last week</span>",
    "<span itemprop=\"datePublished\">5 March 2024</span>",
    "<abbr itemprop=\"datePublished\" datetime=\"2024-03-05\">last week</abbr>",
  ])
  func anElementThatSaysThatItIsTheDateIsRead(element: String) throws {
    #expect(try published("<p>Short: the wall gave way.</p>" + Self.story + element) == "2024-03-05")
  }

  @Test(arguments: ["20240305", "2024-03-05"])
  func compactDatesAreRead(date: String) throws {
    #expect(try published("", head: "<meta name=pubdate content=\(date)>") == "2024-03-05")
  }

  @Test(arguments: ["date", "post-date", "entry_published", "Timestamp"])
  func anElementAroundTheHeadlineThatIsNamedAfterADateIsRead(name: String) throws {
    #expect(try published("", above: "<div class=\"\(name)\">5 March 2024</div>") == "2024-03-05")
  }

  @Test(arguments: [
    ("en", "Published 9:45 p.m. ET March 5, 2024", "2024-03-05T21:45"),
    ("en", "9:45 AM Tue, March 5, 2024", "2024-03-05T09:45"),
    ("de", "Stand: 05.03.2024, 14:30 Uhr", "2024-03-05T14:30"),
    ("fr", "Publié le 5 mars 2024 à 18h30, mis à jour le 6 mars 2024 à 9h12", "2024-03-05T18:30"),
    ("en", "Updated 6 March 2024, published 5 March 2024", "2024-03-05"),
    ("pt", "05/03/2024 18h30 Atualizado há 2 dias", "2024-03-05T18:30"),
    ("ru", "5 марта 2024, 18:30", "2024-03-05T18:30"), ("ru", "Вторник, 5 марта 2024 г.", "2024-03-05"),
    ("ar", "5 مارس 2024", "2024-03-05"), ("en-GB", "03/04/2024 18:30", "2024-04-03T18:30"),
    ("en-US", "03/04/2024 06:30 PM", "2024-03-04T18:30"),
  ])
  func datesAreReadAsTheyAreWritten(lang: String, line: String, date: String) throws {
    #expect(try published("<div>\(line)</div>", lang: lang) == date)
  }

  @Test(arguments: [
    ("en", "03/04/2024"), ("en", "12 March 2024 – 14 March 2024"), ("en", "9:45 March"), ("ja", "03/04/2024"),
  ])
  func whatIsNotClearIsNoDate(lang: String, line: String) throws {
    #expect(try published("<div>\(line)</div>", lang: lang) == nil)
  }
}
