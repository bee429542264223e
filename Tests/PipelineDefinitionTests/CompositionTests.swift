import Copydesk
import PipelineDefinition
import Testing

@Suite struct CompositionTests {
  private func read(
    _ yaml: String, files: [String: String] = [:], set overrides: [String] = [], profiles: [String] = [],
    environment: [String: String] = [:]
  ) throws -> DefinitionReader.Reading {
    DefinitionReader(
      catalog: try TestPlugin.catalog(), environment: environment, overrides: overrides.map { Override($0) },
      profiles: profiles
    ) { files[$0] }.read(yaml, file: "dir/p.yaml")
  }

  private func ids(_ reading: DefinitionReader.Reading) throws -> [String] {
    try #require(reading.definition, "\(reading.diagnostics)").steps.map(\.reference.id)
  }

  private func sentences(_ reading: DefinitionReader.Reading) throws -> [Int] {
    let definition = try #require(reading.definition, "\(reading.diagnostics)")
    return definition.steps.compactMap { ($0.component as? SummarizeStub)?.options.sentences }
  }

  // MARK: Include

  @Test func anIncludedFilePutsItsStagesInThePlace() throws {
    let reading = try read(
      "stages: [clean, include: parts/tail.yaml, output.jsonl]",
      files: ["dir/parts/tail.yaml": "stages: [summarize, dedupe.documents]"])
    #expect(try ids(reading) == ["clean", "summarize", "dedupe.documents", "output.jsonl"])
  }

  @Test(arguments: [
    ("../house.yaml", "house.yaml"), ("./a.yaml", "dir/a.yaml"), ("/etc/a.yml", "/etc/a.yml"),
  ])
  func anIncludeStartsAtTheFolderOfItsFile(_ written: String, _ path: String) throws {
    let reading = try read("stages: [include: \(written), output.jsonl]", files: [path: "stages: [clean]"])
    #expect(try ids(reading) == ["clean", "output.jsonl"])
  }

  @Test func aMistakeInAnIncludedFileIsShownInThatFile() throws {
    let reading = try read(
      "stages: [include: a.yaml, output.jsonl]", files: ["dir/a.yaml": "stages:\n  - claen\n"])
    #expect(reading.diagnostics.map(\.description).first?.hasPrefix("dir/a.yaml:2:5: error[CD102]") == true)
    #expect(reading.sources["dir/a.yaml"]?.contains("claen") == true)
  }

  @Test func aTemplateTakesParametersAndMayBeUsedTwice() throws {
    let reading = try read(
      """
      parameters: { base: 2 }
      templates:
        short:
          parameters: { count: 1 }
          stages: [summarize: { sentences: "${with.count}" }]
        usual: [summarize: { sentences: "${with.base}" }]
      stages:
        - include: short
        - include: short
          with: { count: 7 }
        - include: usual
        - output.jsonl
      """)
    #expect(try sentences(reading) == [1, 7, 2])
    #expect(try ids(reading) == ["summarize", "summarize#2", "summarize#3", "output.jsonl"])
  }

  @Test func aTemplateOfAnotherFileIsNamedBehindAHash() throws {
    let reading = try read(
      "stages: [{ include: \"lib.yaml#brief\", with: { n: 4 } }, output.jsonl]",
      files: [
        "dir/lib.yaml": """
        parameters: { unset: }
        templates:
          brief: { parameters: { n: }, stages: [{ include: inner, with: { m: "${with.n}" } }] }
          inner: { parameters: { m: 9 }, stages: [summarize: { sentences: "${with.m}" }] }
        """
      ])
    #expect(try sentences(reading) == [4])
  }

