import Copydesk
import PipelineDefinition
import Synchronization

/// Runs the stages of a pipeline without its outputs: nothing is written, and each document is shown as it ended.
///
/// Tests of a definition, dry runs and comparisons of definitions are made of this. The stages, their order and their
/// guards are those of a ``PipelineRun``.
///
/// ```swift
/// let ended = try Rehearsal(definition).documents([Document("Like this:")])
/// ```
public struct Rehearsal: Sendable {
  private let definition: Definition
  private let settings: RunSettings

  /// Creates a rehearsal.
  public init(_ definition: Definition, settings: RunSettings = RunSettings()) {
    self.definition = definition
    self.settings = settings
  }

  /// What became of documents, in their order.
  /// - Throws: ``CopydeskError`` where a document failed at a stage whose `on_error` is `stop`.
  public func documents(_ documents: [Document]) throws -> [Document] {
    let ended = Mutex<[Document]>([])
    try run(DocumentReader(documents, settings: settings)) { document in
      ended.withLock { $0.append(document) }
    }
    return ended.withLock { $0 }
  }

  /// Takes what is read from inputs through the stages.
  /// - Parameters:
  ///   - sample: how many items of the inputs to take; all, where nil. They are spread over the whole of the inputs,
  ///     the same ones each time.
  ///   - visit: is given each document in the order of the input, one at a time.
  /// - Throws: ``CopydeskError`` where an input does not exist, or a document failed at a stage whose `on_error` is
  ///   `stop`.
  public func visit(
    _ inputs: [String], sample: Int? = nil, _ visit: @escaping @Sendable (Document) throws -> Void
  ) throws {
    let ledger = LedgerGate.Paths(beside: definition)
    let outputs = OwnOutputs(definition, inputs: inputs, ledger: ledger)
    let reader = try makeReader(
      definition.source, inputs: inputs, outputs: outputs, settings: settings, sample: sample)
    let seen = Mutex(false)
    try run(reader) { document in
      seen.withLock { $0 = true }
      try visit(document)
    }
    if !seen.withLock({ $0 }), let lookedFor = definition.source.lookedFor(in: inputs) {
      throw CopydeskError.nothingRead(inputs, lookedFor: lookedFor, kept: nil)
    }
  }

  private func run(_ reader: any AnyItemReader, _ visit: @escaping @Sendable (Document) throws -> Void) throws
  {
    let itinerary = Itinerary(definition, last: VisitingGate(visit), writes: false)
    // Nothing is finished: that is what saves an index, and a rehearsal leaves nothing behind.
    try itinerary.run {
      try Conductor(itinerary, reader: reader, settings: settings).run()
    }
  }
}

/// The last gate of a rehearsal: shows each document.
private struct VisitingGate: Gate {
  private let visit: @Sendable (Document) throws -> Void

  init(_ visit: @escaping @Sendable (Document) throws -> Void) { self.visit = visit }

  func open() {}
  func prepare(_ documents: inout [Document]) -> any Sendable { () }
  func commit(_ documents: inout [Document], _ prepared: any Sendable) throws {
    for document in documents { try visit(document) }
  }
  func finish() {}
}

/// Hands out documents that are there already.
private final class DocumentReader: AnyItemReader {
  private let state: Mutex<(documents: ArraySlice<Document>, number: Int)>
  private let batchSize: Int

  init(_ documents: [Document], settings: RunSettings) {
    state = Mutex((documents[...], 0))
    batchSize = settings.batchSize
  }

  func nextBatch() -> Batch? {
    state.withLock { state in
      guard !state.documents.isEmpty else { return nil }
      defer { state.number += 1 }
      var batch = Batch(number: state.number, items: [])
      batch.documents = Array(state.documents.prefix(batchSize))
      state.documents = state.documents.dropFirst(batchSize)
      return batch
    }
  }

  func read(_ batch: inout Batch) {}
}
