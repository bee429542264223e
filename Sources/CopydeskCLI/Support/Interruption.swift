import Dispatch
import Foundation
import PipelineRunner
import Synchronization

/// Turns the first Ctrl-C into a clean stop of the run, and the second into an end at once.
final class Interruption: Sendable {
  private let sources: Mutex<[any DispatchSourceSignal]>

  init(of run: PipelineRun) {
    let presses = Presses()
    var made: [any DispatchSourceSignal] = []
    // A closed pipe is reported by the write that fails.
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
      source.setEventHandler {
        if presses.next() > 1 { _exit(130) }
        Terminal.message(
          "\nstopping: what has been read is finished first; press Ctrl-C again to end at once")
        run.interrupt()
      }
      source.resume()
      made.append(source)
    }
    sources = Mutex(made)
  }

  func release() {
    sources.withLock { sources in
      for source in sources { source.cancel() }
      sources = []
    }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}

/// Counts how often the user has asked.
private final class Presses: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
