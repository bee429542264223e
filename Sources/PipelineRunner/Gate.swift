import Copydesk
import PipelineDefinition
import Synchronization

/// Where batches pass one at a time, in input order.
///
/// `prepare` runs on any thread at any time. `commit` is called for batch 0, 1, 2 …, never for two at once.
protocol Gate: Sendable {
  /// Makes the state: opens files, starts an index. Called once, before the first batch is read.
  func open() throws
  /// Does the part that needs no order.
  func prepare(_ documents: inout [Document]) throws -> any Sendable
  /// Does the part that needs order.
  func commit(_ documents: inout [Document], _ prepared: any Sendable) throws
  /// Called once, after the last batch.
  func finish() throws
  /// Lets go of the state instead: nothing came, and nothing is to be left.
  func abandon()

  /// Whether it can go on from what ``checkpoint()`` has told.
  var canResume: Bool { get }
  /// Puts all that was committed on the disk and tells what is needed to go on from here.
  func checkpoint() throws -> GateCheckpoint
  /// Goes on from there, in place of ``open()``.
  func open(resuming checkpoint: GateCheckpoint) throws
  /// Lets a batch pass that an earlier part of the run has committed here: documents leave it as they did then.
  func pass(_ documents: inout [Document], _ prepared: any Sendable)
  /// Takes up what an earlier part of the run has finished, in place of ``open()``; ``finish()`` does nothing then.
  func open(finished checkpoint: GateCheckpoint) throws
  /// What it keeps for later runs.
  var lasting: LastingState { get throws }
  /// Whether it writes results.
  var isResult: Bool { get }
  /// The files that it has completed.
  var completedFiles: [OutputLog.File] { get }
  /// The same; nil where it is no output of the pipeline.
  var outputFiles: [OutputLog.File]? { get }
  /// Has its files added to, commit by commit. Called before it is opened.
  func grow()
  /// Adds what the checkpoint that was just written tells of to the files.
  func publish() throws
  /// Closes the files that were added to.
  func closeFiles() throws
  /// Whether batches stay here, once committed, until the last one has come.
  var holdsBatches: Bool { get }
  /// Where its time is counted; nil where nobody asks for it.
  var meter: StageMeter? { get }
  /// Puts a batch aside that was just committed.
  func hold(_ batch: consuming Batch) throws
  /// The next of the batches that were put aside, in their order; nil after the last one.
  func release() throws -> Batch?
}

/// What a gate keeps for later runs, besides its result.
enum LastingState: Equatable {
  /// It does not say.
  case unknown
  /// Nothing.
  case nothing
  /// Something that changes whenever it is saved.
  case state([UInt8])
}

/// What a gate needs to go on from a place of the input.
struct GateCheckpoint: Sendable {
  var state: [UInt8] = []
  /// The files that its output has completed.
  var files: [OutputLog.File] = []
}

extension Gate {
  func abandon() {}
  var canResume: Bool { false }
  func checkpoint() throws -> GateCheckpoint { GateCheckpoint() }
  func open(resuming checkpoint: GateCheckpoint) throws { try open() }
  func pass(_ documents: inout [Document], _ prepared: any Sendable) {}
  func open(finished checkpoint: GateCheckpoint) throws {}
  var lasting: LastingState { .unknown }
  var isResult: Bool { false }
  var completedFiles: [OutputLog.File] { [] }
  var outputFiles: [OutputLog.File]? { nil }
  func grow() {}
  func publish() throws {}
  func closeFiles() throws {}
  var holdsBatches: Bool { false }
  var meter: StageMeter? { nil }
  func hold(_ batch: consuming Batch) throws {}
  func release() throws -> Batch? { nil }
}

/// A gate for an ``OrderedStage``: an output or a search for duplicates.
final class StageGate<S: OrderedStage>: Gate {
  private let stage: S
  private let guarded: GuardedStep
  /// In what form an output files documents; nil for any other stage.
  private let filing: Filing?
  /// The files that an output has completed.
  private let log = OutputLog()
  private let state = Mutex<S.State?>(nil)
  private let taken = Mutex<[Bool]>([])

  /// What was prepared of a batch.
  private struct Prepared: Sendable {
    /// Of each document; nil of one that the stage does not work on.
    var values: [S.Prepared?] = []
    /// Of how many there is anything.
    var count = 0
  }

  /// For each document of the batch that was committed last, whether the stage took it in.
  var takenIn: [Bool] { taken.withLock { $0 } }

  /// Counts the time of work that another gate does for the stage.
  func timed<Result>(_ work: () throws -> Result) throws -> Result {
    try guarded.meter.time(0) { try work() }
  }

  /// Works with the state.
  func withState(_ body: (inout S.State) throws -> Void) throws {
    try state.withLock { slot in
      guard var state = slot.take() else { return }
      defer { slot = state }
      try body(&state)
    }
  }

  var meter: StageMeter? { guarded.meter }

