#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands at a path, and what has to before a file can be written there.
extension OutputFile {
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

  /// The path without links, where there is something; else as it is.
  package static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Takes away the result of an earlier run, where there is one.
  package static func removeStale(_ path: String) {
    if path != "-" { unlink(path) }
  }

  package static func makeFolders(above path: String) throws {
    var end = path.utf8.startIndex
    while let slash = path.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = String(path[..<slash])
      if !folder.isEmpty, mkdir(folder, 0o755) != 0, errno != EEXIST { throw error(folder, errno) }
      end = path.utf8.index(after: slash)
    }
  }

  /// Waits until the names in a folder are on the disk.
  package static func synchroniseFolder(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems have no such thing for folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw error(folder, errno) }
  }

  /// Waits until files that were completed are on the disk, many at once.
  public static func synchronise() { sync() }

  /// Opens a file that no other run has open, and empties it.
  static func openAlone(_ partial: String, for path: String) throws -> Int32 {
    let descriptor = try openLocked(partial, for: path)
    guard ftruncate(descriptor, 0) == 0 else {
      let code = errno
      close(descriptor)
      throw error(path, code)
    }
    return descriptor
  }

  /// Opens a file that no other run has open.
  static func openLocked(_ partial: String, for path: String) throws -> Int32 {
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
}
