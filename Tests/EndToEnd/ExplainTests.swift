import Copydesk
import Foundation
import Testing

/// `copydesk explain`, and that the commands of its stories do what they say.
@Suite struct ExplainTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  @Test(arguments: ["CD102", "cd102", "102"]) func aCodeIsExplained(_ name: String) throws {
    let outcome = try copydesk.run("explain", name)
    #expect(outcome.exitCode == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("CD102  A stage that does not exist\n"))
    for words in [
      "\nWrong\n", "\n    - claen\n", "\nRight\n", "\n    - clean\n", "\nWhy it is checked\n",
      "copydesk list stages",
    ] {
      #expect(outcome.output.contains(words), "\(outcome.output)")
    }
  }

  @Test func withoutACodeAllAreListed() throws {
    let lines = try copydesk.run("explain").output.split(separator: "\n")
    for code in DiagnosticCode.allCases {
      #expect(lines.contains { $0.hasPrefix("  \(code.rawValue)  ") && $0.count > 12 }, "\(code.rawValue)")
    }
  }

  @Test(arguments: [("CD1102", "CD102"), ("12", "CD102"), ("CD2O1", "CD201"), ("xyz", "copydesk explain")])
  func anUnknownCodeIsAMistakeWithASuggestion(_ name: String, _ words: String) throws {
    let outcome = try copydesk.run("explain", name)
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.errors.contains("there is no code \"\(name)\"") && outcome.errors.contains(words),
      "\(outcome.errors)")
  }

  private static let commands = DiagnosticCode.allCases.filter {
    $0.rawValue.hasPrefix("CD1") && $0.story.wrong.command != nil
  }

  @Test(arguments: commands) func theCommandsOfAStoryDoWhatItSays(_ code: DiagnosticCode) throws {
    let wrong = try run(code.story.wrong, in: try Copydesk())
    let isWarning = code == .overlappingInputs
    #expect(wrong.exitCode == (isWarning ? 0 : 1))
    #expect(wrong.errors.contains("\(isWarning ? "warning" : "error")[\(code.rawValue)]"), "\(wrong.errors)")
    let mended = try run(code.story.mended, in: try Copydesk())
    #expect(mended.exitCode == 0, "\(mended.errors)")
  }

  @Test(arguments: [DiagnosticCode.malformedJSON, .badRecord])
  func theRecordsOfAStoryAreWhatItSays(_ code: DiagnosticCode) throws {
    let folder = try Copydesk()
    #expect(try run(code.story.wrong, in: folder).exitCode == 2)
    #expect(String(decoding: folder.data("out/clean.dead.jsonl"), as: UTF8.self).contains(code.rawValue))
    #expect(try run(code.story.mended, in: try Copydesk()).exitCode == 0)
  }

  private func run(_ example: DiagnosticStory.Example, in folder: Copydesk) throws -> Copydesk.Outcome {
    if let text = example.text { try folder.write(text + "\n", to: example.file) }
    let command = try #require(example.command)
    return try folder.run(arguments: command.split(separator: " ").map(String.init))
  }
}
