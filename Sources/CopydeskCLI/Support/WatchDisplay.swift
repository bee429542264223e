import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner
import Synchronization

/// Shows how a watch stands: one line that is redrawn on a terminal; elsewhere a line for each look; where the log is JSON,
/// an object for each, and one a minute as a sign of life.
final class WatchDisplay: Sendable {
  private struct State {
    var isRunning = true
    var drawn = ""
    var last: (name: String, time: Date)?
    var isWatching = false
  }

  private let current: WatchedRun
  private let folders: String
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let state = Mutex(State())

  init(_ current: WatchedRun, _ definition: Definition, inputs: [String], isQuiet: Bool) {
    self.current = current
    self.isQuiet = isQuiet
    folders = inputs.prefix(3).joined(separator: ", ") + (inputs.count > 3 ? " …" : "")
    let isJSON = Terminal.logFormat == .json
    isTerminal = !isQuiet && !isJSON && Terminal.isTerminal(STDERR_FILENO) && Terminal.isCapable
    guard isTerminal || isJSON && !isQuiet else { return }
    let interval = isTerminal ? 0.2 : 60
    Thread.detachNewThread { [weak self] in
      while true {
        Thread.sleep(forTimeInterval: interval)
        guard let self, state.withLock({ $0.isRunning }) else { return }
        if isTerminal { draw() } else { beat() }
      }
    }
  }

  /// Ends the display and clears its line. May be called twice.
  func stop() {
    let wasRunning = state.withLock { state in
      defer { state.isRunning = false }
      return state.isRunning
    }
    if wasRunning, isTerminal { Terminal.clearProgress() }
  }

  /// Tells of what has happened.
  func show(_ event: WatchEvent) {
    switch event {
    case .began(let files):
      state.withLock { $0.isWatching = true }
      var before = files > 0 ? "; \(Figures.count(files, "file")) read before" : ""
      if isTerminal { before += "; Ctrl-C stops" }
      tell("watching \(folders)\(before)", "began", ["files": .number(String(files))])
    case .look(let look): show(look)
    case .changed(let path):
      guard !isQuiet else { return }
      warn(
        "\"\(path)\" has changed since it was read; it is not read again (a new version needs a new name)",
        "changed", path)
    case .unreadable(let path, let reason):
      warn("\"\(path)\": \(reason); it will be tried again", "unreadable", path)
    case .readable(let path):
      tell("\"\(path)\" can be read again", "readable", ["path": .string(path)])
    }
  }

  private func show(_ look: WatchEvent.Look) {
    state.withLock { $0.last = (look.last, Date()) }
    guard !isTerminal else { return }
    let counts = look.counts
    let text =
      "\(Figures.count(look.files, "file")): \(Self.words(counts)); last \(look.last); "
      + "\(Figures.grouped(look.totalFiles)) in all"
    tell(
      text, "look",
      [
        "files": .number(String(look.files)), "read": .number(String(counts.read)),
        "kept": .number(String(counts.written)), "rejected": .number(String(counts.rejected)),
        "failed": .number(String(counts.failed)), "last": .string(look.last),
        "seconds": .number(String((look.seconds * 1000).rounded() / 1000)),
        "total_files": .number(String(look.totalFiles)), "total_read": .number(String(look.total.read)),
      ])
  }

  private func beat() {
    let (status, counts) = (current.status, current.counts)
    guard state.withLock({ $0.isWatching }) else { return }
    let age = max(0, Date().timeIntervalSince1970 - status.listed)
    tell(
      "watching \(folders)", "heartbeat",
      [
        "total_files": .number(String(status.files)), "total_read": .number(String(counts.read)),
        "waiting_files": .number(String(status.waiting)),
        "listed_seconds_ago": .number(String((age * 10).rounded() / 10)),
      ])
  }

  private func draw() {
    let (status, counts) = (current.status, current.counts)
    state.withLock { state in
      guard state.isRunning, state.isWatching else { return }
      var parts = [
        "watching \(folders)", Figures.count(status.files, "file"),
        counts.read == status.files ? "" : Figures.count(counts.read, "document"), Self.words(counts),
      ]
      if status.waiting > 0 { parts.append("waiting for \(Figures.grouped(status.waiting)) to be complete") }
      if let last = state.last {
        let clock = Self.clock.string(from: last.time)
        parts.append("last \(last.name) at \(clock)")
      }
      let line = StatisticsText.cut(
        parts.filter { !$0.isEmpty }.joined(separator: "  "), max(1, Terminal.width - 1))
      guard line != state.drawn else { return }
      state.drawn = line
      Terminal.drawProgress([line])
    }
  }

  private static let clock: DateFormatter = {
    let formatter = DateFormatter()
    formatter.dateFormat = "HH:mm:ss"
    return formatter
  }()

  /// `3 kept, 1 rejected`.
  private static func words(_ counts: RunCounts) -> String {
    var parts = ["\(Figures.grouped(counts.written)) kept"]
    if counts.rejected > 0 { parts.append("\(Figures.grouped(counts.rejected)) rejected") }
    if counts.failed > 0 { parts.append("\(Figures.grouped(counts.failed)) failed") }
    return parts.joined(separator: ", ")
  }

  private func tell(_ text: String, _ event: String, _ fields: KeyValuePairs<String, JSONValue>) {
    guard !isQuiet else { return }
    message(text, .info, event, fields)
  }

  private func warn(_ text: String, _ event: String, _ path: String) {
    message(text, .warning, event, ["path": .string(path)])
  }

  private func message(
    _ text: String, _ level: LogLine.Level, _ event: String, _ fields: KeyValuePairs<String, JSONValue>
  ) {
    // The line is drawn again below.
    state.withLock { $0.drawn = "" }
    Terminal.message(
      text, level,
      [JSONValue.Member("event", .string(event))] + fields.map { JSONValue.Member($0.key, $0.value) })
  }
}
