import Copydesk
import PipelineDefinition
import Testing

/// What the check of a whole pipeline notices, with stages that declare what they read and write.
@Suite struct FieldFlowTests {
  private struct Source: Copydesk.Source {
    static let name: StageName = "input.files"
    static let abstract = "Reads."
    static let writes: [DocumentField] = [.text, .title, .language, .metadata]
    init(options: NoOptions, context: StageContext) {}
    func open(_ inputs: [String]) -> Int { 0 }
    func next(_ cursor: inout Int) -> SourceItem? { nil }
    func load(_ item: inout SourceItem) {}
    func document(from item: SourceItem) -> Document { Document("") }
  }

  private struct Tagger: Stage {
    struct Options: StageOptions {
      @Option("Labels.") var labels = ["PERSON", "ORG"]
      @Option("Which.") var model = ""
    }
    static let name: StageName = "tag"
    static let abstract = "Tags."
    static let reads: [DocumentField] = [.text]
    static let writes: [DocumentField] = [.entities]
    static func labels(with options: Options) -> [Entity.Label]? {
      options.labels.map { Entity.Label(rawValue: $0) }
    }
    static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
      given.contains("model") && options.labels.isEmpty
        ? [OptionAdvice("model", "\"model\" has no effect")] : []
    }
    init(options: Options, context: StageContext) {}
    func process(_ document: inout Document) {}
  }

  private struct Tidy: Stage {
    static let name: StageName = "tidy"
    static let abstract = "Changes the text."
    static let reads: [DocumentField] = [.text]
    static let writes: [DocumentField] = [.text]
    init(options: NoOptions, context: StageContext) {}
    func process(_ document: inout Document) {}
  }

  private struct Redact: Stage {
    static let name: StageName = "redact"
    static let abstract = "Takes names out of the text."
    static let reads: [DocumentField] = [.entities]
    static let writes: [DocumentField] = [.text]
    init(options: NoOptions, context: StageContext) {}
    func process(_ document: inout Document) {}
  }

  private struct Silent: Stage {
    static let name: StageName = "silent"
    static let abstract = "Declares nothing."
    init(options: NoOptions, context: StageContext) {}
    func process(_ document: inout Document) {}
  }

  private enum Stages: Plugin {
    static let name = "flow"
    static let version = "1"
    static let components: [any PipelineComponent.Type] = [
      Source.self, Tagger.self, Tidy.self, Redact.self, Silent.self, OutputStub.self,
    ]
  }

  private func warnings(_ stages: String) throws -> [String] {
    let reading = DefinitionReader(catalog: try StageCatalog([Stages.self])).read(
      "stages: [\(stages), output.jsonl]", file: "p.yaml")
    #expect(reading.definition != nil, "\(reading.diagnostics)")
    return reading.diagnostics.map { "\($0.code.rawValue) \($0.message)" }
  }

  @Test(
    arguments: [
      "tag, redact", "tidy, tag", "silent, redact", "{ tag: , when: { has: title } }, redact",
      "tag, { tidy: , when: { label: ORG } }, tag",
      "route: [{ when: { has: title }, stages: [tag] }], redact",
      "{ tidy: , when: { not: { has: summary } } }",
      "{ tidy: , when: { any: [{ language: de }, { language: en }] } }",
      "silent, { tidy: , when: { label: ANY } }",
      "{ tidy: , when: { field: { score: { at_least: 1, at_most: 3 } } } }",
      "{ tidy: , when: { field: { modified: { at_least: 2018-05-10, at_most: 2018 } } } }",
      "{ tidy: , when: { has: source } }",
    ])
  func aPipelineThatWorksGetsNoWarning(_ stages: String) throws {
    // A stage that changes the text after "tag" has found entities is warned of; here that is meant.
    let found = try warnings(stages).filter { !$0.contains("looks at the text before") }
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    arguments: [
      ("redact, tag", "CD120 \"redact\" works with \"entities\", which nothing before it fills"),
      ("tag, tidy", "CD120 \"tag\" looks at the text before \"tidy\" on line 1 changes it"),
      (
        "route: [{ when: { has: title }, stages: [tag] }, { stages: [redact] }]",
        "CD120 \"redact\" works with \"entities\", which nothing before it fills"
      ),
      (
        "{ tidy: , when: { label: PERSON } }",
        "CD121 this condition never holds: no stage before this one finds entities; \"tag\" does"
      ),
      (
        "tag, { redact: , when: { label: PRESON } }",
        "CD121 no stage before this one finds the label \"PRESON\""
      ),
      (
        "tag: { labels: [ORG] }, { redact: , when: { label: PERSON } }",
        "CD121 no stage before this one finds the label \"PERSON\""
      ),
      (
        "{ tidy: , when: { has: summary } }",
        "CD121 this condition never holds: nothing before this stage fills \"summary\""
      ),
      ("{ tidy: , when: { has: titel } }", "CD121 \"titel\" is looked for in the metadata"),
      (
        "{ tidy: , when: { words: { at_least: 9, at_most: 3 } } }",
        "CD121 this condition never holds: no text has at least 9 and at most 3 words"
      ),
      (
        "{ tidy: , when: { all: [{ words: { at_least: 9 } }, { words: { at_most: 3 } }] } }",
        "CD121 this condition never holds: no text has at least 9 and at most 3 words"
      ),
      (
        "{ tidy: , when: { all: [{ language: de }, { language: en }] } }",
        "CD121 this condition never holds: a document has one language"
      ),
      (
        "{ tidy: , when: { language: de, not: { language: de } } }",
        "CD121 this condition never holds: it asks for a condition and for its opposite"
      ),
      (
        "{ tidy: , when: { field: { score: { at_least: 2, at_most: 1 } } } }",
        "CD121 this condition never holds: no \"score\" is at least 2 and at most 1"
      ),
      ("tag: { labels: [], model: x }", "CD122 \"model\" has no effect"),
      (
        "route: [{ stages: [tidy] }, { when: { has: title }, stages: [tidy] }]",
        "CD129 no document takes this branch"
      ),
    ])
  func whatCannotWorkGetsAWarning(_ stages: String, _ wanted: String) throws {
    let found = try warnings(stages)
    #expect(found.contains { $0.hasPrefix(wanted) }, "\(found)")
  }

  @Test func theDocumentsOfABranchNeedAnOutput() throws {
    func codes(_ stages: String) throws -> [String] {
      let yaml = "stages: [\(stages)]"
      let reading = DefinitionReader(catalog: try StageCatalog([Stages.self])).read(yaml, file: "p.yaml")
      return reading.diagnostics.map(\.message)
    }
    let out = "output.jsonl: { path: a }"
    let branch = "no output takes the documents of this branch"
    let rest = "no output takes the documents for which no branch holds"
    #expect(try codes("route: [{ when: { has: title }, stages: [\(out)] }, { stages: [tidy] }]") == [branch])
    #expect(try codes("route: [{ when: { has: title }, stages: [\(out)] }]") == [rest])
    #expect(try codes("route: [{ when: { has: title }, stages: [tidy] }], \(out)").isEmpty)
    #expect(
      try codes("route: [{ stages: [{ route: [{ when: { has: title }, stages: [\(out)] }] }] }]") == [rest])
  }
}
