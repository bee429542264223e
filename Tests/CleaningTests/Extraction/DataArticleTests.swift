import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

struct DataArticleTests {
  /// Thirty sentences with words of their own each.
  private static let sentences = (1...30).map {
    "Ferry number\($0) left the harbour\($0) at ten with bell\($0)."
  }
  private static let body = sentences.joined(separator: "\\n")
  private static let shell =
    "<div id=\"app\"><p>Please turn on the scripts of your browser to read this story.</p></div>"

  private func clean(_ body: String, _ article: String) throws -> (Document, String) {
    let data = "{\"@type\": \"NewsArticle\", \"headline\": \"Bell found\", \"articleBody\": \"\(body)\"}"
    let html = page(article, head: "<script type=\"application/ld+json\">\(data)</script>")
    return (try run(Clean.self, on: Document(html)), html)
  }

  @Test func anArticleThatOnlyTheDataHaveIsTakenFromThere() throws {
    let (document, html) = try clean(Self.body, Self.shell)
    #expect(document.text.string == Self.sentences.joined(separator: "\n\n"))
    let source = document.text.source(of: Span(0, 10))
    #expect(String(decoding: Array(html.utf8)[source.range], as: UTF8.self).hasPrefix("<script"))
    #expect(document.trail.entries.contains { $0.action == .lifted && $0.field == "text" })
  }

  @Test func itMayBeEscapedHTML() throws {
    let body = Self.sentences.map { "&lt;p&gt;\($0)&lt;/p&gt;" }.joined()
    #expect(try clean(body, Self.shell).0.text.string == Self.sentences.joined(separator: "\n\n"))
  }

  @Test func whatThePageShowsIsTakenFromThePage() throws {
    let shown = Self.sentences.prefix(12).map { "<p>\($0)</p>" }.joined()
    let document = try clean(Self.body, "<div class=\"story-body\">\(shown)</div>").0
    #expect(document.text.string == Self.sentences.prefix(12).joined(separator: "\n\n"))
  }

  @Test func aSummaryIsNoArticle() throws {
    let body = Self.sentences.prefix(4).joined(separator: " ")
    let document = try clean(
      body, "<div class=\"story-body\"><p>The bell of the ferry is back, they said.</p></div>"
    ).0
    #expect(!document.text.string.contains("number1"))
  }

  @Test func aShortArticleIsTakenFromTheDataWhereThePageShowsNextToNothing() throws {
    let sentences = Self.sentences.prefix(9)
    let data = "{\"@type\": \"NewsArticle\", \"articleBody\": \"\(sentences.joined(separator: "\\n\\n"))\"}"
    let html = """
      <html><head><script type="application/ld+json">\(data)</script></head><body><article><h1>Bell found</h1>
      <p>Loading...</p></article><footer><p>© 2024 The Courier. All rights reserved.</p></footer></body></html>
      """
    let document = try run(Clean.self, on: Document(html))
    #expect(document.text.string == sentences.joined(separator: "\n\n"))
  }

  @Test func theDataOfAnotherStoryAreNoSource() throws {
    func data(_ name: String, _ body: String) -> String {
      """
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "\(name) found",
      "url": "https://courier.example/\(name)", "articleBody": "\(body)"}</script>
      """
    }
    let own = data("Bell", Self.body)
    let head = "<link rel=canonical href=https://courier.example/Bell>" + data("Ladder", "A ladder.") + own
    let html = page(Self.shell, head: head)
    let document = try run(Clean.self, on: Document(html))
    #expect(document.text.string == Self.sentences.joined(separator: "\n\n"))
    let source = document.text.source(of: Span(0, 10))
    #expect(String(decoding: Array(html.utf8)[source.range], as: UTF8.self) == own)
  }
}