  @Test(
    arguments: [
      ("stages: [include: tiddy]\ntemplates: { tidy: [clean] }", "CD123", "did you mean \"tidy\"?"),
      ("stages: [include: nowhere.yaml]", "CD100", "folder of the file that includes it"),
      ("stages: [include: p.yaml, output.jsonl]", "CD124", "dir/p.yaml → dir/p.yaml"),
      ("stages: [include: a]\ntemplates: { a: [include: b], b: [include: a] }", "CD124", "#a → dir/p.yaml#b"),
      (
        "stages: [{ include: t, with: { wrods: 3 } }]\ntemplates: { t: { parameters: { words: 1 }, stages: [clean] } }",
        "CD125", "did you mean \"words\"?"
      ),
      (
        "stages: [include: t]\ntemplates: { t: { parameters: { words: }, stages: [clean] } }", "CD125",
        "with:"
      ),
      ("stages: [summarize: { sentences: \"${with.n}\" }]", "CD125", "declare it"),
      ("parameters: { n: 3 }\nstages: [summarize: { sentences: \"${with.m}\" }]", "CD125", "one of: n"),
      ("parameters: { n: [1] }\nstages: [output.jsonl: { path: \"a${with.n}\" }]", "CD125", "nothing else"),
      (
        "parameters: { n: { default: 3, hlep: x } }\nstages: [output.jsonl]", "CD108",
        "did you mean \"help\"?"
      ),
      ("parameters: { n: { default: c, one_of: [a, b] } }\nstages: [output.jsonl]", "CD106", "one of: a, b"),
      ("stages: [{ include: t, when: { words: {} } }]\ntemplates: { t: [clean] }", "CD108", "include, with"),
      ("profiles: { q: { sumarize: {} } }\nstages: [summarize, output.jsonl]", "CD126", "did you mean"),
      (
        "profiles: { q: { summarize: { sentenses: 3 } } }\nstages: [summarize, output.jsonl]", "CD103",
        "sentences"
      ),
      ("profiles: { q: { summarize: 3 } }\nstages: [summarize, output.jsonl]", "CD104", ""),
    ])
  func aMistakeInAComposition(_ yaml: String, _ code: String, _ help: String) throws {
    let reading = try read(yaml, files: ["dir/p.yaml": yaml])
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code.rawValue) == [code], "\(reading.diagnostics)")
    #expect(help.isEmpty || errors.first?.help?.contains(help) ?? false, "\(reading.diagnostics)")
    #expect(errors.first?.location != nil)
  }

  @Test func includesThatMultiplyAreBounded() throws {
    var templates = "templates:\n  t0: [clean]\n"
    for n in 1...20 { templates += "  t\(n): [include: t\(n - 1)]\n" }
    let reading = try read(templates + "stages: [include: t20, output.jsonl]")
    #expect(reading.diagnostics.map(\.code) == [.includeLoop])
  }

  // MARK: Parameters

  @Test func aParameterMayBeAListOrAMapping() throws {
    let reading = try read(
      """
      parameters:
        words: { default: [a, b] }
        limits: { default: { at_least: 5 } }
      stages:
        - summarize: { stop_words: "${with.words}" }
          when: { words: "${with.limits}" }
        - output.jsonl
      """)
    let step = try #require(reading.definition?.steps.first)
    #expect((step.component as? SummarizeStub)?.options.stopWords == ["a", "b"])
    #expect(step.condition == .words(atLeast: 5, atMost: nil))
  }

  @Test func theCommandLineSetsParametersOfTheDefinition() throws {
    let yaml = "parameters: { n: 3 }\nstages: [summarize: { sentences: \"${with.n}\" }, output.jsonl]"
    #expect(try sentences(read(yaml, set: ["with.n=8"])) == [8])
    #expect(try read(yaml, set: ["with.m=8"]).diagnostics.map(\.code) == [.badParameter])
  }

  @Test func aWrongArgumentIsShownWhereItIsGiven() throws {
    let reading = try read(
      """
      templates: { t: { parameters: { n: 1 }, stages: [summarize: { sentences: "${with.n}" }] } }
      stages:
        - include: t
          with: { n: many }
        - output.jsonl
      """)
    #expect(reading.diagnostics.first?.location?.line == 4)
    #expect(reading.diagnostics.first?.location?.column == 16)
  }

  @Test func aQuotedVariableMayBeANumber() throws {
    let yaml = "stages: [summarize: { sentences: \"${N:-4}\" }, output.jsonl]"
    #expect(try sentences(read(yaml)) == [4])
    #expect(try sentences(read(yaml, environment: ["N": "6"])) == [6])
  }

  // MARK: Profiles

  @Test func aProfileChangesOptionsAndTakesStagesOut() throws {
    let yaml = """
      profiles:
        quick: { summarize: { sentences: 1 }, dedupe.documents: false, input: { include: ["*.md"] } }
        long: { summarize: { sentences: 9 }, rejects: r.jsonl }
      stages: [clean, dedupe.documents, summarize: { sentences: 3, lead_bias: 0.5 }, output.jsonl]
      """
    #expect(try sentences(read(yaml)) == [3])
    let quick = try read(yaml, profiles: ["quick"])
    #expect(try ids(quick) == ["clean", "summarize", "output.jsonl"])
    #expect((quick.definition?.source as? FilesStub)?.options.include == ["*.md"])
    let both = try read(yaml, set: ["summarize.lead_bias=0.1"], profiles: ["quick", "long"])
    #expect(try sentences(both) == [9])
    #expect(both.definition?.rejects == "r.jsonl")
    #expect(try sentences(read(yaml, set: ["summarize.sentences=5"], profiles: ["long"])) == [5])
    #expect(try read(yaml, profiles: ["qick"]).diagnostics.map(\.help) == ["did you mean \"quick\"?"])
  }

  // MARK: Routes

  @Test func theStagesOfABranchStandInIt() throws {
    let reading = try read(
      """
      stages:
        - route:
            - when: { language: de }
              stages: [clean, { route: [{ stages: [summarize] }] }]
            - stages: [dedupe.documents]
        - output.jsonl
      """)
    let definition = try #require(reading.definition, "\(reading.diagnostics)")
    #expect(
      definition.steps.map(\.reference.id) == [
        "route", "clean", "route#2", "summarize", "dedupe.documents", "output.jsonl",
      ])
    let first = Branch(route: 0, index: 0)
    #expect(
      definition.steps.map(\.branches) == [
        [], [first], [first], [first, Branch(route: 1, index: 0)], [Branch(route: 0, index: 1)], [],
      ])
  }

  @Test(
    arguments: [
      ("route: 3", "CD104"), ("route: [clean]", "CD112"), ("route: [{ when: { language: de } }]", "CD112"),
      ("route: [{ stages: clean }]", "CD104"), ("route: [{ stages: [clean], wen: 1 }]", "CD108"),
      ("{ route: [{ stages: [clean] }], on_error: keep }", "CD108"),
    ])
  func aMalformedRoute(_ route: String, _ code: String) throws {
    let reading = try read("stages: [\(route), output.jsonl]")
    #expect(reading.diagnostics.filter { $0.severity == .error }.map(\.code.rawValue) == [code])
  }

  // MARK: Retry

  @Test func aRetryIsANumberOrAMapping() throws {
    let reading = try read(
      "stages: [{ clean: , retry: 2 }, { summarize: , retry: { times: 5, wait: 0.5 } }, output.jsonl]")
    #expect(
      reading.definition?.steps.map(\.retry) == [Retry(times: 2, wait: 1), Retry(times: 5, wait: 0.5), nil])
    #expect(
      try read("stages: [{ clean: , retry: { tims: 2 } }, output.jsonl]").diagnostics.map(\.code) == [
        .unknownOption
      ])
  }

  @Test func theWaitDoublesUpToABound() {
    let retry = Retry(times: 10, wait: 1)
    #expect((1...7).map { retry.wait(before: $0) } == [1, 2, 4, 8, 16, 30, 30])
  }

  // MARK: Resolved

  private static let rich = """
    name: rich
    description: "With ${WHAT:-all}"
    parameters: { n: 3, where: { default: "a b: ${WHAT:-c}" } }
    profiles: { quick: { summarize: { lead_bias: 0.25 } } }
    templates: { t: { parameters: { k: 2 }, stages: [{ summarize: { sentences: "${with.k}" }, id: inner }] } }
    stages:
      - clean
      - route:
          - when: { language: [de, en], field: { title: { contains: "x, y" } } }
            stages: [{ include: t, with: { k: "${with.n}" } }]
          - stages:
              - dedupe.documents
              - route: [{ when: { words: { at_least: 5 } }, stages: [clean] }]
      - summarize: { stop_words: [the, "true", "3", "a: b", "- c"] }
        when: { not: { has: title } }
        on_error: keep
        retry: 2
      - output.jsonl: { path: "${with.where}/$${x}.jsonl" }
    dead_letters: dead.jsonl
    """

  @Test func theResolvedDefinitionIsTheSamePipelineAgain() throws {
    let first = try read(Self.rich, profiles: ["quick"])
    let resolved = try #require(first.definition?.resolved, "\(first.diagnostics)")
    let again = try read(resolved.yaml)
    let second = try #require(again.definition, "\(again.diagnostics)\n\(resolved.yaml)")
    #expect(second.resolved?.lines.map(\.text) == resolved.lines.map(\.text))
    #expect(second.steps.map(\.reference.id) == first.definition?.steps.map(\.reference.id))
    #expect(second.steps.map(\.condition) == first.definition?.steps.map(\.condition))
    #expect(second.steps.map(\.branches) == first.definition?.steps.map(\.branches))
    #expect(second.destination == "a b: c/${x}.jsonl")
    #expect(second.deadLetters == "dead.jsonl")
  }

  @Test func eachValueTellsWhereItComesFrom() throws {
    let reading = try read(Self.rich, set: ["summarize.sentences=4"], profiles: ["quick"])
    let lines = try #require(reading.definition?.resolved, "\(reading.diagnostics)").lines
    func origin(_ text: String) -> String? { lines.last { $0.text.contains(text) }?.origin }
    #expect(origin("description:") == "$WHAT, dir/p.yaml:2")
    #expect(origin("sentences: 3") == "with.n, dir/p.yaml:3")
    #expect(origin("lead_bias: 0.25") == "profile quick, dir/p.yaml:4")
    #expect(origin("sentences: 4") == "--set summarize.sentences")
    #expect(origin("method: textrank") == "default")
    #expect(origin("on_error: keep") == "dir/p.yaml:16")
  }
}

