import Synchronization

/// Where the time of a run goes: what one stage has used so far, of all threads together.
///
/// Costs two readings of the clock a document and a stage; an ordered stage is measured by the batch.
final class StageMeter: Sendable {
  /// The stage's id.
  let id: String
  private let nanoseconds = Atomic<Int>(0)
  private let documents = Atomic<Int>(0)

  init(_ id: String) { self.id = id }

  /// Does the work and counts its time.
  /// - Parameter documents: how many documents came to the stage with it.
  func time<Result, Failure: Error>(
    _ documents: Int, _ work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = ContinuousClock.now
    defer {
      let (seconds, attoseconds) = (ContinuousClock.now - start).components
      nanoseconds.add(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000), ordering: .relaxed)
      if documents > 0 { self.documents.add(documents, ordering: .relaxed) }
    }
    return try work()
  }

  /// What was measured so far.
  var timing: StageTiming {
    StageTiming(
      id: id, seconds: Double(nanoseconds.load(ordering: .relaxed)) * 1e-9,
      documents: documents.load(ordering: .relaxed))
  }
}

/// What one stage of a run has used: time of threads, so that two workers can use two seconds in one.
public struct StageTiming: Sendable, Equatable {
  /// The stage's id; `input` is the reading.
  public var id: String
  /// Seconds, of all threads together. Of a stage that waits for something outside: the time that batches were there.
  public var seconds: Double
  /// How many documents came to it.
  public var documents: Int

  /// Creates a timing.
  /// - Parameters:
  ///   - id: the stage's id.
  ///   - seconds: time of threads.
  ///   - documents: how many came to it.
  public init(id: String, seconds: Double, documents: Int) {
    self.id = id
    self.seconds = seconds
    self.documents = documents
  }
}
