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
                                                   only shows what it would do
        copydesk run news articles/ --resume       continues a run that was cut short
        copydesk run news articles/ --watch        keeps running, for new files

      The ending of the name behind -o chooses the form where the pipeline has one output: .jsonl, .csv and .tsv (all \
      of them also with .gz or .zst), .sqlite, .md, .html, .txt, .conll or .spacy.jsonl. A name without an ending, or \
      with one that means nothing, gets what the pipeline writes. Where that would lose options that the pipeline \
      gives its output, or no output writes such a file, the run does not start. To write several files in one run, give \
      the pipeline several output stages, one after the other: output.csv, output.sqlite and so on; each document goes \
      to all of them.

      What is dropped or repeats another document goes to a rejects file beside the output, what cannot be \
      processed to a dead letter file (see: copydesk help replay). A small file ….run.json beside them holds the counts \
      and names all files of the run: copydesk why finds them by it. Of a run with -o - these files are put into the current \
      folder under the pipeline's name, with a number where documents lie that failed in an earlier one. The result is the same bytes at any number of \
      workers.

      While it works, a run records its progress in a folder named ….journal beside its first output. A run that was \
      cut short, by Ctrl-C, a full disk or a power cut, has published nothing but finished shards and pages: the same \
      command with --resume continues it, and its results are the same bytes as if nothing had happened.

      With --watch the run does not end: it reads what is in the folders, then waits for new files and adds their \
      results to its outputs in the order in which they arrived. A file is read once it has not changed for two \
      seconds (--settle) and is not empty; hidden files and names such as x.txt.part are ignored. Each file is read once: \
      if it changes later, the run says so but does not read it again, so give a new version a new name; a file that was \
      read may be deleted, but its name stays read. Ctrl-C or SIGTERM finishes the files in progress and exits with 0; the same command continues, even after \
      kill -9. Outputs are plain files (JSON Lines, CSV, text, CoNLL, spaCy).

      Exit codes: 0 done, 1 the pipeline or the arguments are wrong, 2 some documents failed and are in the dead \
      letter file, 3 the run could not continue. Where the reader of -o - has had enough, as in \
      copydesk run … -o - | head -1, the run stops without a word, and its code is 3.
      """)

  @OptionGroup var arguments: DefinitionArguments

  @Argument(help: "Files, folders, patterns, or '-'.", completion: .file())
  var inputs: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Where the output goes, and by its ending in what form; '-' is standard output. Once; see above for several.",
      valueName: "path"))
  var outputs: [String] = []

  /// Where the output goes; nil where the pipeline says so.
  var output: String? {
    get { outputs.first }
    set { outputs = newValue.map { [$0] } ?? [] }
  }

  @Option(help: "Threads to work with (default: the machine's cores).")
  var workers: Int?

  @Option(
    help: ArgumentHelp(
      "How much memory the run may take, 128M or more, such as 512M: indexes spill to disk, and less is read ahead.",
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

  @Flag(help: "Keep running, and process new files in the folders as they arrive.")
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

  func run() throws {
    Terminal.logFormat = logFormat
    try reportingErrors(code: 1) { try rememberingOutput() }.start()
  }

  private func start() throws {
    var definition: Definition?
    var prepared: PipelineRun?
    var watched: WatchedRun?
    let settings = RunSettings(
      workers: workers ?? RunSettings.availableCores, batchSize: batchSize, memory: memory?.bytes)
    try reportingErrors(code: 1) {
      let ready = try checkedDefinition(settings)
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
      resuming: PipelineRun.canResume(definition) ? Self.resuming(CommandLine.arguments) : nil,
      changes: arguments.changes.words
    ).execute()
  }

  /// A run that watches; it continues where the one before was.
  private func watching(_ definition: Definition, _ settings: RunSettings) throws -> PipelineRun {
    try PipelineRun(
      definition, inputs: inputs, settings: settings,
      journal: JournalSettings(watches: true, program: Self.program),
      watch: WatchSettings(settle: settle ?? 2))
  }

  /// The command that continues what this one began.
  private static func resuming(_ arguments: [String]) -> String {
    let options = arguments.prefix { $0 != "--" }.filter { $0 != "--resume" }
    return command(options + arguments.drop { $0 != "--" }, adding: ["--resume"])
  }

  /// The command line with options added, before `--`: what follows that is read as inputs.
  static func command(_ arguments: [String], adding options: [String]) -> String {
    let words =
      ["copydesk"] + arguments.dropFirst().prefix { $0 != "--" } + options + arguments.drop { $0 != "--" }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  static let program = "copydesk \(Version.text)"

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

  /// Where stages log what happens.
  var log: StageLog {
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
