import Copydesk
import Foundation
import Testing

/// What a person sees for a broken definition, word for word.
///
///     COPYDESK_UPDATE_SNAPSHOTS=1 swift test --filter BrokenDefinitionTests     # writes what is seen now
@Suite struct BrokenDefinitionTests {
  private static let isUpdate = ProcessInfo.processInfo.environment["COPYDESK_UPDATE_SNAPSHOTS"] == "1"

  @Test(arguments: BrokenDefinition.all)
  func aBrokenDefinitionIsShownWordForWord(_ definition: BrokenDefinition) throws {
    let seen = try definition.rendering()
    if Self.isUpdate { try seen.write(toFile: definition.snapshot, atomically: true, encoding: .utf8) }
    let wanted = (try? String(contentsOfFile: definition.snapshot, encoding: .utf8)) ?? ""
    let difference = Self.difference(wanted, seen)
    #expect(
      wanted == seen,
      """
      \(definition.file) is shown in another way than \(definition.snapshot) says:
      \(difference)
      If that is meant: COPYDESK_UPDATE_SNAPSHOTS=1 swift test --filter BrokenDefinitionTests
      """)
  }

  @Test func everyBrokenDefinitionHasSomethingWrong() throws {
    #expect(BrokenDefinition.all.count >= 40)
    for definition in BrokenDefinition.all {
      #expect(try !definition.reading().diagnostics.isEmpty, "\(definition.file)")
    }
  }

  @Test func noSnapshotIsLeftOver() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: BrokenDefinition.folder)
    let definitions = Set(BrokenDefinition.all.map { "\($0.file.dropLast(5)).txt" })
    #expect(Set(files.filter { $0.hasSuffix(".txt") }) == definitions)
  }

  /// Codes that are about the command line, and the one that is about what the user allows, whose help names the user's
  /// files: `ExternalTests` has it.
  private static let elsewhere: Set<DiagnosticCode> = [
    .unknownPipeline, .missingInput, .overlappingInputs, .notAllowed,
  ]

  @Test func everyCodeAboutDefinitionsIsShownOnce() throws {
    let shown = try Set(BrokenDefinition.all.flatMap { try $0.reading().diagnostics.map(\.code) })
    let wanted = DiagnosticCode.allCases.filter {
      $0.rawValue.hasPrefix("CD1") && !Self.elsewhere.contains($0)
    }
    for code in wanted {
      #expect(shown.contains(code), "no broken definition gives \(code.rawValue)")
    }
    #expect(shown.isDisjoint(with: Self.elsewhere))
  }

  @Test func everyDiagnosticSaysWhatToDoAndWhere() throws {
    for definition in BrokenDefinition.all {
      let reading = try definition.reading()
      for diagnostic in reading.diagnostics {
        #expect(diagnostic.help != nil, "\(definition.file): \(diagnostic)")
        let location = try #require(diagnostic.location, "\(definition.file): \(diagnostic)")
        let lines = SourceLines(reading.sources[location.file] ?? "")
        let line = try #require(lines[location.line], "\(definition.file): \(diagnostic)")
        #expect(location.column <= line.count + 1, "\(definition.file): \(diagnostic)")
      }
    }
  }

  /// The lines that differ, those of the snapshot with a minus.
  private static func difference(_ wanted: String, _ seen: String) -> String {
    let old = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let new = seen.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [(place: Int, text: String)] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, let line, _): lines.append((offset, "- \(line)"))
      case .insert(let offset, let line, _): lines.append((offset, "+ \(line)"))
      }
    }
    return lines.sorted { ($0.place, $0.text < $1.text ? 1 : 0) < ($1.place, 0) }.map(\.text)
      .joined(separator: "\n")
  }
}
