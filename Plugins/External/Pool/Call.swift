import Copydesk
import Dispatch
import Synchronization

/// Documents that a thread of the runner has handed in and waits for.
final class Call: Sendable {
  /// What came of a document.
  typealias Outcome = Result<JSONValue, Failure>

  /// The documents as the program gets them.
  let encoded: [[UInt8]]
  private let state: Mutex<(outcomes: [Outcome?], open: Int, error: CopydeskError?)>
  private let done = DispatchSemaphore(value: 0)

  init(_ encoded: [[UInt8]]) {
    self.encoded = encoded
    state = Mutex((Array(repeating: nil, count: encoded.count), encoded.count, nil))
  }

  /// Settles one document.
  func settle(_ place: Int, _ outcome: Outcome) {
    let isLast = state.withLock { state in
      guard state.outcomes[place] == nil else { return false }
      state.outcomes[place] = outcome
      state.open -= 1
      return state.open == 0
    }
    if isLast { done.signal() }
  }

  /// Ends the call: the stage cannot go on.
  func fail(_ error: CopydeskError) {
    let isFirst = state.withLock { state in
      guard state.error == nil, state.open > 0 else { return false }
      state.error = error
      return true
    }
    if isFirst { done.signal() }
  }

  /// Blocks until every document is settled.
  /// - Throws: what ``fail(_:)`` was given.
  func wait() throws -> [Outcome] {
    if encoded.isEmpty { return [] }
    done.wait()
    return try state.withLock { state in
      if let error = state.error { throw error }
      return state.outcomes.compactMap(\.self)
    }
  }
}

/// A few documents of a call that go to a program in one line.
struct Request: Sendable {
  let call: Call
  let places: Range<Int>
  /// Whether the program gets nothing else until it has answered: so that where it fails, it is known on what.
  let isAlone: Bool

  var message: ArraySlice<[UInt8]> { call.encoded[places] }

  /// The documents one by one.
  var parts: [Request] { places.map { Request(call: call, places: $0..<$0 + 1, isAlone: true) } }
}
