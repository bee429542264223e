import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file being written: buffered, and in its place under its name only when it is complete.
///
/// Until ``finish()`` the bytes are in `PATH.partial`, so that a reader never finds half a result and a run
/// that dies leaves the result of the run before. The path `-` is standard output.
public final class OutputFile: Sendable {
  private struct State {
    var descriptor: Int32
    var buffer: [UInt8] = []
  }

  /// Where the result will be.
  public let path: String
  private let state: Mutex<State>
  private static let bufferSize = 1 << 18

  /// Opens the file, and makes the folders above it.
  /// - Throws: ``CopydeskError`` where that cannot be done.
  public init(path: String) throws {
    self.path = path
    guard path != "-" else {
      state = Mutex(State(descriptor: STDOUT_FILENO))
      return
    }
    try Self.makeFolders(above: path)
    let descriptor = open(path + ".partial", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.error(path, errno) }
    state = Mutex(State(descriptor: descriptor))
  }

  deinit {
    let descriptor = state.withLock { $0.descriptor }
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// Writes bytes.
  /// - Throws: ``CopydeskError`` where the disk is full or the pipe closed.
  public func write(_ bytes: some Collection<UInt8>) throws { try write(Array(bytes)) }

  /// Writes bytes.
  /// - Throws: ``CopydeskError`` where the disk is full or the pipe closed.
  public func write(_ bytes: [UInt8]) throws {
    // A concrete type: a generic append across modules goes through witnesses.
    try state.withLock { state in
      state.buffer.append(contentsOf: bytes)
      if state.buffer.count >= Self.bufferSize { try flush(&state) }
    }
  }

  /// Writes what is buffered, closes the file and gives it its name.
  /// - Throws: ``CopydeskError`` where that cannot be done.
  public func finish() throws {
    try state.withLock { state in
      try flush(&state)
      guard path != "-", state.descriptor >= 0 else { return }
      let closed = close(state.descriptor)
      state.descriptor = -1
      guard closed == 0, rename(path + ".partial", path) == 0 else { throw Self.error(path, errno) }
    }
  }

  /// Takes away the result of an earlier run, where there is one.
  package static func removeStale(_ path: String) {
    if path != "-" { unlink(path) }
  }

  private func flush(_ state: inout State) throws {
    var written = 0
    while written < state.buffer.count {
      let count = state.buffer.withUnsafeBytes { raw in
        #if canImport(Glibc)
          Glibc.write(state.descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
        #elseif canImport(Musl)
          Musl.write(state.descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
        #else
          Darwin.write(state.descriptor, raw.baseAddress?.advanced(by: written), raw.count - written)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Self.error(path, errno)
      }
      written += count
    }
    state.buffer.removeAll(keepingCapacity: true)
  }

  private static func makeFolders(above path: String) throws {
    var end = path.utf8.startIndex
    while let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(path[..<slash])
      if !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST { throw error(folder, errno) }
      end = path.utf8.index(after: slash)
    }
  }

  private static func error(_ path: String, _ code: Int32) -> CopydeskError {
    let name = path == "-" ? "standard output" : "\"\(path)\""
    return CopydeskError(
      .cannotWrite, "cannot write \(name): \(String(cString: strerror(code)))",
      help: code == ENOSPC ? "free some space and run again" : nil)
  }
}
