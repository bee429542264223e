import Dispatch
import Synchronization

/// Whether an endpoint can be reached, as far as the last attempts tell: a circuit breaker.
///
/// After so many attempts in a row that found nobody there, the endpoint counts as down and nobody asks it any more,
/// but for one document every so often that tries once. Any answer, be it an error's, makes it count as up again.
final class EndpointHealth: Sendable {
  /// Attempts in a row that find nobody, after which the endpoint counts as down.
  static let most = 3

  private struct State {
    var failures = 0
    /// When the next document may try; in nanoseconds of the clock that counts since the start of the machine.
    var nextTry: UInt64 = 0
    var skipped = 0
  }
  private let state = Mutex(State())
  private let pause: UInt64

  /// - Parameter pause: seconds between two tries while it is down.
  init(pause: Double) { self.pause = UInt64(max(0, pause) * 1e9) }

  /// Whether it counts as down.
  var isDown: Bool { state.withLock { $0.failures >= Self.most } }

  /// Whether a document may ask; where not, it is counted as passed over. While it is down this lets one through now and
  /// then.
  func admits() -> Bool {
    state.withLock { state in
      guard state.failures >= Self.most else { return true }
      let now = DispatchTime.now().uptimeNanoseconds
      if now >= state.nextTry {
        state.nextTry = now + pause
        return true
      }
      state.skipped += 1
      return false
    }
  }

  /// Notes how an attempt ended.
  func note(reached: Bool) {
    state.withLock { state in
      state.failures = reached ? 0 : state.failures + 1
      if state.failures == Self.most { state.nextTry = DispatchTime.now().uptimeNanoseconds + pause }
    }
  }

  /// How many documents were passed over since the last call.
  func takeSkipped() -> Int {
    state.withLock { state in
      defer { state.skipped = 0 }
      return state.skipped
    }
  }
}
