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
  private struct State {
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
  private let log = OutputLog.current
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
    let grows = log?.isGrowing ?? false
    guard !grows || !Self.hasContent(target) else { throw Self.taken(path) }
    let descriptor = try Self.openAlone(target + ".partial", for: path)
    state = Mutex(
      State(
        descriptor: descriptor, partial: target + ".partial", target: target, published: grows ? 0 : nil))
    if grows { log?.follow(self) }
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

  /// The length of a file; nil where there is none.
  package static func length(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// Whether there is a file, and something in it.
  package static func hasContent(_ path: String) -> Bool { length(of: path) ?? 0 > 0 }

  /// Whether the path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether the path leads to something that is no file to be replaced: a device, a pipe.
  package static func isSpecial(_ path: String) -> Bool {
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
    let descriptor = try openLocked(partial, for: path)
    guard ftruncate(descriptor, 0) == 0 else {
      let code = errno
      close(descriptor)
      throw error(path, code)
    }
    return descriptor
  }

  /// Opens a file that no other run has open.
  private static func openLocked(_ partial: String, for path: String) throws -> Int32 {
    let descriptor = open(partial, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw error(path, errno) }
    var opened = stat()
    var named = stat()
    // The name may have gone to the finished file of another run between the opening and the lock.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &opened) == 0,
      stat(partial, &named) == 0, opened.st_ino == named.st_ino
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

  /// Takes away the result of an earlier run, where there is one.
  package static func removeStale(_ path: String) {
    if path != "-" { unlink(path) }
  }

  private func flush(_ state: inout State) throws {
    try put(state.buffer, &state)
    state.buffer.removeAll(keepingCapacity: true)
  }

  private func put(_ bytes: [UInt8], _ state: inout State) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
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
    bytes.withUnsafeBytes { state.digest.append($0) }
  }

  // MARK: Going on with a file

  /// Puts all that was written on the disk.
  /// - Returns: what ``init(path:resuming:)`` needs to go on from here.
  /// - Throws: ``CopydeskError`` where that cannot be done, or where it is no file but a device or a pipe.
  public func checkpoint() throws -> [UInt8] {
    try state.withLock { state in
      try flush(&state)
      var status = stat()
      guard state.partial != nil, fsync(state.descriptor) == 0, fstat(state.descriptor, &status) == 0 else {
        throw Self.error(path, state.partial == nil ? ESPIPE : errno)
      }
      state.isDurable = true
      var store = ByteStore()
      if let published = state.published {
        store.put(published)
        store.put(state.digest.length)
        store.put(Int(truncatingIfNeeded: state.digest.value))
        return store.bytes
      }
      store.put(Int(truncatingIfNeeded: status.st_dev))
      store.put(Int(truncatingIfNeeded: status.st_ino))
      store.put(state.digest.length)
      store.put(Int(truncatingIfNeeded: state.digest.value))
      return store.bytes
    }
  }

  /// Opens a file that an earlier run has left unfinished, or has finished since, as it was at a checkpoint: what was
  /// written after it is cut off.
  /// - Parameters:
  ///   - path: where the result will be.
  ///   - checkpoint: what ``checkpoint()`` told.
  /// - Throws: ``CopydeskError`` where it is not what the earlier run has left.
  /// - Complexity: what was written is read, to be sure of it.
  public init(path: String, resuming checkpoint: [UInt8]) throws {
    self.path = path
    if log?.isGrowing ?? false {
      state = Mutex(try Self.grown(path, checkpoint))
      try state.withLock { try publish(&$0) }
      log?.follow(self)
      return
    }
    let target = Self.resolved(path)
    let partial = target + ".partial"
    var loader = ByteLoader(checkpoint[...])
    let (device, inode, length, digest): (Int, Int, Int, Int)
    do {
      (device, inode) = (try loader.int(), try loader.int())
      (length, digest) = (try loader.int(), try loader.int())
    } catch { throw Self.changed(path) }
    func isTheOne(_ status: stat) -> Bool {
      Int(truncatingIfNeeded: status.st_dev) == device && Int(truncatingIfNeeded: status.st_ino) == inode
    }
    var status = stat()
    // Where it was given its name already, it is taken back: a file of the same run, which goes on.
    if stat(target, &status) == 0, isTheOne(status), rename(target, partial) != 0 {
      throw Self.error(path, errno)
    }
    guard stat(partial, &status) == 0, isTheOne(status), Int(status.st_size) >= length else {
      throw Self.changed(path)
    }
    let descriptor = try Self.openLocked(partial, for: path)
    var read = ContentDigest()
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    while read.length < length {
      let wanted = min(buffer.count, length - read.length)
      let count = buffer.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, wanted, off_t(read.length))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      buffer.withUnsafeBytes { read.append(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
    guard read.length == length, Int(truncatingIfNeeded: read.value) == digest else {
      close(descriptor)
      throw Self.changed(path)
    }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
      let code = errno
      close(descriptor)
      throw Self.error(path, code)
    }
    state = Mutex(
      State(
        descriptor: descriptor, partial: partial, target: target, isTouched: true, digest: read,
        isDurable: true))
  }

  // MARK: Files that grow

  /// Whether another file may follow this one: of a file that grows, only when all of it is in its place.
  package var isSettled: Bool {
    state.withLock { state in
      state.published.map { $0 == state.digest.length && state.buffer.isEmpty } ?? true
    }
  }

  /// Adds what is in the partial file to the file, and waits until it is on the disk. What is added must have been put
  /// down in a checkpoint: then a run that was killed anywhere in here does the same once more.
  func publish() throws { try state.withLock { try publish(&$0) } }

  private func publish(_ state: inout State) throws {
    guard let published = state.published, state.descriptor >= 0, state.digest.length > 0 else { return }
    defer {
      log?.add(OutputLog.File(path: path, bytes: state.digest.length, digest: state.digest.value))
    }
    guard state.digest.length > published else { return }
    let file = open(state.target, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Self.error(path, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, Int(status.st_size) == published else { throw Self.touched(path) }
    let count = state.digest.length - published
    var buffer = [UInt8](repeating: 0, count: min(count, 1 << 20))
    var done = 0
    while done < count {
      let read = buffer.withUnsafeMutableBytes {
        pread(state.descriptor, $0.baseAddress, min($0.count, count - done), off_t(done))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { throw Self.error(path, read < 0 ? errno : EIO) }
      var written = 0
      while written < read {
        let count = buffer.withUnsafeBytes {
          pwrite(
            file, $0.baseAddress?.advanced(by: written), read - written, off_t(published + done + written))
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Self.error(path, errno) }
        written += count
      }
      done += read
    }
    guard fsync(file) == 0 else { throw Self.error(path, errno) }
    if published == 0 { try Self.synchroniseFolder(of: state.target) }
    state.published = published + count
    guard ftruncate(state.descriptor, 0) == 0, lseek(state.descriptor, 0, SEEK_SET) == 0 else {
      throw Self.error(path, errno)
    }
  }

  /// A file that grows, as it was at a checkpoint: what was written after it is cut off, and what had not got to its
  /// place may still have to.
  private static func grown(_ path: String, _ checkpoint: [UInt8]) throws -> State {
    var loader = ByteLoader(checkpoint[...])
    let (published, length, value): (Int, Int, Int)
    do { (published, length, value) = (try loader.int(), try loader.int(), try loader.int()) } catch {
      throw touched(path)
    }
    let target = resolved(path)
    let descriptor = try openLocked(target + ".partial", for: path)
    do {
      let file = open(target, O_RDWR | O_CLOEXEC)
      defer { if file >= 0 { close(file) } }
      var status = stat()
      let size = file >= 0 && fstat(file, &status) == 0 ? Int(status.st_size) : 0
      var digest = ContentDigest()
      guard size <= length, take(published, of: file, at: 0, into: &digest) else { throw touched(path) }
      func state(_ published: Int, _ digest: ContentDigest, rest: Int) throws -> State {
        guard ftruncate(descriptor, off_t(rest)) == 0, lseek(descriptor, off_t(rest), SEEK_SET) >= 0 else {
          throw error(path, errno)
        }
        return State(
          descriptor: descriptor, partial: target + ".partial", target: target, isTouched: rest > 0,
          digest: digest, isDurable: true, published: published)
      }
      var whole = digest
      if size == length, take(length - published, of: file, at: published, into: &whole),
        Int(truncatingIfNeeded: whole.value) == value
      {
        return try state(length, whole, rest: 0)
      }
      whole = digest
      guard take(length - published, of: descriptor, at: 0, into: &whole),
        Int(truncatingIfNeeded: whole.value) == value
      else { throw touched(path) }
      guard file < 0 || ftruncate(file, off_t(published)) == 0 else { throw error(path, errno) }
      return try state(published, whole, rest: length - published)
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// Reads bytes of a file; false where there are fewer.
  private static func take(
    _ count: Int, of descriptor: Int32, at start: Int, into digest: inout ContentDigest
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: min(max(count, 1), bufferSize))
    var done = 0
    while done < count {
      let read = buffer.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, min($0.count, count - done), off_t(start + done))
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { return false }
      buffer.withUnsafeBytes { digest.append(UnsafeRawBufferPointer(rebasing: $0[..<read])) }
      done += read
    }
    return true
  }

  private static func synchroniseFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems have no such thing for folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw error(folder, errno) }
  }

  private static func taken(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotWatch, "\"\(path)\" is there already, and no watch has made it",
      help: "give the watch another path with -o, or move the file away")
  }

  private static func touched(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotResume, "\"\(path)\" is not as the watch has left it: something else has changed or moved it",
      help: "bring it back; or begin a new watch with -o and another path, which takes every file once more")
  }

  /// Waits until files that were completed are on the disk, many at once.
  public static func synchronise() { sync() }

  private static func changed(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotResume, "\"\(path).partial\" is not what the unfinished run has left",
      help: "run again without --resume, from the beginning")
  }

  package static func makeFolders(above path: String) throws {
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
