import Cleaning
import Copydesk
import Deduplication
import Entities
import Files
import Foundation
import PipelineDefinition
import Summaries
import Testing

@testable import PipelineRunner

/// A stage whose rules are known: drops texts that say so, notes those that ask for it.
struct Marker: Stage {
  static let name: StageName = "test.marker"
  static let abstract = "Marks."
  static let rules = [
    Rule("mark.drop", "Drops."), Rule("mark.note.*", "Notes."), Rule("mark.never", "Nothing."),
  ]
  init(options: NoOptions, context: StageContext) {}

  func process(_ document: inout Document) throws {
    let text = document.text.string
    if text.contains("fail") { throw Failure(.stageFailed, "told to fail") }
    if text.contains("note") { document.trail.append(TrailEntry(.noted, rule: "mark.note.\(text.count)")) }
    if text.contains("drop") { document.drop(rule: "mark.drop", reason: "told to drop") }
  }
}

private enum MarkerPlugin: Plugin {
  static let name = "marker"
  static let version = "1"
  static let components: [any PipelineComponent.Type] = [Marker.self]
}

/// A definition of shipped stages, with tests.
private func definition(_ yaml: String, file: String = "p.yaml") throws -> Definition {
  let reading = DefinitionReader(catalog: try catalog()).read(yaml, file: file)
  return try #require(reading.definition, "\(reading.diagnostics)")
}

private func catalog() throws -> StageCatalog {
  try StageCatalog([
    FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
    SummariesPlugin.self,
    MarkerPlugin.self,
  ])
}

private let news = """
  stages:
    - clean
    - dedupe.headlines
    - dedupe.documents
    - entities
    - output.jsonl: { path: never-written.jsonl }
  tests:

  """

@Suite struct DefinitionTestRunTests {
  private static let article = """
            Published: Mon, April 23, 2018
            Europe | By Ada Moreno

            Harbour reopens after storm

            The harbour of Lisbon reopened on Monday, said Ada Moreno, who runs the terminal.

            Like this:
    """

  private func outcome(_ expect: String, input: String = article) throws -> TestOutcome {
    let yaml = news + "  - name: one\n    input: |\n\(input)\n    expect:\n      \(expect)\n"
    return try #require(DefinitionTestRun(try definition(yaml)).run().first)
  }

  @Test(
    arguments: [
      "verdict: kept", "title: Harbour reopens after storm", "byline: Ada Moreno", "section: Europe",
      "published: 2018-04-23", "summary: null", "reason:", "code: null", "metadata: { none: null }",
      "text: |\n        The harbour of Lisbon reopened on Monday, said Ada Moreno, who runs the terminal.\n",
      "contains: [harbour of Lisbon, said Ada Moreno]", "lacks: [Like this]",
      "entities: [{ PLACE: Lisbon }, { PERSON: Ada Moreno }]",
      "entities: [{ DATE: Monday, value: 2018-04-23 }]",
      "removed: [\"Like this:\", Harbour reopens after storm, Europe | By Ada Moreno]",
      "rules: [byline, dateline.published]",
    ])
  func whatHoldsPasses(_ expect: String) throws {
    let outcome = try outcome(expect)
    #expect(outcome.isPassed, "\(outcome.mismatches)")
  }

  @Test(
    arguments: [
      ("verdict: dropped", "verdict: kept"), ("title: Harbour", "title: Harbour reopens after storm"),
      ("byline: null", "byline: Ada Moreno"), ("summary: One.", "summary: null"),
      ("contains: [harbour, whales]", "contains: [harbour]"), ("contains: [whales]", "verdict: kept"),
      ("lacks: [Lisbon, whales]", "lacks: [whales]"),
      ("entities: [{ PERSON: Lisbon }]", "entities: [{ PLACE: Lisbon }]"),
      ("entities: [{ PLACE: Lisbon }, { ORG: Unheard Of }]", "entities: [{ PLACE: Lisbon }]"),
      ("entities: [{ DATE: Monday, value: 2018-04-24 }]", "entities: [{ DATE: Monday, value: 2018-04-23 }]"),
      ("removed: [\"Like thiss:\"]", "removed: [\"Like this:\"]"), ("rules: [bylin]", "rules: [byline]"),
      ("metadata: { none: 1 }", "metadata: { none: null }"),
    ])
  func whatDoesNotHoldIsRevisedToWhatWasSeen(_ expect: String, _ wanted: String) throws {
    let failed = try outcome(expect)
    #expect(!failed.isPassed)
    #expect(failed.mismatches.map(\.document) == ["document"])
    let revision = try #require(failed.revision)
    let right = try outcome(wanted)
    #expect(right.isPassed)
    #expect(revision.expectations == right.test.expectations)
  }

