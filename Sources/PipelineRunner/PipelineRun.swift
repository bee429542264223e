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
  let itinerary: Itinerary
  let ledger: LedgerGate
  let conductor: Conductor
  let plugins: [PluginFile]
  let journal: Journal?
  let resumption: Resumption?
  /// What the run is, in its manifest; nil where it keeps no journal.
  let identity: RunIdentity?
  /// The results of the pipeline that are files.
  private let results: [String]
  /// Where it reads from, to tell what was not read; nil for a replay and a watch.
  private let reader: (any AnyItemReader)?
  /// What is read, to tell what was looked for where nothing was found; nil for a replay.
  private let reading: (source: any Source, inputs: [String])?
  let isInterrupted = Mutex(false)
  /// What a watch reads from and waits for; nil where the run is none.
  let watching: Watching?

  /// Prepares a run: opens no output yet.
  /// - Parameter sample: how many items of the inputs to take, spread over the whole of them, the same ones each time;
  ///   all, where nil.
  /// - Parameter journal: how the run puts down how far it has come, beside its results; it does not, where nil or
  ///   where a result goes to standard output or a device.
  /// - Parameter watch: how the inputs, which are folders, are watched by ``watch(_:)``.
  /// - Throws: ``CopydeskError`` where an input does not exist, or where the unfinished run that is to be gone on with
  ///   was of another pipeline or other inputs.
  public init(
    _ definition: Definition, inputs: [String], settings: RunSettings = RunSettings(), sample: Int? = nil,
    journal journaling: JournalSettings? = nil, watch: WatchSettings = WatchSettings()
  ) throws {
    let paths = LedgerGate.Paths(beside: definition)
    ledger = LedgerGate(
      paths: paths, rememberedIDs: settings.rememberedIDs, keepsFailures: Self.keepsFailures(definition))
    results = Self.results(of: definition)
    reading = (definition.source, inputs)
    plugins = definition.plugins
    let itinerary = Itinerary(definition, last: ledger)
    self.itinerary = itinerary
    var outputs = OwnOutputs(definition, inputs: inputs, ledger: paths)
    try outputs.refuseInputs(inputs)
    // What an unfinished run has published stands under its name, and no manifest tells of it yet.
    if !Journal.exists(paths.account.journal) {
      try outputs.refuseToReplaceInputs(inputs)
      outputs.guardWhatIsReplaced()
      try paths.account.refuseToReplaceAnother()
    }
    if journaling?.watches ?? false { try Self.refuseToWatch(definition, itinerary, inputs: inputs, paths) }
    let identity = journaling.map {
      RunIdentity(definition, inputs: inputs, sample: sample, program: $0.program)
    }
    let journal = try Self.journal(of: definition, paths, identity, journaling)
    let resumption = try journal?.resumption.map { try Resumption($0, itinerary.gates) }
    (self.journal, self.resumption, self.identity) = (journal, resumption, identity)
    if let journal, let memory = journal.memory,
      let source = definition.source as? any WatchableSource
    {
      for (_, gate) in itinerary.gates { gate.grow() }
      let events = FolderEvents()
      let known = try journal.inputs.takeUp(resumption == nil ? 0 : journal.watchedInputs)
      let reader = makeLookReader(
        source, settings: settings, log: journal.inputs, memory: memory, before: resumption?.position ?? 0,
        replays: resumption?.replayEnd != nil)
      let lookout = Lookout(
        source, inputs: inputs, outputs: outputs, settings: watch, events: events, known: known)
      self.reader = nil
      watching = Watching(reader: reader, events: events, lookout: lookout)
      conductor = Conductor(
        itinerary, reader: reader, settings: settings, journal: journal, resumption: resumption)
      return
    }
    watching = nil
    let reader = try makeReader(
      definition.source, inputs: inputs, outputs: outputs, settings: settings, sample: sample,
      resumption: resumption, log: journal?.inputs)
    self.reader = reader
    conductor = Conductor(
      itinerary, reader: reader, settings: settings, journal: journal, resumption: resumption)
  }

  /// Opens the journal of a run; nil where it keeps none.
  private static func journal(
    of definition: Definition, _ paths: LedgerGate.Paths, _ identity: RunIdentity?,
    _ settings: JournalSettings?
  ) throws -> Journal? {
    guard let settings, let identity else { return nil }
    guard canResume(definition, paths) else {
      throw CopydeskError(
        .cannotResume, "a run that writes to standard output or a device cannot be resumed",
        help: "give it a file with -o")
    }
    return try Journal(paths.account.journal, identity, Checkpoint.Request(definition), settings)
  }

  /// Whether a run of the pipeline can put down how far it has come: all that it writes goes to files.
  public static func canResume(_ definition: Definition) -> Bool {
    canResume(definition, LedgerGate.Paths(beside: definition))
  }

  private static func canResume(_ definition: Definition, _ paths: LedgerGate.Paths) -> Bool {
    let outputs = definition.steps.compactMap { ($0.component as? any Sink)?.destination }
    return !(outputs + [paths.rejects, paths.deadLetters]).contains { $0 == "-" || OutputFile.isSpecial($0) }
  }

  private static func results(of definition: Definition) -> [String] {
    definition.steps.compactMap { ($0.component as? any Sink)?.destination }.filter { $0 != "-" }
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
    let paths = LedgerGate.Paths(beside: definition)
    var outputs = OwnOutputs(definition, inputs: [], ledger: paths)
    try outputs.refuseToReplaceAnything()
    ledger = LedgerGate(paths: paths, keepsFailures: Self.keepsFailures(definition))
    plugins = definition.plugins
    itinerary = Itinerary(definition, last: ledger)
    results = []
    reading = nil
    self.reader = nil
    (journal, resumption, identity, watching) = (nil, nil, nil, nil)
    let reader = try makeDeadLetterReader(definition.source, path: deadLetters, settings: settings)
    conductor = Conductor(itinerary, reader: reader, settings: settings)
  }

  /// Runs the pipeline to its end; blocks until then.
  /// - Throws: ``CopydeskError`` where the run cannot go on: an output cannot be written, or a document failed at a
  ///   stage whose `on_error` is `stop`. Results that were not completed stay in `PATH.partial`.
  public func execute() throws -> RunReport {
    let clock = ContinuousClock()
    let start = clock.now
    var manifest: String?
    var unfinished: String?
    var notRead = NotRead()
    try itinerary.run(resumption) {
      try begin()
      try conductor.run()
      if let journal, isInterrupted.withLock({ $0 }) {
        try putDown(journal)
        unfinished = journal.path
      } else {
        try refuseNothing()
        if !isInterrupted.withLock({ $0 }) { notRead = (try? reader?.notRead()) ?? notRead }
        manifest = try complete(notRead)
      }
    }
    var traces = ledger.traces
    traces.manifest = manifest
    return RunReport(
      counts: counts, bytes: bytes, duration: clock.now - start, isInterrupted: isInterrupted.withLock { $0 },
      rejects: ledger.paths.rejects, deadLetters: ledger.paths.deadLetters,
      ledger: ledger.paths.account.kept, unfinished: unfinished, documentsBefore: documentsBefore,
      traces: traces, plugins: plugins, notRead: notRead)
  }

  /// How many documents an earlier part of the run has dealt with.
  public var documentsBefore: Int { resumption?.position ?? 0 }

  /// How many documents an unfinished run had dealt with that this run does not go on with; nil where there is none.
  public var documentsForsaken: Int? { journal?.forsaken }

  /// Whether documents of an earlier part of the run go through a part of the pipeline once more.
  public var replays: Bool { resumption?.replayEnd != nil }

  func begin() throws {
    guard let journal, resumption == nil else { return }
    var lasting: [Int: [UInt8]] = [:]
    for (leg, gate) in itinerary.gates {
      if case .state(let state) = try gate.lasting { lasting[leg] = state }
    }
    try journal.begin(lasting: lasting)
  }

  /// Puts down how far the run has come.
  private func putDown(_ journal: Journal) throws {
    let position = conductor.position
    guard position > journal.position, journal.phase == .running else { return }
    // A gate before one that holds batches has seen documents that have come no farther.
    let first = (itinerary.lastHolding ?? -1) + 1
    try journal.complete(itinerary.gates.filter { $0.leg >= first }, position: position, phase: .running)
  }

  /// A run that found nothing to read does not replace a result by an empty one, nor end as if it had read something.
  private func refuseNothing() throws {
    guard counts.read == 0, resumption == nil, let reading else { return }
    let lookedFor = reading.source.lookedFor(in: reading.inputs)
    let result = results.first(where: OutputFile.hasContent)
    guard lookedFor != nil || result != nil else { return }
    for (_, gate) in itinerary.gates { gate.abandon() }
    try journal?.remove(after: [])
    throw CopydeskError.nothingRead(reading.inputs, lookedFor: lookedFor, kept: result)
  }

  /// Gives the results their names, and saves what stages keep for later runs.
  /// - Parameter notRead: what was come upon and not read.
  /// - Returns: the manifest.
  private func complete(_ notRead: NotRead) throws -> String? {
    if let journal, journal.phase == .running {
      try journal.complete(itinerary.gates, position: conductor.position, phase: .ending)
    }
    try itinerary.finish {
      if let journal, journal.phase != .written { try journal.completeResults(itinerary.gates) }
    }
    let manifest = try ledger.paths.account.write(
      counts, kept: ledger.traces.rendered, isComplete: !isInterrupted.withLock { $0 },
      outputs: itinerary.outputFiles, own: ledger.completedFiles, identity: identity?.digest,
      input: journal?.inputDigest, notRead: notRead)
    // Not every output waits for the disk, and without the journal nothing could be made good.
    if journal != nil { OutputFile.synchronise() }
    try journal?.remove(after: results + [ledger.paths.rejects, ledger.paths.deadLetters])
    return manifest
  }

  /// Stops cleanly: nothing more is read, what is on its way is written. May be called from any thread. A run that has
  /// read all comes to its end as if nobody had asked.
  public func interrupt() {
    guard watching == nil else {
      isInterrupted.withLock { $0 = true }
      return stopWatching()
    }
    isInterrupted.withLock { if conductor.stopReading() { $0 = true } }
  }

  /// What has reached its place so far; may be called from any thread.
  public var counts: RunCounts { ledger.counts }

  /// Bytes of input that have been dealt with so far.
  public var bytes: Int { conductor.bytesDone }

  /// What each stage has used so far, the reading first; may be called from any thread.
  public var timings: [StageTiming] { [conductor.reading.timing] + itinerary.meters.map(\.timing) }

  /// Batches that are on their way at this moment; may be called from any thread.
  public var batchesInFlight: Int { conductor.batchesInFlight }

  /// Whether a stage may fail on a document and let it by.
  private static func keepsFailures(_ definition: Definition) -> Bool {
    definition.steps.contains { if case .keep = $0.onError { true } else { false } }
  }
}
