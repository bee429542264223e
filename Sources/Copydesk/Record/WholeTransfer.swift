#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads and writes at places of a file that are whole, however much the system moves at a time.
package enum WholeTransfer {
  /// Reads bytes from a place.
  /// - Parameters:
  ///   - descriptor: the file.
  ///   - bytes: what is filled.
  ///   - place: where in the file they stand.
  /// - Returns: how many there were, fewer than asked for at the end of the file only; nil where they cannot be read,
  ///   which `errno` tells the reason of.
  package static func read(_ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at place: Int)
    -> Int?
  {
    var done = 0
    while done < bytes.count {
      let count = pread(
        descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(place + done))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Writes bytes at a place.
  /// - Parameters:
  ///   - descriptor: the file.
  ///   - bytes: what is written.
  ///   - place: where in the file.
  /// - Returns: whether all of them were; if not, `errno` tells the reason.
  package static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done, off_t(place + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// Writes bytes behind what was written last, also to a pipe.
  /// - Parameters:
  ///   - descriptor: the file.
  ///   - bytes: what is written.
  /// - Returns: whether all of them were; if not, `errno` tells the reason.
  package static func append(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    while done < bytes.count {
      let start = bytes.baseAddress?.advanced(by: done)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, start, bytes.count - done)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, start, bytes.count - done)
      #else
        let count = Darwin.write(descriptor, start, bytes.count - done)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}
