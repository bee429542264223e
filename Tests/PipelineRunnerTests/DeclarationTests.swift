import Cleaning
import Copydesk
import Deduplication
import Entities
import Files
import Foundation
import PipelineDefinition
import PipelineRunner
import Summaries
import Synchronization
import Testing

/// What shipped stages declare, held against what they do.
@Suite struct DeclarationTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private let catalog: StageCatalog

  init() throws {
    catalog = try StageCatalog([
      FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
      SummariesPlugin.self,
    ])
  }

  @Test func everyRuleInATrailIsDeclaredByItsStage() throws {
    let seen = Mutex<[String: Set<String>]>([:])
    try rehearseNews { document in
      for entry in document.trail.entries {
        guard let stage = entry.stage?.id, !Self.isOfTheRunner(entry.rule) else { continue }
        seen.withLock { _ = $0[stage, default: []].insert(entry.rule) }
      }
    }
    let rules = seen.withLock { $0 }
    #expect(rules.values.reduce(0) { $0 + $1.count } > 30)
    for (stage, names) in rules {
      let declared = try #require(catalog[stage]).rules
      for name in names { #expect(declared.contains { $0.covers(name) }, "\(stage): \(name)") }
    }
  }

  @Test func everyFieldThatAStageFillsIsDeclared() throws {
    let filled = Mutex<Set<String>>([])
    try rehearseNews { document in
      let fields = Self.filledFields(document)
      filled.withLock { $0.formUnion(fields) }
    }
    let written = catalog.entries.flatMap { $0.writes.map(\.rawValue) }
    for field in filled.withLock({ $0 }) { #expect(written.contains(field), "\(field)") }
    #expect(filled.withLock { $0.count } == DocumentField.allCases.count)
  }

  @Test func rulesAreNamedOnceAndExplained() throws {
    for entry in catalog.entries {
      let rules = entry.rules
      #expect(Set(rules.map(\.name)).count == rules.count, "\(entry.name)")
      for rule in rules { #expect(rule.help.hasSuffix(".") || rule.help.hasSuffix("\""), "\(rule.name)") }
    }
  }

  @Test func everyExamplePassesTheChecksWithoutAWarning() throws {
    for entry in catalog.entries {
      let example = entry.example.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
      let yaml =
        entry.role == .source
        ? "input:\n\(example)\nstages: [output.jsonl]"
        : "stages:\n\(example)\n" + (entry.role == .sink ? "" : "  - output.jsonl")
      let reading = DefinitionReader(catalog: catalog).read(yaml, file: "example.yaml")
      #expect(!example.isEmpty)
      #expect(reading.diagnostics.isEmpty, "\(entry.name): \(reading.diagnostics)")
    }
  }

  @Test(arguments: [
    ("summarize: { method: centroid, aim: news }", "\"aim\" has no effect on the method centroid"),
    ("summarize: { lead_bias: 0.2 }", "\"lead_bias\" has no effect on the method learned"),
    ("summarize: { method: lead, lead_bias: 0.2 }", "\"lead_bias\" has no effect on the method lead"),
    (
      "dedupe.headlines: { across: false, action: mark }", "\"action\" has no effect when \"across\" is false"
    ),
    ("dedupe.headlines: { across: false, same_day: true }", "\"same_day\" has no effect"),
    ("dedupe.headlines: { across: false, min_words: 3 }", "\"min_words\" has no effect"),
    ("entities: { labels: [PERSON, ORG, PERSON] }", "\"PERSON\" is listed twice"),
  ])
  func anOptionWithoutEffectIsToldOf(_ stage: String, _ message: String) throws {
    let diagnostics = check(stage)
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics.first?.code == .optionWithoutEffect)
    #expect(diagnostics.first?.message.hasPrefix(message) == true, "\(diagnostics)")
  }

  @Test(arguments: [
    "summarize: { words: 60 }", "summarize: { sentences: 2, words: 60 }",
    "summarize: { method: centroid, lead_bias: 0 }",
    "summarize: { method: lead, redundancy: 0.3 }", "dedupe.headlines: { action: mark, same_day: false }",
    "dedupe.headlines: { across: false }", "entities: { labels: [PERSON] }",
  ])
  func optionsThatWorkTogetherAreNotWarnedOf(_ stage: String) { #expect(check(stage).isEmpty) }

  @Test func aWrongLabelIsShownInItsPlaceInTheListWithWhatWasMeant() throws {
    let diagnostic = try #require(check("entities: { labels: [ORG, PERSN] }").first)
    #expect(diagnostic.code == .notAChoice)
    #expect(diagnostic.location?.description == "p.yaml:2:31")
    #expect(diagnostic.help == "did you mean \"PERSON\"?")
  }

  @Test func aConditionOnALabelThatIsNotLookedForIsNoticed() throws {
    let yaml = """
      stages:
        - entities: { labels: [ORG] }
        - summarize:
          when: { label: PERSON }
        - output.jsonl
      """
    let reading = DefinitionReader(catalog: catalog).read(yaml, file: "p.yaml")
    #expect(reading.diagnostics.count == 1, "\(reading.diagnostics)")
  }

  private func check(_ stage: String) -> [Diagnostic] {
    let yaml = "stages:\n  - \(stage)\n  - output.jsonl\n"
    return DefinitionReader(catalog: catalog).read(yaml, file: "p.yaml").diagnostics
  }

  private func rehearseNews(_ visit: @escaping @Sendable (Document) -> Void) throws {
    let path = "\(Self.root)/pipelines/news.yaml"
    let reader = DefinitionReader(catalog: catalog)
    let definition = try #require(
      reader.read(try String(contentsOfFile: path, encoding: .utf8), file: path).definition)
    try Rehearsal(definition).visit(["\(Self.root)/Samples/news"]) { visit($0) }
  }

  /// Conditions that do not hold and failures that were passed over are noted by the runner, for any stage.
  private static func isOfTheRunner(_ rule: String) -> Bool {
    rule.hasPrefix("when.") || rule.hasPrefix("on_error.")
  }

  private static func filledFields(_ document: Document) -> [String] {
    let fields: [(DocumentField, Bool)] = [
      (.text, !document.text.isEmpty), (.title, document.title != nil), (.byline, document.byline != nil),
      (.section, document.section != nil), (.published, document.published != nil),
      (.language, document.language != nil), (.entities, !document.entities.isEmpty),
      (.summary, document.summary != nil), (.metadata, !document.metadata.isEmpty),
      (.duplicateOf, document.duplicateOf != nil),
    ]
    return fields.filter(\.1).map(\.0.rawValue)
  }
}