  @Test(
    arguments: [
      ("entities: { labels: [PERSON, PLACE] }", "PLAC", "did you mean \"PLACE\"?"),
      ("entities: { labels: [PERSON, PLACE] }", "DATE", "one of: PERSON, PLACE"),
      ("clean", "PERSON", "a stage such as \"entities\" finds names"),
    ])
  func aLabelThatNoStageFindsIsAWarning(_ stage: String, _ label: String, _ help: String) throws {
    let yaml =
      "stages: [\(stage), output.jsonl]\ntests: [{ name: a, input: b, expect: { entities: [{ \(label): c }] } }]"
    let reading = DefinitionReader(catalog: try catalog()).read(yaml, file: "p.yaml")
    #expect(reading.definition != nil)
    #expect(reading.diagnostics.map(\.message) == ["no stage finds entities with the label \"\(label)\""])
    #expect(reading.diagnostics.map(\.help) == [help])
  }

  @Test func anEmptyListSaysThatThereAreNone() throws {
    for key in ["entities", "removed", "rules"] {
      let failed = try outcome("\(key): []")
      #expect(!failed.isPassed)
      let bare = try outcome("\(key): []", input: "        words without names in them stand here")
      #expect(bare.isPassed, "\(bare.mismatches)")
    }
  }

  @Test func aPageGoesThroughThePathOfPages() throws {
    let yaml =
      news + """
          - name: page
            format: html
            input: >-
              <p>The bridge over the Tejo opened on Friday, the mayor of Lisbon said, after years of works.</p>
              <div class="share"><a href="#">Share &amp; like</a></div>
            expect:
              text: The bridge over the Tejo opened on Friday, the mayor of Lisbon said, after years of works.
              removed: [Share & like]
          - name: the same without saying so
            input: "<html><body><p>The bridge over the Tejo opened on Friday, the mayor said.</p></body></html>"
            expect: { text: "The bridge over the Tejo opened on Friday, the mayor said." }
        """
    let outcomes = DefinitionTestRun(try definition(yaml)).run()
    #expect(outcomes.filter { !$0.isPassed }.isEmpty, "\(outcomes.map { $0.mismatches })")
    #expect(outcomes.map { $0.documents[0].source.format } == [.html, .html])
  }

  @Test func aFileThatCannotBeReadAsTextFailsAsInARun() throws {
    let folder = try TemporaryFolder()
    try Data([0x63, 0x61, 0x66, 0xE9]).write(to: URL(fileURLWithPath: folder.file("latin1.txt")))
    let yaml = news + "  - { name: one, file: latin1.txt, expect: { verdict: failed, code: CD201 } }"
    let outcomes = DefinitionTestRun(try definition(yaml, file: folder.file("p.yaml"))).run()
    #expect(outcomes.filter { !$0.isPassed }.isEmpty, "\(outcomes.map { $0.mismatches })")
    #expect(!folder.exists("never-written.jsonl"))
  }

  private static let twins = """
      - name: twins
        inputs:
          - { id: a, title: One, text: The bridge over the Tejo opened on Friday. }
          - { id: b, title: Two, text: Another text about the harbour of Lisbon. }
          - { id: c, title: Three, text: The bridge over the Tejo opened on Friday., metadata: { n: 1.0 } }
    """

  @Test func clustersAndFieldsOfRecordsAreCompared() throws {
    let yaml =
      news + Self.twins + "\n" + """
            clusters: [[c, a]]
            expect:
              c: { verdict: duplicate, duplicate_of: a, title: Three, metadata: { n: 1 } }
              b: { verdict: kept }
        """
    let outcomes = DefinitionTestRun(try definition(yaml)).run()
    #expect(outcomes.filter { !$0.isPassed }.isEmpty, "\(outcomes)")
    let wrong = DefinitionTestRun(try definition(news + Self.twins + "\n    clusters: [[a, b], [c]]")).run()
    #expect(wrong.first?.clusters == [["a", "c"], ["b"]])
    #expect(wrong.first?.revision?.clusters == [["a", "c"], ["b"]])
  }

  @Test func eachTestBeginsWithStagesThatHaveSeenNothing() throws {
    let test = "text: The bridge over the Tejo opened on Friday."
    let yaml =
      news
      + (0..<40).map {
        "  - { name: test \($0), inputs: [{ id: a, \(test) }], expect: { a: { verdict: kept } } }\n"
      }.joined()
    let definition = try definition(yaml)
    for workers in [1, 8] {
      let outcomes = DefinitionTestRun(definition, workers: workers).run()
      #expect(outcomes.map(\.test.name) == (0..<40).map { "test \($0)" }, "the order is the definition's")
      #expect(outcomes.filter { !$0.isPassed }.isEmpty)
    }
  }

