import ArgumentParser
import PipelineDefinition
import PipelineRunner

/// A run with all that a user sees of it: progress, a clean stop at Ctrl-C, the summary, the exit code.
struct Execution {
  let run: PipelineRun
  let definition: Definition
  /// What the user named to be read, to tell how much of it is done.
  let inputs: [String]
  let workers: Int
  let isQuiet: Bool

  /// Runs it.
  /// - Throws: `ExitCode` where documents failed (2) or the run could not go on (3).
  func execute() throws {
    try reportingErrors(code: 3) {
      let signals = Interruption(of: run)
      let progress = isQuiet ? nil : ProgressDisplay(run, definition, inputs: inputs)
      defer {
        progress?.stop()
        signals.release()
      }
      let report = try run.execute()
      progress?.stop()
      if !isQuiet { RunSummary(report, definition, workers: workers).show() }
      if report.isInterrupted { throw ExitCode(3) }
      if report.counts.failed > 0 { throw ExitCode(2) }
    }
  }
}
