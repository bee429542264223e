/// ``Viterbi`` for sixteen labels or fewer: all labels of a position at once, in the lanes of a vector.
///
/// Finds the same path: of equals, the label with the lower number.
enum NarrowViterbi {
  private typealias Lanes = SIMD16<Int32>

  /// As ``Viterbi/decode(emissions:transitions:labels:count:floor:best:back:path:)``.
  /// - Complexity: O(positions · labels) steps of sixteen lanes.
  static func decode(
    emissions: UnsafePointer<Int32>, transitions: UnsafePointer<Int32>, labels: Int, count: Int, floor: Int32,
    back: UnsafeMutablePointer<UInt8>, path: UnsafeMutablePointer<UInt8>
  ) {
    guard count > 0 else { return }
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: labels + 2) { rows in
      // Row 0 leads from the start, then one from each label, then that to the end. Lanes without a label can never win.
      for row in 0..<(labels + 2) { rows[row] = lanes(transitions + row * labels, labels, floor) }
      let lowest = Lanes(repeating: floor)
      var best = rows[0] &+ lanes(emissions, labels, 0)
      best = level(best, lowest)
      for position in 1..<max(1, count) {
        var score = Lanes(repeating: best[0]) &+ rows[1]
        var from = Lanes(repeating: 0)
        for other in 1..<max(1, labels) {
          let candidate = Lanes(repeating: best[other]) &+ rows[other + 1]
          let isBetter = candidate .> score
          score.replace(with: candidate, where: isBetter)
          from.replace(with: Lanes(repeating: Int32(truncatingIfNeeded: other)), where: isBetter)
        }
        best = level(score &+ lanes(emissions + position * labels, labels, 0), lowest)
        let pointer = back + position * labels
        for label in 0..<labels { pointer[label] = UInt8(truncatingIfNeeded: from[label]) }
      }
      let last = best &+ rows[labels + 1]
      var label = 0
      for other in 1..<max(1, labels) where last[other] > last[label] { label = other }
      var position = count - 1
      while position >= 0 {
        path[position] = UInt8(truncatingIfNeeded: label)
        if position > 0 { label = Int(back[position * labels + label]) }
        position -= 1
      }
    }
  }

  @inline(__always)
  private static func lanes(_ scores: UnsafePointer<Int32>, _ labels: Int, _ rest: Int32) -> Lanes {
    if labels == 16 { return UnsafeRawPointer(scores).loadUnaligned(as: Lanes.self) }
    var lanes = Lanes(repeating: rest)
    for label in 0..<labels { lanes[label] = scores[label] }
    return lanes
  }

  /// Makes the highest score zero, so that scores do not grow with the sequence.
  @inline(__always)
  private static func level(_ scores: Lanes, _ lowest: Lanes) -> Lanes {
    let levelled = scores &- Lanes(repeating: scores.max())
    return pointwiseMax(lowest, levelled)
  }
}
