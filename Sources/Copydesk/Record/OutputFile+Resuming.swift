#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Going on with a file.
extension OutputFile {
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
  public convenience init(path: String, resuming checkpoint: [UInt8]) throws {
    if OutputLog.current?.isGrowing ?? false {
      self.init(path: path, open: try Self.grown(path, checkpoint))
      try publish()
      log?.follow(self)
    } else {
      self.init(path: path, open: try Self.unfinished(path, checkpoint))
    }
  }

  private static func unfinished(_ path: String, _ checkpoint: [UInt8]) throws -> State {
    let target = resolved(path)
    let partial = target + ".partial"
    var loader = ByteLoader(checkpoint[...])
    let (device, inode, length, digest): (Int, Int, Int, Int)
    do {
      (device, inode) = (try loader.int(), try loader.int())
      (length, digest) = (try loader.int(), try loader.int())
    } catch { throw changed(path) }
    func isTheOne(_ status: stat) -> Bool {
      Int(truncatingIfNeeded: status.st_dev) == device && Int(truncatingIfNeeded: status.st_ino) == inode
    }
    var status = stat()
    // Where it was given its name already, it is taken back: a file of the same run, which goes on.
    if stat(target, &status) == 0, isTheOne(status), rename(target, partial) != 0 {
      throw error(path, errno)
    }
    guard stat(partial, &status) == 0, isTheOne(status), Int(status.st_size) >= length else {
      throw changed(path)
    }
    let descriptor = try openLocked(partial, for: path)
    var read = ContentDigest()
    guard take(length, of: descriptor, at: 0, into: &read), Int(truncatingIfNeeded: read.value) == digest
    else {
      close(descriptor)
      throw changed(path)
    }
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
      let code = errno
      close(descriptor)
      throw error(path, code)
    }
    return State(
      descriptor: descriptor, partial: partial, target: target, isTouched: true, digest: read, isDurable: true
    )
  }

  /// Reads bytes of a file; false where there are fewer.
  static func take(
    _ count: Int, of descriptor: Int32, at start: Int, into digest: inout ContentDigest
  ) -> Bool {
    var buffer = [UInt8](repeating: 0, count: min(max(count, 1), bufferSize))
    var done = 0
    while done < count {
      let wanted = min(buffer.count, count - done)
      let read = buffer.withUnsafeMutableBytes { raw in
        WholeTransfer.read(
          descriptor, into: UnsafeMutableRawBufferPointer(rebasing: raw[..<wanted]), at: start + done)
      }
      guard read == wanted else { return false }
      buffer.withUnsafeBytes { digest.append(UnsafeRawBufferPointer(rebasing: $0[..<wanted])) }
      done += wanted
    }
    return true
  }

  private static func changed(_ path: String) -> CopydeskError {
    CopydeskError(
      .cannotResume, "\"\(path).partial\" is not as the unfinished run left it",
      help: "run again without --resume, from the beginning")
  }
}
