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

  @Test func cellsStandWhereTheyAreShown() throws {
    let rows = """
      <tr><th rowspan=2>Ward</th><th colspan=2>Votes</th></tr><tr><th>2019</th><th>2024</th></tr>
      <tr><td rowspan=2>North</td><td>812</td><td>640</td></tr><tr><td colspan=2>none</td></tr>
      """
    let text = try text("<table>\(rows)<tr><td>East</td><td>1</td><td>2</td></tr></table>", .markdown)
    let lines = [
      "| Ward | Votes |  |", "| --- | --- | --- |", "|  | 2019 | 2024 |", "| North | 812 | 640 |",
      "|  | none |  |",
    ]
    #expect(text.contains(lines.joined(separator: "\n")), "\(text)")
    #expect(text.contains("\n| East | 1 | 2 |\n\n"), "\(text)")
  }

  @Test func cellsOfSeveralLinesStayCells() throws {
    let rows = """
      <tr><th>Route</th><th>Stops</th></tr><tr><td>14A</td><td>Mill Lane<br>Hospital</td></tr>
      <tr><td>15 | 15B</td><td><p>Wick</p><p>Larne</p></td></tr><tr><td>16</td><td><ul><li>School<li>Pool</ul></td></tr>
      """
    let markdown = try text("<table>\(rows)</table>", .markdown)
    #expect(
      markdown.contains("| 14A | Mill Lane Hospital |\n| 15 \\| 15B | Wick Larne |\n| 16 | School Pool |"))
    let plain = try text("<table>\(rows)</table>", .text)
    #expect(plain.contains("14A\tMill Lane Hospital\n15 | 15B\tWick Larne\n16\tSchool Pool\n\n"))
  }

  @Test func listsCountAsThePageSays() throws {
    let items = "<li>the tram to Larne is late<li>the tram to Wick is late"
    let lists = [
      ("<ol start=8>\(items)</ol>", "8. the tram to Larne is late\n9. the tram"),
      ("<ol reversed>\(items)</ol>", "2. the tram to Larne is late\n1. the tram"),
      (
        "<ol><li value=4>the tram to Larne is late<li>the tram</ol>",
        "4. the tram to Larne is late\n5. the tram"
      ),
      ("<ol start=-99999999999>\(items)</ol>", "1. the tram to Larne is late\n2. the tram"),
    ]
    for (html, markdown) in lists {
      #expect(try text(html, .markdown).contains("\n\n" + markdown), "\(html)")
    }
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

  // MARK: What the setting of a page says

  @Test func raisedFiguresAreNoDigitsOfTheNumberBeforeThem() throws {
    let body = """
      <p>The lake holds 4 × 10<sup>9</sup> litres, said the 21<sup>st</sup> mayor, and it cost £250<sup><a href="#n">3</a></sup>
      a head.<sup>12</sup> Some 10<sup>-3</sup> of it is salt, and <sup>5</sup> stands alone.</p>
      """
    let text = try text(body, .text)
    #expect(text.contains("4 × 10⁹ litres, said the 21st mayor, and it cost £250³ a head.¹² Some 10⁻³ of it"))
    #expect(text.contains("and 5 stands alone."))
  }

  @Test func quotationsHaveMarks() throws {
    let text = try text(
      "<p>She called it <q>a day of <b>shame</b></q> and <q>“no day”</q>, to loud applause.</p>", .text)
    #expect(text.contains("She called it “a day of shame” and “no day”, to loud applause."))
    let deep = String(repeating: "<q>", count: 3) + "yes" + String(repeating: "</q>", count: 3)
    #expect(
      try self.text(
        "<p>She said \(deep) to the plan for the tram and <q>&ldquo;no&rdquo;</q> to the road.</p>", .text
      )
      .contains("She said “““yes””” to the plan for the tram and “no” to the road."))
  }

  @Test func whatIsStruckOutIsGoneAndTold() throws {
    let body =
      "<p>The council <del>has approved</del> <ins>has rejected</ins> it; it costs <s>£1m</s> £2m in all.</p>"
    let story = page("<article class=story-body>\(bellStory)\(body)</article>")
    let document = try run(Clean.self, on: Document(story))
    #expect(document.text.string.contains("The council has rejected it; it costs £2m in all."))
    #expect(document.trail.entries.count { $0.rule == "html.struck" } == 2)
  }

  @Test(arguments: [Clean.Format.text, .markdown])
  func codeKeepsItsWhiteSpace(format: Clean.Format) throws {
    let code = "for page in pages:\n    if page.new:\n        print(page)\n\n    else:\tskip()"
    let body = "<p>The loop that the clerk wrote in an hour is short:</p><pre>\n\(code)\r\nend\n  </pre>"
    let text = try text(body, format)
    let wanted = format == .text ? "\n\n\(code)\nend\n\n" : "\n\n```\n\(code)\nend\n```\n\n"
    #expect(text.contains(wanted), "\(text)")
  }

  @Test func whatMarkdownWouldTakeForMarksIsEscaped() throws {
    let lines = [
      ("Write &lt;b&gt; or [x](y), the manual of the clerk says.", "Write \\<b> or [x]\\(y), the manual"),
      ("# 1 in the charts was a song about a mill.", "\n\\# 1 in the charts"),
      ("1. is the number of the house, as it was in 1904.", "\n1\\. is the number"),
      ("- is the sign for less, she wrote on the board.", "\n\\- is the sign"),
      ("&gt; is the sign for more, and few had known of it.", "\n\\> is the sign"),
      ("-5 degrees were measured, and #1 is a name, 3.5 a number.", "\n-5 degrees were measured, and #1"),
    ]
    for (html, markdown) in lines {
      #expect(try text("<p>\(html)</p>", .markdown).contains(markdown), "\(html)")
      #expect(!(try text("<p>\(html)</p>", .text).contains("\\")), "\(html)")
    }
  }
}
