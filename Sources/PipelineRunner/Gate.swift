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
  /// Whether batches stay here, once committed, until the last one has come.
  var holdsBatches: Bool { get }
  /// Where its time is counted; nil where nobody asks for it.
  var meter: StageMeter? { get }
  /// Puts a batch aside that was just committed.
  func hold(_ batch: consuming Batch) throws
  /// The next of the batches that were put aside, in their order; nil after the last one.
  func release() throws -> Batch?
}

extension Gate {
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
  private let state = Mutex<S.State?>(nil)
  private let taken = Mutex<[Bool]>([])

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
    let made = try stage.makeState()
    state.withLock { $0 = made }
  }

  func prepare(_ documents: inout [Document]) throws -> any Sendable {
    try guarded.meter.time(0) { try prepareEach(&documents) }
  }

  private func prepareEach(_ documents: inout [Document]) throws -> any Sendable {
    var prepared: [S.Prepared?] = []
    prepared.reserveCapacity(documents.count)
    for index in documents.indices {
      guard documents[index].verdict.isKept, guarded.begin(&documents[index]) else {
        prepared.append(nil)
        continue
      }
      prepared.append(try guarded.attempt(&documents[index]) { try stage.prepare(&$0) })
    }
    return prepared
  }

  func commit(_ documents: inout [Document], _ prepared: any Sendable) throws {
    guard let prepared = prepared as? [S.Prepared?] else { return }
    let count = prepared.count { $0 != nil }
    try guarded.meter.time(count) { try commitEach(&documents, prepared) }
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
      try stage.finish(&value)
    }
  }
}
