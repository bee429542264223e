import Synchronization

/// How far a stream has been read. A stream is read by one thread at a time; the atomic makes that safe to say.
final class Position: Sendable {
  private let value = Atomic<Int>(0)

  /// Moves on by up to `count`, not beyond `end`.
  /// - Returns: where it stood.
  func advance(by count: Int, below end: Int) -> Int {
    let start = value.load(ordering: .relaxed)
    value.store(min(end, start + count), ordering: .relaxed)
    return start
  }
}