  @Test func aTestThatExpectsNothingHasNotPassedAndIsGivenWhatWasSeen() throws {
    let yaml = news + "  - name: one\n    input: |\n\(Self.article)\n"
    let outcome = try #require(DefinitionTestRun(try definition(yaml)).run().first)
    #expect(!outcome.isPassed)
    let checks = try #require(outcome.revision?.expectations.first?.checks)
    #expect(checks.contains(.verdict(.kept)) && checks.contains(.field(.byline, "Ada Moreno")))
    #expect(checks.map(\.key) == ["verdict", "title", "byline", "published", "removed"])
  }

  @Test func aStageThatStopsTheRunFailsTheTest() throws {
    let yaml = """
      stages: [{ test.marker: , on_error: stop }, output.jsonl]
      tests: [{ name: a, input: fail, expect: { verdict: failed } }]
      """
    let outcome = try #require(DefinitionTestRun(try definition(yaml)).run().first)
    #expect(outcome.failure?.diagnostics.map(\.code) == [.stoppedByDocument])
    #expect(!outcome.isPassed && outcome.revision == nil)
  }
}

@Suite struct TestCoverageTests {
  private func coverage(_ yaml: String) throws -> TestCoverage {
    let definition = try definition(yaml)
    return TestCoverage(definition, DefinitionTestRun(definition).run())
  }

  private func tests(_ inputs: [String]) -> String {
    "\ntests:\n"
      + inputs.enumerated().map { "  - { name: t\($0), input: \($1), expect: { verdict: kept } }\n" }.joined()
  }

  @Test func rulesThatNeverDecidedHaveNoCount() throws {
    let coverage = try coverage(
      "stages: [test.marker, { test.marker: , id: second }, output.jsonl]"
        + tests(["drop", "note", "note it"]))
    #expect(coverage.stages.map(\.reference.id) == ["test.marker", "second"])
    #expect(
      coverage.stages[0].rules == [
        .init(name: "mark.drop", count: 1), .init(name: "mark.note.*", count: 2),
        .init(name: "mark.never", count: 0),
      ])
    #expect(coverage.stages.map(\.reached) == [3, 2], "a dropped document goes no further")
    #expect(coverage.stages[1].rules.map(\.count) == [0, 2, 0])
  }

  @Test func aRuleThatIsNotDeclaredIsCountedToo() throws {
    let coverage = try coverage(
      "stages: [{ test.marker: , on_error: keep }, output.jsonl]" + tests(["fail", "note"]))
    #expect(coverage.stages[0].rules.last == .init(name: "on_error.keep", count: 1))
  }

  @Test func aConditionIsSeenToHoldOrNot() throws {
    let coverage = try coverage(
      """
      stages:
        - { test.marker: , id: long, when: { words: { at_least: 3 } } }
        - { test.marker: , id: all, when: { format: text } }
        - { test.marker: , id: none, when: { language: de } }
        - { test.marker: , id: free }
        - output.jsonl
      """ + tests(["one", "one two three"]))
    #expect(coverage.stages.map(\.worked) == [1, 2, 0, 2])
    #expect(coverage.stages.map(\.alwaysHolds) == [false, true, false, false])
    #expect(coverage.stages.map(\.neverHolds) == [false, false, true, false])
    #expect(coverage.stages.map(\.isIdle) == [false, false, true, false])
  }

  @Test func aFailedDocumentIsCountedUpToItsStage() throws {
    let coverage = try coverage(
      "stages: [test.marker, { test.marker: , id: second }, output.jsonl]" + tests(["fail"]))
    #expect(coverage.stages.map(\.reached) == [1, 0])
    #expect(coverage.stages.map(\.isIdle) == [false, true])
  }

  @Test func branchesThatNoDocumentTookAreTold() throws {
    let coverage = try coverage(
      """
      stages:
        - route:
            - when: { words: { at_least: 3 } }
              stages: [{ test.marker: , id: long }]
            - when: { words: { at_least: 2 } }
              stages: [{ test.marker: , id: middle }]
            - stages: [{ test.marker: , id: short }]
        - output.jsonl
      """ + tests(["one", "one two three"]))
    #expect(coverage.branches.map(\.taken) == [1, 0, 1])
    #expect(coverage.branches.map(\.number) == [1, 2, 3])
    #expect(coverage.stages.filter { $0.reference.id != "route" }.map(\.reached) == [1, 0, 1])
  }
}
