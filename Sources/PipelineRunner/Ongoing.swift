import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A document that a stage works on at this moment, so that somebody who waits can be told for what.
public struct Ongoing: Sendable, Equatable {
  /// The stage's id.
  public let stage: String
  /// The document's id.
  public let document: String
  /// How many documents came to the stage with it, where it takes several at once.
  public let others: Int
  /// How long it has been there.
  public let seconds: Double

  /// Creates it.
  /// - Parameters:
  ///   - stage: the stage's id.
  ///   - document: the document's id.
  ///   - others: how many documents came to the stage with it.
  ///   - seconds: how long it has been there.
  public init(stage: String, document: String, others: Int = 0, seconds: Double) {
    self.stage = stage
    self.document = document
    self.others = others
    self.seconds = seconds
  }

  /// All that stages of this program have been working on for at least so long, the longest first; may be called from
  /// any thread.
  public static func all(for seconds: Double) -> [Ongoing] {
    let now = ContinuousClock.now
    return WorkPlace.all.withLock(\.self).compactMap { $0.ongoing(at: now) }.filter { $0.seconds >= seconds }
      .sorted { $0.seconds > $1.seconds }
  }
}

/// What one thread is at.
final class WorkPlace: Sendable {
  private struct Work {
    let stage: String
    let document: String
    let others: Int
    let start: ContinuousClock.Instant
  }

  /// Those of all threads that have worked and still are.
  static let all = Mutex<[WorkPlace]>([])

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { place in
      #if canImport(Darwin)
        let place: UnsafeMutableRawPointer? = place
      #endif
      guard let place else { return }
      let gone = Unmanaged<WorkPlace>.fromOpaque(place).takeRetainedValue()
      WorkPlace.all.withLock { $0.removeAll { $0 === gone } }
    }
    return key
  }()

  /// This thread's.
  static var current: WorkPlace {
    if let known = pthread_getspecific(key) {
      return Unmanaged<WorkPlace>.fromOpaque(known).takeUnretainedValue()
    }
    let made = WorkPlace()
    pthread_setspecific(key, Unmanaged.passRetained(made).toOpaque())
    all.withLock { $0.append(made) }
    return made
  }

  private let work = Mutex<Work?>(nil)

  /// Puts down what the thread begins with.
  func begin(_ stage: String, _ document: String, others: Int = 0) {
    let begun = Work(stage: stage, document: document, others: others, start: .now)
    work.withLock { $0 = begun }
  }

  /// Puts down that it is done with it.
  func end() { work.withLock { $0 = nil } }

  fileprivate func ongoing(at now: ContinuousClock.Instant) -> Ongoing? {
    guard let work = work.withLock({ $0 }) else { return nil }
    let (seconds, attoseconds) = (now - work.start).components
    return Ongoing(
      stage: work.stage, document: work.document, others: work.others,
      seconds: Double(seconds) + Double(attoseconds) * 1e-18)
  }
}
