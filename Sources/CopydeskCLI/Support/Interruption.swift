import Foundation
import PipelineRunner
import Synchronization

/// Turns the first Ctrl-C into a clean stop of the run, and the second into an end at once.
///
/// The signal's handler writes a byte into a pipe, and a thread of its own waits for it: the workers may occupy every
/// thread that Dispatch has, and Ctrl-C must be heard all the same.
final class Interruption: Sendable {
  private static let pipe = SignalPipe()

  /// How long a stop may take until it is told what it waits for, and until that is told again, in seconds.
  private static let pauses = (first: 1.0, later: 15.0)
  private let isReleased = Mutex(false)

  convenience init(of run: PipelineRun) { self.init { run.interrupt() } }

  /// - Parameter stop: what the first one does.
  init(_ stop: @escaping @Sendable () -> Void) {
    // A closed pipe is reported by the write that fails.
    signal(SIGPIPE, SIG_IGN)
    // Made here: a handler must not be the first to ask for it.
    let pipe = Self.pipe
    let thread = Thread {
      Self.unblock()
      var presses = 0
      while pipe.wait() {
        presses += 1
        if presses > 1 { _exit(130) }
        Terminal.message(
          "\nstopping: what has been read is finished first; press Ctrl-C again to end at once")
        Thread.detachNewThread { [weak self] in self?.tellOfWaiting() }
        stop()
      }
    }
    thread.name = "copydesk.signals"
    thread.start()
    for number in [SIGINT, SIGTERM] { signal(number) { _ in Interruption.pipe.write() } }
  }

  /// Says what keeps the run from its end, as long as something does.
  private func tellOfWaiting() {
    var pause = Self.pauses.first
    while true {
      Thread.sleep(forTimeInterval: pause)
      pause = Self.pauses.later
      if isReleased.withLock({ $0 }) { return }
      guard let work = Ongoing.all(for: Self.pauses.first).first else { continue }
      Terminal.message("still waiting: \(work.words); Ctrl-C again ends at once")
    }
  }

  /// Lets this thread take the signals, whatever the program was started with.
  private static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  func release() {
    isReleased.withLock { $0 = true }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}

/// A pipe that a signal's handler may write to: `write` is one of the few calls that are allowed there.
private struct SignalPipe: Sendable {
  private let reading: Int32
  private let writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = Foundation.pipe(&ends)
    (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A handler must never wait.
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
  }

  func write() {
    // The thread that the signal came to may be about to look at what its own call left.
    let before = errno
    var byte: UInt8 = 1
    _ = Foundation.write(writing, &byte, 1)
    errno = before
  }

  /// Blocks until the next byte.
  func wait() -> Bool {
    var byte: UInt8 = 0
    while true {
      let count = read(reading, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1
    }
  }
}
