import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

struct ShippedModelTests {
  @Test func theModelsThatAreCompiledInFitTheFeatures() {
    #expect(ShippedModel.article != nil)
    #expect(ShippedModel.lines?.looksAgain == true)
  }

  @Test func everyBlockOfAPageHasAProbability() throws {
    let survey = PageSurvey(HTMLDocument(parsing: Array(page("<p>One of two.</p><p>Two of two.</p>").utf8)))
    let article = ArticleFinder.article(in: survey)
    let model = try #require(ShippedModel.article)
    let probabilities = try #require(model.probabilities(survey, article.findings, PageMetadata(survey)))
    #expect(probabilities.count == survey.blocks.count)
    #expect(probabilities.allSatisfy { (0...1).contains($0) })
  }

  @Test func aTextDumpOfAPageLosesWhatStandsAroundTheArticle() throws {
    let dump = """
      The Harbour Courier
      World
      Sport
      Culture
      Subscribe
      Bell of lost ferry found
      By Tomas Ekberg
      A group of divers has found the bell of the ferry that sank in the sound, ninety-one years ago.
      It weighs 140 kilograms and still rings, they said on Thursday, when it was raised at last.
      The bell will hang in the town hall from next spring on, the mayor told the people of the town.
      Related stories
      The night the ferry sank, told again
      Most read
      Terms of use
      Contact us
      © 2018 The Harbour Courier. All rights reserved.
      """
    let document = try run(Clean.self, on: Document(dump))
    let text = document.text.string
    for words in ["group of divers", "still rings", "town hall"] { #expect(text.contains(words)) }
    for words in ["Sport", "Terms of use", "Most read", "All rights"] { #expect(!text.contains(words)) }
  }
}
