import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition

/// A pipeline and what the command line changes in it.
struct DefinitionArguments: ParsableArguments {
  @Argument(
    help: "A pipeline's name (see: copydesk list pipelines) or the path of a YAML file.",
    completion: .custom { _, _, _ in PipelineLocator().names.map(\.name) })
  var pipeline: String

  @OptionGroup var changes: DefinitionChanges

  /// Reads the definition, with the process's environment.
  func read(
    output: OutputChoice? = nil, memory: Int? = nil, workers: Int = 1, log: StageLog = .none
  ) throws -> (reading: DefinitionReader.Reading, path: String) {
    try changes.read(pipeline, output: output, memory: memory, workers: workers, log: log)
  }
}

/// What the command line changes in a pipeline.
struct DefinitionChanges: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set an option of a stage, as if the pipeline said so; in one that is a mapping a name: input.fields.text=body.",
      valueName: "stage.option=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "Make the changes of one of the pipeline's profiles; may be repeated.", valueName: "name"))
  var profiles: [String] = []

  @Flag(help: "Let the pipeline start the programs and load the plugins that it names.")
  var allowExternal = false

  @OptionGroup var plugins: PluginOptions

  /// The changes as words of a command line, for a command that is to make them again.
  var words: [String] {
    profiles.flatMap { ["--profile", $0] } + overrides.flatMap { ["--set", $0] }
      + (allowExternal ? ["--allow-external"] : []) + plugins.plugins.flatMap { ["--plugin", $0] }
  }

  /// Reads a definition by its name or path, with the process's environment.
  /// - Parameters:
  ///   - output: where its output goes instead.
  ///   - memory: bytes that what stages keep, of documents and for each thread, may take.
  ///   - workers: how many threads will work on documents.
  ///   - log: where its stages tell what goes on.
  func read(
    _ pipeline: String, output: OutputChoice? = nil, memory: Int? = nil, workers: Int = 1,
    log: StageLog = .none
  ) throws -> (reading: DefinitionReader.Reading, path: String) {
    let found = try PipelineLocator().find(pipeline)
    let reader = try reader(output: output, memory: memory, workers: workers, log: log)
    return (reader.read(found.text, file: found.path), found.path)
  }

  /// What reads definitions, with the process's environment and with these changes.
  func reader(
    output: OutputChoice? = nil, memory: Int? = nil, workers: Int = 1, log: StageLog = .none
  ) throws -> DefinitionReader {
    var surroundings = Surroundings(allowExternal: allowExternal, log: log)
    surroundings.memory = memory
    surroundings.workers = workers
    var overrides = overrides.map { Override($0) }
    if let output { overrides.append(Override(output: "path", value: output.path, flag: output.flag)) }
    return DefinitionReader(
      catalog: try plugins.catalog(), environment: ProcessInfo.processInfo.environment, overrides: overrides,
      profiles: profiles, surroundings: surroundings
    ) { path in
      FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
    } loadPlugin: { path, catalog throws(CopydeskError) in
      try PluginOptions.load(path, into: &catalog)
    }
  }
}

/// Where the output of a pipeline goes instead.
struct OutputChoice {
  let path: String
  /// How mistakes about it call the place where it was chosen.
  var flag = "-o"
}

/// Runs the body of a command and shows what it throws.
/// - Parameter code: the exit code for what goes wrong.
func reportingErrors<Value>(code: Int32, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as CopydeskError {
    Terminal.show(error.diagnostics)
    throw ExitCode(code)
  }
}

/// Runs what rehearses a pipeline and shows what it throws. An input that is not there is a mistake of the command line
/// (1), anything else ends the run (3).
func reportingRehearsalErrors(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as CopydeskError {
    Terminal.show(error.diagnostics)
    throw ExitCode(error.diagnostics.contains { $0.code == .missingInput } ? 1 : 3)
  }
}
