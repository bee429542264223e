import Copydesk
import PipelineDefinition
import Testing

@testable import CopydeskCLI

/// Definitions in which characters are lost, doubled or out of place: each mistake has a place in the text.
@Suite struct DamagedDefinitionTests {
  private static let marks = Array(" \t\n:-[]{}\"',#*&!|>%@`$x\\é約\u{301}")

  @Test(arguments: 0..<8) func aMistakeInADamagedDefinitionHasAPlace(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reader = DefinitionReader(catalog: try Shipped.catalog())
    let texts = try BrokenDefinition.all.map {
      try String(contentsOfFile: "\(BrokenDefinition.folder)/\($0.file)", encoding: .utf8)
    }
    var errors = 0
    for _ in 0..<300 {
      let text = Self.damage(try #require(texts.randomElement(using: &random)), &random)
      let reading = reader.read(text, file: "p.yaml")
      errors += reading.diagnostics.count
      let lines = SourceLines(text)
      for diagnostic in reading.diagnostics {
        let location = try #require(diagnostic.location, "\(diagnostic) in \(text)")
        let line = try #require(lines[location.line], "\(diagnostic) in \(text)")
        #expect(location.column >= 1 && location.column <= line.count + 1, "\(diagnostic) in \(text)")
        #expect(!diagnostic.message.contains("the definition is wrong here"), "\(text)")
      }
      #expect(!DiagnosticRenderer(sources: reading.sources).render(reading.diagnostics).contains("\u{1B}"))
    }
    #expect(errors > 100, "the damage does harm")
  }

  private static func damage(_ text: String, _ random: inout SeededGenerator) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...characters.count, using: &random)
      if Bool.random(using: &random), place < characters.count {
        characters.remove(at: place)
      } else if let mark = marks.randomElement(using: &random) {
        characters.insert(mark, at: place)
      }
    }
    return String(characters)
  }
}
