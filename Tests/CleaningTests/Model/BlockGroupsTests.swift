import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Lists and rows stay whole.
struct BlockGroupsTests {
  private func evened(_ middle: String, _ probabilities: [Double]) -> [Double] {
    let survey = PageSurvey(
      HTMLDocument(
        parsing: Array(
          """
          <html><body><article><p>The sea was calm that night, they said, and cold, and the ferry was late.</p>
          \(middle)<p>In the morning the wind fell, they said, and all the boats went out again.</p></article>
          """.utf8)))
    #expect(survey.blocks.count == probabilities.count + 2)
    return Array(BlockGroups.evened([0.9] + probabilities + [0.9], of: survey).dropFirst().dropLast())
  }

  private let list =
    "<ul><li><b>May 5:</b> first count</li><li>May 14: recount</li><li><p>May 17: the coin</p></li></ul>"

  @Test func anItemIsAtLeastAsProbableAsItsListOnTheWhole() {
    #expect(evened(list, [0.75, 0.25, 0.5]) == [0.75, 0.5, 0.5])
    #expect(evened("<dl><dt>May</dt><dd>a count</dd></dl>", [0.75, 0.25]) == [0.75, 0.5])
  }

  @Test func aMenuGainsNothing() {
    #expect(evened(list, [0.125, 0.125, 0.125]) == [0.125, 0.125, 0.125])
  }

  @Test func aCellIsAtLeastAsProbableAsItsRowAndARowIsNoOther() {
    let table =
      "<table><tr><td>May 5</td><td>147</td></tr><tr><td>May 14</td><td>148</td></tr></table>"
    #expect(evened(table, [0.75, 0.25, 0.125, 0.125]) == [0.75, 0.5, 0.125, 0.125])
  }

  @Test func twoListsAreTwo() {
    #expect(evened("\(list)\(list)", [0.5, 0.5, 0.5, 0, 0, 0]) == [0.5, 0.5, 0.5, 0, 0, 0])
  }

  @Test(arguments: [
    // Texts with paragraphs, one of which may be the article.
    "<ul><li><p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p></li><li><p>Five.</p></li></ul>",
    // Long ones.
    "<ul>\(String(repeating: "<li>\(String(repeating: "sea ", count: 70))</li>", count: 5))</ul>",
    // No list.
    "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>Five.</p>",
  ])
  func whatIsNoListOfItemsIsNotEvened(_ html: String) {
    #expect(evened(html, [0.75, 0.25, 0.25, 0.25, 0.25]) == [0.75, 0.25, 0.25, 0.25, 0.25])
  }
}
