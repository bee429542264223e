import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The journal's files on the disk.
extension Journal {
  func write(_ checkpoint: Checkpoint, isDurable: Bool = true) throws {
    let name = "\(path)/\(Self.checkpointName)"
    let descriptor = open(name + ".new", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("write", name) }
    defer { close(descriptor) }
    let isWhole = checkpoint.bytes.withUnsafeBytes { WholeTransfer.append(descriptor, $0) }
    guard isWhole else { throw Self.failure("write", name) }
    guard !isDurable || fsync(descriptor) == 0, rename(name + ".new", name) == 0 else {
      throw Self.failure("write", name)
    }
    if isDurable { try OutputFile.synchroniseFolder(path) }
  }

  /// Takes the journal away: the run is complete.
  /// - Parameter results: files of it that must be there for good first.
  func remove(after results: [String]) throws {
    let folders = Set(results.map { RelativePath.folder(of: $0) })
    for folder in folders { try OutputFile.synchroniseFolder(folder.isEmpty ? "." : folder) }
    // The checkpoint first: what is left without it is no journal.
    for name in [Self.checkpointName, Self.checkpointName + ".new", Self.inputsName] {
      unlink("\(path)/\(name)")
    }
    rmdir(path)
  }

  /// Takes away what was left of a journal by a run that was killed while it took it away itself.
  static func removeRemains(_ path: String) {
    // Locked by another run that begins at this moment, it is none.
    guard !exists(path), access(path, F_OK) == 0, let inputs = try? InputLog("\(path)/\(inputsName)") else {
      return
    }
    withExtendedLifetime(inputs) {
      for name in [checkpointName + ".new", inputsName] { unlink("\(path)/\(name)") }
      rmdir(path)
    }
  }

  /// A checkpoint holds a few hundred bytes a gate, and up to a hundred for each file of an output into a folder. What is
  /// larger than this and does not begin as one was not written by a run, and may be a file of nothing that would take all
  /// memory to read.
  private static let large = 256 << 20

  /// What a file of a journal holds; nil where there is none.
  /// - Parameter most: how many bytes are wanted.
  static func contents(of path: String, first most: Int = .max) throws -> [UInt8]? {
    // A pipe that somebody has put there would be waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("read", path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CopydeskError(
        .cannotResume, "\"\(path)\" is no file, so no run has left it",
        help: "remove it, or give the run another path with -o")
    }
    guard status.st_size <= large || isCheckpoint(descriptor) else {
      throw CopydeskError(
        .cannotResume, "\"\(path)\" holds \(status.st_size) bytes, more than any run leaves in it",
        help: "remove it, or give the run another path with -o")
    }
    var bytes = [UInt8](repeating: 0, count: min(most, Int(status.st_size)))
    let count = bytes.withUnsafeMutableBytes { WholeTransfer.read(descriptor, into: $0, at: 0) }
    guard count != nil else { throw failure("read", path) }
    return bytes
  }

  private static func isCheckpoint(_ descriptor: Int32) -> Bool {
    var head = [UInt8](repeating: 0, count: Checkpoint.name.count)
    let count = head.withUnsafeMutableBytes { WholeTransfer.read(descriptor, into: $0, at: 0) }
    return count == head.count && head == Checkpoint.name
  }
}
