import Copydesk
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The documents of a watch as they came to the first stage that cannot say what its state is, in a file that is only
/// added to. When the watch is started again, they go through such stages once more, in place of the files that they were
/// read from, which may be gone by then.
///
/// ```text
/// length   8 bytes
/// hash     8 bytes
/// batch    the documents that had got so far, without original bytes and trail
/// ```
final class DocumentMemory: Sendable {
  private struct State {
    var buffer: [UInt8] = []
    /// How much is in the file.
    var written: Int
    /// How much of it was read back.
    var read = 0
  }

  private static let bufferSize = 1 << 20
  private let path: String
  private let descriptor: Int32
  /// How much of it an earlier part of the watch had committed.
  private let length: Int
  private let state: Mutex<State>

  /// Opens the file, and cuts off what was not committed.
  /// - Parameter length: how much was.
  init(_ path: String, length: Int) throws {
    self.path = path
    self.length = length
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    state = Mutex(State(written: length))
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Journal.failure("write", path) }
    guard Int(status.st_size) >= length else { throw Journal.damaged(path) }
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw Journal.failure("write", path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The documents of a batch that are still kept, as they are written.
  static func bytes(of documents: [Document]) -> [UInt8] {
    var store = ByteStore()
    let places = documents.indices.filter { documents[$0].verdict.isKept }
    store.put(each: places) { store, index in documents[index].store(to: &store, isBrief: true) }
    return store.bytes
  }

  /// Adds a batch.
  func append(_ batch: [UInt8]) throws {
    try state.withLock { state in
      for word in [UInt64(batch.count), StableHash.of(batch)] {
        withUnsafeBytes(of: word.littleEndian) { state.buffer += $0 }
      }
      state.buffer += batch
      if state.buffer.count >= Self.bufferSize { try flush(&state) }
    }
  }

  /// The documents of the next batch of before; nil after the last one.
  func next() throws -> [Document]? {
    try state.withLock { state in
      guard state.read < length else { return nil }
      let head = try bytes(16, at: state.read)
      let words = head.withUnsafeBytes { raw in
        (0..<2).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
      }
      guard words[0] <= UInt64(length - state.read - 16) else { throw Journal.damaged(path) }
      let batch = try bytes(Int(words[0]), at: state.read + 16)
      guard StableHash.of(batch) == words[1] else { throw Journal.damaged(path) }
      state.read += 16 + batch.count
      var loader = ByteLoader(batch[...])
      do {
        return try loader.array { bytes throws(MalformedStore) in try Document(from: &bytes) }
      } catch { throw Journal.damaged(path) }
    }
  }

  /// Puts all of it on the disk.
  /// - Returns: how much there is.
  func synchronise() throws -> Int {
    try state.withLock { state in
      try flush(&state)
      guard fdatasync(descriptor) == 0 else { throw Journal.failure("write", path) }
      return state.written
    }
  }

  private func flush(_ state: inout State) throws {
    let isWhole = state.buffer.withUnsafeBytes { WholeTransfer.write(descriptor, $0, at: state.written) }
    guard isWhole else { throw Journal.failure("write", path) }
    state.written += state.buffer.count
    state.buffer.removeAll(keepingCapacity: true)
  }

  private func bytes(_ count: Int, at place: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = bytes.withUnsafeMutableBytes { WholeTransfer.read(descriptor, into: $0, at: place) }
    guard read == count else { throw Journal.damaged(path) }
    return bytes
  }
}
