import Copydesk
import Testing

@testable import Cleaning

/// What tells a story from the teasers of others, and a text's longest run of prose from the rest.
struct StoryTests {
  private static let teaser =
    "<div class=\"t\"><h3><a href=\"/1\">Eleven ways to cook</a></h3><p>A limpet is best when it is fresh, they say, and cheap.</p></div>"
  private let survey = PageSurvey(
    HTMLDocument(
      parsing: Array(
        """
        <body><main><p>The bell of the lost ferry was raised on Thursday, the divers said.</p>
        <p>It is of bronze, and heavy, and it still rings as it did then, they said.</p></main>
        <aside>\(teaser)\(teaser)\(teaser)</aside></body>
        """.utf8)))

  @Test func theTitleIsSpokenOfInTheElementOfTheStory() throws {
    let stories = PageStories(survey, BlockWords(survey), title: "Bell of lost ferry raised")
    func node(_ tag: HTMLTag) throws -> Int { try #require(survey.page.nodes.firstIndex { $0.tag == tag }) }
    #expect(stories.share(try node(.main)) == 11)
    #expect(stories.share(try node(.aside)) == 0)
    #expect(stories.prose(try node(.main)) == 2)
    #expect(stories.prose(try node(.aside)) == 3)
    #expect(PageStories(survey, BlockWords(survey), title: nil).share(try node(.main)) == 15)
  }

  @Test func linesAreSetAgainstTheLongestRunOfProse() throws {
    let text = Text(
      [
        "A first sentence stands alone.", "Menu", "Sport", "Culture", "World",
        "The bell of the lost ferry was raised today.", "It is of bronze, and it still rings.", "Share",
        "The divers of the ferry are proud of the bell.", "Contact",
      ].joined(separator: "\n\n"))
    let lines = TextLines(of: text)
    let runs = LineRuns(lines, LineWords(lines))
    try #require(lines.count == 10)
    #expect((5...8).allSatisfy { runs.place($0) == 0 })
    #expect(runs.place(0) != 0 && runs.place(0) < 128 && runs.place(9) > 128)
    #expect(runs.distances(7) == 1 * 16 + 1)
    #expect(runs.distances(0) == 15 * 16 + 5)
    #expect(runs.kinship(0, LineWords(TextLines(of: Text("bell ferry bronze"))), isProse: false) == 11)
    #expect(runs.kinship(1, LineWords(TextLines(of: Text("Menu\nlimpet cook kitchen"))), isProse: false) == 0)
  }

  @Test func wordsOfLinesAreThoseOfTheirTextAndKnowWhatTheyAre() {
    let lines = TextLines(of: Text("The bell of 1881\n\n--\nis bronze"))
    let words = LineWords(lines)
    #expect(lines.indices.flatMap { words[$0] } == BlockWords.hashes(of: "The bell of 1881 is bronze"))
    #expect(words.hashes.indices.map(words.isCommon) == [true, false, true, false, true, false])
    #expect(words.hashes.indices.map(words.isTelling) == [false, true, false, false, false, true])
  }

  @Test func aTextWithoutProseHasNoRuns() {
    let lines = TextLines(of: Text("Menu\nSport\n"))
    let runs = LineRuns(lines, LineWords(lines))
    #expect(runs.shareOfLongest == 15)
    #expect(runs.distances(1) == 15 * 16 + 15)
  }
}
