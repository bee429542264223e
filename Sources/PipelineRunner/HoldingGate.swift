import Copydesk
import PipelineDefinition
import Synchronization

/// A gate for a ``SettlingStage`` that holds documents: commits batches as they come, puts them aside in a temporary
/// file, and settles and releases them when the last one has come.
final class HoldingGate<S: SettlingStage>: Gate {
  private let stage: S
  private let guarded: GuardedStep
  private let committing: StageGate<S>

  private struct Held {
    var spool: BatchSpool?
    var isClosed = false
  }

  private let held = Mutex(Held())

  init(_ stage: S, _ step: Definition.Step) {
    self.stage = stage
    guarded = GuardedStep(step)
    committing = StageGate(stage, step)
  }

  var holdsBatches: Bool { true }
  var meter: StageMeter? { committing.meter }

  func open() throws { try committing.open() }

  func prepare(_ documents: inout [Document]) throws -> any Sendable { try committing.prepare(&documents) }

  func commit(_ documents: inout [Document], _ prepared: any Sendable) throws {
    try committing.commit(&documents, prepared)
  }

  func hold(_ batch: consuming Batch) throws {
    let taken = committing.takenIn
    let batch = batch
    try held.withLock { held in
      var spool = try held.spool ?? BatchSpool()
      try spool.append(batch, flags: taken)
      held.spool = spool
    }
  }

  func release() throws -> Batch? { try committing.timed { try releaseNext() } }

  private func releaseNext() throws -> Batch? {
    try held.withLock { held in
      if !held.isClosed {
        try committing.withState { try stage.close(&$0) }
        held.isClosed = true
      }
      guard var spool = held.spool else { return nil }
      defer { held.spool = spool }
      guard let (read, taken) = try spool.next() else { return nil }
      var batch = read
      try committing.withState { state in
        for index in batch.documents.indices where taken[index] {
          batch.documents[index].trail.author = guarded.reference
          try guarded.attemptInOrder(&batch.documents[index]) { try stage.settle(&$0, &state) }
        }
      }
      return batch
    }
  }

  func finish() throws { try committing.finish() }
  func abandon() { committing.abandon() }

  var lasting: LastingState { get throws { try committing.lasting } }
}
