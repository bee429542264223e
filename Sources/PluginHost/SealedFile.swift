import CSealedFile

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file in memory that nobody can change any more, so that what was hashed and checked is what is loaded; Linux has them.
///
/// It stays open until the program ends: the loader knows a library by its path, and that of a file that was closed could
/// become that of another one.
struct SealedFile {
  /// Where this program finds it.
  let path: String

  /// What the system allows for a name.
  private static let longestName = 240

  /// - Parameters:
  ///   - bytes: what it holds.
  ///   - name: what the system calls it where it lists what a program has loaded.
  /// - Returns: nil where the system has no such files, or no memory for it.
  init?(_ bytes: [UInt8], name: String) {
    let name = String(decoding: name.utf8.prefix(Self.longestName), as: UTF8.self)
    let descriptor = bytes.withUnsafeBytes { copydesk_sealed_file(name, $0.baseAddress, $0.count) }
    guard descriptor >= 0 else { return nil }
    path = "/proc/self/fd/\(descriptor)"
    // Without /proc there is no way to it.
    guard access(path, R_OK) == 0 else {
      close(descriptor)
      return nil
    }
  }
}
