import ArgumentParser
import Copydesk
import PipelineDefinition
import PipelineRunner

extension CopydeskError {
  /// Whether it has one of the codes.
  fileprivate func isOf(_ codes: DiagnosticCode...) -> Bool {
    diagnostics.contains { codes.contains($0.code) }
  }
}

/// A run with all that a user sees of it: progress, a clean stop at Ctrl-C, the summary, the exit code.
struct Execution {
  let run: PipelineRun
  let definition: Definition
  /// What the user named to be read, to tell how much of it is done.
  let inputs: [String]
  let workers: Int
  let isQuiet: Bool

  /// What the user types to go on with the run.
  var resuming: String? = nil

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
      let report: RunReport
      do { report = try run.execute() } catch {
        progress?.stop()
        if let resuming, let error = error as? CopydeskError, !error.isOf(.nothingRead, .cannotResume) {
          Terminal.show(error.diagnostics)
          Terminal.message("nothing was published; when that is mended, go on with: \(resuming)")
          throw ExitCode(3)
        }
        throw error
      }
      progress?.stop()
      if !isQuiet { RunSummary(report, definition, workers: workers, resuming: resuming).show() }
      if report.isInterrupted { throw ExitCode(3) }
      if report.counts.failed > 0 { throw ExitCode(2) }
    }
  }
}