extension CompositionTests {
  @Test func twoWrongProfilesAreEachShownAsTheyWereWritten() throws {
    let reading = DefinitionReader(catalog: try TestPlugin.catalog(), profiles: ["first", "second"]).read(
      "stages: [clean, output.jsonl]", file: "p.yaml")
    let text = DiagnosticRenderer(sources: reading.sources).render(reading.diagnostics)
    #expect(text.contains(" 1 | first\n") && text.contains(" 1 | second\n"), "\(text)")
  }

  @Test func settingAnOptionOfAStageThatAProfileTookOutSaysSo() throws {
    let yaml = "profiles: { q: { summarize: false } }\nstages: [clean, summarize, output.jsonl]"
    let reading = DefinitionReader(
      catalog: try TestPlugin.catalog(), overrides: [Override("summarize.sentences=2")], profiles: ["q"]
    ).read(yaml, file: "p.yaml")
    #expect(reading.diagnostics.map(\.message) == ["the profile \"q\" takes the stage \"summarize\" out"])
  }

  @Test func theCommandLineTakesAStageOutAsAProfileDoes() throws {
    func read(_ sets: [String], profiles: [String] = []) throws -> (stages: [String]?, messages: [String]) {
      let yaml = """
        profiles: { q: { summarize: false } }
        stages: [clean, { clean: , id: again.too }, summarize, output.jsonl]
        """
      let reading = DefinitionReader(
        catalog: try TestPlugin.catalog(), overrides: sets.map { Override($0) }, profiles: profiles
      ).read(yaml, file: "p.yaml")
      return (reading.definition?.steps.map(\.reference.id), reading.diagnostics.map(\.message))
    }
    #expect(try read(["summarize=false"]).stages == ["clean", "again.too", "output.jsonl"])
    #expect(try read(["again.too=false"]).stages == ["clean", "summarize", "output.jsonl"])
    #expect(try read(["summarize=false"], profiles: ["q"]).stages == ["clean", "again.too", "output.jsonl"])
    #expect(
      try read(["summarize=false", "summarize.sentences=2"]).messages == [
        "--set summarize=false takes the stage \"summarize\" out"
      ])
    for set in ["summarize=true", "summarize={ sentences: 2 }", "summarize='false'"] {
      #expect(
        try read([set]).messages == ["\"summarize\" is a stage, and takes no value but false"], "\(set)")
    }
    #expect(try read(["nothing=false"]).messages == ["\"nothing=false\" sets nothing"])
    #expect(try read(["rejects=false"]).messages == ["\"rejects\" takes text, found false"])
  }

  @Test func aSettingThatIsNotYAMLTellsWhy() throws {
    let reading = DefinitionReader(
      catalog: try TestPlugin.catalog(), overrides: [Override("input.include=[a")]
    ).read("stages: [clean, output.jsonl]", file: "p.yaml")
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.message.contains("cannot be read") == true, "\(reading.diagnostics)")
  }
}
