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
  private let ledger: LedgerGate
  private let conductor: Conductor
  private let plugins: [PluginFile]
  private let isInterrupted = Mutex(false)

  /// Prepares a run: opens no output yet.
  /// - Parameter sample: how many items of the inputs to take, spread over the whole of them, the same ones each time;
  ///   all, where nil.
  /// - Throws: ``CopydeskError`` where an input does not exist.
  public init(
    _ definition: Definition, inputs: [String], settings: RunSettings = RunSettings(), sample: Int? = nil
  ) throws {
    let paths = LedgerGate.Paths(beside: definition)
    ledger = LedgerGate(paths: paths)
    plugins = definition.plugins
    itinerary = Itinerary(definition, last: ledger)
    let outputs = OwnOutputs(definition, inputs: inputs, ledger: paths)
    try outputs.refuseInputs(inputs)
    let reader = try makeReader(
      definition.source, inputs: inputs, outputs: outputs, settings: settings,
      sample: sample)
    conductor = Conductor(itinerary, reader: reader, settings: settings)
  }

  /// Prepares a run over documents that failed before, from their original bytes.
  ///
  /// They keep their ids and their places in the files that they came from. Where the definition does not say
  /// otherwise, rejects and those that fail again go beside its output: give it one of its own.
  /// - Parameter deadLetters: the file that they were put into.
  /// - Throws: ``CopydeskError`` where the file cannot be read.
  public init(
    _ definition: Definition, replaying deadLetters: String, settings: RunSettings = RunSettings()
  ) throws {
    ledger = LedgerGate(paths: LedgerGate.Paths(beside: definition))
    plugins = definition.plugins
    itinerary = Itinerary(definition, last: ledger)
    let reader = try makeDeadLetterReader(definition.source, path: deadLetters, settings: settings)
    conductor = Conductor(itinerary, reader: reader, settings: settings)
  }

  /// Runs the pipeline to its end; blocks until then.
  /// - Throws: ``CopydeskError`` where the run cannot go on: an output cannot be written, or a document failed at a
  ///   stage whose `on_error` is `stop`. Results that were not completed stay in `PATH.partial`.
  public func execute() throws -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    try itinerary.run { try conductor.run() }
    var traces = ledger.traces
    traces.manifest = try ledger.paths.account.write(
      counts, kept: traces.rendered, isComplete: !isInterrupted.withLock { $0 })
    return RunReport(
      counts: counts, bytes: bytes, duration: clock.now - start, isInterrupted: isInterrupted.withLock { $0 },
      rejects: ledger.paths.rejects, deadLetters: ledger.paths.deadLetters,
      ledger: ledger.paths.account.kept, traces: traces, plugins: plugins)
  }

  /// Stops cleanly: nothing more is read, what is on its way is written. May be called from any thread.
  public func interrupt() {
    isInterrupted.withLock { $0 = true }
    conductor.stopReading()
  }

  /// What has reached its place so far; may be called from any thread.
  public var counts: RunCounts { ledger.counts }

  /// Bytes of input that have been dealt with so far.
  public var bytes: Int { conductor.bytesDone }

  /// What each stage has used so far, the reading first; may be called from any thread.
  public var timings: [StageTiming] { [conductor.reading.timing] + itinerary.meters.map(\.timing) }

  /// Batches that are on their way at this moment; may be called from any thread.
  public var batchesInFlight: Int { conductor.batchesInFlight }
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
  /// The file with a line for each document that was kept and that no output wrote as a record, if there were any.
  public let ledger: String
  /// What else the ledger has seen.
  public let traces: RunTraces

  /// The files of the plugins whose stages took part.
  public let plugins: [PluginFile]

  /// The duration in seconds.
  public var seconds: Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
