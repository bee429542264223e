import Copydesk
import PipelineDefinition

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Consecutive per-document stages, fused: a document goes through all of them on one thread while it is in
/// cache.
struct Lane: Sendable {
  var steps: [LaneStep] = []

  /// Takes a document through the stages, until one drops it or fails.
  func run(_ document: inout Document) throws(StopRun) {
    for step in steps {
      guard document.verdict.isKept else { return }
      try step.run(&document)
    }
  }
}

/// A per-document stage with its condition and its error policy.
struct LaneStep: Sendable {
  let stage: any Stage
  let guarded: GuardedStep

  func run(_ document: inout Document) throws(StopRun) {
    guard guarded.begin(&document) else { return }
    try guarded.meter.time(1) { () throws(StopRun) in
      _ = try guarded.attempt(&document) { document in try stage.process(&document) }
    }
  }
}

/// A document failed at a stage whose `on_error` is `stop`.
struct StopRun: Error {
  let document: String
  let failure: Failure

  /// What the user is told.
  var diagnosed: CopydeskError {
    CopydeskError(
      .stoppedByDocument, "the document \"\(document)\" failed: \(failure.message)",
      help: "\(failure.stage.map { "\"\($0)\"" } ?? "the stage") has on_error: stop; "
        + "dead_letter would set the document aside and continue")
  }
}

/// What every stage of a pipeline has around it: who signs the trail, on which documents it works, what a
/// failure means.
struct GuardedStep: Sendable {
  let reference: StageReference
  let condition: Condition?
  let onError: ErrorPolicy
  let retry: Retry?
  let branches: [Branch]
  let meter: StageMeter

  init(_ step: Definition.Step) {
    reference = step.reference
    condition = step.condition
    onError = step.onError
    retry = step.retry
    branches = step.branches
    meter = StageMeter(step.reference.id)
  }

  /// Signs the trail for this stage and tells whether it works on the document.
  func begin(_ document: inout Document) -> Bool {
    for branch in branches where document.branches[branch.route] != branch.index { return false }
    document.trail.author = reference
    guard let condition, !condition.holds(for: document) else { return true }
    document.trail.append(TrailEntry(.noted, rule: "when.not_met"))
    return false
  }

  /// Does the work and deals with a failure as the definition asks.
  /// - Returns: the work's result, or nil where it failed.
  @discardableResult
  func attempt<Result>(
    _ document: inout Document, _ work: (inout Document) throws -> Result
  ) throws(StopRun) -> Result? {
    let before = needsCopy ? document : nil
    var tries = 0
    Whereabouts.enter(reference.id, document.id)
    let place = WorkPlace.current
    place.begin(reference.id, document.id)
    defer {
      Whereabouts.leave()
      place.end()
    }
    while true {
      let failure: Failure
      do {
        return try work(&document)
      } catch {
        failure = Failure(error)
      }
      if failure.isTransient, let retry, tries < retry.times {
        tries += 1
        if let before { document = before }
        pause(retry.wait(before: tries))
        continue
      }
      try settle(&document, failure, tries: tries, before: before)
      return nil
    }
  }

  /// Whether a document has to be kept as it was before the work on it.
  var needsCopy: Bool { onError == .keep || retry != nil }

  /// Does with a document that failed for good what the definition asks.
  /// - Parameters:
  ///   - tries: how often it was tried again.
  ///   - before: the document as it was before the work.
  func settle(
    _ document: inout Document, _ failure: Failure, tries: Int, before: Document?
  ) throws(StopRun) {
    var failure = failure
    failure.stage = failure.stage ?? reference.id
    if tries > 0 { failure.message += " (tried \(tries + 1) times)" }
    switch onError {
    case .deadLetter: document.fail(failure)
    case .drop: document.drop(rule: "on_error.drop", reason: failure.message)
    case .keep:
      if let before { document = before }
      var entry = TrailEntry(.recovered, rule: "on_error.keep")
      entry.reason = failure.message
      document.trail.append(entry)
    case .stop: throw StopRun(document: document.id, failure: failure)
    }
  }
}

extension GuardedStep {
  /// Does the work of a stage that has a state. What it throws as a ``CopydeskError`` is no fault of the document: an
  /// index that cannot be written will not be written the next time, and ends the run.
  /// - Returns: whether the work was done.
  @discardableResult
  func attemptInOrder(_ document: inout Document, _ work: (inout Document) throws -> Void) throws -> Bool {
    var fatal: CopydeskError?
    let done: Void? = try attempt(&document) { document in
      do {
        try work(&document)
      } catch let error as CopydeskError {
        fatal = error
      }
    }
    if let fatal { throw fatal }
    return done != nil
  }
}

/// Lets this thread sleep.
func pause(_ seconds: Double) {
  guard seconds > 0 else { return }
  usleep(UInt32(min(60, seconds) * 1_000_000))
}
