import Copydesk
import Testing

@testable import Cleaning

/// What is chosen where the probabilities are given.
struct SelectionTests {
  private let survey = PageSurvey(
    HTMLDocument(
      parsing: Array(
        """
        <html><body><article><p>The sea was calm that night, they said, and cold, and the ferry was late.</p>
        <h2>The second night was another</h2><ul><li>A storm came up from the west at ten, they said.</li></ul>
        <table><tr><td>1927</td><td>Three ferries were lost.</td></tr></table><blockquote>“We saw nothing,” they said.</blockquote>
        <p>In the morning the wind fell, they said, and all the boats of the harbour went out again to look for those who
        had not come home.</p></article></body></html>
        """.utf8)))

  private func chosen(_ probabilities: [Double], _ selection: BlockSelection) -> [String] {
    let article = ArticleFinder.article(in: survey)
    return selection.apply(to: article, of: survey, probabilities).blocks.map { survey.text(of: $0) }
  }

  private let steps = [0.9, 0.5, 0.3, 0.3, 0.3, 0.3, 0.9]

  @Test func theLessItTakesTheMoreStays() {
    #expect(survey.blocks.count == 7)
    let counts = [Clean.Favor.precision, .balanced, .recall].map { favor in
      chosen(steps, BlockSelection(limit: favor.limit)).count
    }
    #expect(counts == [2, 3, 7])
  }

  @Test(arguments: [(50, 1), (8, 2)])
  func ofAFragmentOfAPageTheModelMustBeSurerThatABlockGoes(_ words: Int, _ count: Int) {
    let long = Array(repeating: "sea", count: words).joined(separator: " ")
    let survey = PageSurvey(
      HTMLDocument(parsing: Array("<p>The \(long) was calm.</p><p>They were all in bed at nine.</p>".utf8)))
    let article = BlockSelection().apply(to: ArticleFinder.article(in: survey), of: survey, [0.9, 0.3])
    #expect(article.blocks.count == count)
  }

  @Test func onAPageThatTheModelIsUnsureOfTheSurestBlocksAreTheArticle() {
    #expect(chosen(steps.map { $0 / 3 }, BlockSelection()) == chosen(steps, BlockSelection()))
  }

  @Test(arguments: [
    (BlockKind.headings, ["The second night was another"]),
    (.lists, ["A storm came up from the west at ten, they said."]),
    (.tables, ["1927", "Three ferries were lost."]), (.quotes, ["“We saw nothing,” they said."]),
  ])
  func whatIsAskedForStaysThoughItIsImprobableAndGoesThoughItIsProbable(_ kind: BlockKind, _ texts: [String])
  {
    let kept = chosen(steps, BlockSelection(limit: Clean.Favor.precision.limit, keep: [kind]))
    #expect(kept.count == 2 + texts.count && texts.allSatisfy(kept.contains))
    let left = chosen([Double](repeating: 0.99, count: 7), BlockSelection(drop: [kind]))
    #expect(left.count == 7 - texts.count && !texts.contains(where: left.contains))
  }
}
