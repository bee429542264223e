import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// What holds of any page.
struct PagePropertyTests {
  /// A page of random elements around words that are each used once.
  private static func page(_ seed: UInt64) -> (html: String, words: [String]) {
    var random = SeededGenerator(seed: seed)
    let names = [
      "div", "p", "li", "ul", "section", "article", "aside", "h2", "td", "tr", "table", "span", "b",
      "blockquote",
      "div class=\"story-body\"", "div class=related", "div id=comments", "p class=caption", "a href=/",
      "header", "nav", "a class=meta-loc", "span class=share", "em class=credit", "span class=tooltip",
    ]
    var html = "<html><body>"
    var words: [String] = []
    for _ in 0..<Int.random(in: 5...60, using: &random) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: html += "<\(names[Int.random(in: 0..<names.count, using: &random)])>"
      case 2: html += "</\(names[Int.random(in: 0..<13, using: &random)])>"
      default:
        for _ in 0..<Int.random(in: 1...18, using: &random) {
          words.append("w\(words.count)x")
          html += words[words.count - 1] + (Bool.random(using: &random) ? " " : ", ")
        }
        html += Bool.random(using: &random) ? ". " : "<br>"
      }
    }
    return (html, words)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func everyWordOfAPageIsInTheTextOrUnderAnEntryOfTheTrail(seed: UInt64) throws {
    let (html, words) = Self.page(seed)
    let bytes = Array(html.utf8)
    let document = try run(Clean.self, on: Document(html))
    var found = document.text.string
    for entry in document.trail.entries where entry.action == .removed {
      if let span = entry.source { found += " " + String(decoding: bytes[span.range], as: UTF8.self) }
    }
    for word in words { #expect(found.contains(word)) }
    let told = document.trail.entries.filter { $0.action == .removed }.compactMap(\.source).sorted {
      $0.start < $1.start
    }
    for (one, next) in zip(told, told.dropFirst()) { #expect(one.end <= next.start, "told twice") }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func everyWordOfTheTextLeadsBackToThePage(seed: UInt64) throws {
    let (html, _) = Self.page(seed)
    let bytes = Array(html.utf8)
    let document = try run(Clean.self, on: Document(html))
    for token in document.text.tokens where token.kind == .word {
      let origin = document.text.source(of: token.span)
      #expect(String(decoding: bytes[origin.range], as: UTF8.self) == document.text[token.span])
    }
  }
}
