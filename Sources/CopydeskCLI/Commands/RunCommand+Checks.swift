import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

/// What is looked at before a run begins, and what is said of its beginning.
extension RunCommand {
  func validate() throws {
    if outputs.count > 1 {
      throw ValidationError(
        "-o is given \(outputs.count == 2 ? "twice" : "\(outputs.count) times"), and a run takes one: to write several "
          + "files, give the pipeline several output stages, such as output.csv and output.sqlite")
    }
    // "80x" is a port with a slip of the finger; a file of such a name can be given as ./80x.
    if let metrics, metrics.first?.isNumber == true, !metrics.contains(where: { "./".contains($0) }),
      !(1...65535).contains(Int(metrics) ?? 0)
    {
      throw ValidationError("--metrics takes a port from 1 to 65535, or the path of a file")
    }
    if let report, report == "-" || OutputFile.isFolder(report) {
      throw ValidationError("--report takes the path of a file, such as report.html")
    }
    if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers takes 1 to 1024") }
    if !(1...100_000).contains(batchSize) { throw ValidationError("--batch-size takes 1 to 100000") }
    if let memory, memory.bytes < 128 << 20 { throw ValidationError("--memory takes 128M or more") }
    if let sample, sample < 1 { throw ValidationError("--sample takes 1 or more") }
    if !(0...86400).contains(checkpointInterval) { throw ValidationError("--checkpoint takes 0 to 86400") }
    if watch { try validateWatch() }
    if settle != nil, !watch { throw ValidationError("--settle is for --watch") }
    if let settle, !(0...86400).contains(settle) { throw ValidationError("--settle takes 0 to 86400") }
    if dryRun, report != nil || metrics != nil {
      throw ValidationError("--dry-run writes nothing, so there is no --report and no --metrics")
    }
    if resume, dryRun { throw ValidationError("--dry-run writes nothing that --resume could continue") }
  }

  private func validateWatch() throws {
    if sample != nil {
      throw ValidationError("--watch takes every file; --sample needs to know all of them before it chooses")
    }
    if dryRun {
      throw ValidationError("--watch never ends, so --dry-run has nothing to report; try it without --watch")
    }
    if inputs.contains("-") {
      throw ValidationError("--watch watches folders; standard input is read without it")
    }
    if report != nil {
      throw ValidationError(
        "--watch never ends, so there is no --report; copydesk report makes one at any time")
    }
  }

  /// Keeps the page from replacing what the run reads or writes.
  func refusePage(_ definition: Definition) throws {
    let outputs = definition.steps.compactMap { ($0.component as? any Sink)?.destination }
    for (option, page, path) in [("--report", SidePage.report, report), ("--metrics", .metrics, metrics)] {
      guard let path, Int(path) == nil || page == .report else { continue }
      guard !(inputs + outputs).contains(path) else {
        throw CopydeskError(
          .cannotWrite, "\(option) would write over \"\(path)\", which the run itself reads or writes",
          help: "give it another path")
      }
      try page.refuseToReplace(path)
    }
  }

  /// Refuses a folder where the first output writes a file, before the work instead of after it.
  func refuseFolder(_ definition: Definition) throws {
    guard let output, OutputFile.isFolder(output),
      definition.steps.contains(where: { ($0.component as? any Sink)?.destination == output })
    else { return }
    throw CopydeskError(
      .cannotWrite, "\"\(output)\" is a folder, and the pipeline writes a file", help: "name a file in it")
  }

  /// Ends the command where the run that is to be gone on with is complete.
  func endIfComplete(_ definition: Definition) throws {
    let counts = try PipelineRun.completed(definition, inputs: inputs, sample: sample, program: Self.program)
    guard let counts else { return }
    if !quiet {
      Terminal.message(
        "the run is complete: \(Figures.grouped(counts.read)) documents; there is nothing left to do")
    }
    throw ExitCode(counts.failed > 0 ? 2 : 0)
  }

  /// The command with the output of the run that it is to go on with, where it names none and that run had one.
  /// - Throws: ``CopydeskError`` where several unfinished runs could be meant.
  func rememberingOutput() throws -> RunCommand {
    guard resume, output == nil else { return self }
    // Without the output of that run the pipeline may not be read: --set may be for it.
    let own = try? arguments.read().reading.definition
    if let own, PipelineRun.isUnfinished(own) { return self }
    let found = UnfinishedRun.all(besides: RelativePath.folder(of: own?.destination ?? "")).filter { run in
      run.pipeline == arguments.pipeline && run.inputs == inputs && run.sample == sample
        && run.isFoundByOutput && isJournal(of: run)
    }
    let outputs = found.compactMap(\.output)
    guard let output = outputs.first else { return self }
    guard outputs.count == 1 else {
      throw CopydeskError(
        .cannotResume, "several unfinished runs of this pipeline and these inputs can be continued",
        help: "name one by its output: "
          + outputs.map { Self.command(CommandLine.arguments, adding: ["-o", $0]) }
          .joined(separator: ", or: "))
    }
    if !quiet { Terminal.message("the unfinished run was started with -o \(ShellWord.quoted(output))") }
    var command = self
    command.output = output
    return command
  }

  /// Whether a run with the output of an unfinished one finds that one's journal. Where there is no such pipeline, the run
  /// itself will say why.
  private func isJournal(of run: UnfinishedRun) -> Bool {
    let choice = run.output.map { OutputChoice(path: $0) }
    guard let definition = try? arguments.read(output: choice).reading.definition else { return true }
    return run.isFound(by: definition)
  }

  func tellBeginning(of run: PipelineRun) {
    if run.documentsBefore > 0 {
      let documents = Figures.count(run.documentsBefore, "document")
      let replay =
        run.replays
        ? "; stages that compare documents see these again, later stages do not" : ""
      Terminal.message("resuming after \(documents)\(replay)")
    } else if resume {
      let place = output.map { " under -o \(ShellWord.quoted($0))" } ?? ""
      Terminal.message("there is nothing to resume\(place): starting from the beginning")
    } else if let documents = run.documentsForsaken {
      Terminal.message(
        "starting over; an unfinished run of \(Figures.count(documents, "document")) is discarded "
          + "(--resume would have continued it)")
    }
  }

  /// The pipeline as the command line makes it, with everything looked at that can be before the run.
  func checkedDefinition(_ settings: RunSettings) throws -> Definition {
    if let swapped = SwappedArguments(arguments.pipeline, inputs) {
      throw swapped.error(CommandLine.arguments)
    }
    let (reading, path) = try arguments.read(
      output: output.map { OutputChoice(path: $0) }, memory: settings.indexMemory, workers: settings.workers,
      log: log)
    let shown = reading.hasErrors || !quiet ? reading.diagnostics : []
    if !shown.isEmpty { Terminal.show(shown, sources: reading.sources) }
    guard var ready = reading.definition else { throw ExitCode(1) }
    ready.reference = arguments.pipeline
    ready.output = output
    guard !inputs.isEmpty else {
      throw CopydeskError(
        .missingInput, "there is nothing to read",
        help: "name files or folders: copydesk run \(path) articles/")
    }
    let advice = quiet ? [] : ready.source.advice(on: inputs)
    if !advice.isEmpty { Terminal.show(advice) }
    try refusePage(ready)
    try refuseFolder(ready)
    return ready
  }
}
