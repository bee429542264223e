import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition

/// A pipeline whose programs are asked what they offer.
struct PipelineWithPrograms: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "A pipeline whose programs are asked what they offer: its stages named external, by their ids.",
      valueName: "pipeline"),
    completion: .custom { _, _, _ in PipelineLocator().names.map(\.name) })
  var name: String?

  @Flag(help: "Let the pipeline start the programs and load the plugins that it names.")
  var allowExternal = false

  @OptionGroup var plugins: PluginOptions

  /// The definition; nil where no pipeline was named.
  /// - Throws: ``CopydeskError`` with all that is wrong with it.
  func definition() throws -> Definition? {
    guard let name else { return nil }
    let found = try PipelineLocator().find(name)
    let reader = DefinitionReader(
      catalog: try plugins.catalog(), environment: ProcessInfo.processInfo.environment,
      surroundings: Surroundings(allowExternal: allowExternal)
    ) { path in
      FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
    } loadPlugin: { path, catalog throws(CopydeskError) in
      try PluginOptions.load(path, into: &catalog)
    }
    let reading = reader.read(found.text, file: found.path)
    guard let definition = reading.definition else {
      Terminal.show(reading.diagnostics, sources: reading.sources)
      throw ExitCode(1)
    }
    return definition
  }

  /// What the program of a stage has declared.
  func declaration(of stage: String, in definition: Definition) throws -> ComponentDeclaration {
    let declared = definition.steps.compactMap { step in
      (step.component as? any SelfDescribing)?.declaration.map { (step.reference.id, $0) }
    }
    if let found = declared.first(where: { $0.0 == stage || $0.1.name == stage }) { return found.1 }
    // "external" is what all of them are: of a pipeline with one program it says enough.
    let isKind = stage == "external"
    if isKind, declared.count == 1 { return declared[0].1 }
    let ids = declared.map(\.0)
    throw CopydeskError(
      .unknownStage, "the pipeline \"\(definition.name)\" has no program with the id \"\(stage)\"",
      help: isKind && !ids.isEmpty
        ? "it has several: \(ids.joined(separator: ", "))" : Suggestion.help(for: stage, among: ids))
  }
}

extension Surroundings {
  /// The surroundings of a command.
  /// - Parameters:
  ///   - allowExternal: whether the user lets the pipeline start programs and load plugins.
  init(allowExternal: Bool, log: StageLog = .none) {
    let trust = Trust(isGiven: allowExternal)
    self.init(
      allows: trust.permissions, knowsPlugin: trust.knows, remedy: trust.remedy,
      library: ProgramFiles.library,
      log: log)
  }
}
