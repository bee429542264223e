import Copydesk
import Synchronization

/// Takes items from a source, batch by batch, in order.
final class ItemReader<S: Source>: AnyItemReader {
  private let source: S
  private let settings: RunSettings
  private let state: Mutex<(cursor: S.Cursor, number: Int, outputs: OwnOutputs)>

  init(_ source: S, inputs: [String], outputs: OwnOutputs, settings: RunSettings) throws {
    self.source = source
    self.settings = settings
    state = Mutex((try source.open(inputs), 0, outputs))
  }

  func nextBatch() throws -> Batch? {
    try state.withLock { state in
      var items: [SourceItem] = []
      var bytes = 0
      while items.count < settings.batchSize, bytes < RunSettings.batchBytes {
        guard let item = try source.next(&state.cursor) else { break }
        if state.outputs.contain(item.path) { continue }
        bytes += item.bytes?.count ?? 0
        items.append(item)
      }
      guard !items.isEmpty else { return nil }
      defer { state.number += 1 }
      return Batch(number: state.number, items: items)
    }
  }

  func read(_ batch: inout Batch) {
    batch.documents.reserveCapacity(batch.items.count)
    for item in batch.items {
      var item = item
      let document = document(from: &item)
      batch.bytes += document.source.bytes.count
      batch.documents.append(document)
    }
    batch.items = []
  }

  /// The item's document; where it cannot be read, one without text that has failed and keeps the original
  /// bytes.
  private func document(from item: inout SourceItem) -> Document {
    do {
      if let failure = item.failure { throw failure }
      if item.bytes == nil { try source.load(&item) }
      return try source.document(from: item)
    } catch {
      let bytes = item.bytes ?? []
      let span = item.span ?? Span(0, bytes.count)
      let origin = DocumentSource(path: item.path, span: span, bytes: bytes)
      var document = Document(id: item.id, source: origin, text: Text())
      document.fail(Failure(error))
      return document
    }
  }
}

/// An ``ItemReader`` of any source.
protocol AnyItemReader: Sendable {
  /// The next items, or nil at the end. Called by one thread at a time.
  func nextBatch() throws -> Batch?
  /// Makes documents of a batch's items. Called concurrently.
  func read(_ batch: inout Batch)
}

func makeReader<S: Source>(
  _ source: S, inputs: [String], outputs: OwnOutputs, settings: RunSettings
) throws -> any AnyItemReader {
  try ItemReader(source, inputs: inputs, outputs: outputs, settings: settings)
}
