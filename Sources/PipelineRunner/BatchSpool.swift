import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Batches in a temporary file, to be read back once in the order in which they were written. The file has no name, so
/// that nothing is left of it however the process ends.
struct BatchSpool: Sendable {
  /// The open file, closed with the last holder.
  private final class TemporaryFile: Sendable {
    let descriptor: Int32

    init() throws {
      let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
      let folder = named.isEmpty ? "/tmp" : named
      var name = Array("\(folder)/copydesk-held-XXXXXX".utf8CString)
      descriptor = name.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return -1 }
        let descriptor = mkstemp(base)
        if descriptor >= 0 { unlink(base) }
        return descriptor
      }
      guard descriptor >= 0 else { throw BatchSpool.failure("make a temporary file in \"\(folder)\"") }
    }

    deinit { close(descriptor) }
  }

  private let file: TemporaryFile
  private var written = 0
  private var read = 0

  init() throws { file = try TemporaryFile() }

  /// Writes a batch.
  /// - Parameter flags: one for each document, kept with it.
  mutating func append(_ batch: Batch, flags: [Bool]) throws {
    var store = ByteStore()
    store.put(batch.number)
    store.put(batch.position)
    store.put(batch.isReplayed)
    store.put(batch.bytes)
    store.put(each: batch.documents.indices) { store, index in
      store.put(flags[index])
      batch.documents[index].store(to: &store)
    }
    var frame = ByteStore()
    frame.put(Double(store.bytes.count))
    try write(frame.bytes)
    try write(store.bytes)
  }

  /// Reads the next batch; nil after the last one.
  mutating func next() throws -> (batch: Batch, flags: [Bool])? {
    guard read < written else { return nil }
    var frame = ByteLoader(try bytes(8)[...])
    do {
      var loader = ByteLoader(try bytes(Int(try frame.double()))[...])
      var batch = Batch(
        number: try loader.int(), items: [], position: try loader.int(), isReplayed: try loader.bool())
      batch.bytes = try loader.int()
      batch.weight = batch.bytes
      var flags: [Bool] = []
      for _ in 0..<(try loader.count()) {
        flags.append(try loader.bool())
        batch.documents.append(try Document(from: &loader))
      }
      return (batch, flags)
    } catch is MalformedStore {
      throw Self.failure("read back a temporary file")
    }
  }

  private mutating func write(_ bytes: [UInt8]) throws {
    guard bytes.withUnsafeBytes({ WholeTransfer.write(file.descriptor, $0, at: written) }) else {
      throw Self.failure("write to a temporary file")
    }
    written += bytes.count
  }

  private mutating func bytes(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { WholeTransfer.read(file.descriptor, into: $0, at: read) }
    guard got == count else { throw Self.failure("read back a temporary file") }
    read += count
    return bytes
  }

  private static func failure(_ what: String) -> CopydeskError {
    let code = errno
    return CopydeskError(
      .cannotWrite, "cannot \(what): \(String(cString: strerror(code)))",
      help: SystemRemedy.writing(code, full: "free some space, or set TMPDIR to a folder on a larger disk"))
  }
}
