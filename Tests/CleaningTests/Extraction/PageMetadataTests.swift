import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

private func clean(_ html: String) throws -> Document { try run(Clean.self, on: Document(html)) }

/// What a page says of itself.
struct PageMetadataTests {
  @Test func structuredDataIsRead() throws {
    let head = """
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Harbour Courier"},
      {"@type":["NewsArticle"],"headline":"Bell of ferry &amp; boot found","datePublished":"2018-05-06T08:12:00+01:00",
      "author":[{"name":"Ana Duarte"},{"name":"Tom Reyes"}],"articleSection":["UK","Sea"]}]}</script>
      <meta name="description" content="A bell &amp; a boot."><link rel="canonical" href="https://courier.example/bell">
      """
    let document = try clean(page(bellStory, head: head))
    #expect(document.title == "Bell of lost ferry found")
    #expect(document.byline == "Ana Duarte, Tom Reyes")
    #expect(document.published?.description == "2018-05-06T08:12+01:00")
    #expect(document.section == "UK")
    #expect(document.metadata["description"]?.string == "A bell & a boot.")
    #expect(document.metadata["site"]?.string == "The Harbour Courier")
    #expect(document.metadata["url"]?.string == "https://courier.example/bell")
  }

  @Test func structuredDataOfAnotherStoryIsPassedOver() throws {
    func data(_ headline: String, _ address: String) -> String {
      """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"\(headline)","url":"\(address)",
      "author":{"name":"Zed Other"},"datePublished":"2020-01-01"}</script>
      """
    }
    let canonical = "<link rel=canonical href=https://courier.example/bell>"
    let other = try clean(
      page(bellStory, head: canonical + data("Mayor resigns", "https://courier.example/mayor")))
    #expect(other.byline == nil && other.published == nil)
    // One of the two may differ: addresses change, and headlines are shortened.
    for own in [
      data("Bell of lost ferry found", "https://courier.example/old"),
      data("Ringing up from the deep", "http://www.courier.example/bell/?utm=1"),
    ] {
      #expect(try clean(page(bellStory, head: canonical + own)).byline == "Zed Other")
    }
  }

  @Test func theSiteIsNoAuthorWhereSomebodyIs() throws {
    let site =
      "<meta property=og:site_name content=\"The Courier\"><meta name=author content=\"The Courier\">"
    #expect(try clean(page("<p>By Lisa Hogan</p>" + bellStory, head: site)).byline == "Lisa Hogan")
    #expect(try clean(page(bellStory, head: site)).byline == "The Courier")
    let two = "<meta name=author content=\"Lisa Hogan\"><meta name=author content=\"Al Dow\">"
    #expect(try clean(page(bellStory, head: two)).byline == "Lisa Hogan, Al Dow")
    let links = "<div>By <a rel=author href=/l>Lisa Hogan</a> and <a rel=author href=/a>Al Dow</a></div>"
    #expect(try clean(page(links + bellStory)).byline == "Lisa Hogan, Al Dow")
  }

  @Test func brokenStructuredDataIsPassedOver() throws {
    let head = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":</script>"
    #expect(try clean(page(bellStory, head: head)).title == "Bell of lost ferry found")
  }

  @Test func metaElementsAreRead() throws {
    let head = """
      <meta property="og:title" content="Bell found | The Harbour Courier"><meta name="author" content="By Lisa Hogan">
      <meta property="article:published_time" content="2018-05-06"><meta property="article:section" content="Sea">
      """
    let document = try clean(page(bellStory, head: head))
    #expect(document.title == "Bell of lost ferry found")
    #expect(document.byline == "Lisa Hogan")
    #expect(document.published?.description == "2018-05-06")
    #expect(document.section == "Sea")
  }

  @Test func bylineAndDateBelowTheHeadlineAreRead() throws {
    let document = try clean(
      page("<div>By Lisa Hogan</div><div>Mon, May 14, 2018 9:03 p.m. NZST</div>" + bellStory))
    #expect(document.byline == "Lisa Hogan")
    #expect(document.published?.description == "2018-05-14T21:03+12:00")
    #expect(document.text.string == bellText)
  }

  @Test func whatTheRecordBroughtIsKept() throws {
    var document = Document(page(bellStory))
    document.title = "My own title"
    document.language = "cy"
    document = try run(Clean.self, on: document)
    #expect(document.title == "My own title")
    #expect(document.language == "cy")
  }
}
