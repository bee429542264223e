import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files that grow.
extension OutputFile {
  /// Whether another file may follow this one: of a file that grows, only when all of it is in its place.
  package var isSettled: Bool {
    state.withLock { state in
      state.published.map { $0 == state.digest.length && state.buffer.isEmpty } ?? true
    }
  }

  /// Adds what is in the partial file to the file, and waits until it is on the disk. What is added must have been put
  /// down in a checkpoint: then a run that was killed anywhere in here does the same once more.
  func publish() throws { try state.withLock { try publish(&$0) } }

  func publish(_ state: inout State) throws {
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
      let wanted = min(buffer.count, count - done)
      try buffer.withUnsafeMutableBytes { raw in
        let piece = UnsafeMutableRawBufferPointer(rebasing: raw[..<wanted])
        guard let read = WholeTransfer.read(state.descriptor, into: piece, at: done) else {
          throw Self.error(path, errno)
        }
        guard read == wanted else { throw Self.error(path, EIO) }
        guard WholeTransfer.write(file, UnsafeRawBufferPointer(piece), at: published + done) else {
          throw Self.error(path, errno)
        }
      }
      done += wanted
    }
    guard fsync(file) == 0 else { throw Self.error(path, errno) }
    if published == 0 {
      try Self.synchroniseFolder(state.target.lastIndex(of: "/").map { String(state.target[...$0]) } ?? ".")
    }
    state.published = published + count
    guard ftruncate(state.descriptor, 0) == 0, lseek(state.descriptor, 0, SEEK_SET) == 0 else {
      throw Self.error(path, errno)
    }
  }

  /// A file that grows, as it was at a checkpoint: what was written after it is cut off, and what had not got to its
  /// place may still have to.
  static func grown(_ path: String, _ checkpoint: [UInt8]) throws -> State {
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

  static func taken(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotWatch, "\"\(path)\" exists already, and no watch wrote it",
      help: "give the watch another path with -o, or move the file away")
  }

  static func touched(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotResume, "\"\(path)\" is not as the watch left it: something else has changed or moved it",
      help: "restore it; or start a new watch with -o and another path, which reads every file again")
  }
}
