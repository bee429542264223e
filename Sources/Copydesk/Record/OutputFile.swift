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
    /// Where the bytes go until the file is complete; nil where they go straight to a device or a pipe.
    var partial: String?
    /// What the partial file becomes.
    var target: String
    var isTouched = false
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
      state = Mutex(State(descriptor: STDOUT_FILENO, target: path))
      return
    }
    try Self.makeFolders(above: path)
    if Self.isSpecial(path) {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.error(path, errno) }
      state = Mutex(State(descriptor: descriptor, target: path))
      return
    }
    // The file that a link leads to is replaced, not the link.
    let target = Self.resolved(path)
    let descriptor = try Self.openAlone(target + ".partial", for: path)
    state = Mutex(State(descriptor: descriptor, partial: target + ".partial", target: target))
  }

  deinit {
    state.withLock { state in
      guard state.descriptor > STDERR_FILENO else { return }
      // What was begun and not finished stays, for the user to look at; an empty file would only be in the way.
      if let partial = state.partial, !state.isTouched { unlink(partial) }
      try? flush(&state)
      close(state.descriptor)
    }
  }

  /// Whether the path leads to something that is no file to be replaced: a device, a pipe.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Opens a file that no other run has open, and empties it.
  private static func openAlone(_ partial: String, for path: String) throws -> Int32 {
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw error(path, errno) }
    var opened = stat()
    var named = stat()
    // The name may have gone to the finished file of another run between the opening and the lock.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &opened) == 0,
      stat(partial, &named) == 0, opened.st_ino == named.st_ino, ftruncate(descriptor, 0) == 0
    else {
      close(descriptor)
      throw CopydeskError(
        .cannotWrite, "another run is writing \"\(path)\"",
        help: "wait for it to end, or give this one another path with -o")
    }
    return descriptor
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
      state.isTouched = true
      if state.buffer.count >= Self.bufferSize { try flush(&state) }
    }
  }

  /// Writes what is buffered, closes the file and gives it its name.
  /// - Throws: ``CopydeskError`` where that cannot be done.
  public func finish() throws {
    try state.withLock { state in
      try flush(&state)
      guard path != "-", state.descriptor >= 0 else { return }
      // Renamed while it is still locked, so that another run finds either the lock or another file.
      let isInPlace = state.partial.map { rename($0, state.target) == 0 } ?? true
      let code = errno
      let closed = close(state.descriptor)
      state.descriptor = -1
      guard isInPlace else { throw Self.error(path, code) }
      guard closed == 0 else { throw Self.error(path, errno) }
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
