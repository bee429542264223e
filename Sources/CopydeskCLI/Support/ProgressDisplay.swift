import Foundation
import PipelineDefinition
import PipelineRunner
import Synchronization

/// Shows how far a run has come: a bar that is redrawn on a terminal, a line every few seconds elsewhere.
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
    isTerminal = Terminal.isTerminal(STDERR_FILENO)
    // Threads of their own: the workers may occupy all that Dispatch has.
    Thread.detachNewThread { [weak self] in
      while true {
        Thread.sleep(forTimeInterval: self?.interval ?? 0)
        guard let self, state.withLock({ $0.isRunning }) else { return }
        draw()
      }
    }
    guard isTerminal else { return }
    let source = definition.source
    Thread.detachNewThread { [weak self] in
      let total = source.estimatedBytes(of: inputs)
      self?.state.withLock { $0.total = total }
    }
  }

  /// Ends the display and clears its line. May be called twice.
  func stop() {
    let wasRunning = state.withLock { state in
      defer { state.isRunning = false }
      return state.isRunning
    }
    if wasRunning, isTerminal { Terminal.partial("\r\u{1B}[K") }
  }

  /// Seconds between two drawings.
  private var interval: Double { isTerminal ? 0.1 : 5 }

  private func draw() {
    state.withLock { state in
      guard state.isRunning else { return }
      let line = line(total: state.total)
      if isTerminal {
        Terminal.partial("\r" + line.prefix(Terminal.width - 1) + "\u{1B}[K")
      } else {
        Terminal.message(line)
      }
    }
  }

  private func line(total: Int?) -> String {
    let counts = run.counts
    let bytes = run.bytes
    let elapsed = ContinuousClock.now - start
    let seconds = max(
      0.001, Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    var line = name
    if let total, total > 0 {
      let share = min(1, Double(bytes) / Double(total))
      let filled = Int(share * 24)
      line += " [" + String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled) + "]"
      line += String(format: " %3.0f%%", share * 100)
      if share > 0.02 { line += " \(Self.clock(seconds / share - seconds)) left" }
    }
    line += "  \(Figures.count(counts.read, "document"))"
    line += "  \(Figures.short(Double(counts.read) / seconds))/s"
    line += "  \(Figures.short(Double(bytes) / 1e6 / seconds)) MB/s"
    if counts.rejected > 0 { line += "  rejected \(Figures.grouped(counts.rejected))" }
    if counts.failed > 0 { line += "  failed \(Figures.grouped(counts.failed))" }
    return line
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 3600
      ? String(format: "%d:%02d", whole / 60, whole % 60)
      : String(format: "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
  }
}
