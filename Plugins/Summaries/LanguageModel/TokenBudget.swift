import Synchronization

/// The tokens that a run may use, and how many documents in a row got no answer.
final class TokenBudget: Sendable {
  private struct State {
    var used = 0
    var failures = 0
  }
  private let state = Mutex(State())
  private let most: Int?

  init(most: Int?) { self.most = most }

  /// Tokens used or promised.
  var used: Int { state.withLock { $0.used } }

  /// Promises tokens to a question; false where there are not so many left.
  func reserve(_ tokens: Int) -> Bool {
    state.withLock { state in
      if let most, state.used + tokens > most { return false }
      state.used += tokens
      return true
    }
  }

  /// Puts what was really used in the place of what was promised.
  func settle(reserved: Int, used: Int) { state.withLock { $0.used += used - reserved } }

  /// Counts how an attempt on a document ended.
  func note(success: Bool) { state.withLock { $0.failures = success ? 0 : $0.failures + 1 } }

  /// How many documents in a row got no answer.
  var failures: Int { state.withLock { $0.failures } }
}
