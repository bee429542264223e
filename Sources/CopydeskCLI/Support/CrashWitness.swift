import Copydesk
import Foundation
import PipelineRunner
import Synchronization

/// Says what crashed before the program ends of it: a stage of a plugin is a part of the program, and what it does wrong
/// cannot be undone.
enum CrashWitness {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP]
  /// The actions of before, by signal; written once, before there is a thread that could crash.
  nonisolated(unsafe) private static var earlier = Array(repeating: sigaction(), count: 64)
  /// What is said; the same.
  nonisolated(unsafe) private static var line: CrashLine?
  /// Whether a thread has told: of several that crash at once the first one does.
  private static let hasTold = Atomic(false)

  private static let help = """
    a stage must not crash, whatever the document is: try copydesk plugin check; the results are not complete, and an \
    index is as earlier runs have left it
    """

  /// Has a crash told of on standard error, in the form of the log. Called before a run starts its threads.
  static func watch() {
    guard line == nil else { return }
    Whereabouts.prepare()
    _ = hasTold.load(ordering: .relaxed)
    line = CrashLine(.stageFailed, help: help, format: Terminal.logFormat)
    for number in signals {
      sigaction(number, nil, &earlier[Int(number)])
      signal(number) { CrashWitness.tell($0) }
    }
  }

  /// Only calls that are allowed in a handler.
  private static func tell(_ number: CInt) {
    if let place = Whereabouts.current, let line, !hasTold.exchange(true, ordering: .relaxed) {
      line.write(place, to: STDERR_FILENO)
    }
    // What crashed does it once more, or the signal comes again, and it ends as it would have.
    sigaction(number, &earlier[Int(number)], nil)
    raise(number)
  }
}
