import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

/// Writes what tests have seen into the file of their definition.
struct TestUpdate {
  let reader: DefinitionReader
  let path: String
  let text: String
  /// The tests as they stand in the file.
  let tests: [DefinitionTest]

  /// Writes the revisions of the tests that failed, if the file that results can be read and its tests pass.
  /// - Parameter running: runs the tests of a definition, the same ones that `outcomes` came of.
  /// - Returns: what the tests come to with the new file; nil where nothing was written, which the user is told.
  /// - Throws: ``CopydeskError`` where the file cannot be written.
  func write(_ outcomes: [TestOutcome], running: (Definition) -> [TestOutcome]) throws -> [TestOutcome]? {
    let revisions = outcomes.compactMap(\.revision)
    guard let revised = TestRewriter.rewrite(text, file: path, revisions),
      let definition = reader.read(revised, file: path).definition,
      isChangedOnlyThere(definition.tests, revisions)
    else {
      tellOfFailure()
      return nil
    }
    let result = running(definition)
    let isTrue =
      result.count == outcomes.count
      && zip(outcomes, result).allSatisfy { $0.revision == nil || $1.isPassed }
    guard isTrue else {
      tellOfFailure()
      return nil
    }
    do {
      try (byteOrderMark + Data(revised.utf8)).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw CopydeskError(
        .cannotWrite, "cannot write \"\(path)\": \(error.localizedDescription)",
        help: "--update changes the pipeline's file: may you write to it?")
    }
    return result
  }

  /// The mark that the file begins with, which is no part of its text.
  private var byteOrderMark: Data {
    let mark = Data([0xEF, 0xBB, 0xBF])
    let isMarked = FileManager.default.contents(atPath: path)?.starts(with: mark) ?? false
    return isMarked && !text.hasPrefix("\u{FEFF}") ? mark : Data()
  }

  /// Whether all tests are still what they were, but for what the revised ones expect.
  private func isChangedOnlyThere(_ new: [DefinitionTest], _ revisions: [TestRevision]) -> Bool {
    new.count == tests.count
      && zip(tests, new).allSatisfy { old, new in
        let isRevised = revisions.contains { $0.location == old.location }
        return old.name == new.name && old.inputs.map(Self.ended) == new.inputs.map(Self.ended)
          && (isRevised || old.expectations == new.expectations && old.clusters == new.clusters)
      }
  }

  /// The input with one line end behind its text: a text that was the last thing in the file may have had none.
  private static func ended(_ input: DefinitionTest.Input) -> DefinitionTest.Input {
    guard case .text(let text) = input.content, !text.hasSuffix("\n") else { return input }
    var ended = input
    ended.content = .text(text + "\n")
    return ended
  }

  private func tellOfFailure() {
    let problem = Diagnostic(
      .warning, .malformedTest, "the tests of \"\(path)\" cannot be updated in place, so nothing was written",
      help: "anchors and aliases are the usual reason: write those expectations out, or update them by hand")
    Terminal.show([problem])
  }
}
