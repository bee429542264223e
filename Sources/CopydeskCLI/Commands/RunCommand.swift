import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a pipeline over files and folders.",
    discussion: """
      Inputs are files, folders (read with all that is below them) or patterns; '-' reads JSON Lines from standard \
      input. They are read in the order given, folders sorted by path.

        copydesk run news articles/                writes where the pipeline says
        copydesk run news articles/ -o now.jsonl   writes there instead
        copydesk run news articles/ -o now.csv     writes a table instead
        copydesk run news a.txt b.html -o -        writes to standard output
        copydesk run news articles/ --sample 100 --dry-run
                                                   only tells what it would do
        copydesk run news articles/ --resume       continues a run that was cut short
        copydesk run news articles/ --watch        keeps running, for new files

      The ending of the name behind -o chooses the form where the pipeline has one output: .jsonl, .csv and .tsv (all \
      of them also with .gz or .zst), .sqlite, .md, .html, .txt, .conll or .spacy.jsonl. A name without an ending, or \
      with one that means nothing, gets what the pipeline writes. Where that would lose options that the pipeline \
      gives its output, or no output writes such a file, the run does not start.

      What is dropped or repeats another document goes to a rejects file beside the output, what cannot be \
      processed to a dead letter file (see: copydesk help replay). A small file ….run.json beside them holds the counts \
      and names all files of the run: copydesk why finds them by it. The result is the same bytes at any number of \
      workers.

      While it works, a run records its progress in a folder named ….journal beside its first output. A run that was \
      cut short, by Ctrl-C, a full disk or a power cut, has published nothing but finished shards and pages: the same \
      command with --resume continues it, and its results are the same bytes as if nothing had happened.

      With --watch the run does not end: it reads what is in the folders, then waits for new files and adds their \
      results to its outputs in the order in which they arrived. A file is read once it has not changed for two \
      seconds (--settle); hidden files and names such as x.txt.part are ignored. Each file is read once: if it changes \
      later, the run says so but does not read it again, so give a new version a new name; a file that was read may be \
      deleted. Ctrl-C or SIGTERM finishes the files in hand and ends with 0; the same command continues, also after \
      kill -9. Outputs are plain files (JSON Lines, CSV, text, CoNLL, spaCy).

      Exit codes: 0 done, 1 the pipeline or the arguments are wrong, 2 some documents failed and are in the dead \
      letter file, 3 the run could not go on.
      """)

  @OptionGroup var arguments: DefinitionArguments

  @Argument(help: "Files, folders, patterns, or '-'.", completion: .file())
  var inputs: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the output goes, and by its ending in what form; '-' is standard output.", valueName: "path"))
  var output: String?

  @Option(help: "Threads to work with (default: the machine's cores).")
  var workers: Int?

  @Option(
    help: ArgumentHelp(
      "How much memory the run may take, such as 512M: indexes spill to disk, and less is read ahead.",
      valueName: "size"))
  var memory: ByteSize?

  @Option(help: "Documents in a batch.")
  var batchSize = 64

  @Option(
    help: ArgumentHelp(
      "Take only so many documents, spread over all inputs; the same ones each time.", valueName: "n"))
  var sample: Int?

  @Flag(help: "Continue the unfinished run of this pipeline and these inputs, if there is one.")
  var resume = false

  @Flag(help: "Keep running, and process new files of the folders as they arrive.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "With --watch: how long a file must stay as it is before it is read (default: 2).", valueName: "seconds"
    ))
  var settle: Double?

  @Option(
    name: .customLong("checkpoint"),
    help: ArgumentHelp("Record the run's progress every so many seconds.", valueName: "seconds"))
  var checkpointInterval = 2.0

  @Flag(help: "Write nothing, and show what each stage would remove, with excerpts.")
  var dryRun = false

  @Option(
    help: ArgumentHelp(
      "Write a page with charts of what the run did and how long it took.", valueName: "file.html"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Write metrics for Prometheus to this file every two seconds, or serve them on this port of 127.0.0.1.",
      valueName: "file|port"))
  var metrics: String?

  @Flag(help: "Show how much time each stage took.")
  var timings = false

  @Option(help: "How progress and notices are written: text, or json for an object a line.")
  var logFormat: LogLine.Format = .text

  @Flag(name: .shortAndLong, help: "Print nothing but errors.")
  var quiet = false

  @Flag(
    name: .shortAndLong, help: "Print what external programs write to their standard error, as they write it."
  )
  var verbose = false

  func validate() throws {
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
    if resume, dryRun { throw ValidationError("--dry-run writes nothing that --resume could go on with") }
  }

  private func validateWatch() throws {
    if sample != nil {
      throw ValidationError("--watch takes every file; --sample needs to know all of them before it chooses")
    }
    if dryRun {
      throw ValidationError("--watch has no end at which --dry-run could tell; try it without --watch")
    }
    if inputs.contains("-") {
      throw ValidationError("--watch watches folders; standard input is read without it")
    }
    if report != nil {
      throw ValidationError(
        "--watch has no end at which --report could be made; copydesk report makes it any time")
    }
  }

  func run() throws {
    Terminal.logFormat = logFormat
    var definition: Definition?
    var prepared: PipelineRun?
    var watched: WatchedRun?
    let settings = RunSettings(
      workers: workers ?? RunSettings.availableCores, batchSize: batchSize, memory: memory?.bytes)
    try reportingErrors(code: 1) {
      let (reading, path) = try arguments.read(
        output: output, memory: settings.indexMemory, workers: settings.workers, log: log)
      let shown = reading.hasErrors || !quiet ? reading.diagnostics : []
      if !shown.isEmpty { Terminal.show(shown, sources: reading.sources) }
      guard var ready = reading.definition else { throw ExitCode(1) }
      ready.reference = arguments.pipeline
      guard !inputs.isEmpty else {
        throw CopydeskError(
          .missingInput, "there is nothing to read",
          help: "name files or folders: copydesk run \(path) articles/")
      }
      try refusePage(ready)
      try refuseFolder(ready)
      definition = ready
      if dryRun { return }
      if watch {
        // Nobody else holds the run: where it fails, its files must be let go of before the next one.
        watched = WatchedRun(try watching(ready, settings))
        if !quiet, let run = watched?.run, run.documentsBefore > 0 { tellBeginning(of: run) }
        return
      }
      if resume, PipelineRun.canResume(ready) { try endIfComplete(ready) }
      // What goes to standard output cannot be taken back, so that run keeps no journal.
      let keepsJournal = resume || PipelineRun.canResume(ready)
      let run = try PipelineRun(
        ready, inputs: inputs, settings: settings, sample: sample,
        journal: keepsJournal
          ? JournalSettings(resumes: resume, interval: checkpointInterval, program: Self.program) : nil)
      if !quiet { tellBeginning(of: run) }
      prepared = run
    }
    guard let definition else { return }
    if let watched {
      return try WatchExecution(
        current: watched, definition: definition, inputs: inputs, workers: settings.workers,
        isQuiet: quiet, metrics: metrics, timings: timings
      ) { try watching(definition, settings) }
      .execute()
    }
    guard let run = prepared else { return try rehearse(definition, settings) }
    try Execution(
      run: run, definition: definition, inputs: inputs, workers: settings.workers, isQuiet: quiet,
      telling: Execution.Telling(report: report, metrics: metrics, timings: timings),
      resuming: PipelineRun.canResume(definition) ? Self.resuming(CommandLine.arguments) : nil
    ).execute()
  }

  /// A run that watches; it goes on where the one before was.
  private func watching(_ definition: Definition, _ settings: RunSettings) throws -> PipelineRun {
    try PipelineRun(
      definition, inputs: inputs, settings: settings,
      journal: JournalSettings(watches: true, program: Self.program),
      watch: WatchSettings(settle: settle ?? 2))
  }

  /// Holds the page off what the run reads and writes.
  private func refusePage(_ definition: Definition) throws {
    let outputs = definition.steps.compactMap { ($0.component as? any Sink)?.destination }
    for (option, path) in [("--report", report), ("--metrics", metrics)] {
      guard let path, (inputs + outputs).contains(path) else { continue }
      throw CopydeskError(
        .cannotWrite, "\(option) would write over \"\(path)\", which the run itself reads or writes",
        help: "give it another path")
    }
  }

  /// Refuses a folder where the first output writes a file, before the work instead of after it.
  private func refuseFolder(_ definition: Definition) throws {
    guard let output, OutputFile.isFolder(output),
      definition.steps.contains(where: { ($0.component as? any Sink)?.destination == output })
    else { return }
    throw CopydeskError(
      .cannotWrite, "\"\(output)\" is a folder, and the pipeline writes a file", help: "name a file in it")
  }

  /// The command that goes on with what this one began.
  private static func resuming(_ arguments: [String]) -> String {
    let words = ["copydesk"] + arguments.dropFirst().filter { $0 != "--resume" } + ["--resume"]
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  private static let program = "copydesk \(Version.text)"

  /// Ends the command where the run that is to be gone on with is complete.
  private func endIfComplete(_ definition: Definition) throws {
    let counts = try PipelineRun.completed(definition, inputs: inputs, sample: sample, program: Self.program)
    guard let counts else { return }
    if !quiet {
      Terminal.message(
        "the run is complete: \(Figures.grouped(counts.read)) documents; there is nothing to go on with")
    }
    throw ExitCode(counts.failed > 0 ? 2 : 0)
  }

  private func tellBeginning(of run: PipelineRun) {
    if run.documentsBefore > 0 {
      let documents = Figures.count(run.documentsBefore, "document")
      let replay =
        run.replays
        ? "; stages that compare documents see those again, what comes after them does not" : ""
      Terminal.message("going on after \(documents)\(replay)")
    } else if resume {
      Terminal.message("there is nothing to go on with: beginning at the beginning")
    } else if let documents = run.documentsForsaken {
      Terminal.message(
        "beginning anew; an unfinished run of \(Figures.count(documents, "document")) is given up "
          + "(--resume would have gone on with it)")
    }
  }

  private func rehearse(_ definition: Definition, _ settings: RunSettings) throws {
    try reportingRehearsalErrors {
      let run = DryRun(
        definition: definition, inputs: inputs, sample: sample, settings: settings,
        style: Style(for: STDOUT_FILENO))
      let report = try run.report()
      Terminal.output(report.text)
      if report.hasFailures { throw ExitCode(2) }
    }
  }

  /// Where stages tell what goes on.
  private var log: StageLog {
    let (quiet, verbose) = (quiet, verbose)
    return StageLog { level, stage, line in
      guard verbose || (level == .warning && !quiet) else { return }
      Terminal.message(
        "[\(stage)] \(line)", level == .warning ? .warning : .info,
        [JSONValue.Member("stage", .string("\(stage)"))])
    }
  }
}

extension LogLine.Format: ExpressibleByArgument {}
