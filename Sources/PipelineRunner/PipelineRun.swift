import Copydesk
import PipelineDefinition
import Synchronization

/// One run of a pipeline over its inputs.
///
/// ```swift
/// let run = try PipelineRun(definition, inputs: ["articles/"], settings: RunSettings(workers: 4))
/// let report = try run.execute()
/// print(report.counts.written)
/// ```
public final class PipelineRun: Sendable {
  private let itinerary: Itinerary
  private let conductor: Conductor
  private let isInterrupted = Mutex(false)

  /// Prepares a run: lists nothing and opens no output yet.
  /// - Throws: ``CopydeskError`` where an input does not exist.
  public init(_ definition: Definition, inputs: [String], settings: RunSettings = RunSettings()) throws {
    let paths = LedgerGate.Paths(
      rejects: definition.rejects ?? Self.path(beside: definition, "rejects"),
      deadLetters: definition.deadLetters ?? Self.path(beside: definition, "dead"))
    itinerary = Itinerary(definition, ledger: LedgerGate(paths: paths))
    let outputs = OwnOutputs(definition, inputs: inputs, ledger: paths)
    let reader = try makeReader(definition.source, inputs: inputs, outputs: outputs, settings: settings)
    conductor = Conductor(itinerary, reader: reader, settings: settings)
  }

  /// Runs the pipeline to its end; blocks until then.
  /// - Throws: ``CopydeskError`` where the run cannot go on: an output cannot be written, or a document failed at a
  ///   stage whose `on_error` is `stop`. Results that were not completed stay in `PATH.partial`.
  public func execute() throws -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    for leg in itinerary.legs { try leg.gate.open() }
    do {
      try conductor.run()
    } catch let stop as StopRun {
      throw CopydeskError(
        .stoppedByDocument, "the document \"\(stop.document)\" failed: \(stop.failure.message)",
        help: "\(stop.failure.stage.map { "\"\($0)\"" } ?? "the stage") has on_error: stop; "
          + "dead_letter would put the document aside and go on")
    }
    for leg in itinerary.legs { try leg.gate.finish() }
    return RunReport(
      counts: counts, bytes: bytes, duration: clock.now - start, isInterrupted: isInterrupted.withLock { $0 },
      rejects: itinerary.ledger.paths.rejects, deadLetters: itinerary.ledger.paths.deadLetters)
  }

  /// Stops cleanly: nothing more is read, what is on its way is written. May be called from any thread.
  public func interrupt() {
    isInterrupted.withLock { $0 = true }
    conductor.stopReading()
  }

  /// What has reached its place so far; may be called from any thread.
  public var counts: RunCounts { itinerary.ledger.counts }

  /// Bytes of input that have been dealt with so far.
  public var bytes: Int { conductor.bytesDone }

  /// `out/news.jsonl` → `out/news.rejects.jsonl`; `out/` → `out/news.rejects.jsonl` for the pipeline `news`.
  private static func path(beside definition: Definition, _ kind: String) -> String {
    guard let destination = definition.destination, destination != "-" else {
      return "\(definition.name).\(kind).jsonl"
    }
    let slash = destination.lastIndex(of: "/").map { destination.index(after: $0) } ?? destination.startIndex
    let folder = destination[..<slash]
    let file = destination[slash...]
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else {
      let separator = file.isEmpty ? "" : "/"
      return "\(destination)\(separator)\(definition.name).\(kind).jsonl"
    }
    return "\(folder)\(file[..<dot]).\(kind).jsonl"
  }
}

/// What came of a run.
public struct RunReport: Sendable {
  /// How many documents went where.
  public let counts: RunCounts
  /// Bytes of input.
  public let bytes: Int
  /// How long it took.
  public let duration: Duration
  /// Whether it was stopped before the end of its input.
  public let isInterrupted: Bool
  /// The file with the rejects, if there were any.
  public let rejects: String
  /// The file with the dead letters, if there were any.
  public let deadLetters: String

  /// The duration in seconds.
  public var seconds: Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
