import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Which of the headlines of a page is that of its story.
@Suite struct PageTitleTests {
  private static let story = [
    "The slipway of Ronwick is closed until June, the harbour master said on Monday after a wall had given way.",
    "Boats go out from the mill basin, which costs them an hour, and crews fear for the herring season.",
  ].map { "<p>\($0)</p>" }.joined()

  private func title(_ title: String, _ headings: String, head: String = "") throws -> String? {
    let html =
      "<html><head><title>\(title)</title>\(head)</head><body>\(headings)<div>\(Self.story)</div></body></html>"
    return try run(Clean.self, on: Document(html)).title
  }

  private func og(_ title: String, site: String? = nil) -> String {
    "<meta property=\"og:title\" content=\"\(title)\">"
      + (site.map { "<meta property=\"og:site_name\" content=\"\($0)\">" } ?? "")
  }

  @Test(arguments: [
    "Slipway closed until June", "Slipway closed until June - Ronwickia",
    "Ronwickia: Slipway closed until June",
    "Harbour | Slipway closed until June | The Ronwick Post",
  ])
  func whatTheTitleAndTheHeadingAgreeOnIsTheTitle(line: String) throws {
    let heading = "<h1>Slipway closed until June</h1>"
    #expect(try title(line, heading, head: og("Ronwick news and views")) == "Slipway closed until June")
  }

  @Test func aHeadingThatTheTitleDoesNotSayLeavesWhatThePageSaysOfItself() throws {
    let head = og("Slipway stays closed, says harbour master")
    #expect(
      try title("Slipway news", "<h1>Harbour</h1>", head: head) == "Slipway stays closed, says harbour master"
    )
  }

  @Test func theTitleOfTheDataIsDecoded() throws {
    let data = "{\"@type\": \"NewsArticle\", \"headline\": \"Slipway &amp; basin closed\"}"
    let head = "<script type=\"application/ld+json\">\(data)</script>"
    #expect(try title("News", "<h1>Harbour</h1>", head: head) == "Slipway & basin closed")
  }

  @Test func aSectionAboveTheHeadlineIsNoTitle() throws {
    let line = "Harbour - Slipway closed until June - The Post"
    #expect(
      try title(line, "<h1>Harbour</h1>", head: og("Slipway closed until June"))
        == "Slipway closed until June")
  }

  @Test func aHeadingThatTakesInItsKickerIsNotTheTitle() throws {
    let heading = "<h1><span>Harbour news</span><span>Slipway closed until June</span></h1>"
    let head = og("Slipway closed until June")
    #expect(
      try title("Harbour news | Slipway closed until June", heading, head: head)
        == "Slipway closed until June")
  }

  @Test(
    arguments: [
      "<h1><a href=\"/\">The Ronwick Post</a></h1><h2>Slipway closed until June</h2>",
      "<h1>The Ronwick Post</h1><h1>Slipway closed until June</h1>",
      "<h1><a href=\"/\">The Ronwick Post</a></h1><h3>Slipway closed until June</h3>",
      "<h1><a href=\"/\">The Ronwick Post</a></h1>",
    ], ["Slipway closed until June | The Ronwick Post", "The Ronwick Post | Slipway closed until June"])
  func theLogoIsNoHeadline(headings: String, line: String) throws {
    let site = "<meta property=\"og:site_name\" content=\"The Ronwick Post\">"
    #expect(try title(line, headings, head: site) == "Slipway closed until June")
    if headings.contains("June") { #expect(try title(line, headings) == "Slipway closed until June") }
  }

  @Test func aHeadlineThatIsALinkToItselfIsOne() throws {
    let heading = "<h1><a href=\"/x\">Slipway closed</a></h1><h2>Harbour</h2>"
    #expect(try title("Slipway closed | The Post of Ronwick and the Isles", heading) == "Slipway closed")
  }

  @Test(arguments: ["ローン川の橋、秋まで通行止め", "洛恩河大桥关闭至秋季"])
  func theSiteIsCutFromATitleWithoutBlanks(headline: String) throws {
    #expect(try title("\(headline) | The Ronwick Post", "<h1>\(headline)</h1>") == headline)
    #expect(try title("\(headline) | The Ronwick Post", "") == headline)
  }

  @Test func theSiteIsKnownByItsAddress() throws {
    let link = "<link rel=canonical href=\"https://www.wron.example/2024/slipway\">"
    #expect(
      try title("Slipway closed until June - WRON 7Isles", "", head: link) == "Slipway closed until June")
    #expect(try title("Slipway closed - June", "", head: link) == "Slipway closed - June")
  }

  @Test(arguments: [
    "null", "undefined", "Uncategorized", "none", "harbour, herring, slipway, wall", "a; b; c; d",
  ])
  func whatIsNoSectionIsNone(section: String) throws {
    let html =
      "<html><head><meta property=\"article:section\" content=\"\(section)\"></head><body>\(Self.story)</body></html>"
    #expect(try run(Clean.self, on: Document(html)).section == nil)
  }
}
