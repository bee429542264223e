import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

private func paragraph(_ number: Int) -> String {
  "<p>The council of place number \(number) voted on Tuesday to rebuild the old pier, after years of debate.</p>"
}

struct BlockSeriesTests {
  @Test func picturesUnderOneHeadingThatComesAgainAreNoPartOfTheStory() throws {
    let pictures = (1...6).map { number in
      """
      <div><h3>The week in pictures</h3><p>Boats lie in the harbour of town number \(number) on a grey and cold morning.</p>\
      <p>AFP</p></div>
      """
    }
    let story = (1...4).map(paragraph).joined()
    let ending = (5...8).map(paragraph).joined()
    let document = try run(
      Clean.self,
      on: Document(page("<div class=\"story-body\">\(story)<div>\(pictures.joined())</div>\(ending)</div>")))
    let text = document.text.string
    #expect(!text.contains("grey and cold morning"))
    for number in 1...8 { #expect(text.contains("place number \(number) ")) }
  }

  private func counted(_ heading: (Int) -> String) -> String {
    (1...6).map { number in
      """
      <li><h3>\(heading(number))</h3>\
      <p>Boats lie in the harbour of town number \(number) on a grey and cold morning.</p></li>
      """
    }.joined()
  }

  @Test(arguments: ["%/6 Boats at anchor", "Photo % of 6"])
  func picturesThatAreCountedAreNoPartOfTheStoryBesideThem(_ heading: String) throws {
    let pictures = counted { heading.replacing("%", with: "\($0)") }
    let story = (1...6).map(paragraph).joined()
    let body = "\(story)<ul>\(pictures)</ul>\(paragraph(7))"
    let document = try run(Clean.self, on: Document(page("<div class=\"story-body\">\(body)</div>")))
    #expect(!document.text.string.contains("grey and cold morning"))
    for number in 1...7 { #expect(document.text.string.contains("place number \(number) ")) }
  }

  @Test func aStoryThatIsToldInCountedPicturesStays() throws {
    let pictures = counted { "\($0)/6" }
    let document = try run(
      Clean.self, on: Document(page("<div class=\"story-body\">\(paragraph(1))<ul>\(pictures)</ul></div>")))
    #expect(document.text.string.contains("town number 6 on a grey"))
  }

  @Test(arguments: ["3 of the boats sank", "24/7", "of 3", "7/12/2019", "0/5", "1000/2000", "3/ 4", ""])
  func whatCountsNoPartsIsNoCounter(_ text: String) {
    #expect(SeriesCounter(text) == nil)
  }

  @Test func teasersThatEndInOneLinkAreASeries() throws {
    let teasers = (1...5).map { number in
      """
      <h2><a href="/\(number)">Eleven ways to cook a limpet, part \(number)</a></h2>\
      <p>Take a limpet from the rocks of beach number \(number), and do not let it know of your plans.</p>\
      <h3><a href="/\(number)">Read the rest</a></h3>
      """
    }
    let survey = PageSurvey(HTMLDocument(parsing: Array("<body>\(paragraph(1))\(teasers.joined())".utf8)))
    let series = BlockSeries.all(in: survey)
    let one = try #require(series.first)
    #expect(series.count == 1)
    #expect(one.blocks == 1..<16)
    #expect(one.isOfTeasers)
  }

  @Test(arguments: [
    // Too few to be a series.
    "<h3>What you should know</h3><p>One.</p><h3>What you should know</h3><p>Two.</p>",
    // Headings that differ head sections.
    "<h3>The first of them</h3><p>A.</p><h3>The second of them</h3><p>B.</p><h3>The third of them</h3><p>C.</p><h3>The fourth of them</h3><p>D.</p>",
    // A short label stands anywhere.
    "<h3>Summary</h3><p>A.</p><h3>Summary</h3><p>B.</p><h3>Summary</h3><p>C.</p><h3>Summary</h3><p>D.</p>",
  ])
  func headingsOfAStoryAreNoSeries(_ html: String) {
    #expect(BlockSeries.all(in: PageSurvey(HTMLDocument(parsing: Array("<body>\(html)".utf8)))).isEmpty)
  }
}
