import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// What sites call the links and spans inside their sentences is no reason to take words out of them.
struct InlineTextTests {
  private static func page(_ paragraph: String) -> String {
    """
    <!DOCTYPE html><html lang="en"><body><article>
    <p>The harbour board met on Monday, and after three hours of talk it had agreed on nothing at all.</p>
    <p>\(paragraph)</p>
    <p>It will meet again in the first week of May, when the new figures for the ferries are to be ready.</p>
    </article></body></html>
    """
  }

  @Test(arguments: [
    (
      "The board of ", "a", "meta-loc", "Tunisia",
      " has said that it will lift the ban on trade by the end of May."
    ),
    (
      "", "a", "meta-org", "Meridian",
      "’s sale to the board was a complicated thing, and it took most of the year."
    ),
    (
      "Long ago they were ", "a", "popup", "lost",
      ". Nobody in the harbour has spoken of the matter ever since then."
    ),
    (
      "The minister, ", "a", "article-topic-teaser", "Ana Duarte",
      ", has put off the vote for the second time."
    ),
    (
      "", "span", "dateline", "CAIRO —",
      " Gunmen opened fire on the ferry as it left the harbour late on Monday."
    ),
    (
      "The prime minister, ", "span", "tooltipsall tooltip_post", "Evelyn Marsh",
      " was asked to open the new school."
    ),
    (
      "Questions go to our ", "span", "btn btn-secondary", "help desk",
      " which answers them within a day or two."
    ),
    (
      "The prime <b>minister</b> ", "a", "popup", "Ana Duarte",
      ", has put off the vote for the second time this year."
    ),
    (
      "The board moved to <b>New</b> ", "a", "meta-header", "Marsh",
      " in May, and nobody has seen much of it ever since."
    ),
    (
      "The repair of the pier cost <b>5</b> ", "span", "popup", "million",
      " crowns, and it took eleven years in all."
    ),
    (
      "The board was led by ", "span", "popup", "Tom Reyes Jr.",
      " for the first of the eleven years, and by none since."
    ),
    (
      "", "span", "popup", "Tom Reyes",
      ", who leads the board, said on Monday that it had agreed on nothing at all."
    ),
    (
      "The harbour is un", "a", "popup", "believably",
      " old, and so are most of those who still work in it today."
    ),
    ("港务局说，", "a", "meta-loc", "突尼斯", "将在五月底之前解除贸易禁令，并在第一周公布新的数字，委员会表示同意。"),
  ])
  func aNameThatASentenceReadsOnPastIsNoReason(
    before: String, tag: String, name: String, own: String, after: String
  ) throws {
    let html = Self.page("\(before)<\(tag) class=\"\(name)\">\(own)</\(tag)>\(after)")
    let sentence = "\(before)\(own)\(after)".replacing("<b>", with: "").replacing("</b>", with: "")
    #expect(try run(Clean.self, on: Document(html)).text.string.contains("\n\n\(sentence)\n\n"))
  }

  @Test(arguments: [
    (
      "The board heard of the inter", "span", "tooltip", "Intermodal: by ship and by rail",
      " port before it met again."
    ),
    (
      "The port was ranked fourth in the year before", "sup", "noprint update", "[update]",
      " by all who had a say in it."
    ),
    (
      "The board was in no hurry, and it said so. ", "a", "related", "Read also: the ferry that came back", ""
    ),
    ("The ferries carried more people in May than ever. ", "span", "share-count", "12 shares", ""),
    (
      "", "span", "credit", "© Harbour Pictures",
      " The ferries carried more people in May than in any month before it."
    ),
    (
      "The fare went up to five ", "span", "sr-only", "pounds",
      " at the end of May, and nobody was told of it before."
    ),
  ])
  func whatStandsBesideTheSentenceGoesAndIsTold(
    before: String, tag: String, name: String, own: String, after: String
  ) throws {
    let html = Self.page("\(before)<\(tag) class=\"\(name)\">\(own)</\(tag)>\(after)")
    let document = try run(Clean.self, on: Document(html))
    #expect(words(document.text.string).contains(words("\(before)\(after)")))
    #expect(!document.text.string.contains(own))
    let bytes = Array(html.utf8)
    let told = document.trail.entries.contains { entry in
      entry.action == .removed
        && entry.source.map { String(decoding: bytes[$0.range], as: UTF8.self).contains(own) } ?? false
    }
    #expect(told)
  }

  /// A text with one blank between its words.
  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func commentsInCodeAreCode() throws {
    let html = Self.page(
      "The point is printed as below, and then it is moved to the harbour again, as all can see.</p>"
        + "<pre>p = Point(0, 1) <span class=\"hljs-comment\"># at the pier</span>\nprint(p)</pre><p>That is all of it."
    )
    #expect(try run(Clean.self, on: Document(html)).text.string.contains("Point(0, 1) # at the pier"))
  }
}
