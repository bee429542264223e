import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// Lists and tables as they are written.
struct StructureTests {
  private func text(_ body: String, _ format: Clean.Format) throws -> String {
    let lead =
      "<p>The council voted on Monday night to build a tram, after four hours of talks in the town hall.</p>"
    let foot = "<p>The tram will be built over six years, the mayor said after the vote, which was close.</p>"
    let story = page("<article class=story-body>\(lead)\(body)\(foot)</article>")
    return try run(Clean.self, on: Document(story)) {
      $0.format = format
      $0.keep = [.tables, .lists]
    }.text.string
  }

  private let table = """
    <table><thead><tr><th>Group</th><th>For</th><th>Against</th></tr></thead>
    <tr><td>Red <b>list</b></td><td>12</td><td>0</td></tr>
    <tr><td>Blue list</td><td></td><td>9</td></tr><tr><td>White<br><br>list</td><td>3</td><td></td></tr></table>
    """

  @Test func aTableHasItsColumnsAlsoWhereACellIsEmpty() throws {
    let text = try text(table, .text)
    #expect(text.contains("\n\nGroup\tFor\tAgainst\nRed list\t12\t0\nBlue list\t\t9\nWhite list\t3\n\n"))
  }

  @Test func aTableOfMarkdownHasBarsAndARuleBelowItsFirstRow() throws {
    let text = try text(table, .markdown)
    let rows = [
      "| Group | For | Against |", "| --- | --- | --- |", "| Red list | 12 | 0 |", "| Blue list |  | 9 |",
      "| White list | 3 |  |",
    ]
    #expect(text.contains("\n\n" + rows.joined(separator: "\n") + "\n\n"))
  }

  @Test func twoTablesAreTwo() throws {
    let text = try text(table + table, .markdown)
    #expect(text.components(separatedBy: "| --- | --- | --- |").count == 3)
    #expect(text.contains("| White list | 3 |  |\n\n| Group |"))
  }

  private let lists = """
    <ol><li>First the tracks along the quay are laid.</li><li><p>Then come the nine stops, said the mayor.</p><p>All have lifts.</p></li></ol>
    <ul><li>one tram is red<ul><li>its doors are red too</li></ul></li><li>the other one is blue</li></ul>
    """

  @Test func itemsAreALineEachAndTwoListsAreApart() throws {
    let text = try text(lists, .text)
    #expect(text.contains("\n\n- First the tracks along the quay are laid.\n- Then come the nine stops"))
    #expect(text.contains("\n\n- one tram is red\n- its doors are red too\n- the other one is blue\n\n"))
  }

  @Test func listsOfMarkdownCountAndNest() throws {
    let text = try text(lists, .markdown)
    #expect(
      text.contains(
        "1. First the tracks along the quay are laid.\n2. Then come the nine stops, said the mayor.\n\n   All"
      ))
    #expect(text.contains("\n\n- one tram is red\n    - its doors are red too\n- the other one is blue\n\n"))
  }

  /// Of several parts that are called the same one is shown, and the others wait to be.
  @Test(arguments: [("gallery-section", true), ("comments-section", false), ("", false)])
  func partsThatWaitToBeShownAreOfTheArticle(name: String, isKept: Bool) throws {
    func part(_ number: Int, _ text: String) -> String {
      let attributes = number == 0 ? "" : " hidden\" style=\"display: none"
      return "<div class=\"\(name)\(attributes)\"><h2>Part \(number)</h2><p>\(text)</p></div>"
    }
    let prose = [
      "The council voted on Tuesday night to rebuild the old pier, a plan that has been argued over for years.",
      "Work will begin in March, the mayor said, and the pier should be open again before the summer of next year.",
      "The money comes from the sale of the fish market, which had stood empty since the last of its traders left.",
    ]
    let parts = prose.enumerated().map { part($0.offset, $0.element) }.joined()
    let text = try text("<div>\(parts)</div>", .text)
    #expect(text.contains("fish market") == isKept, "\(text)")
  }
}
