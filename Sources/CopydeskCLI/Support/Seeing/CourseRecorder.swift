import Foundation
import PipelineRunner
import Synchronization

/// Notes how far a run has come, often enough to draw it: at most so many moments, however long it takes.
final class CourseRecorder: Sendable {
  typealias Moment = RunStatistics.Performance.Moment

  /// Moments, twice as far apart whenever there are too many of them.
  struct Course {
    static let limit = 240
    private(set) var moments: [Moment] = []
    private var step = 1
    private var skipped = 0

    mutating func add(_ moment: Moment) {
      skipped += 1
      guard skipped >= step else { return }
      skipped = 0
      moments.append(moment)
      guard moments.count >= Self.limit else { return }
      moments = moments.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      step *= 2
    }
  }

  private let state = Mutex((course: Course(), isRunning: true))
  private let start = ContinuousClock.now

  init(_ run: PipelineRun) {
    Thread.detachNewThread { [weak self] in
      while true {
        Thread.sleep(forTimeInterval: 0.05)
        guard let self else { return }
        let elapsed = (ContinuousClock.now - start).components
        let moment = Moment(
          seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18, documents: run.counts.read,
          bytes: run.bytes)
        let goesOn = state.withLock { state in
          if state.isRunning { state.course.add(moment) }
          return state.isRunning
        }
        if !goesOn { return }
      }
    }
  }

  /// What was noted; notes no more.
  func stop() -> [Moment] {
    state.withLock { state in
      state.isRunning = false
      return state.course.moments
    }
  }
}
