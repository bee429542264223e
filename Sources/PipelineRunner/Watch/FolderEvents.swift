import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Waits until something happens in folders, until time is up, or until it is woken.
///
/// Linux tells of changes (inotify); elsewhere, and on disks of other machines, only time does. What it tells is no more
/// than a reason to look: which files are new the listing finds out, the same way everywhere.
final class FolderEvents: Sendable {
  private let reading: Int32
  private let writing: Int32
  private let notices: Int32
  private let known = Mutex<Set<Int32>>([])

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    #if os(Linux)
      notices = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    #else
      notices = -1
    #endif
  }

  deinit { for descriptor in [reading, writing, notices] where descriptor >= 0 { close(descriptor) } }

  /// Hears of a folder from now on.
  /// - Returns: whether it is new: what happened in it before may have been missed.
  func follow(_ folder: String) -> Bool {
    #if os(Linux)
      guard notices >= 0 else { return false }
      let kinds =
        IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
      let number = inotify_add_watch(notices, folder, UInt32(kinds) | UInt32(IN_ONLYDIR))
      guard number >= 0 else { return false }
      return known.withLock { $0.insert(number).inserted }
    #else
      return false
    #endif
  }

  /// Ends the waiting, now and for good. May be called from any thread.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Waits.
  /// - Parameters:
  ///   - least: seconds that nothing but ``wake()`` ends.
  ///   - most: seconds after which it ends anyway.
  func wait(least: Double, most: Double) {
    guard !hears(false, least) else { return }
    if most > least { _ = hears(true, most - least) }
    drain()
  }

  /// Whether it was woken.
  private func hears(_ notes: Bool, _ seconds: Double) -> Bool {
    var wishes = [pollfd(fd: reading, events: Int16(POLLIN), revents: 0)]
    if notes, notices >= 0 { wishes.append(pollfd(fd: notices, events: Int16(POLLIN), revents: 0)) }
    poll(&wishes, nfds_t(wishes.count), Int32(max(0, min(86_400, seconds)) * 1000))
    return wishes[0].revents != 0
  }

  private func drain() {
    #if os(Linux)
      guard notices >= 0 else { return }
      let head = MemoryLayout<inotify_event>.size
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = read(notices, &buffer, buffer.count)
        guard count > 0 else { return }
        buffer.withUnsafeBytes { raw in
          var place = 0
          while place + head <= count {
            let event = raw.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
            // The folder is gone; one of its name is another.
            if event.mask & UInt32(IN_IGNORED) != 0 { _ = known.withLock { $0.remove(event.wd) } }
            place += head + Int(event.len)
          }
        }
      }
    #endif
  }
}
