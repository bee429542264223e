/// The best path through a lattice (Viterbi, 1967).
enum Viterbi {
  /// Finds the labels whose sum of emissions and transitions is highest; of equals, those with lower numbers.
  ///
  /// - Parameters:
  ///   - emissions: `labels` scores a position.
  ///   - transitions: laid out as in ``Transitions``.
  ///   - floor: what a path's score, seen from the best one, never falls below. It is the score of a transition
  ///     that may not be taken; integers do not overflow if the sum of two floors and an emission does not.
  ///   - best: a working row of `2 * labels`.
  ///   - back: `labels` a position, working memory.
  ///   - path: takes the labels.
  /// - Complexity: O(positions · labels²).
  static func decode<Score: SignedNumeric & Comparable>(
    emissions: UnsafePointer<Score>, transitions: UnsafePointer<Score>, labels: Int, count: Int,
    floor: Score, best: UnsafeMutablePointer<Score>, back: UnsafeMutablePointer<UInt8>,
    path: UnsafeMutablePointer<UInt8>
  ) {
    guard count > 0 else { return }
    var old = best
    var new = best + labels
    for label in 0..<labels { old[label] = transitions[label] + emissions[label] }
    level(old, labels, floor)
    for position in 1..<max(1, count) {
      let emission = emissions + position * labels
      let pointer = back + position * labels
      for label in 0..<labels {
        var from = 0
        var score = old[0] + transitions[labels + label]
        for other in 1..<max(1, labels) {
          let candidate = old[other] + transitions[(other + 1) * labels + label]
          if candidate > score {
            score = candidate
            from = other
          }
        }
        new[label] = score + emission[label]
        pointer[label] = UInt8(truncatingIfNeeded: from)
      }
      level(new, labels, floor)
      swap(&old, &new)
    }
    let end = transitions + (labels + 1) * labels
    var last = 0
    for label in 1..<max(1, labels) where old[label] + end[label] > old[last] + end[last] { last = label }
    var position = count - 1
    while position >= 0 {
      path[position] = UInt8(truncatingIfNeeded: last)
      if position > 0 { last = Int(back[position * labels + last]) }
      position -= 1
    }
  }

  /// Makes the highest score zero, so that scores do not grow with the sequence.
  @inline(__always)
  private static func level<Score: SignedNumeric & Comparable>(
    _ scores: UnsafeMutablePointer<Score>, _ labels: Int, _ floor: Score
  ) {
    var highest = scores[0]
    for label in 1..<max(1, labels) where scores[label] > highest { highest = scores[label] }
    for label in 0..<labels { scores[label] = max(floor, scores[label] - highest) }
  }
}
