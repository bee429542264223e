import Testing

@testable import Cleaning

/// What stands beside the images of a page.
struct PageImagesTests {
  private func context(_ html: String) -> PageContext {
    let survey = PageSurvey(HTMLDocument(parsing: Array(html.utf8)))
    return PageContext(survey, ArticleFinder.article(in: survey).findings, PageMetadata(survey))
  }

  /// The block that begins with these words.
  private func index(_ words: String, _ context: PageContext) throws -> Int {
    try #require(
      context.survey.blocks.firstIndex { context.survey.text(of: $0).hasPrefix(words) }, "no block \(words)")
  }

  private static let page = """
    <p>The council met on Monday and voted for the bridge.</p>
    <div><img src="a.jpg" alt="The old bridge over the river Aller &amp; its towers"><span>The old bridge over the river \
    Aller at noon</span></div>
    <p>Work will begin in the spring, the mayor said on Tuesday.</p>
    <p>Nobody was hurt.</p>
    """

  @Test func aLineThatSharesASmallElementWithAnImageIsTold() throws {
    let context = context(Self.page)
    let caption = context.survey.blocks[try index("The old bridge", context)]
    let prose = context.survey.blocks[try index("The council", context)]
    let (near, far) = (context.images.shared(by: caption), context.images.shared(by: prose))
    #expect(near.wordsBeside == 0 && near.level < far.level)
    #expect(far.wordsBeside > 10)
  }

  @Test func whatIsSaidOfAnImageIsFoundInTheLineThatRepeatsIt() throws {
    let context = context(Self.page)
    func share(_ words: String) throws -> Int? {
      context.images.saidShare(context.words[try index(words, context)].prefix(24))
    }
    #expect(try #require(try share("The old bridge")) > 40)
    #expect(try #require(try share("Work will begin")) == 0)
  }

  @Test func ofAPageThatSaysNothingOfItsImagesNothingIsTold() throws {
    // A name of an image is too short to say anything; of a name that comes twice the first counts.
    for image in [
      "<img>", "<img alt=\"\">", "<img alt=\"bridge\">",
      "<img alt=\"\" alt=\"Work will begin in the spring\">",
    ] {
      let context = context(Self.page.replacing("<img src=\"a.jpg\" alt=", with: image + "<i data-x="))
      #expect(
        context.images.saidShare(context.words[try index("Work will begin", context)].prefix(24)) == nil)
    }
  }

  @Test func imagesRightBeforeAndBehindABlockAreTold() {
    let blocks = ["<p>One.</p>", "<p>Two.</p>", "<p>Three.</p>", "<p>Four.</p>"]
    let context = context(blocks[0] + "<img>" + blocks[1] + "<video></video>" + blocks[2] + blocks[3])
    #expect(context.survey.blocks.indices.map(context.images.beside) == [2, 3, 1, 0])
  }

  @Test func noneOfMoreThanAGalleryIsRead() throws {
    let gallery = String(repeating: "<img>", count: 400)
    let late = "<img alt=\"Work will begin in the spring, says the mayor\">"
    for (html, isRead) in [(late + gallery, true), (gallery + late, false)] {
      let context = context(html + Self.page)
      let share = context.images.saidShare(context.words[try index("Work will begin", context)].prefix(24))
      #expect((share ?? 0 > 0) == isRead)
    }
  }
}
