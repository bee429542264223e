import Copydesk
import PipelineDefinition
import Testing

@testable import CopydeskCLI

/// libyaml counts Unicode scalars; the renderer must count the same.
@Suite struct YAMLColumnsTests {
  @Test(arguments: [
    "plain", "cafe\u{301}", "要約", "📰", "👩‍🚒", "🇸🇪", "e\u{301}\u{302}\u{303}", "\u{FEFF}x", "שלום",
  ])
  func theCaretStandsUnderTheMistakeBehindAnyText(_ text: String) throws {
    let yaml = "stages:\n  - output.jsonl: { path: \"\(text)\", oops: 1 }\n"
    let reading = DefinitionReader(catalog: try Shipped.catalog()).read(yaml, file: "p.yaml")
    let location = try #require(reading.diagnostics.first?.location)
    let line = try #require(SourceLines(yaml)[location.line])
    let found = line[(location.column - 1)..<(location.column - 1 + location.length)]
    #expect(String(String.UnicodeScalarView(found)) == "oops")
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}"]) func linesAreCountedAsTheParserDoes(_ end: String) throws
  {
    let yaml = ["stages:", "  - clean", "  - output.jsonl: { oops: 1 }", ""].joined(separator: end)
    let reading = DefinitionReader(catalog: try Shipped.catalog()).read(yaml, file: "p.yaml")
    let location = try #require(reading.diagnostics.first?.location)
    let line = try #require(SourceLines(yaml)[location.line])
    #expect(String(String.UnicodeScalarView(line)).contains("oops"))
  }

  @Test(arguments: ["--- ", "---", "---\n", "--- # no more", "--- \n\n"])
  func aSecondPipelineWithNothingInItStandsInTheText(_ second: String) throws {
    let yaml = "stages:\n  - clean\n  - output.jsonl\n" + second
    let reading = DefinitionReader(catalog: try Shipped.catalog()).read(yaml, file: "p.yaml")
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.message == "a file holds one pipeline")
    #expect(diagnostic.location?.line == 4 && diagnostic.location?.column == 1, "\(diagnostic)")
  }
}
