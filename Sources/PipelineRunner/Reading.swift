import Copydesk
import Synchronization

/// Takes items from a source, batch by batch, in order.
final class ItemReader<S: Source>: AnyItemReader {
  private let source: S
  private let settings: RunSettings
  /// Where the run goes on; nil where it begins.
  private let resumption: Resumption?
  private let log: InputLog?

  private struct State {
    var cursor: S.Cursor
    var number = 0
    /// How many items were handed out.
    var position = 0
    /// The length of the file of the last one.
    var length = 0
    var outputs: OwnOutputs
    /// How many items to choose before the first is handed out.
    var sample: Int?
    /// The items that were chosen and not yet handed out; nil, where all are taken as they come.
    var chosen: ArraySlice<SourceItem>?
    var notRead = NotRead()
    /// Whether the source has nothing more.
    var isAtEnd = false
  }

  private let state: Mutex<State>

  init(
    _ source: S, inputs: [String], outputs: OwnOutputs, settings: RunSettings, sample: Int?,
    resumption: Resumption?, log: InputLog?
  ) throws {
    self.source = source
    self.settings = settings
    self.resumption = resumption
    self.log = log
    state = Mutex(State(cursor: try source.open(inputs), outputs: outputs, sample: sample))
  }

  func nextBatch() throws -> Batch? {
    try state.withLock { state in
      let known = resumption?.position ?? 0
      if let resumption {
        let skips = resumption.replayEnd == nil
        if resumption.endsThere, skips || state.position >= known { return nil }
        if skips { while state.position < known { _ = try next(&state) } }
      }
      var items: [SourceItem] = []
      var bytes = 0
      let isReplayed = state.position < known
      while items.count < settings.batchSize, bytes < settings.batchBytes {
        // A batch is of one side of the checkpoint.
        if isReplayed, state.position >= known { break }
        guard let item = try next(&state) else { break }
        bytes += item.bytes?.count ?? state.length
        items.append(item)
      }
      guard !items.isEmpty else { return nil }
      defer { state.number += 1 }
      var batch = Batch(
        number: state.number, items: items, position: state.position, isReplayed: isReplayed)
      batch.weight = bytes
      return batch
    }
  }

  private func next(_ state: inout State) throws -> SourceItem? {
    let isKnown = state.position < resumption?.position ?? 0
    guard let item = try chosen(&state) else {
      guard !isKnown else {
        throw CopydeskError(
          .cannotResume,
          "cannot resume the unfinished run: the input holds fewer documents than it has read",
          help: "run again without --resume, from the beginning; or restore the input as it was")
      }
      return nil
    }
    state.length = 0
    if let log {
      state.length = try log.note(item, isKnown: isKnown)
    } else if item.bytes == nil {
      state.length = OutputFile.length(of: item.path) ?? item.length ?? 0
    }
    state.position += 1
    return item
  }

  private func chosen(_ state: inout State) throws -> SourceItem? {
    if let count = state.sample.take() { state.chosen = try choose(count, &state)[...] }
    if state.chosen != nil { return state.chosen?.popFirst() }
    return try listed(&state)
  }

  /// The next item that is read and not one of the run's own results.
  private func listed(_ state: inout State) throws -> SourceItem? {
    while let item = try source.next(&state.cursor) {
      if try state.outputs.contain(item.path) { continue }
      guard let passedOver = item.passedOver else { return item }
      state.notRead.add(passedOver)
    }
    state.isAtEnd = true
    return nil
  }

  func notRead() throws -> NotRead {
    try state.withLock { state in
      // A run that had read all and goes on from there has not listed it.
      while !state.isAtEnd { _ = try listed(&state) }
      return state.notRead
    }
  }

  /// Items spread evenly over all there are, by chance but the same each time, in the order of the input.
  ///
  /// J. S. Vitter: Random Sampling with a Reservoir. ACM Transactions on Mathematical Software 11, 1985 (algorithm R).
  private func choose(_ count: Int, _ state: inout State) throws -> [SourceItem] {
    var reservoir: [(number: Int, item: SourceItem)] = []
    var seen = 0
    while let item = try listed(&state) {
      defer { seen += 1 }
      if reservoir.count < count {
        reservoir.append((seen, item))
      } else {
        let place = Int(StableHash.of(String(seen).utf8) % UInt64(seen + 1))
        if place < count { reservoir[place] = (seen, item) }
      }
    }
    return reservoir.sorted { $0.number < $1.number }.map(\.item)
  }

  func read(_ batch: inout Batch) { batch.read(with: source) }

  func listAll() throws {
    try state.withLock { state in while try next(&state) != nil {} }
  }
}

extension Batch {
  /// Makes documents of the items.
  mutating func read(with source: some Source) {
    documents.reserveCapacity(items.count)
    for index in items.indices {
      // Made in its place: a document is large to copy.
      do { documents.append(try source.loadedDocument(from: &items[index])) } catch {
        documents.append(Document(items[index], failedWith: error))
      }
      documents[index].reading = SourceReading(items[index])
      bytes += documents[index].source.bytes.count
    }
    items = []
  }
}

extension Source {
  /// The item's document; where it cannot be read, one that has failed.
  func documentOrFailure(from item: inout SourceItem) -> Document {
    var document: Document
    do { document = try loadedDocument(from: &item) } catch { document = Document(item, failedWith: error) }
    document.reading = SourceReading(item)
    return document
  }

  fileprivate func loadedDocument(from item: inout SourceItem) throws -> Document {
    if let failure = item.failure { throw failure }
    if item.bytes == nil { try load(&item) }
    return try document(from: item)
  }
}

extension Document {
  /// Stands for an item that cannot be read: has no text, has failed and keeps the original bytes.
  fileprivate init(_ item: SourceItem, failedWith error: any Error) {
    let bytes = item.bytes ?? []
    let origin = DocumentSource(path: item.path, span: item.span ?? Span(0, bytes.count), bytes: bytes)
    self.init(id: item.id, source: origin, text: Text())
    fail(Failure(error))
  }
}

/// An ``ItemReader`` of any source.
protocol AnyItemReader: Sendable {
  /// The next items, or nil at the end. Called by one thread at a time.
  func nextBatch() throws -> Batch?
  /// Makes documents of a batch's items. Called concurrently.
  func read(_ batch: inout Batch)
  /// Goes through all items without reading them, so that a log hears of them.
  func listAll() throws
  /// What was come upon and not read, to the end of the input.
  func notRead() throws -> NotRead
}

extension AnyItemReader {
  func listAll() throws {}
  func notRead() throws -> NotRead { NotRead() }
}

func makeReader<S: Source>(
  _ source: S, inputs: [String], outputs: OwnOutputs, settings: RunSettings, sample: Int?,
  resumption: Resumption? = nil, log: InputLog? = nil
) throws -> any AnyItemReader {
  try ItemReader(
    source, inputs: inputs, outputs: outputs, settings: settings, sample: sample, resumption: resumption,
    log: log)
}
