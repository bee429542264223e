import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples in a pipeline's tests, and show what differs.",
    discussion: """
      The examples stand under `tests:` in the pipeline's YAML file: what goes in, and what is expected to come \
      out. Nothing is written, and each example gets stages that have seen nothing else.

        copydesk test                        every pipeline in pipelines/
        copydesk test news --filter footer   the tests with that in their name
        copydesk test news --update          write what was seen into the file
        copydesk test news --coverage        stages and rules that no test reached

      Exits with 1 when a test fails or a pipeline has a mistake.
      """)

  @Argument(
    help: "Pipelines by name or path; all in pipelines/ when left out.",
    completion: .custom { _, _, _ in PipelineLocator().names.map(\.name) })
  var pipelines: [String] = []

  @Option(
    help: ArgumentHelp("Run only tests that have this in their name; may be repeated.", valueName: "name"))
  var filter: [String] = []

  @Flag(help: "Write what was seen into the YAML file, for each expectation that does not hold.")
  var update = false

  @Flag(help: "Show which stages, rules, conditions and branches the tests have seen at work.")
  var coverage = false

  @Option(help: "Tests to run at a time (default: the machine's cores).")
  var workers: Int?

  @OptionGroup var changes: DefinitionChanges

  func validate() throws {
    if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers takes 1 to 1024") }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      var tally = TestTally()
      for name in try names() { try test(name, &tally) }
      if !filter.isEmpty, tally.count == 0 {
        throw CopydeskError(
          .missingInput, "no test has \"\(filter.joined(separator: "\" or \""))\" in its name",
          help: "leave out --filter to see them all")
      }
      if tally.count > 0 { Terminal.output(tally.line(Style(for: STDOUT_FILENO)) + "\n") }
      if !tally.isGood { throw ExitCode(1) }
    }
  }

  private func names() throws -> [String] {
    guard pipelines.isEmpty else { return pipelines }
    let found = PipelineLocator().names.map(\.path).filter { $0.hasPrefix("pipelines/") }
    guard !found.isEmpty else {
      throw CopydeskError(
        .unknownPipeline, "there are no pipelines in pipelines/", help: "name one: copydesk test news")
    }
    return found
  }

  private func test(_ name: String, _ tally: inout TestTally) throws {
    let style = Style(for: STDOUT_FILENO)
    let found = try PipelineLocator().find(name)
    let reader = try changes.reader()
    let reading = reader.read(found.text, file: found.path)
    if !reading.diagnostics.isEmpty { Terminal.show(reading.diagnostics, sources: reading.sources) }
    guard let definition = reading.definition else {
      tally.brokenPipelines += 1
      return
    }
    Terminal.output(style.bold(definition.name) + "  " + style.dim(found.path) + "\n")
    guard !definition.tests.isEmpty else {
      return Terminal.output("  no tests\n\n")
    }
    var outcomes = run(definition)
    var updated: Set<String> = []
    if update, outcomes.contains(where: { $0.revision != nil }) {
      let updating = TestUpdate(
        reader: reader, path: found.path, text: found.text, tests: definition.tests)
      if let result = try updating.write(outcomes, running: run) {
        updated = Set(zip(outcomes, result).filter { !$0.isPassed && $1.isPassed }.map(\.0.test.name))
        outcomes = result
      }
    }
    for outcome in outcomes {
      Terminal.output(
        TestReport(outcome, style: style).text(isUpdated: updated.contains(outcome.test.name)))
      tally.add(outcome, isUpdated: updated.contains(outcome.test.name))
    }
    if coverage {
      Terminal.output("\n" + CoverageReport(TestCoverage(definition, outcomes), style: style).text)
    }
    Terminal.output("\n")
  }

  private func run(_ definition: Definition) -> [TestOutcome] {
    let tests = definition.tests.filter { test in
      filter.isEmpty || filter.contains { test.name.range(of: $0, options: .caseInsensitive) != nil }
    }
    return DefinitionTestRun(definition, workers: workers ?? RunSettings.availableCores).run(tests)
  }
}

/// What the tests of all pipelines came to.
private struct TestTally {
  var count = 0
  var failed = 0
  var updated = 0
  var brokenPipelines = 0

  var isGood: Bool { failed == 0 && brokenPipelines == 0 }

  mutating func add(_ outcome: TestOutcome, isUpdated: Bool) {
    count += 1
    if !outcome.isPassed { failed += 1 }
    if isUpdated { updated += 1 }
  }

  func line(_ style: Style) -> String {
    var line = "\(Figures.count(count, "test")): " + style.green("\(Figures.grouped(count - failed)) passed")
    if updated > 0 { line += " (" + style.yellow("\(Figures.grouped(updated)) updated") + ")" }
    if failed > 0 { line += ", " + style.red("\(Figures.grouped(failed)) failed") }
    if brokenPipelines > 0 {
      line += ", " + style.red("\(Figures.count(brokenPipelines, "pipeline")) with errors")
    }
    return line
  }
}
