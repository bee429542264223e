import Copydesk
import Synchronization

/// Hands out failed documents again, from the bytes that their dead letters keep, and has the pipeline's own source
/// read them as it did the first time.
final class DeadLetterReader<S: Source>: AnyItemReader {
  private struct State {
    var lines: FileLines
    var number = 0
  }

  private let source: S
  private let path: String
  private let settings: RunSettings
  private let state: Mutex<State>

  init(_ source: S, path: String, settings: RunSettings) throws {
    self.source = source
    self.path = path
    self.settings = settings
    state = Mutex(State(lines: try FileLines(path)))
    // Another file, named by mistake, shows at once.
    var lines = try FileLines(path)
    if let first = try lines.next() { _ = try item(first, number: lines.number) }
  }

  func nextBatch() throws -> Batch? {
    try state.withLock { state in
      var items: [SourceItem] = []
      var bytes = 0
      while items.count < settings.batchSize, bytes < settings.batchBytes {
        guard let line = try state.lines.next() else { break }
        bytes += line.count
        items.append(try item(line, number: state.lines.number))
      }
      guard !items.isEmpty else { return nil }
      defer { state.number += 1 }
      return Batch(number: state.number, items: items)
    }
  }

  private func item(_ line: ArraySlice<UInt8>, number: Int) throws -> SourceItem {
    do throws(MalformedJSON) {
      let letter = try DeadLetter(line)
      var item = SourceItem(id: letter.id, path: letter.path, format: letter.format)
      item.isReplayed = true
      item.context = letter.note.flatMap {
        (source as? any ReplayableSource)?.context(of: $0, format: letter.format)
      }
      if let original = letter.original {
        item.span = letter.span
        item.bytes = original[...]
      } else if !letter.span.isEmpty {
        // A part of a file that was too long to be held: the file as a whole would be something else.
        item.span = letter.span
        item.failure = letter.failure
      } else if OutputFile.isFolder(letter.path) {
        item.failure = Failure(
          .unreadableFile, "a folder, which a run reads, not a replay",
          help: "run the pipeline on it: copydesk run … \"\(letter.path)\"")
      }
      return item
    } catch {
      throw CopydeskError(
        .malformedJSON, "line \(number) of \"\(path)\" is not a dead letter: expected \(error.expected)",
        help: "name the dead letters that a run wrote, for instance out/news.dead.jsonl")
    }
  }

  func read(_ batch: inout Batch) { batch.read(with: source) }
}

func makeDeadLetterReader<S: Source>(
  _ source: S, path: String, settings: RunSettings
) throws -> any AnyItemReader {
  try DeadLetterReader(source, path: path, settings: settings)
}
