import Copydesk
import PipelineDefinition
import Testing

@Suite struct DefinitionReaderTests {
  private func read(
    _ yaml: String, environment: [String: String] = [:], set overrides: [String] = []
  ) throws -> DefinitionReader.Reading {
    DefinitionReader(
      catalog: try TestPlugin.catalog(), environment: environment, overrides: overrides.map { Override($0) }
    ).read(yaml, file: "p.yaml")
  }

  @Test func aStageIsABareNameOrANameWithOptions() throws {
    let reading = try read(
      """
      name: news
      description: Test.
      input: { include: ["*.md"] }
      stages:
        - clean
        - summarize: { sentences: 5, lead_bias: 0.25 }
          id: short
          when: { words: { at_least: 80 } }
          on_error: keep
        - output.jsonl:
            path: x.jsonl
      """)
    let definition = try #require(reading.definition)
    #expect(reading.diagnostics.isEmpty)
    #expect(definition.name == "news")
    #expect(definition.steps.map(\.reference.id) == ["clean", "short", "output.jsonl"])
    #expect(definition.steps.map(\.reference.line) == [5, 6, 10])
    #expect((definition.steps[1].component as? SummarizeStub)?.options.sentences == 5)
    #expect(definition.steps[1].condition == .words(atLeast: 80, atMost: nil))
    #expect(definition.steps[1].onError == .keep)
    #expect(definition.destination == "x.jsonl")
    #expect((definition.source as? FilesStub)?.options.include == ["*.md"])
  }

  @Test func theNameIsTheFilesWhereNoneIsGiven() throws {
    #expect(try read("stages: [clean, output.jsonl]").definition?.name == "p")
  }

  @Test func aRepeatedStageGetsANumber() throws {
    let definition = try #require(try read("stages: [clean, clean, output.jsonl]").definition)
    #expect(definition.steps.map(\.reference.id) == ["clean", "clean#2", "output.jsonl"])
  }

  @Test func variablesHaveDefaultsAndARequiredForm() throws {
    let yaml = "stages:\n  - output.jsonl: { path: \"${DIR:-out}/a-${N}.jsonl\" }\n"
    #expect(try read(yaml, environment: ["N": "1"]).definition?.destination == "out/a-1.jsonl")
    #expect(try read(yaml, environment: ["N": "1", "DIR": "d"]).definition?.destination == "d/a-1.jsonl")
    #expect(try read(yaml).diagnostics.map(\.code) == [.undefinedVariable])
    let required = "stages: [output.jsonl: { path: \"${D:?say where}\" }]"
    #expect(try read(required).diagnostics.map(\.message) == ["say where"])
    #expect(try read("stages: [output.jsonl: { path: \"$${D}\" }]").definition?.destination == "${D}")
    #expect(try read("stages:\n  - summarize:\n      sentences: ${N:-4}\n  - output.jsonl").definition != nil)
  }

  @Test func theCommandLineSetsOptions() throws {
    let yaml = "stages:\n  - summarize\n  - output.jsonl\n"
    let reading = try read(
      yaml,
      set: ["summarize.sentences=7", "output.jsonl.path=o.jsonl", "input.include=[a, b]", "rejects=r.jsonl"])
    let definition = try #require(reading.definition)
    #expect((definition.steps[0].component as? SummarizeStub)?.options.sentences == 7)
    #expect(definition.destination == "o.jsonl")
    #expect((definition.source as? FilesStub)?.options.include == ["a", "b"])
    #expect(definition.rejects == "r.jsonl")
  }

  @Test func aWrongOverrideIsAMistakeWithItsPlace() throws {
    let yaml = "stages:\n  - summarize\n  - output.jsonl\n"
    for (text, code) in [
      ("summarize.sentences", DiagnosticCode.badOverride), ("sumarize.sentences=1", .badOverride),
      ("summarize.sentences=99", .outOfRange), ("summarize.sentence=2", .unknownOption),
      ("nothing=1", .badOverride),
      ("summarize.sentences=[", .badOverride),
    ] {
      let reading = try read(yaml, set: [text])
      #expect(reading.diagnostics.map(\.code) == [code], "\(text)")
      #expect(reading.diagnostics.allSatisfy { $0.location?.file.hasPrefix("--set") ?? false }, "\(text)")
    }
  }

  @Test func aliasesAndMergeKeysWork() throws {
    let reading = try read(
      """
      stages:
        - summarize: &defaults { sentences: 2, lead_bias: 0.1 }
        - summarize: { <<: *defaults, sentences: 4 }
        - output.jsonl
      """)
    let second = try #require(reading.definition?.steps[1].component as? SummarizeStub)
    #expect(second.options.sentences == 4)
    #expect(second.options.leadBias == 0.1)
  }

  @Test func anAliasBombIsRefusedAtOnce() throws {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      yaml +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(try read(yaml).diagnostics.contains { $0.code == .expansionBound })
    let chain = "a0: &a0 [x]\n" + (1...100).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(try read(chain).diagnostics.contains { $0.code == .expansionBound })
    let deep = "stages: " + String(repeating: "[", count: 2_000)
    #expect(try read(deep).hasErrors)
  }

  @Test func conditionsNest() throws {
    let yaml = """
      stages:
        - clean
        - summarize
          # comment
        - summarize: {}
          when: { any: [{ language: [en, de] }, { not: { has: title } }], words: { at_most: 9 } }
        - output.jsonl
      """
    let definition = try #require(try read(yaml).definition)
    let condition = try #require(definition.steps[2].condition)
    var document = Document("One two three.")
    #expect(condition.holds(for: document))
    document.title = "T"
    #expect(!condition.holds(for: document))
    document.language = "de"
    #expect(condition.holds(for: document))
  }
}
