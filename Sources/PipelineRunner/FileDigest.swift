import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Length and hash of a file as it lies on the disk, as manifests tell them.
public enum FileDigest {
  /// Reads a file.
  /// - Parameter path: the file.
  /// - Returns: its length, and `xxh64:` with the hash; nil where it cannot be read or is none.
  public static func of(_ path: String) -> (bytes: Int, digest: String)? {
    var digest = ContentDigest()
    guard read(path, { digest.append($0) }) else { return nil }
    return (digest.length, "xxh64:" + digest.text)
  }

  /// The whole of a small file.
  static func contents(of path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    return read(path) { bytes.append(contentsOf: $0) } ? bytes : nil
  }

  private static func read(_ path: String, _ take: (UnsafeRawBufferPointer) -> Void) -> Bool {
    // To open a pipe would wait for somebody who writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var done = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(done)) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      if count == 0 { return true }
      buffer.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      done += count
    }
  }
}
