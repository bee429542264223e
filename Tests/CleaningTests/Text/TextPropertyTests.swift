import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

struct TextPropertyTests {
  private static let pieces = [
    "Published: Mon, April 23, 2018", "Worldwide | By Lisa Hogan", "Divers find bell of ferry",
    "Advertisement",
    "Share this:", "Twitter", "Facebook", "Home > World > Asia", "Like this:", "", "", "  ", "\u{A0}",
    "Zoë said nein.",
    "The bell weighs 140 kilograms, and it still rings, the divers said on Thursday.",
    "Read more: The long night",
    "Nobody knew.", "© 2018 The Courier", "- one item", "中文的一个句子。", "We use cookies to improve your visit.",
    "A paragraph of some length that goes on for a while, has a comma or two, and comes to its end here at last.",
  ]

  private static func document(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let ends = ["\n", "\r\n", "\n\n", "\n\n\n"]
    var text = ""
    for _ in 0..<Int.random(in: 1...25, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      text += ends[Int.random(in: 0..<ends.count, using: &random)]
    }
    return text
  }

  private static func words(_ string: String) -> [Substring] { string.split(whereSeparator: \.isWhitespace) }

  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func everyKeptLineLeadsBackToItsSource(seed: UInt64) throws {
    let source = Self.document(seed)
    let bytes = Array(source.utf8)
    let document = try run(Clean.self, on: Document(source))
    for line in document.text.lines where !line.isBlank {
      let origin = document.text.source(of: line.span)
      #expect(String(decoding: bytes[origin.range], as: UTF8.self) == document.text[line.span])
    }
  }

  @Test(arguments: 1...120 as ClosedRange<UInt64>)
  func everyWordIsInTheOutputOrUnderAnEntryOfTheTrail(seed: UInt64) throws {
    let source = Self.document(seed)
    let bytes = Array(source.utf8)
    let document = try run(Clean.self, on: Document(source))
    var found = Self.words(document.text.string).map(String.init)
    for entry in document.trail.entries where entry.action == .removed {
      let span = try #require(entry.source)
      found += Self.words(String(decoding: bytes[span.range], as: UTF8.self)).map(String.init)
    }
    #expect(found.sorted() == Self.words(source).map(String.init).sorted())
  }

  @Test func cleaningACleanDocumentChangesNothing() throws {
    var (compared, unchanged) = (0, 0)
    for seed in 1...120 as ClosedRange<UInt64> {
      var once = try run(Clean.self, on: Document(Self.document(seed)))
      // The second copy of a headline is left on purpose; a title that is known is not looked for again.
      once.title = once.title ?? "none such"
      let twice = try run(Clean.self, on: once)
      guard once.verdict.isKept, !rules(twice).dropFirst(rules(once).count).contains("title") else {
        continue
      }
      let linesOnce = once.text.lines.filter { !$0.isBlank }.count
      let added = rules(twice).count - rules(once).count
      #expect(twice.text.lines.filter { !$0.isBlank }.count == linesOnce - added, "\(seed)")
      compared += 1
      guard added == 0 else { continue }
      #expect(twice.text == once.text, "\(seed)")
      unchanged += 1
    }
    #expect(compared > 60 && unchanged > 30, "\(compared) \(unchanged)")
  }

  @Test(arguments: [
    "", " ", "\n\n\n", "a", ".", "…", "—", "\u{FEFF}", "\u{200B}\u{A0}\u{2003}", "\0\0\0", "|||", "By", "By ",
    "Published:", ">", "> > >", "©", "“”", "é", "Home >", "#", "***", "日本語", "\r", "\r\r\n", "1", "-", "- ",
    "[",
    "<", "<html", "</", "<!doctype html>", "<p>", "<html><body>", "&amp;", "<!--",
  ])
  func strangeInputIsHandled(source: String) throws {
    let document = try run(Clean.self, on: Document(source))
    #expect(document.text.count <= source.utf8.count)
  }

  @Test func aLongLineWithoutABlankIsKept() throws {
    let source = String(repeating: "a", count: 1_000_000)
    let document = try run(Clean.self, on: Document(source))
    #expect(document.text.string == source)
  }

  @Test func manyShortLinesAreHandled() throws {
    let source = String(repeating: "Share this:\nx\n", count: 50_000)
    let document = try run(Clean.self, on: Document(source))
    #expect(rules(document).filter { $0 == "footer.share" }.count == 50_000)
  }

  @Test func aDocumentWithNothingButBoilerplateIsDropped() throws {
    let document = try run(
      Clean.self, on: Document("Like this:\nLike Loading...\n\nShare this:\nTwitter\nFacebook\n"))
    #expect(document.verdict == .dropped(reason: "no article text is left"))
    #expect(document.trail.entries.last?.rule == "empty")
  }

  @Test func aDocumentBelowTheLeastLengthIsDropped() throws {
    let document = try run(Clean.self, on: Document("Four words stand here.")) { $0.minWords = 5 }
    #expect(document.trail.entries.last?.rule == "too_short")
    #expect(document.trail.entries.last?.measured == 4)
    #expect(try run(Clean.self, on: Document("")) { $0.minWords = 0 }.verdict.isKept)
  }
}
