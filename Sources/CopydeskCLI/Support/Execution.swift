import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner

extension CopydeskError {
  /// Whether it has one of the codes.
  fileprivate func isOf(_ codes: DiagnosticCode...) -> Bool {
    diagnostics.contains { codes.contains($0.code) }
  }
}

/// A run with all that a user sees of it: progress, metrics, a clean stop at Ctrl-C, the summary, the page with charts,
/// the exit code.
struct Execution {
  /// What is told besides.
  struct Telling {
    /// Where a page with charts goes.
    var report: String?
    /// Where metrics go: a path, or a port.
    var metrics: String?
    /// Whether the summary tells each stage's time.
    var timings = false
  }

  let run: PipelineRun
  let definition: Definition
  /// What the user named to be read, to tell how much of it is done.
  let inputs: [String]
  let workers: Int
  let isQuiet: Bool
  var telling = Telling()

  /// What the user types to go on with the run.
  var resuming: String? = nil

  /// What of the command line changes the pipeline, as its words.
  var changes: [String] = []

  /// Runs it.
  /// - Throws: `ExitCode` where documents failed (2) or the run could not continue (3).
  func execute() throws {
    try reportingErrors(code: 3) {
      let metrics = try telling.metrics.map { try MetricsWriter(.init($0), page: metricsPage()) }
      let signals = Interruption(of: run)
      CrashWitness.watch()
      let progress = isQuiet ? nil : ProgressDisplay(run, definition, inputs: inputs)
      let course = telling.report == nil ? nil : CourseRecorder(run)
      defer {
        progress?.stop()
        try? metrics?.stop()
        signals.release()
      }
      let report: RunReport
      do {
        report = try run.execute()
      } catch {
        progress?.stop()
        // Nobody is left to tell: the reader of the pipe has had enough, as `head` has.
        if writesToOutput, Terminal.isOutputAbandoned { throw ExitCode(3) }
        if let resuming, let error = error as? CopydeskError, !error.isOf(.nothingRead, .cannotResume) {
          Terminal.show(error.diagnostics)
          Terminal.message("the results are not complete; when that is fixed, resume with: \(resuming)")
          throw ExitCode(3)
        }
        throw error
      }
      progress?.stop()
      try metrics?.stop()
      if !isQuiet {
        RunSummary(report, definition, workers: workers, resuming: resuming, changes: changes).show(
          timings: telling.timings || Terminal.logFormat == .json ? run.timings : [])
      }
      try writePage(report, course?.stop() ?? [])
      if report.isInterrupted { throw ExitCode(3) }
      if report.counts.failed > 0 { throw ExitCode(2) }
    }
  }

  private var writesToOutput: Bool {
    definition.steps.contains { ($0.component as? any Sink)?.destination == "-" }
  }

  private func metricsPage() -> @Sendable (Bool) -> String {
    let (run, name, workers, start) = (run, definition.name, workers, ContinuousClock.now)
    return { isRunning in
      let elapsed = (ContinuousClock.now - start).components
      return MetricsText(
        pipeline: name, counts: run.counts, bytes: run.bytes, batches: run.batchesInFlight, workers: workers,
        seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18, timings: run.timings,
        isRunning: isRunning
      ).text
    }
  }

  private func writePage(_ report: RunReport, _ course: [CourseRecorder.Moment]) throws {
    guard let path = telling.report else { return }
    guard let manifest = report.traces.manifest else {
      Terminal.message("no page is written: the run has left no file that it could be made of", .warning)
      return
    }
    let files = try ResultFiles(manifest)
    try ReportCommand.refuse(path, files)
    var statistics = try RunStatistics(files)
    statistics.performance = RunStatistics.Performance(
      seconds: report.seconds, bytes: report.bytes, workers: workers, timings: run.timings, course: course)
    try ReportCommand.write(ReportPage(statistics: statistics), to: path)
    if !isQuiet { Terminal.message("  report      \(path)") }
  }
}
