import ArgumentParser
import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner
import Synchronization

/// The run of a watch, which is another one after each failure that it got over.
final class WatchedRun: Sendable {
  private struct State {
    var run: PipelineRun?
    var isStopped = false
    /// What was known of a run that is gone.
    var counts = RunCounts()
    var status = WatchStatus()
    var bytes = 0
    var timings: [StageTiming] = []
  }

  private let state: Mutex<State>

  init(_ run: PipelineRun) { state = Mutex(State(run: run)) }

  var run: PipelineRun? { state.withLock { $0.run } }
  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// Takes another run in place of the one before.
  func replace(with run: PipelineRun?) {
    state.withLock { state in
      if let old = state.run {
        (state.counts, state.status) = (old.counts, old.watchStatus)
        (state.bytes, state.timings) = (old.bytes, old.timings)
      }
      state.run = run
      if state.isStopped { run?.interrupt() }
    }
  }

  func stop() {
    state.withLock { state in
      state.isStopped = true
      state.run?.interrupt()
    }
  }

  var counts: RunCounts { state.withLock { $0.run?.counts ?? $0.counts } }
  var status: WatchStatus { state.withLock { $0.run?.watchStatus ?? $0.status } }
  var bytes: Int { state.withLock { $0.run?.bytes ?? $0.bytes } }
  var timings: [StageTiming] { state.withLock { $0.run?.timings ?? $0.timings } }
  var batchesInFlight: Int { state.withLock { $0.run?.batchesInFlight ?? 0 } }
}

/// A watch with all that a user sees of it: a status line, a line a look, metrics, a clean stop, the summary.
///
/// Where an output cannot be written, as on a full disk, it waits and goes on from its journal, as after a kill: what was
/// put down is there, what was not is read once more.
struct WatchExecution {
  let current: WatchedRun
  let definition: Definition
  let inputs: [String]
  let workers: Int
  let isQuiet: Bool
  let metrics: String?
  let timings: Bool
  /// Makes the run that goes on.
  let makeRun: () throws -> PipelineRun

  private static let pauses = 1.0...60

  /// Watches until it is told to stop.
  /// - Throws: `ExitCode` where it could not go on (3).
  func execute() throws {
    try reportingErrors(code: 3) {
      let metrics = try metrics.map { try MetricsWriter(.init($0), page: metricsPage()) }
      let current = current
      let signals = Interruption { current.stop() }
      let display = WatchDisplay(current, definition, inputs: inputs, isQuiet: isQuiet)
      defer {
        display.stop()
        try? metrics?.stop()
        signals.release()
      }
      let report = try watch(display)
      display.stop()
      try metrics?.stop()
      guard !isQuiet else { return }
      var summary = RunSummary(report, definition, workers: workers)
      summary.isOfWatch = true
      summary.show(timings: timings || Terminal.logFormat == .json ? current.timings : [])
    }
  }

  private func watch(_ display: WatchDisplay) throws -> RunReport {
    var hasBegun = false
    var pause = Self.pauses.lowerBound
    while true {
      do {
        if current.run == nil { current.replace(with: try makeRun()) }
        let report = try current.run?.watch { event in
          switch event {
          case .began: hasBegun = true
          case .look: pause = Self.pauses.lowerBound
          default: break
          }
          display.show(event)
        }
        if let report { return report }
      } catch let error as CopydeskError {
        guard hasBegun, error.diagnostics.contains(where: { $0.code == .cannotWrite }) else { throw error }
        // Its files are open and locked until it is gone.
        current.replace(with: nil)
        Terminal.show(error.diagnostics)
        if !current.isStopped {
          Terminal.message(
            "nothing is lost: what was not put down is read again; trying again in "
              + Figures.count(Int(pause), "second"), .warning, [.init("event", .string("retry"))])
        }
        let end = ContinuousClock.now + .seconds(pause)
        while ContinuousClock.now < end, !current.isStopped { usleep(50_000) }
        // The outputs lack files that are there: whoever starts it again should know.
        if current.isStopped { throw ExitCode(3) }
        pause = min(Self.pauses.upperBound, pause * 2)
      }
    }
  }

  private func metricsPage() -> @Sendable (Bool) -> String {
    let (current, name, workers, start) = (current, definition.name, workers, ContinuousClock.now)
    return { isRunning in
      let elapsed = (ContinuousClock.now - start).components
      return MetricsText(
        pipeline: name, counts: current.counts, bytes: current.bytes, batches: current.batchesInFlight,
        workers: workers, seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18,
        timings: current.timings, isRunning: isRunning, watch: current.status
      ).text
    }
  }
}
