import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run the documents that failed again, from their original bytes.",
    discussion: """
      Takes a run's dead letters through the pipeline, after it was mended:

        copydesk run news articles/                 3 failed
        copydesk replay news out/news.dead.jsonl    writes out/news.replay.jsonl

      The documents keep their ids and their places in the files that they came from. Nothing of the first result is \
      changed: the output, its rejects and what fails again go to files of their own, beside the dead letters or \
      where -o says. Where the run was given -o, the replay writes in the form of that file. A file that could not be opened the first time is read now. Repetitions of documents of the \
      first run are not seen.

      Exit codes: 0 all of them went through, 1 the pipeline or the arguments are wrong, 2 some failed again, 3 the \
      run could not continue.
      """)

  @OptionGroup var arguments: DefinitionArguments

  @Argument(
    help: ArgumentHelp(
      "The dead letters that a run wrote, or another file of the run.", valueName: "dead-letters"),
    completion: .file(extensions: ["jsonl"]))
  var result: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the output goes (default: beside the dead letters, as ….replay.jsonl).", valueName: "path"))
  var output: String?

  @Option(help: "Threads to work with (default: the machine's cores).")
  var workers: Int?

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers takes 1 to 1024") }
  }

  func run() throws {
    var letters = result
    var prepared: (run: PipelineRun, definition: Definition)?
    let settings = RunSettings(workers: workers ?? RunSettings.availableCores)
    try reportingErrors(code: 1) {
      let plain = try read(nil, isQuiet: quiet)
      let files = try ResultFiles(result)
      guard let deadLetters = files.manifest == nil ? result : files.deadLetters else {
        throw CopydeskError(
          .missingInput, "no document of the run that \"\(result)\" belongs to has failed",
          help: "there is nothing to run again")
      }
      let remembered = output == nil && Self.outputs(of: plain) == 1 ? files.manifest?.pipeline.output : nil
      let first = try remembered.map { try read(OutputChoice(path: $0, flag: Self.remembered)) } ?? plain
      var definition = try redirected(first, deadLetters, files, remembered)
      definition.reference = arguments.pipeline
      letters = deadLetters
      prepared = (
        try PipelineRun(definition, replaying: deadLetters, settings: settings), definition
      )
    }
    guard let (run, definition) = prepared else { return }
    try Execution(
      run: run, definition: definition, inputs: [letters], workers: settings.workers, isQuiet: quiet,
      changes: arguments.changes.words
    ).execute()
  }

  /// The pipeline with outputs of its own.
  private func redirected(
    _ first: Definition, _ deadLetters: String, _ files: ResultFiles, _ remembered: String?
  ) throws -> Definition {
    let plan = ReplayPlan(deadLetters, of: first)
    var choice: OutputChoice?
    if Self.outputs(of: first) == 1 {
      choice =
        output.map { OutputChoice(path: $0) }
        ?? remembered.map { _ in OutputChoice(path: plan.path(of: first), flag: Self.remembered) }
    }
    var command = self
    if choice == nil || output != nil {
      command.arguments.changes.overrides += plan.overrides(for: first, output: output)
    }
    var definition = try command.read(choice)
    definition.output = choice?.path
    let written = files.manifest?.files.flatMap { [$0.path] + $0.parts.map(\.path) } ?? []
    return try plan.guarding(definition, first: first, files: files.paths + written)
  }

  /// How mistakes about the output call it where the user named it for the run and not for the replay.
  private static let remembered = "-o of the run"

  /// The pipeline with this output.
  private func read(_ output: OutputChoice?, isQuiet: Bool = true) throws -> Definition {
    let (reading, _) = try arguments.read(output: output)
    let shown = reading.hasErrors || !isQuiet ? reading.diagnostics : []
    if !shown.isEmpty { Terminal.show(shown, sources: reading.sources) }
    guard let definition = reading.definition else { throw ExitCode(1) }
    return definition
  }

  private static func outputs(of definition: Definition) -> Int {
    definition.steps.count { $0.component is any Sink }
  }
}
