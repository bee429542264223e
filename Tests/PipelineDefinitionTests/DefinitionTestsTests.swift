import Copydesk
import Foundation
import PipelineDefinition
import Testing

/// The `tests` of a definition as they are read.
@Suite struct DefinitionTestsTests {
  private func reading(_ tests: String, file: String = "p.yaml") throws -> DefinitionReader.Reading {
    let yaml = "stages: [clean, output.jsonl]\n" + tests
    return DefinitionReader(catalog: try TestPlugin.catalog()).read(yaml, file: file)
  }

  private func tests(_ yaml: String) throws -> [DefinitionTest] {
    let reading = try reading(yaml)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    return try #require(reading.definition).tests
  }

  @Test func aTestHasOneDocumentAndChecksInTheirOrder() throws {
    let test = try #require(
      try tests(
        """
        tests:
          - name: all there is
            format: markdown
            input: |
              One line.
            expect:
              title: A
              verdict: kept
              summary:
              metadata: { n: 3, s: "3", t: true }
              contains: [a, b]
              lacks: c
              entities: [{ PERSON: Lisa Hogan }, { DATE: Thursday, value: 2018-05-10 }]
              removed: []
              rules: [footer.share]
        """
      ).first)
    #expect(test.name == "all there is" && test.location.line == 3)
    #expect(test.inputs.map(\.content) == [.text("One line.\n")])
    #expect(test.inputs.map(\.format) == [.markdown])
    #expect(
      test.expectations.first?.checks == [
        .field(.title, "A"), .verdict(.kept), .field(.summary, nil),
        .metadata([.init("n", 3), .init("s", "3"), .init("t", true)]), .contains(["a", "b"]), .lacks(["c"]),
        .entities([
          .init(label: "PERSON", text: "Lisa Hogan"),
          .init(label: "DATE", text: "Thursday", value: "2018-05-10"),
        ]), .removed([]), .rules(["footer.share"]),
      ])
  }

  @Test func severalDocumentsHaveIdsFieldsAndClusters() throws {
    let test = try #require(
      try tests(
        """
        tests:
          - name: two
            format: html
            inputs:
              - { id: a, text: One., title: T, byline: B, format: text, section: S, published: 2018-05-10, language: en }
              - { text: Two., metadata: { desk: local } }
            clusters: [[a, "2"]]
            expect:
              "2": { duplicate_of: a }
        """
      ).first)
    #expect(test.namesDocuments && test.inputs.map(\.id) == ["a", "2"])
    #expect(test.inputs[0].title == "T" && test.inputs[0].published?.description == "2018-05-10")
    #expect(test.inputs.map(\.format) == [.text, .html], "the test's format is that of all that say nothing")
    #expect(test.inputs[1].metadata == [.init("desk", "local")])
    #expect(test.clusters == [["a", "2"]])
    #expect(test.expectations == [.init(document: "2", checks: [.field(.duplicateOf, "a")])])
  }

  @Test func aFileIsLookedForBesideTheDefinitionAndGivesTheFormat() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("<p>Page</p>".utf8).write(to: URL(fileURLWithPath: folder + "/page.html"))
    let yaml = "tests: [{ name: page, file: page.html, expect: { verdict: kept } }]"
    let found = try reading(yaml, file: folder + "/p.yaml")
    #expect(found.definition?.tests.first?.inputs.first?.content == .file(path: folder + "/page.html"))
    #expect(found.definition?.tests.first?.inputs.first?.format == .html)
    #expect(try reading(yaml).diagnostics.map(\.message) == ["there is no file \"page.html\""])
  }

  @Test func textThatLooksLikeAVariableIsText() throws {
    let test = try #require(
      try tests("tests: [{ name: a, input: '${HOME}', expect: { text: '${X}' } }]").first)
    #expect(test.inputs.map(\.content) == [.text("${HOME}")])
  }

  @Test func aTestThatExpectsNothingIsAWarning() throws {
    let reading = try reading("tests: [{ name: a, input: Text. }]")
    #expect(reading.definition?.tests.first?.expectsNothing == true)
    #expect(reading.diagnostics.map(\.severity) == [.warning])
    #expect(reading.diagnostics.first?.help == "\"copydesk test --update\" writes down what is seen")
  }

  @Test(
    arguments: [
      ("tests: []", "2:8: error[CD127]: there are no tests in \"tests\""),
      ("tests: one", "2:8: error[CD104]: \"tests\" takes a list of tests, found the text \"one\""),
      ("tests: [one]", "2:9: error[CD104]: \"tests\" takes tests, each a mapping"),
      ("tests: [{ input: a, expect: { verdict: kept } }]", "2:9: error[CD127]: a test needs a name"),
      ("tests: [{ name: a, expect: { verdict: kept } }]", "2:9: error[CD127]: there is no text to work on"),
      (
        "tests:\n  - { name: a, input: b, file: c.txt, expect: { verdict: kept } }",
        "3:32: error[CD127]: the text is given more than once: input, file"
      ),
      (
        "tests: [{ name: a, inptu: x, expect: { verdict: kept } }]",
        "2:20: error[CD108]: a test has no key \"inptu\""
      ),
      (
        "tests: [{ name: a, input: x, format: htm, expect: { verdict: kept } }]",
        "2:38: error[CD106]: \"htm\" is not one of the choices"
      ),
      (
        "tests: [{ name: a, input: x, expect: { verdict: keep } }]",
        "2:49: error[CD106]: \"keep\" is not one of the choices"
      ),
      ("tests: [{ name: a, input: x, expect: { titel: x } }]", "what a test expects has no key \"titel\""),
      ("tests: [{ name: a, input: x, expect: kept }]", "2:38: error[CD104]: \"expect\" takes what must hold"),
      ("tests: [{ name: a, input: x, expect: { title: [b] } }]", "error[CD104]: \"title\" takes text"),
      ("tests: [{ name: a, input: x, expect: { removed: { a: b } } }]", "takes a list of texts"),
      ("tests: [{ name: a, input: x, expect: { contains: [] } }]", "\"contains\" names nothing to look for"),
      (
        "tests: [{ name: a, input: x, expect: { entities: [Lisa] } }]",
        "for instance: [{ PERSON: Lisa Hogan }]"
      ),
      ("tests: [{ name: a, input: x, expect: { published: May } }]", "error[CD127]: \"May\" is not a date"),
      ("tests: [{ name: a, input: [x], expect: { verdict: kept } }]", "error[CD104]: \"input\" takes text"),
      (
        "tests: [{ name: a, file: nowhere.txt, expect: { verdict: kept } }]",
        "2:26: error[CD127]: there is no file \"nowhere.txt\""
      ),
      (
        "tests: [{ name: a, file: dump.jsonl, expect: { verdict: kept } }]",
        "error[CD127]: \"dump.jsonl\" holds records, but a test's file is one document"
      ),
      ("tests: [{ name: a, inputs: [], expect: {} }]", "2:28: error[CD127]: \"inputs\" names no documents"),
      (
        "tests: [{ name: a, inputs: [{ id: x, text: t }], expect: { y: { verdict: kept } } }]",
        "2:60: error[CD127]: the test has no input \"y\""
      ),
      (
        "tests: [{ name: a, inputs: [{ id: x, text: t }, { id: x, text: u }], clusters: [[x]] }]",
        "error[CD127]: two inputs have the id \"x\""
      ),
      (
        "tests: [{ name: a, inputs: [{ id: x, text: t }], clusters: [[x], [y]] }]",
        "error[CD127]: the test has no input \"y\""
      ),
      (
        "tests: [{ name: a, inputs: [{ id: x, text: t }], clusters: [[x], [x]] }]",
        "error[CD127]: \"x\" is in a cluster already"
      ),
      (
        "tests: [{ name: a, inputs: [{ id: x, txt: t }], clusters: [[x]] }]",
        "error[CD108]: an input has no key \"txt\""
      ),
      (
        "tests: [{ name: a, input: x, expect: { duplicate_of: b } }]",
        "error[CD127]: the test has no input \"b\""
      ),
      (
        "tests:\n  - { name: a, input: x, expect: { title: x } }\n  - { name: a, input: x, expect: { title: x } }",
        "4:5: error[CD127]: two tests are named \"a\""
      ),
    ])
  func aMistakeIsNamedAtItsPlace(_ yaml: String, _ wanted: String) throws {
    let reading = try reading(yaml)
    let text = DiagnosticRenderer(sources: reading.sources).render(reading.diagnostics)
    #expect(text.contains(wanted), "\(text)")
    #expect(reading.definition == nil)
  }

  @Test func allMistakesOfATestAreShownInOneRun() throws {
    let reading = try reading("tests: [{ nam: a, inpt: b, format: pdf, expect: { verdct: kept, titl: x } }]")
    #expect(reading.diagnostics.count >= 5, "\(reading.diagnostics)")
    #expect(reading.diagnostics.contains { $0.help == "did you mean \"verdict\"?" })
    #expect(reading.diagnostics.contains { $0.help == "did you mean \"title\"?" })
  }
}
