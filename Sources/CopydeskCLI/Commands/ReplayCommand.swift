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
      where -o says. Where the run was given -o, the replay writes in the form of that file. A file that could not be \
      opened the first time is read now; an archive or a file of records that could not be read on is not: run the \
      pipeline on it again. Repetitions of documents of the first run are seen only where dedupe.documents has an index.

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
      let files = try ResultFiles(result)
      guard let deadLetters = files.manifest == nil ? result : files.deadLetters else {
        throw CopydeskError(
          .missingInput, "no document of the run that \"\(result)\" belongs to has failed",
          help: "there is nothing to run again")
      }
      let pipeline = try reading(after: files.manifest?.pipeline.output)
      let first = try accepted(pipeline.reading, isQuiet: quiet)
      var definition = try redirected(first, deadLetters, files, pipeline.origin)
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

  /// Which output a pipeline was read with, before that of the replay is known.
  private enum Origin {
    /// Its own, or the one behind `-o` of the run, where the replay does not go by it.
    case run
    /// The one behind `-o` of the run, whose form the replay keeps.
    case remembered
    /// The one behind `-o` of the replay.
    case replay
  }

  /// The pipeline as it was when the documents failed, as far as that can be told.
  ///
  /// What `--set` says may be for an output that is there only because of `-o`: a pipeline that has mistakes with the one
  /// output may have none with another.
  /// - Parameter remembered: what the run was given as `-o`.
  private func reading(
    after remembered: String?
  ) throws -> (reading: DefinitionReader.Reading, origin: Origin) {
    let chosen = remembered.map { OutputChoice(path: $0, flag: Self.remembered) }
    if let output {
      let plain = try arguments.read().reading
      if plain.definition != nil { return (plain, .run) }
      if let chosen {
        let asRun = try arguments.read(output: chosen).reading
        if asRun.definition != nil { return (asRun, .run) }
      }
      let chosen = try arguments.read(output: OutputChoice(path: output)).reading
      return (Self.plainer(chosen, plain), .replay)
    }
    guard let chosen else { return (try arguments.read().reading, .run) }
    let asRun = try arguments.read(output: chosen).reading
    if let definition = asRun.definition, Self.outputs(of: definition) == 1 { return (asRun, .remembered) }
    let plain = try arguments.read().reading
    if let definition = plain.definition, Self.outputs(of: definition) != 1 { return (plain, .run) }
    return (plain.definition == nil ? Self.plainer(asRun, plain) : asRun, .run)
  }

  /// Of two readings the one that tells of the mistakes alone, not also of an output that does not fit.
  private static func plainer(
    _ chosen: DefinitionReader.Reading, _ plain: DefinitionReader.Reading
  ) -> DefinitionReader.Reading {
    if chosen.definition != nil { return chosen }
    return chosen.diagnostics.count > plain.diagnostics.count ? plain : chosen
  }

  /// The pipeline with outputs of its own.
  private func redirected(
    _ first: Definition, _ deadLetters: String, _ files: ResultFiles, _ origin: Origin
  ) throws -> Definition {
    let plan = ReplayPlan(deadLetters, of: first)
    var choice: OutputChoice?
    if Self.outputs(of: first) == 1 {
      choice =
        output.map { OutputChoice(path: $0) }
        ?? (origin == .remembered ? OutputChoice(path: plan.path(of: first), flag: Self.remembered) : nil)
    }
    var command = self
    if choice == nil || output != nil {
      command.arguments.changes.overrides += plan.overrides(for: first, output: output)
    }
    var definition = try accepted(try command.arguments.read(output: choice).reading, isQuiet: true)
    definition.output = choice?.path
    let written = files.manifest?.files.flatMap { [$0.path] + $0.parts.map(\.path) } ?? []
    return try plan.guarding(
      definition, first: origin == .replay ? nil : first, files: files.paths + written)
  }

  /// How mistakes about the output call it where the user named it for the run and not for the replay.
  private static let remembered = "-o of the run"

  /// The definition that was read; shows what is to be said of it.
  private func accepted(_ reading: DefinitionReader.Reading, isQuiet: Bool) throws -> Definition {
    let shown = reading.hasErrors || !isQuiet ? reading.diagnostics : []
    if !shown.isEmpty { Terminal.show(shown, sources: reading.sources) }
    guard let definition = reading.definition else { throw ExitCode(1) }
    return definition
  }

  private static func outputs(of definition: Definition) -> Int {
    definition.steps.count { $0.component is any Sink }
  }
}
