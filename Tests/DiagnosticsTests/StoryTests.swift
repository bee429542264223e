import Copydesk
import PipelineDefinition
import Testing

@testable import CopydeskCLI

/// The stories that `copydesk explain` tells are true: their examples do what they say.
@Suite struct StoryTests {
  private static let definitionCodes = DiagnosticCode.allCases.filter { $0.rawValue.hasPrefix("CD1") }
  /// Those whose example is a definition and needs no command line. The others are run by `ExplainTests`.
  private static let readable = definitionCodes.filter { $0.story.wrong.command == nil }

  private func codes(_ example: DiagnosticStory.Example) throws -> [DiagnosticCode] {
    let text = try #require(example.text)
    return DefinitionReader(catalog: try Shipped.catalog()).read(text, file: example.file).diagnostics.map(
      \.code)
  }

  @Test(arguments: readable)
  func theWrongExampleOfAStoryGivesExactlyItsCode(_ code: DiagnosticCode) throws {
    #expect(try Set(codes(code.story.wrong)) == [code])
  }

  @Test(arguments: readable)
  func theMendedExampleOfAStoryHasNothingWrong(_ code: DiagnosticCode) throws {
    #expect(try codes(code.story.mended) == [])
  }

  @Test(arguments: [DiagnosticCode.stageFailed, .stoppedByDocument])
  func theExamplesOfARunAreDefinitionsWithNothingWrong(_ code: DiagnosticCode) throws {
    #expect(try codes(code.story.wrong) == [])
    #expect(try codes(code.story.mended) == [])
  }

  @Test(arguments: DiagnosticCode.allCases)
  func everyStoryIsWhole(_ code: DiagnosticCode) {
    let story = code.story
    #expect(!story.title.hasSuffix(".") && story.title.count <= 70)
    #expect(story.meaning.hasSuffix(".") && story.meaning.count > 80)
    #expect(story.reason.hasSuffix("."))
    #expect(!story.commands.isEmpty)
    for example in [story.wrong, story.mended] { #expect(example.text != nil || example.command != nil) }
    let page = ExplainCommand.page(of: code, style: Style(for: -1))
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 110 }, "\(page)")
  }

  @Test func noTwoCodesHaveOneStory() {
    #expect(Set(DiagnosticCode.allCases.map(\.story.title)).count == DiagnosticCode.allCases.count)
  }

  @Test(arguments: ["CD102", "cd102", "102", "Cd102"]) func aCodeMayBeWrittenShort(_ name: String) {
    #expect(DiagnosticCode(name: name) == .unknownStage)
  }

  @Test(arguments: ["", "CD", "CD9", "1020", "x102"]) func noOtherWordIsACode(_ name: String) {
    #expect(DiagnosticCode(name: name) == nil)
  }
}
