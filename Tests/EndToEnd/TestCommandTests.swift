import Foundation
import Testing

/// `copydesk test` on the built binary.
@Suite struct TestCommandTests {
  private let copydesk: Copydesk

  init() throws { copydesk = try Copydesk() }

  private static let stages = """
    name: harbour
    stages:
      - clean
      - summarize: { sentences: 1 }
        when: { words: { at_least: 500 } }
      - output.jsonl: { path: out/harbour.jsonl }

    """

  private static let article = """
            Published: Mon, April 23, 2018
            Europe | By Ada Moreno

            Harbour reopens after storm

            The harbour of Lisbon reopened on Monday.

            Repairs will cost $3.5 million.

            Like this:
    """

  /// A definition with a test that passes and one that does not.
  private func writePipeline() throws {
    try copydesk.write(
      Self.stages + """
        tests:
          # The good one.
          - name: the byline is lifted
            input: |
        \(Self.article)
            expect: { byline: Ada Moreno }
          - name: the text stays
            input: |
        \(Self.article)
            expect:
              verdict: dropped     # in some runs
              title: Harbour closed
              text: |
                The harbour of Lisbon reopened on Sunday.

                Repairs will cost $3.5 million.
              removed: ["Like that:"]
        # The end.

        """, to: "p.yaml")
  }

  @Test(arguments: ["news", "clean"]) func theShippedPipelinesPassTheirTests(_ name: String) throws {
    let outcome = try copydesk.run("test", name)
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains(" passed") && !outcome.output.contains("no tests"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func aFailureIsShownWithWhatWasExpectedAndWhatWasFound() throws {
    try writePipeline()
    let outcome = try copydesk.run("test", "p.yaml")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("✓ the byline is lifted"))
    let failure = """
          p.yaml:22   - expected  + found
          verdict
            - dropped
            + kept
          title
            - Harbour closed
            + Harbour reopens after storm
          text
            - The harbour of Lisbon reopened on Sunday.
            + The harbour of Lisbon reopened on Monday.
              
              Repairs will cost $3.5 million.
          removed
            - Like that:
      """
    #expect(outcome.output.contains(failure), "\(outcome.output)")
    #expect(outcome.output.contains("footer.like         Like this:"), "\(outcome.output)")
    #expect(outcome.output.hasSuffix("2 tests: 1 passed, 1 failed\n"), "\(outcome.output)")
    #expect(!outcome.output.contains("\u{1B}"), "no colours where there is no terminal")
    #expect(!copydesk.exists("out"), "a test writes nothing")
  }

  @Test func aLongTextIsShownWhereItDiffersAndAnEntityWithTheNearest() throws {
    let lines = (1...12).map { "Paragraph \($0) tells of the harbour of Lisbon." }
    func block(_ lines: [String]) -> String { lines.map { "        \($0)" }.joined(separator: "\n") }
    var other = lines
    other[6] = "Paragraph seven."
    try copydesk.write(
      """
      stages: [entities, output.jsonl]
      tests:
        - name: long
          input: |
      \(block(lines))
          expect:
            text: |
      \(block(other))
            entities: [{ ORG: Lisbon }, { PERSON: Ada Moreno }]
            rules: [nothing]
            contains: [Paragraph 3 tells of the port of Lisbon.]
            lacks: [Paragraph 4]
      """, to: "p.yaml")
    let outcome = try copydesk.run("test", "p.yaml")
    let wanted = """
          text
              … 4 lines the same
              Paragraph 5 tells of the harbour of Lisbon.
              Paragraph 6 tells of the harbour of Lisbon.
            - Paragraph seven.
            + Paragraph 7 tells of the harbour of Lisbon.
              Paragraph 8 tells of the harbour of Lisbon.
              Paragraph 9 tells of the harbour of Lisbon.
              … 3 lines the same
          entities
            - ORG: Lisbon
            + PLACE: Lisbon  the nearest
            - PERSON: Ada Moreno
            + PLACE: Lisbon
          rules
            - nothing
            + no rule decides
          contains
            - Paragraph 3 tells of the port of Lisbon.
            + Paragraph 3 tells of the harbour of Lisbon.
          lacks
            it is there: Paragraph 4
      """
    #expect(outcome.output.contains(wanted), "\(outcome.output)")
  }

  @Test func updateWritesWhatWasSeenAndLeavesTheRestOfTheFileAlone() throws {
    try writePipeline()
    let before = String(decoding: copydesk.data("p.yaml"), as: UTF8.self)
    let outcome = try copydesk.run("test", "p.yaml", "--update")
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    #expect(outcome.output.contains("2 tests: 2 passed (1 updated)"), "\(outcome.output)")
    let after = String(decoding: copydesk.data("p.yaml"), as: UTF8.self)
    #expect(
      after
        == before
        .replacingOccurrences(of: "verdict: dropped  ", with: "verdict: kept  ")
        .replacingOccurrences(of: "title: Harbour closed", with: "title: Harbour reopens after storm")
        .replacingOccurrences(of: "reopened on Sunday", with: "reopened on Monday")
        .replacingOccurrences(
          of: "removed: [\"Like that:\"]", with: "removed:\n        - \"Like this:\""), "\(after)")
    #expect(try copydesk.run("test", "p.yaml").exitCode == 0)
    let again = try copydesk.run("test", "p.yaml", "--update")
    #expect(again.exitCode == 0)
    #expect(String(decoding: copydesk.data("p.yaml"), as: UTF8.self) == after)
  }

