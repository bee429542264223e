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
///
/// A file that grows (`OutputLog.isGrowing`) is one that a run adds to for as long as it goes on: `PATH.partial` holds what
/// is new, and `publish` adds it to the file once a checkpoint tells of it. So what stands under the name never changes.
public final class OutputFile: Sendable {
  struct State {
    var descriptor: Int32
    var buffer: [UInt8] = []
    /// Where the bytes go until the file is complete; nil where they go straight to a device or a pipe.
    var partial: String?
    /// What the partial file becomes.
    var target: String
    var isTouched = false
    /// What has left the buffer.
    var digest = ContentDigest()
    /// Whether it has been put down in a checkpoint.
    var isDurable = false
    /// How many bytes stand under the name already; nil where the file appears as a whole.
    var published: Int?

    /// Where in the partial file the next byte goes.
    var offset: Int { digest.length - (published ?? 0) }
  }

  /// Where the result will be.
  public let path: String
  /// Who hears of it when it is complete.
  let log = OutputLog.current
  let state: Mutex<State>
  static let bufferSize = 1 << 18

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
    let grows = log?.isGrowing ?? false
    guard !grows || !Self.hasContent(target) else { throw Self.taken(path) }
    let descriptor = try Self.openAlone(target + ".partial", for: path)
    state = Mutex(
      State(
        descriptor: descriptor, partial: target + ".partial", target: target, published: grows ? 0 : nil))
    if grows { log?.follow(self) }
  }

  /// A file that is open already.
  init(path: String, open state: consuming State) {
    self.path = path
    self.state = Mutex(state)
  }

  deinit {
    state.withLock { state in
      guard state.descriptor > STDERR_FILENO else { return }
      // What was begun and not finished stays, for the user to look at; an empty file would only be in the way.
      let isPublished = state.published == state.digest.length && state.buffer.isEmpty
      if let partial = state.partial, !state.isTouched || isPublished { unlink(partial) }
      try? flush(&state)
      close(state.descriptor)
    }
  }

  /// Writes bytes.
  /// - Throws: ``CopydeskError`` where the disk is full or the pipe closed.
  public func write(_ bytes: some Collection<UInt8>) throws { try write(Array(bytes)) }

  /// Writes bytes.
  /// - Throws: ``CopydeskError`` where the disk is full or the pipe closed.
  public func write(_ bytes: [UInt8]) throws {
    // A concrete type: a generic append across modules goes through witnesses.
    try state.withLock { state in
      if !bytes.isEmpty { state.isTouched = true }
      // What is long by itself is not copied first.
      guard bytes.count < Self.bufferSize else {
        try flush(&state)
        return try put(bytes, &state)
      }
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
      if state.published != nil {
        try publish(&state)
        if let partial = state.partial { unlink(partial) }
        close(state.descriptor)
        state.descriptor = -1
        return
      }
      // Of a run that can be resumed the bytes must be there whenever the name is.
      if state.isDurable, state.partial != nil, fsync(state.descriptor) != 0 { throw Self.error(path, errno) }
      // Renamed while it is still locked, so that another run finds either the lock or another file.
      let isInPlace = state.partial.map { rename($0, state.target) == 0 } ?? true
      let code = errno
      let closed = close(state.descriptor)
      state.descriptor = -1
      guard isInPlace else { throw Self.error(path, code) }
      guard closed == 0 else { throw Self.error(path, errno) }
      if state.partial != nil {
        log?.add(OutputLog.File(path: path, bytes: state.digest.length, digest: state.digest.value))
      }
    }
  }

  func flush(_ state: inout State) throws {
    try put(state.buffer, &state)
    state.buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8], _ state: inout State) throws {
    let isWhole = bytes.withUnsafeBytes { WholeTransfer.append(state.descriptor, $0) }
    guard isWhole else { throw Self.error(path, errno) }
    bytes.withUnsafeBytes { state.digest.append($0) }
  }

  static func error(_ path: String, _ code: Int32) -> CopydeskError {
    .unwritable(path, code)
  }
}
