import Copydesk
import Testing

@testable import Cleaning

struct SecondLookTests {
  private static func context(_ html: String) -> PageContext {
    let survey = PageSurvey(HTMLDocument(parsing: Array(html.utf8)))
    return PageContext(survey, ArticleFinder.article(in: survey).findings, PageMetadata(survey))
  }

  @Test func eachBlockIsDescribedOnceWhateverTheFirstLookSays() {
    let context = Self.context(page("<p>One of two.</p><p>Two of two, they said.</p>"))
    let count = context.survey.blocks.count
    for probability in [0, 0.5, 1] {
      let first = [Double](repeating: probability, count: count)
      #expect(SecondLook.features(of: context, first: first).count == count)
    }
  }

  @Test func whatIsDescribedChangesWithTheFirstLook() {
    let context = Self.context(page("<p>One of two.</p><p>Two of two, they said.</p>"))
    let count = context.survey.blocks.count
    let none = SecondLook.features(of: context, first: [Double](repeating: 0, count: count))
    let all = SecondLook.features(of: context, first: [Double](repeating: 1, count: count))
    #expect(none.hashes != all.hashes)
  }

  @Test func runsOfTheArticleEndWhereMuchElseStandsBetween() {
    let prose = FirstLook.Position(words: 20, prose: 100, sketch: 1)
    let other = FirstLook.Position(words: 3, prose: 0, sketch: 2)
    let positions = [prose, prose] + [FirstLook.Position](repeating: other, count: 10) + [prose]
    let look = FirstLook(positions, positions.map { $0.prose > 0 ? 0.9 : 0.1 }) { _ in [] }
    #expect(look.sure == 270)
    #expect(look.previous[2] == 1 && look.previous[12] == 1 && look.previous[0] == -1)
    #expect(look.next[1] == 12 && look.next[12] == -1)
  }

  @Test func elementsThatRepeatAreFound() throws {
    let teaser = "<div class=\"teaser\"><h3>A headline</h3><p>And what it is about.</p></div>"
    let survey = PageSurvey(
      HTMLDocument(parsing: Array("<body><p>Prose.</p><div>\(teaser)\(teaser)\(teaser)</div>".utf8)))
    let shape = PageShape(survey)
    let around = survey.blocks.map { shape.repeated(around: $0, of: survey) }
    #expect(around[0] == nil)
    let node = try #require(around[1])
    #expect(shape.alike(node) == 3)
    #expect(shape.blocks[node] == 2)
  }
}