  @Test func updateFillsInATestThatExpectsNothing() throws {
    try copydesk.write(
      Self.stages + "tests:\n  - name: new\n    input: |\n\(Self.article)\n# end\n", to: "p.yaml")
    let before = try copydesk.run("test", "p.yaml")
    #expect(before.exitCode == 1)
    #expect(before.errors.contains("warning[CD127]: the test expects nothing"))
    #expect(try copydesk.run("test", "p.yaml", "--update").exitCode == 0)
    let after = String(decoding: copydesk.data("p.yaml"), as: UTF8.self)
    #expect(
      after.contains(
        """
            expect:
              verdict: kept
              title: Harbour reopens after storm
              byline: Ada Moreno
              published: 2018-04-23
              removed:
        """), "\(after)")
    #expect(after.hasSuffix("\n# end\n"))
    let fresh = try copydesk.run("test", "p.yaml")
    #expect(fresh.exitCode == 0 && fresh.errors.isEmpty)
  }

  @Test func aTestAtTheEndOfAFileWithoutALineEndIsUpdated() throws {
    let yaml = "stages: [clean, output.jsonl]\ntests:\n- name: one\n  input: |\n    Text.\n\n    Like this:"
    try copydesk.write(yaml, to: "p.yaml")
    let outcome = try copydesk.run("test", "p.yaml", "--update")
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    #expect(
      String(decoding: copydesk.data("p.yaml"), as: UTF8.self)
        == yaml + "\n  expect:\n    verdict: kept\n    removed:\n      - \"Like this:\"")
  }

  @Test func aByteOrderMarkIsKept() throws {
    let yaml =
      "\u{FEFF}{ stages: [clean, output.jsonl], tests: [{ name: a, input: b, expect: { title: c } }] }\n"
    try copydesk.write(yaml, to: "p.yaml")
    #expect(try copydesk.run("test", "p.yaml", "--update").exitCode == 0)
    #expect(copydesk.data("p.yaml") == Data(yaml.replacing("title: c", with: "title: null").utf8))
  }

  @Test func whatCannotBeUpdatedInPlaceIsLeftAsItIs() throws {
    let yaml =
      Self.stages + "tests:\n  - name: one\n    input: Text.\n    expect: &e\n      verdict: dropped\n"
      + "  - name: two\n    input: Text.\n    expect: *e\n"
    try copydesk.write(yaml, to: "p.yaml")
    let outcome = try copydesk.run("test", "p.yaml", "--update")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("cannot be updated in place"), "\(outcome.errors)")
    #expect(String(decoding: copydesk.data("p.yaml"), as: UTF8.self) == yaml)
  }

  @Test func aFilterChoosesTestsByName() throws {
    try writePipeline()
    let outcome = try copydesk.run("test", "p.yaml", "--filter", "BYLINE")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.hasSuffix("1 test: 1 passed\n"), "\(outcome.output)")
    let none = try copydesk.run("test", "p.yaml", "--filter", "whales")
    #expect(none.exitCode == 1)
    #expect(none.errors.contains("no test has \"whales\" in its name"))
  }

  @Test func withoutANameAllPipelinesOfTheFolderAreTested() throws {
    try copydesk.write(
      "stages: [clean, output.jsonl]\ntests: [{ name: t, input: Text., expect: { verdict: kept } }]\n",
      to: "pipelines/a.yaml")
    try copydesk.write("stages: [clean, output.jsonl]\n", to: "pipelines/b.yaml")
    let outcome = try copydesk.run("test")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("b  pipelines/b.yaml\n  no tests\n"), "\(outcome.output)")
    try copydesk.write("stages: [claen]\n", to: "pipelines/c.yaml")
    let broken = try copydesk.run("test")
    #expect(broken.exitCode == 1)
    #expect(broken.errors.contains("pipelines/c.yaml:1:10: error[CD102]"), "\(broken.errors)")
    #expect(broken.output.hasSuffix("1 test: 1 passed, 1 pipeline with errors\n"), "\(broken.output)")
  }

  @Test func coverageTellsWhatNoTestHasSeen() throws {
    try writePipeline()
    let outcome = try copydesk.run("test", "p.yaml", "--coverage")
    #expect(outcome.output.contains("Coverage  1 of 2 stages"), "\(outcome.output)")
    #expect(outcome.output.contains("never  summarize (line 4)  its \"when\" held for none of 2"))
    #expect(outcome.output.contains("footer.like         2×"), "\(outcome.output)")
    let never = outcome.output.split(separator: "\n").first { $0.contains("never:") }
    #expect(never?.contains("footer.follow") ?? false, "\(outcome.output)")
  }

  @Test func optionsCanBeSet() throws {
    try copydesk.write(
      Self.stages + "tests:\n  - name: one\n    input: |\n\(Self.article)\n    expect: { published: null }\n",
      to: "p.yaml")
    #expect(try copydesk.run("test", "p.yaml").exitCode == 1)
    #expect(try copydesk.run("test", "p.yaml", "--set", "clean.lift=false").exitCode == 0)
  }

  @Test func aMistakeInATestIsFoundByCheckAndByRun() throws {
    try copydesk.write(
      Self.stages + "tests: [{ name: a, input: b, expect: { verdict: keep } }]\n", to: "p.yaml")
    for arguments in [["check", "p.yaml"], ["test", "p.yaml"]] {
      let outcome = try copydesk.run(arguments: arguments)
      #expect(outcome.exitCode == 1)
      #expect(
        outcome.errors.contains("error[CD106]: \"keep\" is not one of the choices"), "\(outcome.errors)")
    }
  }
}
