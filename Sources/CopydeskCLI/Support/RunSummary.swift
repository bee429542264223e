import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

/// What a run tells the user at its end: counts that add up, where everything went, how fast it was.
struct RunSummary {
  private let report: RunReport
  private let definition: Definition
  private let workers: Int
  private let resuming: String?
  /// What of the command line changes the pipeline, as its words.
  private let changes: [String]
  /// Whether it is of a run that waited most of the time, so that its speed tells nothing.
  var isOfWatch = false
  private let style = Style(for: STDERR_FILENO)

  init(
    _ report: RunReport, _ definition: Definition, workers: Int, resuming: String? = nil,
    changes: [String] = []
  ) {
    self.resuming = resuming
    self.changes = changes
    self.report = report
    self.definition = definition
    self.workers = workers
  }

  /// - Parameter timings: what each stage has used, where that is to be told.
  func show(timings: [StageTiming] = []) {
    guard Terminal.logFormat == .text else {
      let line = ProgressLine(
        name: definition.name, counts: report.counts, bytes: report.bytes, total: nil,
        seconds: report.seconds, timings: timings)
      let event = JSONValue.Member("event", .string("summary"))
      let count = report.notRead.counts.values.reduce(0) { $0 + $1.values.reduce(0, +) }
      let notRead = count > 0 ? [JSONValue.Member("not_read", .number(String(count)))] : []
      return Terminal.message(line.plain, .info, [event] + line.fields + notRead)
    }
    let counts = report.counts
    var line = style.bold(definition.name) + ": \(Figures.grouped(counts.read)) read = "
    line += style.green("\(Figures.grouped(counts.written)) written")
    line += " + \(Figures.grouped(counts.rejected)) rejected + "
    let failed = "\(Figures.grouped(counts.failed)) failed"
    line += counts.failed > 0 ? style.red(failed) : failed
    if report.isInterrupted { line += style.yellow(" (stopped before the end of the input)") }
    Terminal.message(line)
    for step in definition.steps { showRejections(of: step.reference.id) }
    if !definition.steps.contains(where: { $0.reference.id == "output" }) { showRejections(of: "output") }
    for (stage, failures) in counts.failedByStage.sorted(by: { $0.key < $1.key }) {
      Terminal.message("  \(stage): \(failures) failed")
      show(report.traces.firstFailures[stage], of: failures)
    }
    for (stage, count) in report.traces.recovered.sorted(by: { $0.key < $1.key }) {
      let documents = Figures.count(count, "document")
      Terminal.message(
        style.yellow(
          "  \(stage): failed on \(documents) that went on as \(count == 1 ? "it was" : "they were")")
          + style.dim(" (on_error: keep)"))
      if let first = report.traces.firstRecoveries[stage] {
        let which = count == 1 ? "" : "first, "
        Terminal.message("    \(which)\(first.id.onOneLine): \(first.message.onOneLine)")
      }
    }
    for sentence in report.notRead.sentences { Terminal.message("  \(sentence)") }
    if report.unfinished != nil {
      showSpeed()
      Terminal.message(
        "  the results are not complete yet: what is done stays, most of it in files that end in .partial")
      if let resuming { Terminal.message(style.dim("  resume it with: \(resuming)")) }
      return
    }
    for step in definition.steps {
      guard let sink = step.component as? any Sink else { continue }
      Terminal.message("  written to  \(place(of: sink))")
    }
    if counts.rejected > 0 { Terminal.message("  rejects     \(report.rejects)") }
    if counts.failed > 0 { Terminal.message("  failed      \(report.deadLetters)") }
    for file in report.plugins {
      let hash = "sha256 \(file.hash.prefix(16))…"
      Terminal.message("  plugin      \(file.plugin) \(file.version), \(file.path), \(hash)")
    }
    if report.traces.rendered > 0 { Terminal.message("  ledger      \(report.ledger)") }
    showRepeatedIDs()
    showSpeed()
    show(timings)
    for hint in RunHints(report, definition, changes: changes).lines {
      Terminal.message(style.dim("  " + hint))
    }
  }

  /// One failure of a stage with its remedy, so that nobody has to look for it.
  private func show(_ failure: RunTraces.FirstFailure?, of count: Int) {
    guard let failure else { return }
    Terminal.message("    \(count == 1 ? "" : "first, ")\(failure.id.onOneLine): \(failure.reason.onOneLine)")
    if let help = failure.help { Terminal.message(style.dim("    = help: \(help.onOneLine)")) }
  }

  private func showRepeatedIDs() {
    guard let example = report.traces.firstRepeatedID else { return }
    let least = report.traces.hasForgottenIDs ? "at least " : ""
    let count = least + Figures.count(report.traces.repeatedIDs, "document")
    let verb = report.traces.repeatedIDs == 1 ? "has" : "have"
    Terminal.message(
      style.yellow("  \(count) \(verb) the id of an earlier one, for instance \(example)")
        + style.dim(
          ": where it is a path, files are read twice or lie below several folders that were named; name one above"
            + " all of them. Records that bring ids of their own should bring different ones"))
  }

  private func showRejections(of stage: String) {
    guard let rejections = report.counts.rejectedByStage[stage] else { return }
    var parts: [String] = []
    if rejections.duplicates > 0 { parts.append(Figures.count(rejections.duplicates, "duplicate")) }
    if rejections.dropped > 0 { parts.append("\(Figures.grouped(rejections.dropped)) dropped") }
    Terminal.message("  \(stage): \(parts.joined(separator: ", "))")
  }

  private func show(_ timings: [StageTiming]) {
    let sum = timings.reduce(0) { $0 + $1.seconds }
    guard sum > 0 else { return }
    let names = timings.map { $0.id == Ending.reading ? "reading" : $0.id }
    let width = names.map(\.count).max() ?? 0
    for (name, timing) in zip(names, timings) {
      let share = Figures.padded(String(format: "%.1f%%", 100 * timing.seconds / sum), 7)
      let time = Figures.padded(ReportPage.duration(timing.seconds), 11)
      let each =
        timing.documents > 0
        ? "  \(ReportPage.duration(timing.seconds / Double(timing.documents))) per document" : ""
      let bar = BarText.of(timing.seconds, outOf: sum, width: 20)
      Terminal.message("  \(pad(name, width))\(time)\(share)  \(pad(bar, 20))\(style.dim(each))")
    }
  }

  /// Where an output is: of one in several files the first and the last.
  private func place(of sink: any Sink) -> String {
    let path = sink.destination
    guard path != "-" else { return "standard output" }
    guard !FileManager.default.fileExists(atPath: path), let manifest = report.traces.manifest,
      let file = (try? RunFinder(manifest).manifest())?.files.first(where: {
        RelativePath.absolute($0.path) == RelativePath.absolute(path)
      }), let first = file.parts.first, let last = file.parts.last
    else { return path }
    return file.parts.count == 1 ? first.path : "\(first.path) to \(last.path)"
  }

  private func showSpeed() {
    guard !isOfWatch else { return }
    let seconds = max(1e-6, report.seconds)
    let documents = Figures.short(Double(max(0, report.counts.read - report.documentsBefore)) / seconds)
    let megabytes = Figures.short(Double(report.bytes) / 1e6 / seconds)
    let time = seconds < 10 ? String(format: "%.2f", seconds) : Figures.short(seconds)
    Terminal.message(
      style.dim(
        "  \(time) s, \(documents) documents/s, \(megabytes) MB/s, \(Figures.count(workers, "worker"))"))
  }
}
