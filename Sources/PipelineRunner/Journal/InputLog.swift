import Copydesk
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which files a run has read, in their order: 16 bytes each, a hash of the path and one of length and time of change.
/// A run that goes on holds what it reads against it. Of standard input it keeps a hash of each record.
final class InputLog: Sendable {
  private static let entryBytes = 16

  private struct State {
    /// The entries that are not in the file yet.
    var buffer: [UInt8] = []
    /// How many entries are in the file before those.
    var written = 0
    /// Entries of the file that were read to be compared.
    var earlier: ArraySlice<UInt8> = []
    var path: String?
    /// The archive that the last item was a member of, and its stamp.
    var container: (path: String, stamp: FileStamp)?
    var digest = StableHash(seed: 0x494E)
    /// When the file was changed that was changed last.
    var changed = 0.0
  }

  private let path: String
  /// Nil where nothing is kept but ``digest`` and ``changed``.
  private let descriptor: Int32?
  private let state = Mutex(State())

  /// Opens the log and takes it for this process.
  init(_ path: String) throws {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Journal.failure("write", path) }
    // From here on it is closed with the log.
    self.descriptor = descriptor
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw CopydeskError(
        .cannotWrite, "another run is writing the same results (\"\(path)\" is in use)",
        help: "wait for it to end, or give this one another path with -o")
    }
  }

  /// Creates a log that keeps no entries.
  init() {
    path = ""
    descriptor = nil
  }

  deinit { if let descriptor { close(descriptor) } }

  /// A hash of the paths and lengths of all files so far.
  var digest: UInt64 { state.withLock { $0.digest.finish() } }

  /// When the file was changed that was changed last of all so far, in seconds since 1970.
  var changed: Double { state.withLock { $0.changed } }

  /// Hears of the next item.
  /// - Parameters:
  ///   - item: the item.
  ///   - isKnown: whether an earlier part of the run has read it.
  /// - Returns: the length of its file; 0 where the item before was of the same file.
  /// - Throws: ``CopydeskError`` where that part has read something else.
  func note(_ item: SourceItem, isKnown: Bool) throws -> Int {
    try state.withLock { state in
      guard item.path != state.path || item.path == "-" else { return 0 }
      state.path = item.path
      let name = StableHash.of(item.path.utf8)
      let (length, change) = Self.content(of: item, &state)
      state.digest.combine(name)
      state.digest.combine(UInt64(truncatingIfNeeded: length))
      var entry: [UInt8] = []
      for word in [name, change] { withUnsafeBytes(of: word.littleEndian) { entry += $0 } }
      if isKnown { try compare(entry, item, &state) } else { try append(entry, &state) }
      return max(0, length)
    }
  }

  /// A length, and a hash that changes with the content.
  private static func content(of item: SourceItem, _ state: inout State) -> (Int, UInt64) {
    if item.path == "-" {
      return (item.bytes?.count ?? 0, item.bytes.map { StableHash.of($0) } ?? 0)
    }
    let own = FileStamp(of: item.path)
    guard let stamp = own ?? container(of: item.path, &state) else { return (-1, 0) }
    state.changed = max(state.changed, stamp.changed)
    return (own?.size ?? item.length ?? 0, stamp.hash)
  }

  /// The stamp of the archive that holds a member: `news.zip` of `news.zip!a.txt`.
  private static func container(of member: String, _ state: inout State) -> FileStamp? {
    if let known = state.container, member.hasPrefix(known.path + "!") { return known.stamp }
    for mark in member.indices where member[mark] == "!" {
      guard let stamp = FileStamp(of: String(member[..<mark])) else { continue }
      state.container = (String(member[..<mark]), stamp)
      return stamp
    }
    return nil
  }

  // MARK: Watching

  /// Takes up the first entries, and cuts off the rest.
  /// - Returns: for the hash of each path, the hash that changes with the content.
  func takeUp(_ count: Int) throws -> [UInt64: UInt64] {
    guard let descriptor, ftruncate(descriptor, off_t(count * Self.entryBytes)) == 0 else {
      throw Journal.failure("write", path)
    }
    var known: [UInt64: UInt64] = [:]
    known.reserveCapacity(count)
    var words = [UInt64](repeating: 0, count: 1 << 13)
    var done = 0
    while done < count {
      let read = words.withUnsafeMutableBytes {
        WholeTransfer.read(descriptor, into: $0, at: done * Self.entryBytes)
      }
      let entries = min(count - done, (read ?? 0) / Self.entryBytes)
      guard entries > 0 else { throw Journal.damaged(path) }
      for index in 0..<entries {
        known[UInt64(littleEndian: words[2 * index])] = UInt64(littleEndian: words[2 * index + 1])
      }
      done += entries
    }
    state.withLock { $0.written = count }
    return known
  }

  /// Hears of a file that is read now.
  /// - Parameters:
  ///   - name: the hash of its path.
  ///   - change: a hash that changes with its content.
  func note(name: UInt64, change: UInt64) throws {
    var entry: [UInt8] = []
    for word in [name, change] { withUnsafeBytes(of: word.littleEndian) { entry += $0 } }
    try state.withLock { try append(entry, &$0) }
  }

  /// How many entries there are.
  var count: Int { state.withLock { $0.written + $0.buffer.count / Self.entryBytes } }

  private func compare(_ entry: [UInt8], _ item: SourceItem, _ state: inout State) throws {
    if state.earlier.isEmpty, let descriptor {
      var block = [UInt8](repeating: 0, count: 1 << 16)
      let count = block.withUnsafeMutableBytes {
        WholeTransfer.read(descriptor, into: $0, at: state.written * Self.entryBytes) ?? 0
      }
      state.earlier = block[..<(count - count % Self.entryBytes)]
    }
    let earlier = Array(state.earlier.prefix(Self.entryBytes))
    guard !earlier.isEmpty else { throw Journal.damaged(path) }
    guard earlier != entry else {
      state.earlier = state.earlier.dropFirst(Self.entryBytes)
      state.written += 1
      return
    }
    let what =
      item.path == "-"
      ? "standard input does not hold what it held before"
      : earlier.prefix(8) == entry.prefix(8)
        ? "\"\(item.path)\" has changed since it was read"
        : "files were added, removed or renamed at or before \"\(item.path)\""
    throw CopydeskError(
      .cannotResume, "cannot resume the unfinished run: \(what)",
      help: "run again without --resume, from the beginning; or restore the input as it was")
  }

  private func append(_ entry: [UInt8], _ state: inout State) throws {
    state.earlier = []
    state.buffer += entry
    if state.buffer.count >= 1 << 16 { try flush(&state) }
  }

  private func flush(_ state: inout State) throws {
    guard let descriptor else { return state.buffer.removeAll(keepingCapacity: true) }
    let isWhole = state.buffer.withUnsafeBytes {
      WholeTransfer.write(descriptor, $0, at: state.written * Self.entryBytes)
    }
    guard isWhole else { throw Journal.failure("write", path) }
    state.written += state.buffer.count / Self.entryBytes
    state.buffer.removeAll(keepingCapacity: true)
  }

  /// Puts all that was noted on the disk.
  func synchronise() throws {
    try state.withLock { try flush(&$0) }
    guard let descriptor, fsync(descriptor) == 0 else { throw Journal.failure("write", path) }
  }

  /// Forgets what an earlier run has noted.
  func clear() throws {
    guard let descriptor, ftruncate(descriptor, 0) == 0 else { throw Journal.failure("write", path) }
  }
}

/// What tells one state of a file from another without reading it.
struct FileStamp: Sendable, Equatable {
  /// Its length in bytes.
  let size: Int
  /// When it was changed, in seconds since 1970.
  let changed: Double
  /// A hash of both.
  let hash: UInt64

  /// Nil where there is no such file.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    var hash = StableHash()
    hash.combine(UInt64(truncatingIfNeeded: status.st_size))
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    hash.combine(UInt64(truncatingIfNeeded: time.tv_sec))
    hash.combine(UInt64(truncatingIfNeeded: time.tv_nsec))
    size = Int(status.st_size)
    changed = Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    self.hash = hash.finish()
  }
}
