import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

private let story = page(
  """
  <article class="story-body"><p>A group of divers has found the bell of the ferry that sank in the sound, ninety-one years ago.</p>
  <h2>How it was found</h2>
  <p>It weighs 140 kilograms and <a href="/rings?a=1&amp;b=2">still rings</a>, they said on Thursday, when it was raised at last.</p>
  <ul><li>It was cast in Leeds in the year 1901, for another ship.</li><li>It hung above the bridge of the ferry until she sank.</li></ul>
  <blockquote><p>“We knew what it was before we had it on deck,” said the leader of the divers.</p></blockquote>
  <table><tr><th>Year</th><th>Ships lost in the sound</th></tr><tr><td>1927</td><td>Three, all of them ferries.</td></tr></table>
  <p>The bell will hang in the town hall from next spring on, the mayor told the people of the town.</p></article>
  """)

private func clean(_ change: (inout Clean.Options) -> Void) throws -> Document {
  try run(Clean.self, on: Document(story), options: change)
}

struct OptionTests {
  @Test func markdownHasItsMarks() throws {
    let text = try clean { $0.format = .markdown }.text.string
    #expect(text.contains("\n\n## How it was found\n\n"))
    #expect(text.contains("\n\n- It was cast in Leeds"))
    #expect(text.contains("\n- It hung above"))
    #expect(text.contains("\n\n> “We knew"))
    #expect(
      text.contains(
        "| Year | Ships lost in the sound |\n| --- | --- |\n| 1927 | Three, all of them ferries. |\n\n"))
  }

  @Test func plainTextHasNone() throws {
    let text = try clean { _ in }.text.string
    #expect(text.contains("\n\nHow it was found\n\n"))
    #expect(!text.contains(">") && !text.contains("#"))
  }

  @Test func linksAreWrittenWithTheirAddresses() throws {
    let document = try clean { $0.links = true }
    #expect(document.text.string.contains("and [still rings](/rings?a=1&b=2), they said"))
    #expect(try !clean { _ in }.text.string.contains("/rings"))
  }

  @Test func aKindThatIsDroppedGoesAndIsInTheTrail() throws {
    let document = try clean { $0.drop = [.lists, .headings] }
    #expect(!document.text.string.contains("Leeds") && !document.text.string.contains("How it was found"))
    #expect(document.text.string.contains("town hall"))
    #expect(document.trail.entries.contains { $0.rule == "html.unwanted" })
  }

  @Test func commentsStayWhereTheyAreAskedFor() throws {
    #expect(try !clean { _ in }.text.string.contains("grandfather"))
    #expect(try clean { $0.comments = true }.text.string.contains("grandfather"))
  }

  @Test func whatIsFavouredChangesHowMuchStays() throws {
    let words = try [Clean.Favor.precision, .balanced, .recall].map { favor in
      try clean { $0.favor = favor }.text.wordCount
    }
    #expect(words == words.sorted())
  }

  @Test func aKindMayNotBeBothKeptAndDropped() {
    var options = Clean.Options()
    options.keep = [.quotes]
    options.drop = [.lists, .quotes]
    #expect(throws: InvalidOption.self) { try Clean(options: options, context: StageContext()) }
  }

  @Test func spansOfMarkdownLeadBackToThePage() throws {
    let document = try clean {
      $0.format = .markdown
      $0.links = true
    }
    let bytes = Array(story.utf8)
    for word in ["Leeds", "1927", "deck", "still rings"] {
      let range = try #require(document.text.string.firstRange(of: word))
      let start = document.text.string.utf8.distance(
        from: document.text.string.startIndex, to: range.lowerBound)
      let source = document.text.source(of: Span(start, start + word.utf8.count))
      #expect(String(decoding: bytes[source.range], as: UTF8.self) == word)
    }
  }
}
