import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file, read and written at places. Closed when the last holder lets go of it.
final class DiskFile: Sendable {
  /// Its path, for messages; a temporary file has none any more.
  let path: String
  private let descriptor: Int32

  /// Opens a file, and makes it where there is none.
  /// - Throws: ``CopydeskError`` where that cannot be done.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure("open", path) }
  }

  /// Opens a file without a name, which is gone when the process is, however it ends.
  static func temporary() throws -> DiskFile { try DiskFile(temporaryIn: temporaryFolder) }

  private init(temporaryIn folder: String) throws {
    path = "\(folder)/copydesk-index-XXXXXX"
    var name = Array(path.utf8CString)
    descriptor = name.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      let descriptor = mkstemp(base)
      if descriptor >= 0 { unlink(base) }
      return descriptor
    }
    guard descriptor >= 0 else { throw Self.failure("make a temporary file in", folder) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private static var temporaryFolder: String {
    guard let value = getenv("TMPDIR"), value.pointee != 0 else { return "/tmp" }
    return String(cString: value)
  }

  /// Its length in bytes.
  func length() throws -> Int {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Self.failure("look at", path) }
    return Int(info.st_size)
  }

  /// Cuts it off, or fills it up.
  func truncate(to length: Int) throws {
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw Self.failure("cut off", path) }
  }

  /// Writes bytes at a place.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws {
    guard WholeTransfer.write(descriptor, bytes, at: offset) else { throw Self.failure("write to", path) }
  }

  /// Reads bytes from a place.
  /// - Returns: how many there were; fewer than asked for at the end of the file only.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
    guard let count = WholeTransfer.read(descriptor, into: bytes, at: offset) else {
      throw Self.failure("read", path)
    }
    return count
  }

  /// Waits until what was written is on the disk.
  func synchronise() throws {
    guard fsync(descriptor) == 0 else { throw Self.failure("write to", path) }
  }

  /// Takes the file for this process alone.
  /// - Returns: false where another process has it.
  func lockForThisProcess() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  /// The error of the call just made.
  static func failure(_ what: String, _ path: String) -> CopydeskError {
    let code = errno
    return CopydeskError(
      .cannotWrite, "cannot \(what) \"\(path)\": \(String(cString: strerror(code)))",
      help: what == "read" || what == "look at"
        ? SystemRemedy.reading(code)
        : SystemRemedy.writing(code, full: "free some space, or set TMPDIR to a folder on a larger disk"))
  }
}

/// Calls that concern a folder.
enum DiskFolder {
  /// Makes a folder, and those above it.
  /// - Returns: those that were not there before, outer ones first.
  static func make(_ path: String) throws -> [String] {
    var made: [String] = []
    var end = path.startIndex
    while end < path.endIndex {
      let next = path[end...].dropFirst().firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<next])
      if mkdir(folder, 0o755) == 0 {
        made.append(folder)
      } else if folder != "/", errno != EEXIST {
        throw DiskFile.failure("make", folder)
      }
      end = next
    }
    return made
  }

  /// The names in a folder, but hidden ones.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Takes a file away; one that is not there is as good.
  static func remove(_ path: String) { unlink(path) }

  /// Takes a folder away that holds nothing.
  static func removeEmpty(_ path: String) { rmdir(path) }

  /// Gives a file another name, which takes the place of a file that has it, and waits until that is on the disk.
  static func rename(_ old: String, to new: String, in folder: String) throws {
    #if canImport(Glibc)
      let renamed = Glibc.rename(old, new)
    #elseif canImport(Musl)
      let renamed = Musl.rename(old, new)
    #else
      let renamed = Darwin.rename(old, new)
    #endif
    guard renamed == 0 else { throw DiskFile.failure("rename", old) }
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DiskFile.failure("open", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw DiskFile.failure("write to", folder) }
  }
}
