#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// The plugin's only calls to the operating system.

/// What a call to the operating system failed with.
struct SystemError: Error, Equatable {
  /// The `errno`.
  let code: Int32

  /// What it means, in the system's words.
  var reason: String { String(cString: strerror(code)) }
  /// Whether it means that nothing has that name.
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// The error of the call just made.
  static var last: SystemError { SystemError(code: errno) }
}

/// What a path leads to; symbolic links are followed.
struct FileStatus {
  /// Names a file or folder whatever the path.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
  }

  /// When it was changed last.
  struct Change: Equatable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    /// Whether that was long enough ago for the next change to have another time, as clocks of file systems tick slowly.
    var isPast: Bool { time(nil) - seconds > 1 }
  }

  /// What it is.
  let kind: FolderListing.Kind
  /// Which it is.
  let identity: Identity
  /// Its length in bytes, where it is a file.
  let size: Int
  /// When it was changed last; of a folder, when something in it got its name or lost it.
  let changed: Change

  init(_ path: String) throws(SystemError) {
    var info = stat()
    guard stat(path, &info) == 0 else { throw .last }
    self.init(info)
  }

  /// The path without symbolic links, `.` and `..`; nil where nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  fileprivate init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    identity = Identity(
      device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(truncatingIfNeeded: info.st_ino))
    size = Int(info.st_size)
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    changed = Change(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
  }
}

/// The entries of one folder, in the byte order of their names; hidden ones are left out.
///
/// All names stand in one buffer, so that a folder of a million files costs little more than their letters.
struct FolderListing: Sendable {
  /// What an entry is.
  enum Kind: UInt8, Sendable {
    case file
    case folder
    /// A symbolic link, or a file system that does not say: ask ``FileStatus``.
    case unknown
    /// A pipe, a socket, a device: never read unless named.
    case other
  }

  private struct Entry: Sendable {
    let start: Int
    let length: UInt32
    let kind: Kind
  }

  private var names: [UInt8] = []
  private var entries: [Entry] = []

  /// How many there are.
  var count: Int { entries.count }

  /// The entry at `index`: its name as the file system has it, which may not be UTF-8.
  subscript(index: Int) -> (name: ArraySlice<UInt8>, kind: Kind) {
    let entry = entries[index]
    return (names[entry.start..<entry.start + Int(entry.length)], entry.kind)
  }

  /// Reads the folder at `path`.
  init(of path: String) throws(SystemError) {
    guard let directory = opendir(path) else { throw .last }
    defer { closedir(directory) }
    guard let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) else { throw SystemError(code: EINVAL) }
    while true {
      errno = 0
      guard let record = readdir(directory) else { break }
      let name = UnsafeRawPointer(record).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
      let length = strlen(name)
      guard length > 0, name[0] != CChar(bitPattern: UInt8(ascii: ".")) else { continue }
      entries.append(Entry(start: names.count, length: UInt32(length), kind: Kind(record.pointee.d_type)))
      names.append(contentsOf: UnsafeRawBufferPointer(start: name, count: length))
    }
    guard errno == 0 else { throw .last }
    names.withUnsafeBytes { names in
      entries.sort { a, b in
        UnsafeRawBufferPointer(rebasing: names[a.start..<a.start + Int(a.length)]).lexicographicallyPrecedes(
          UnsafeRawBufferPointer(rebasing: names[b.start..<b.start + Int(b.length)]))
      }
    }
  }
}

extension FolderListing.Kind {
  fileprivate init(_ type: UInt8) {
    switch Int(type) {
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .folder
    case Int(DT_LNK), Int(DT_UNKNOWN): self = .unknown
    default: self = .other
    }
  }
}

/// A file open for reading; closed with its last reference.
final class InputFile: Sendable {
  fileprivate let descriptor: Int32
  /// How many bytes it held when it was opened; 0 of what is no file.
  private let firstSize: Int

  /// Opens the file; `-` is standard input.
  init(_ path: String) throws(SystemError) {
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    var info = stat()
    let isFile = fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    firstSize = isFile ? Int(info.st_size) : 0
  }

  /// How long it was and where it ends now, where it has become shorter since it was opened; asked at its end.
  var shortened: (from: Int, to: Int)? {
    guard firstSize > 0, let end = position, end < firstSize else { return nil }
    return (firstSize, end)
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// What it is; a folder can be opened, too.
  var status: FileStatus {
    get throws(SystemError) {
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { throw .last }
      return FileStatus(info)
    }
  }

  /// Reads up to `count` more bytes and appends them.
  /// - Parameter fills: whether to go on until there are `count`, so that fewer mean the end of the file; else what is
  ///   there at the moment will do, and none mean the end.
  /// - Returns: how many were read.
  func read(_ count: Int, into bytes: inout [UInt8], fills: Bool) throws(SystemError) -> Int {
    var failure: SystemError?
    let before = bytes.count
    bytes.grow(by: count) { out in
      var filled = 0
      while filled < count {
        let got = systemRead(descriptor, out.baseAddress?.advanced(by: filled), count - filled)
        if got < 0 {
          if errno == EINTR { continue }
          failure = .last
          return filled
        }
        filled += got
        if got == 0 || !fills { break }
      }
      return filled
    }
    if let failure { throw failure }
    return bytes.count - before
  }
}

extension InputFile {
  /// Where it is read on; nil of a pipe.
  var position: Int? {
    let place = lseek(descriptor, 0, SEEK_CUR)
    return place < 0 ? nil : Int(place)
  }

  /// How many bytes it holds; 0 where that cannot be told.
  var size: Int { (try? status.size) ?? 0 }

  /// Reads up to `count` bytes at `offset` and appends them; fewer mean the end of the file.
  func read(_ count: Int, at offset: Int, into bytes: inout [UInt8]) throws(SystemError) -> Int {
    var failure: SystemError?
    let before = bytes.count
    bytes.grow(by: count) { out in
      var filled = 0
      while filled < count {
        let got = pread(
          descriptor, out.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if got < 0 {
          if errno == EINTR { continue }
          failure = .last
          return filled
        }
        if got == 0 { break }
        filled += got
      }
      return filled
    }
    if let failure { throw failure }
    return bytes.count - before
  }
}

/// `read`, which has the name of a method here.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
