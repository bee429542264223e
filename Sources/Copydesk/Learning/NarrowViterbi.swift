/// ``Viterbi`` for sixteen labels or fewer: all labels of a position at once, in the lanes of a vector.
///
/// Finds the same path: of equals, the label with the lower number.
enum NarrowViterbi {
  typealias Lanes = SIMD16<Int32>

  /// The transitions as ``decode(emissions:transitions:labels:count:floor:back:path:)`` wants them: a row that leads
  /// from the start, then one from each label, then that to the end. Lanes without a label can never win.
  static func rows(_ transitions: [Int32], labels: Int, floor: Int32) -> [Lanes] {
    transitions.withUnsafeBufferPointer { transitions in
      guard let start = transitions.baseAddress else { return [] }
      return (0..<(labels + 2)).map { lanes(start + $0 * labels, labels, floor) }
    }
  }

  /// As ``Viterbi/decode(emissions:transitions:labels:count:floor:best:back:path:)``.
  /// - Parameter rows: what ``rows(_:labels:floor:)`` made.
  /// - Complexity: O(positions · labels) steps of sixteen lanes.
  static func decode(
    emissions: UnsafePointer<Int32>, transitions rows: UnsafeBufferPointer<Lanes>, labels: Int, count: Int,
    floor: Int32, back: UnsafeMutablePointer<UInt8>, path: UnsafeMutablePointer<UInt8>
  ) {
    guard count > 0 else { return }
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
    trace(best &+ rows[labels + 1], labels: labels, count: count, back: back, stride: labels, path: path)
  }

  /// Goes the best path back from its end.
  /// - Parameter stride: how many bytes of `back` there are a position.
  @inline(__always)
  static func trace(
    _ last: Lanes, labels: Int, count: Int, back: UnsafePointer<UInt8>, stride: Int,
    path: UnsafeMutablePointer<UInt8>
  ) {
    var label = 0
    for other in 1..<max(1, labels) where last[other] > last[label] { label = other }
    var position = count - 1
    while position >= 0 {
      path[position] = UInt8(truncatingIfNeeded: label)
      if position > 0 { label = Int(back[position * stride + label]) }
      position -= 1
    }
  }

  /// All bits of the lanes that belong to labels.
  static func labelLanes(_ labels: Int) -> Lanes {
    var lanes = Lanes(repeating: 0)
    for label in 0..<min(16, labels) { lanes[label] = -1 }
    return lanes
  }

  @inline(__always)
  static func lanes(_ scores: UnsafePointer<Int32>, _ labels: Int, _ rest: Int32) -> Lanes {
    if labels == 16 { return UnsafeRawPointer(scores).loadUnaligned(as: Lanes.self) }
    var lanes = Lanes(repeating: rest)
    for label in 0..<labels { lanes[label] = scores[label] }
    return lanes
  }

  /// Makes the highest score zero, so that scores do not grow with the sequence.
  @inline(__always)
  static func level(_ scores: Lanes, _ lowest: Lanes) -> Lanes {
    let levelled = scores &- Lanes(repeating: scores.max())
    return lowest.replacing(with: levelled, where: levelled .> lowest)
  }
}
