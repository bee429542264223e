import Copydesk
import Foundation
import Testing

@testable import Cleaning

struct BlockSurroundingsTests {
  private static let html =
    "<title>Harbour opened</title>"
    + (0..<12).map { index in
      index % 4 == 0
        ? "<div><p>The harbour of place \(index) was opened on Monday, the council said, after a long storm.</p></div>"
        : "<ul><li><a href=\"/\(index)\">More from us \(index)</a></li></ul>"
    }.joined()

  private static func context(_ html: String = html) -> PageContext {
    let survey = PageSurvey(HTMLDocument(parsing: Array(html.utf8)))
    return PageContext(survey, ArticleFinder.article(in: survey).findings, PageMetadata(survey))
  }

  private func rows(_ context: PageContext, _ probability: (Int) -> Double) -> [[UInt8]] {
    var rows: [[UInt8]] = []
    BlockSurroundings(context, context.survey.blocks.indices.map(probability)).forEach { _ in
      true
    } body: {
      rows.append(Array($1))
    }
    return rows
  }

  @Test(arguments: [0, 0.3, 0.5, 1.0]) func proseAndLinksAreDescribedDifferently(probability: Double) {
    let context = Self.context()
    let rows = rows(context) { _ in probability }
    #expect(rows.count == context.survey.blocks.count)
    let isProse = context.survey.blocks.map { $0.mass > 0 }
    #expect(
      Set(rows.indices.filter { isProse[$0] }.map { rows[$0] })
        .isDisjoint(with: rows.indices.filter { !isProse[$0] }.map { rows[$0] }))
  }

  @Test func treesDecideOfTheBlocksInDoubtAndOfNoOther() throws {
    let root = URL(filePath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
    let page = try String(contentsOfFile: root + "/Samples/news/web/sea-wall-whitby.html", encoding: .utf8)
    let context = Self.context(page)
    let model = try #require(ShippedModel.article)
    let (found, decided) = (model.look(context), model.probabilities(context))
    let isInDoubt = found.map { $0 >= ArticleModel.leastToLookAgain }
    #expect(isInDoubt.contains(true) && isInDoubt.contains(false))
    for index in found.indices { #expect((decided[index] != found[index]) == isInDoubt[index], "\(index)") }
  }

  @Test(arguments: ["", "<p>Harbour reopens after storm", "Harbour", "<title>x</title>"])
  func aPageOfNextToNothingIsDescribed(html: String) {
    let context = Self.context(html)
    #expect(rows(context) { _ in 0.7 }.count == context.survey.blocks.count)
  }

  @Test func onlyTheBlocksThatAreWantedAreDescribed() {
    let context = Self.context()
    var described: [Int] = []
    BlockSurroundings(context, context.survey.blocks.map { _ in 0.5 }).forEach {
      $0 % 3 == 1
    } body: { index, _ in
      described.append(index)
    }
    #expect(described == context.survey.blocks.indices.filter { $0 % 3 == 1 })
  }

  @Test func whatTheFirstLookFoundElsewhereIsSeen() {
    let context = Self.context()
    let none = rows(context) { _ in 0.1 }
    let some = rows(context) { $0 == 8 ? 0.9 : 0.1 }
    #expect(none[0] != some[0])
  }

  @Test func proseThatIsSurelyOfTheArticleIsFoundBeforeAndAfter() {
    let context = Self.context()
    let look = BlockFirstLook(
      context.survey.blocks, context.words, context.survey.blocks.map { $0.mass > 0 ? 0.75 : 0.25 })
    let prose = context.survey.blocks.indices.filter { context.survey.blocks[$0].mass > 0 }
    #expect(prose.count == 3)
    #expect(look.sums.sure == prose.reduce(0) { $0 + 0.75 * Double(context.survey.blocks[$1].mass) })
    #expect(look.previous[prose[0]] == -1 && look.next[prose[0]] == Int32(prose[1]))
    #expect(look.previous[prose[1] - 1] == Int32(prose[0]) && look.next[prose[2]] == -1)
    #expect(look.sums.sureBefore[prose[1]] == look.sure(prose[0]))
    // They speak of the same things; a link speaks of too little.
    #expect((1...11).contains(look.kinship(prose[0])) && look.kinship(prose[0] + 1) == 15)
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
