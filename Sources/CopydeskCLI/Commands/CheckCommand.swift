import ArgumentParser
import Copydesk
import Foundation

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check pipelines and show every mistake, without running them.",
    discussion: """
      Without a pipeline all of pipelines/ are checked. Exits with 1 when there is an error; warnings count with \
      --strict.

        copydesk check news
        copydesk check pipelines/*.yaml --strict --format github

      --format json prints an array of objects with severity, code, message, file, line, column, length, help and \
      explanation (what does not apply is left out); sarif is SARIF 2.1.0, github the commands of GitHub Actions.
      """)

  @Argument(
    help: "Names of pipelines (see: copydesk list pipelines) or paths to YAML files.",
    completion: .custom { _, _, _ in PipelineLocator().names.map(\.name) })
  var pipelines: [String] = []

  @OptionGroup var changes: DefinitionChanges

  @Option(
    help: ArgumentHelp("How to report what was found: human, json, sarif or github.", valueName: "format"))
  var format: CheckFormat = .human

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(
    help: """
      Print the pipeline as it works: includes, parameters, variables, profiles and defaults put in, and for each \
      value where it comes from. Its tests and profiles are left out: it is what a run would do.
      """)
  var resolved = false

  func validate() throws {
    if resolved, format != .human {
      throw ValidationError("--resolved prints the pipeline; --format prints something else: use one of them")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let names = try pipelines.isEmpty ? Self.allPipelines() : pipelines
      var results: [CheckResult] = []
      for name in names {
        let result = try check(name, isFirst: results.isEmpty)
        if format == .human { show(result) }
        results.append(result)
      }
      Terminal.data(format.report(results))
      if format == .human { Self.hint(results) }
      let failures = results.reduce(0) { $0 + $1.count(.error) + (strict ? $1.count(.warning) : 0) }
      if failures > 0 { throw ExitCode(1) }
    }
  }

  private func check(_ name: String, isFirst: Bool) throws -> CheckResult {
    do {
      let (reading, path) = try changes.read(name)
      var result = CheckResult(path: path, diagnostics: reading.diagnostics, sources: reading.sources)
      guard let definition = reading.definition else { return result }
      if resolved, let yaml = definition.resolved?.yaml {
        Terminal.data((isFirst ? "" : "---\n") + yaml)
      }
      let stages = definition.steps.map(\.reference.id).joined(separator: " → ")
      result.summary = "\(definition.name): \(stages)"
      return result
    } catch let error as CopydeskError {
      return CheckResult(path: name, diagnostics: error.diagnostics)
    }
  }

  private func show(_ result: CheckResult) {
    if !result.diagnostics.isEmpty { Terminal.show(result.diagnostics, sources: result.sources) }
    let warnings = Figures.count(result.count(.warning), "warning")
    if let summary = result.summary {
      let found = strict && result.count(.warning) > 0 ? warnings : "no errors"
      Terminal.message("\(result.path): \(found). \(summary)")
    } else {
      Terminal.message("\(result.path): \(Figures.count(result.count(.error), "error"))")
    }
  }

  /// Says once where to read more.
  private static func hint(_ results: [CheckResult]) {
    let found = results.flatMap { $0.diagnostics.inOrderOfPlace() }
    guard let worst = found.first(where: { $0.severity == .error }) ?? found.first else { return }
    let style = Style(for: STDERR_FILENO)
    Terminal.message(style.dim("more about a code: copydesk explain \(worst.code.rawValue)"))
  }

  /// The pipelines of the folder `pipelines` here, by their paths.
  private static func allPipelines() throws -> [String] {
    let folder = "pipelines"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let found = files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !found.isEmpty else {
      throw CopydeskError(
        .missingInput, "there is no pipeline in \(folder)/ here",
        help: "name a pipeline or the path of a YAML file: copydesk check news")
    }
    return found.map { "\(folder)/\($0)" }
  }
}

extension CheckFormat: ExpressibleByArgument {}
