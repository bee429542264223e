import Copydesk
import Synchronization

/// Takes items from the files of one look after the other; first of all brings back what stages must see again.
final class LookReader<S: WatchableSource>: AnyLookReader {
  private let source: S
  private let settings: RunSettings
  private let log: InputLog
  private let memory: DocumentMemory
  /// How many items an earlier part of the watch has dealt with.
  private let before: Int

  private struct State {
    /// Whether what is remembered is still to be brought back.
    var isReplaying: Bool
    var files: ArraySlice<Lookout.Candidate> = []
    var cursor: S.Cursor?
    var number = 0
    var position: Int
    /// The length of the file, for its first item.
    var length = 0
    var isStopping = false
    /// The files that were begun; each goes to its end.
    var begun: [Lookout.Candidate] = []
  }

  private let state: Mutex<State>

  init(
    _ source: S, settings: RunSettings, log: InputLog, memory: DocumentMemory, before: Int, replays: Bool
  ) {
    self.source = source
    self.settings = settings
    self.log = log
    self.memory = memory
    self.before = before
    state = Mutex(State(isReplaying: replays, position: before))
  }

  func begin(_ files: [Lookout.Candidate]) {
    state.withLock { state in
      state.files = files[...]
      state.begun = []
    }
  }

  var begun: [Lookout.Candidate] { state.withLock { $0.begun } }

  func stop() { state.withLock { $0.isStopping = true } }

  func nextBatch() throws -> Batch? {
    try state.withLock { state in
      if state.isReplaying, !state.isStopping, let batch = try remembered(&state) { return batch }
      state.isReplaying = false
      var items: [SourceItem] = []
      var bytes = 0
      while items.count < settings.batchSize, bytes < settings.batchBytes, let item = try next(&state) {
        bytes += item.bytes?.count ?? state.length
        items.append(item)
      }
      guard !items.isEmpty else { return nil }
      defer { state.number += 1 }
      var batch = Batch(number: state.number, items: items, position: state.position)
      batch.weight = bytes
      return batch
    }
  }

  private func remembered(_ state: inout State) throws -> Batch? {
    guard let documents = try memory.next() else { return nil }
    defer { state.number += 1 }
    var batch = Batch(number: state.number, items: [], position: before, isReplayed: true)
    batch.documents = documents
    return batch
  }

  private func next(_ state: inout State) throws -> SourceItem? {
    while true {
      if var cursor = state.cursor.take() {
        if let item = try source.next(&cursor) {
          state.cursor = cursor
          if item.passedOver != nil { continue }
          state.position += 1
          return item
        }
      }
      guard !state.isStopping, let candidate = state.files.popFirst() else { return nil }
      // One that was taken away since it was seen is none of the watch's.
      guard FileStamp(of: candidate.file.path) != nil else { continue }
      try log.note(name: candidate.name, change: candidate.stamp.hash)
      state.begun.append(candidate)
      state.length = candidate.stamp.size
      state.cursor = try source.open(candidate.file)
    }
  }

  func read(_ batch: inout Batch) { batch.read(with: source) }
}

/// A ``LookReader`` of any source.
protocol AnyLookReader: AnyItemReader {
  /// Hands out the items of files, once asked again.
  func begin(_ files: [Lookout.Candidate])
  /// The files of the look of which items were handed out.
  var begun: [Lookout.Candidate] { get }
  /// Begins no further file.
  func stop()
}

func makeLookReader<S: WatchableSource>(
  _ source: S, settings: RunSettings, log: InputLog, memory: DocumentMemory, before: Int, replays: Bool
) -> any AnyLookReader {
  LookReader(source, settings: settings, log: log, memory: memory, before: before, replays: replays)
}
