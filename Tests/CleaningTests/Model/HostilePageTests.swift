import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Pages that mean harm go through the whole stage; what they cost is bounded, which these show by ending.
struct HostilePageTests {
  @Test(arguments: [
    "<div>", "<p>Word after word. ", "<li><a href=x>y</a>", "<table><tr><td>x", "<b><i>", "<h1>x", "<!--",
    "&amp;",
    "<p class='a b c d e f g h i j k l'>x", "<blockquote>", "<script>{\"@type\":\"Article\"}</script>",
    "<br>x",
    "<article>The end of it, they said.", "<meta property=og:title content=x>", "<time>x</time>",
  ])
  func thePieceFiftyThousandTimes(_ piece: String) throws {
    let html = "<!doctype html><body>" + String(repeating: piece, count: 50_000)
    let document = try run(Clean.self, on: Document(html)) { $0.links = true }
    #expect(document.text.count <= html.utf8.count * 4)
  }

  @Test func deepNestingAroundEveryParagraph() throws {
    let deep = String(repeating: "<div class='story body'>", count: 100_000)
    let document = try run(
      Clean.self, on: Document("<html>" + deep + "<p>The sea was calm that night, they said, and cold.</p>"))
    #expect(document.text.string.contains("The sea was calm"))
  }

  @Test func aRowOfMoreCellsThanAnybodyReads() throws {
    let html =
      "<html><body><table><tr>" + String(repeating: "<td>The sea was calm, they said.", count: 50_000)
    let document = try run(Clean.self, on: Document(html)) { $0.format = .markdown }
    #expect(document.text.wordCount >= 49_000 * 6)
  }

  @Test func moreBlocksThanTheModelLooksAtGoByTheRules() throws {
    let html =
      "<html><body><article>"
      + String(repeating: "<p>The sea was calm that night, they said.</p>", count: 21_000)
    let document = try run(Clean.self, on: Document(html))
    #expect(document.text.wordCount == 21_000 * 8)
  }

  @Test func aTextOfManyLines() throws {
    let text = String(repeating: "The sea was calm that night, they said.\n\n", count: 30_000)
    let document = try run(Clean.self, on: Document(text))
    #expect(document.text.wordCount >= 29_000 * 8)
  }
}
