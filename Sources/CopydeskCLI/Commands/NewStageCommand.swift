import ArgumentParser
import Copydesk

struct NewStageCommand: ParsableCommand {
  enum Language: String, ExpressibleByArgument, CaseIterable { case python }

  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Make a stage of your own, with its tests and a pipeline that uses it.",
    discussion: """
        copydesk new stage acme.redact --language python
        cd acme_redact
        python3 -m unittest
        copydesk run pipeline.yaml samples/ --allow-external
      """)

  @Argument(help: "The stage's name: lower-case words joined by dots.")
  var name: String

  @Option(help: "What it is written in.")
  var language: Language

  func validate() throws {
    guard PythonScaffold(name: name).isValid else {
      throw ValidationError("\"\(name)\" is not a stage's name: use lower-case words joined by dots.")
    }
  }

  func run() throws {
    try reportingErrors(code: 1) {
      let scaffold = PythonScaffold(name: name)
      try scaffold.write()
      Terminal.message(scaffold.message)
    }
  }
}
