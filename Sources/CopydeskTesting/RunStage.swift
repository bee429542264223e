import Copydesk

/// Runs one stage on one document, as a pipeline would.
///
/// ```swift
/// let document = try run(MinimumWords.self, on: Document("Too short."))
/// #expect(!document.verdict.isKept)
/// ```
/// - Parameters:
///   - stage: the stage's type.
///   - document: the document before it.
///   - change: a change to the default options.
/// - Returns: the document behind it.
public func run<S: Stage>(
  _ stage: S.Type, on document: Document, options change: (inout S.Options) -> Void = { _ in }
) throws -> Document {
  var options = S.Options()
  change(&options)
  let stage = try S(options: options, context: StageContext(stage: StageReference(id: S.name.rawValue)))
  var document = document
  try stage.process(&document)
  return document
}

/// Runs a stage that waits for something outside on documents, as a pipeline would with one batch of them.
/// - Parameters:
///   - stage: the stage's type.
///   - documents: the documents before it, in order.
///   - change: a change to the default options.
/// - Returns: the documents behind it, in order.
/// - Returns: the documents, and for each why it failed, where it did.
public func run<S: WaitingStage>(
  _ stage: S.Type, on documents: [Document], options change: (inout S.Options) -> Void = { _ in }
) throws -> (documents: [Document], failures: [Failure?]) {
  var options = S.Options()
  change(&options)
  let stage = try S(options: options, context: StageContext(stage: StageReference(id: S.name.rawValue)))
  defer { stage.finish() }
  var documents = documents
  let failures = try stage.process(&documents)
  return (documents, failures)
}

/// Runs an ordered stage on documents, in their order, as a pipeline would.
/// - Parameters:
///   - stage: the stage's type.
///   - documents: the documents before it, in order.
///   - change: a change to the default options.
/// - Returns: the documents behind it, in order.
public func run<S: OrderedStage>(
  _ stage: S.Type, on documents: [Document], options change: (inout S.Options) -> Void = { _ in }
) throws -> [Document] {
  var options = S.Options()
  change(&options)
  let stage = try S(options: options, context: StageContext(stage: StageReference(id: S.name.rawValue)))
  var state = try stage.makeState()
  var documents = documents
  for index in documents.indices {
    let prepared = try stage.prepare(&documents[index])
    try stage.commit(&documents[index], prepared, &state)
  }
  if let settling = stage as? any SettlingStage { try settle(settling, &documents, &state) }
  try stage.finish(&state)
  return documents
}

/// Lets a stage decide that has waited for the last document.
private func settle<S: SettlingStage, State>(
  _ stage: S, _ documents: inout [Document], _ state: inout State
) throws {
  guard stage.holdsDocuments, var own = state as? S.State else { return }
  try stage.close(&own)
  for index in documents.indices { try stage.settle(&documents[index], &own) }
  if let changed = own as? State { state = changed }
}
