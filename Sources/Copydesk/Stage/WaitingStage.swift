/// A stage that waits for something outside: a process, an HTTP endpoint.
///
/// The runner gives it threads of its own, ``concurrency`` of them, so that its waiting never keeps a core from other
/// stages. It is handed several documents at once, so that it can send them on together; what it answers for one must
/// not depend on which others it came with, as that changes with the size of batches.
///
/// ```swift
/// func process(_ documents: inout [Document]) throws -> [Failure?] {
///   let answers = try service.answers(to: documents.map(\.text.string))
///   return documents.indices.map { index in
///     switch answers[index] {
///     case .success(let language): documents[index].language = language; return nil
///     case .failure(let error): return Failure(error)
///     }
///   }
/// }
/// ```
public protocol WaitingStage: PipelineComponent {
  /// How many calls of ``process(_:)`` may be going on at once, at least 1.
  var concurrency: Int { get }
  /// Works on documents. Called concurrently.
  /// - Returns: for each document, in their order, nil or why it could not be processed; that costs this document
  ///   only, and the definition's `on_error` says what becomes of it.
  /// - Throws: where the stage as a whole cannot go on; that ends the run.
  func process(_ documents: inout [Document]) throws -> [Failure?]
  /// Called when a run is over, however it ended: lets go of what was held outside. A later run may follow, and another
  /// may be going on.
  func finish()
}

extension WaitingStage {
  /// Nothing to let go of.
  public func finish() {}
}
