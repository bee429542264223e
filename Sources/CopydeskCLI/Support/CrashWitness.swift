import Copydesk
import Foundation
import PipelineRunner

/// Says what crashed before the program ends of it: a stage of a plugin is a part of the program, and what it does wrong
/// cannot be undone.
enum CrashWitness {
  private static let signals = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP]
  /// The actions of before, by signal; written once, before there is a thread that could crash.
  nonisolated(unsafe) private static var earlier = Array(repeating: sigaction(), count: 64)
  /// What is said besides; the same.
  nonisolated(unsafe) private static var remedy: UnsafeMutablePointer<CChar>?

  /// Has a crash told of on standard error. Called before a run starts its threads.
  static func watch() {
    guard remedy == nil else { return }
    Whereabouts.prepare()
    let words = """
      \n   = help: a stage must not crash, whatever the document is: try copydesk plugin check; the results are not \
      complete, and an index is as earlier runs have left it\n
      """
    remedy = strdup(words)
    for number in signals {
      sigaction(number, nil, &earlier[Int(number)])
      signal(number) { CrashWitness.tell($0) }
    }
  }

  /// Only calls that are allowed in a handler.
  private static func tell(_ number: CInt) {
    if let place = Whereabouts.current, let remedy {
      let code: StaticString = "error[CD206]: "
      _ = Foundation.write(STDERR_FILENO, code.utf8Start, code.utf8CodeUnitCount)
      write(place)
      write(remedy)
    }
    // What crashed does it once more, or the signal comes again, and it ends as it would have.
    sigaction(number, &earlier[Int(number)], nil)
    raise(number)
  }

  private static func write(_ text: UnsafePointer<CChar>) {
    _ = Foundation.write(STDERR_FILENO, text, strlen(text))
  }
}
