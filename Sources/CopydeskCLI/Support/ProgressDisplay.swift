import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner
import Synchronization

/// Shows how far a run has come: two lines that are redrawn on a terminal, a line every few seconds elsewhere, an object
/// of JSON where the log is in that form.
final class ProgressDisplay: Sendable {
  private struct State {
    var isRunning = true
    var total: Int?
  }

  private let run: PipelineRun
  private let name: String
  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(_ run: PipelineRun, _ definition: Definition, inputs: [String]) {
    self.run = run
    name = definition.name
    let isJSON = Terminal.logFormat == .json
    isTerminal = !isJSON && Terminal.isTerminal(STDERR_FILENO) && Terminal.isCapable
    // Threads of their own: the workers may occupy all that Dispatch has.
    Thread.detachNewThread { [weak self] in
      while true {
        Thread.sleep(forTimeInterval: self?.interval ?? 0)
        guard let self, state.withLock({ $0.isRunning }) else { return }
        draw()
      }
    }
    guard isTerminal || isJSON else { return }
    let source = definition.source
    Thread.detachNewThread { [weak self] in
      let total = source.estimatedBytes(of: inputs)
      self?.state.withLock { $0.total = total }
    }
  }

  /// Ends the display and clears its lines. May be called twice.
  func stop() {
    let wasRunning = state.withLock { state in
      defer { state.isRunning = false }
      return state.isRunning
    }
    if wasRunning, isTerminal { Terminal.clearProgress() }
  }

  /// Seconds between two drawings.
  private var interval: Double { isTerminal ? 0.1 : 5 }

  private func draw() {
    state.withLock { state in
      guard state.isRunning else { return }
      let elapsed = (ContinuousClock.now - start).components
      var line = ProgressLine(
        name: name, counts: run.counts, bytes: run.bytes, total: state.total,
        seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18, timings: run.timings)
      line.late = Ongoing.all(for: Ongoing.patience)
      if isTerminal {
        Terminal.drawProgress(line.lines(width: Terminal.width))
      } else {
        Terminal.message(line.plain, .progress, line.fields)
      }
    }
  }
}

extension ProgressLine {
  /// The same for a program.
  var fields: [JSONValue.Member] {
    func number(_ value: Int) -> JSONValue { .number(String(value)) }
    func seconds(_ value: Double) -> JSONValue { .number(String((value * 1000).rounded() / 1000)) }
    var fields = [
      JSONValue.Member("read", number(counts.read)), .init("kept", number(counts.written)),
      .init("rejected", number(counts.rejected)), .init("failed", number(counts.failed)),
      .init("bytes", number(bytes)), .init("elapsed_seconds", seconds(self.seconds)),
    ]
    if let total { fields.append(.init("total_bytes", number(total))) }
    if let left { fields.append(.init("left_seconds", seconds(left))) }
    if !late.isEmpty {
      let works = late.prefix(10).map { work -> JSONValue in
        .object([
          .init("stage", .string(work.stage)), .init("document", .string(work.document)),
          .init("seconds", seconds(work.seconds)),
        ])
      }
      fields.append(.init("working_on", .array(works)))
    }
    let stages = timings.map { JSONValue.Member($0.id, seconds($0.seconds)) }
    // Two branches may hold a stage of the same id: JSON wants each name once.
    var known: Set<String> = []
    fields.append(.init("stage_seconds", .object(stages.filter { known.insert($0.name).inserted })))
    return fields
  }
}
