import ArgumentParser
import Copydesk

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a pipeline and show every mistake, without running it.",
    discussion: "Exits with 1 when there is an error. Warnings do not count.")

  @OptionGroup var arguments: DefinitionArguments

  @Flag(
    help: """
      Print the pipeline as it works: includes, parameters, variables, profiles and defaults put in, and for each \
      value where it comes from.
      """)
  var resolved = false

  func run() throws {
    try reportingErrors(code: 1) {
      let (reading, path) = try arguments.read()
      if !reading.diagnostics.isEmpty { Terminal.show(reading.diagnostics, sources: reading.sources) }
      guard let definition = reading.definition else {
        let errors = reading.diagnostics.count { $0.severity == .error }
        Terminal.message("\(path): \(Figures.count(errors, "error"))")
        throw ExitCode(1)
      }
      if resolved, let yaml = definition.resolved?.yaml { Terminal.output(yaml) }
      let stages = definition.steps.map(\.reference.id).joined(separator: " → ")
      Terminal.message("\(path): no errors. \(definition.name): \(stages)")
    }
  }
}
