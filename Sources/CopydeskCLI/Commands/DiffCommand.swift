import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner
import Synchronization

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show which documents come out differently under another pipeline.",
    discussion: """
      Runs two pipelines over the same documents, writing nothing, and shows which documents are kept by one and not \
      by the other, with the reasons, and what differs in text, fields, entities and summary where both keep them.

        copydesk diff news stricter.yaml articles/
        copydesk diff old.yaml new.yaml articles/ --sample 1000
        copydesk diff old.yaml new.yaml articles/ --all --exit-code

      A sample is spread over all of the inputs and is the same each time; it is read as the first pipeline's \
      "input" says. With --all, each pipeline reads as it says itself, and all documents are held in memory. --set \
      and --profile change both pipelines.

      Exit codes: 0 done, 1 a pipeline or the arguments are wrong, 3 a run could not continue. With --exit-code, 4 \
      where something differs.
      """)

  @Argument(
    help: "A pipeline's name or the path of a YAML file.",
    completion: .custom { _, _, _ in PipelineLocator().names.map(\.name) })
  var first: String

  @Argument(
    help: "Another one.", completion: .custom { _, _, _ in PipelineLocator().names.map(\.name) })
  var second: String

  @Argument(help: "Files, folders or patterns.", completion: .file())
  var inputs: [String] = []

  @OptionGroup var changes: DefinitionChanges

  @Option(help: ArgumentHelp("How many documents to compare (default: 200).", valueName: "n"))
  var sample: Int?

  @Flag(help: "Compare all documents.")
  var all = false

  @Flag(help: "Only count; list no documents.")
  var summary = false

  @Flag(help: "Exit with 4 if something differs.")
  var exitCode = false

  @Option(help: "Threads to work with (default: the machine's cores).")
  var workers: Int?

  func validate() throws {
    if let sample, sample < 1 { throw ValidationError("--sample takes 1 or more") }
    if sample != nil, all { throw ValidationError("--sample and --all cannot be used together") }
    if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers takes 1 to 1024") }
    if inputs.contains("-") {
      throw ValidationError("standard input can be read once, and two pipelines read it: put it into a file")
    }
    if inputs.isEmpty {
      throw ValidationError("there is nothing to read: name files or folders after the two pipelines")
    }
  }

  func run() throws {
    var definitions: (Definition, Definition)?
    try reportingErrors(code: 1) {
      let readings = try [first, second].map { try changes.read($0).reading }
      for reading in readings where !reading.diagnostics.isEmpty {
        Terminal.show(reading.diagnostics, sources: reading.sources)
      }
      guard let old = readings[0].definition, let new = readings[1].definition else { throw ExitCode(1) }
      definitions = (old, new)
    }
    guard let (old, new) = definitions else { return }
    try reportingRehearsalErrors { try compare(old, new) }
  }

  private func compare(_ old: Definition, _ new: Definition) throws {
    var new = new
    if !all { new.source = old.source }
    let style = Style(for: STDOUT_FILENO)
    let settings = RunSettings(workers: workers ?? RunSettings.availableCores)
    let count = all ? nil : sample ?? 200
    let before = Mutex<[Document]>([])
    try Rehearsal(old, settings: settings).visit(inputs, sample: count) { document in
      before.withLock { $0.append(document) }
    }
    let comparison = Mutex(
      Comparison(before.withLock { $0 }, names: Self.names(first, second), style: style))
    let showsEach = !summary
    try Rehearsal(new, settings: settings).visit(inputs, sample: count) { document in
      let text = comparison.withLock { $0.add(document) }
      if showsEach, let text { Terminal.output(text + "\n") }
    }
    let (rest, counts, differs) = comparison.withLock { ($0.rest(), $0.counts, $0.differs) }
    if showsEach { Terminal.output(rest) }
    Terminal.output(counts)
    if exitCode, differs { throw ExitCode(4) }
  }

  /// What the two are called: the ends of their paths, where those differ.
  private static func names(_ first: String, _ second: String) -> (String, String) {
    func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
    return last(first) == last(second) ? (first, second) : (last(first), last(second))
  }
}