  init(_ stage: S, _ step: Definition.Step) {
    self.stage = stage
    filing = (stage as? any Sink).map { sink in
      sink.destination == "-" ? .none : sink.writesRecords ? .record : .rendered
    }
    guarded = GuardedStep(step)
  }

  func open() throws {
    let made = try logging { try stage.makeState() }
    state.withLock { $0 = made }
  }

  private func logging<Result>(_ body: () throws -> Result) rethrows -> Result {
    filing == nil ? try body() : try OutputLog.$current.withValue(log, operation: body)
  }

  func prepare(_ documents: inout [Document]) throws -> any Sendable {
    try guarded.meter.time(0) { try prepareEach(&documents) }
  }

  private func prepareEach(_ documents: inout [Document]) throws -> any Sendable {
    var prepared = Prepared()
    prepared.values.reserveCapacity(documents.count)
    for index in documents.indices {
      guard documents[index].verdict.isKept, guarded.begin(&documents[index]) else {
        prepared.values.append(nil)
        continue
      }
      let value = try guarded.attempt(&documents[index]) { try stage.prepare(&$0) }
      prepared.count += value == nil ? 0 : 1
      prepared.values.append(value)
    }
    return prepared
  }

  func commit(_ documents: inout [Document], _ prepared: any Sendable) throws {
    guard let prepared = prepared as? Prepared else {
      preconditionFailure("a gate commits what it has prepared itself")
    }
    try guarded.meter.time(prepared.count) { try logging { try commitEach(&documents, prepared.values) } }
  }

  private func commitEach(_ documents: inout [Document], _ prepared: [S.Prepared?]) throws {
    var takenIn = [Bool](repeating: false, count: documents.count)
    defer { taken.withLock { $0 = takenIn } }
    try state.withLock { slot in
      // Taken out while it is worked on, so that nothing else holds it and it is changed in place.
      guard var state = slot.take() else { return }
      defer { slot = state }
      for index in documents.indices {
        guard let value = prepared[index], documents[index].verdict.isKept else { continue }
        documents[index].trail.author = guarded.reference
        if let filing {
          // What cannot be written once will not be written the next time: not this document's fault.
          try stage.commit(&documents[index], value, &state)
          documents[index].isWritten = true
          documents[index].filing = max(documents[index].filing, filing)
        } else {
          takenIn[index] = try guarded.attemptInOrder(&documents[index]) {
            try stage.commit(&$0, value, &state)
          }
        }
      }
    }
  }

  func finish() throws {
    try state.withLock { state in
      guard var value = state.take() else { return }
      try logging { try stage.finish(&value) }
    }
  }

  func abandon() { state.withLock { $0 = nil } }

  // MARK: Going on with a run

  var canResume: Bool { stage is any ResumableStage }

  func checkpoint() throws -> GateCheckpoint {
    guard let stage = stage as? any ResumableStage else { return GateCheckpoint(files: log.files) }
    return GateCheckpoint(state: try checkpoint(of: stage), files: log.files)
  }

  /// The same stage, by the type that can resume.
  private func checkpoint<R: ResumableStage>(of stage: R) throws -> [UInt8] {
    try state.withLock { slot in
      guard var state = slot.take() as? R.State else { return [] }
      defer { slot = state as? S.State }
      return try stage.checkpoint(&state)
    }
  }

  func open(resuming checkpoint: GateCheckpoint) throws {
    guard let stage = stage as? any ResumableStage else { return try open() }
    log.restore(checkpoint.files)
    try logging { try resume(stage, checkpoint.state) }
  }

  private func resume<R: ResumableStage>(_ stage: R, _ bytes: [UInt8]) throws {
    do {
      let made = try stage.resume(from: bytes) as? S.State
      state.withLock { $0 = made }
    } catch is MalformedStore {
      throw CopydeskError(
        .cannotResume, "\"\(guarded.reference.id)\" cannot continue from what the unfinished run left",
        help: "run again without --resume, from the beginning")
    }
  }

  func pass(_ documents: inout [Document], _ prepared: any Sendable) {
    guard let filing, let prepared = prepared as? Prepared else { return }
    for index in documents.indices where prepared.values[index] != nil && documents[index].verdict.isKept {
      documents[index].trail.author = guarded.reference
      documents[index].isWritten = true
      documents[index].filing = max(documents[index].filing, filing)
    }
  }

  func open(finished checkpoint: GateCheckpoint) throws { log.restore(checkpoint.files) }

  func grow() { log.isGrowing = true }
  func publish() throws { try log.publish() }
  func closeFiles() throws { try log.close() }
  var isResult: Bool { filing != nil }
  var completedFiles: [OutputLog.File] { log.files }
  var outputFiles: [OutputLog.File]? { filing == nil ? nil : log.files }

  var lasting: LastingState {
    get throws {
      if let stage = stage as? any LastingStage {
        return try stage.lastingState.map { .state($0) } ?? .nothing
      }
      // An output leaves its result, and nothing else.
      return filing == nil ? .unknown : .nothing
    }
  }
}
