/// A label to which most positions belong ("no name"), where the other labels are such that few need be looked at.
///
/// Labels are of two kinds. To an *open* one, any label may lead; to a *closed* one ("goes on with a place") only itself
/// and the one that opens it ("begins a place"), which stands the same distance before each. Wherever the leading label
/// is so far ahead of another that no transition makes up for it, the other leads to no open label, and a position costs
/// two candidates instead of sixteen.
extension NarrowViterbi {
  /// The transitions of a model that has such a label.
  struct Leading: Sendable {
    /// The leading label, to which the others are compared.
    let label: Int
    /// How much more a transition from a label may add, at most, than that from the leading one to the same open label.
    let gains: Lanes
    /// All bits of the lanes of closed labels.
    let closed: Lanes
    /// How far before each closed label the one stands that opens it.
    let distance: Int
    /// What is added to the score of the label that opens a closed one, and to that of the closed one itself.
    let fromOpening: Lanes
    let fromSelf: Lanes

    /// Up to which length no sum of a path without a forbidden transition falls as low as one with it.
    static let longest = 2_048
    /// The highest transition and the highest bias for which that holds.
    static let highest: Int32 = 1 << 14

    /// - Parameters:
    ///   - transitions: laid out as in ``Transitions``.
    ///   - floor: the score of a forbidden one.
    /// - Returns: nil where no label leads, or where a label is neither open nor closed.
    init?(_ transitions: [Int32], labels: Int, floor: Int32) {
      guard (2...16).contains(labels),
        transitions.allSatisfy({ $0 == floor || ($0 >= -Self.highest && $0 <= Self.highest) })
      else { return nil }
      func isAllowed(_ from: Int, _ to: Int) -> Bool { transitions[(from + 1) * labels + to] != floor }
      let lasting = (0..<labels).filter {
        isAllowed($0, $0) && transitions[$0] != floor && transitions[(labels + 1) * labels + $0] != floor
      }
      // Most positions belong to the label that is followed by itself most gladly.
      func stays(_ label: Int) -> Int32 { transitions[(label + 1) * labels + label] }
      guard let label = lasting.max(by: { (stays($0), $1) < (stays($1), $0) }) else { return nil }
      let closed = (0..<labels).filter { !isAllowed(label, $0) }
      let others = closed.flatMap { to in
        (0..<labels).filter { $0 != to && isAllowed($0, to) }.map { to - $0 }
      }
      let distance = others.first ?? 1
      guard distance > 0, others.allSatisfy({ $0 == distance }),
        closed.allSatisfy({ $0 < distance || !closed.contains($0 - distance) })
      else { return nil }
      self.label = label
      self.distance = distance
      var gains = Lanes(repeating: floor)
      var (mask, opening, own) = (Lanes(repeating: 0), Lanes(repeating: floor), Lanes(repeating: floor))
      for other in 0..<labels where other != label {
        for to in 0..<labels where isAllowed(label, to) && isAllowed(other, to) {
          let gain = transitions[(other + 1) * labels + to] - transitions[(label + 1) * labels + to]
          gains[other] = max(gains[other], gain)
        }
      }
      for to in closed {
        mask[to] = -1
        own[to] = transitions[(to + 1) * labels + to]
        if to >= distance { opening[to] = transitions[(to - distance + 1) * labels + to] }
      }
      self.gains = gains
      self.closed = mask
      fromOpening = opening
      fromSelf = own
    }
  }

  /// As ``decode(emissions:transitions:labels:count:floor:back:path:)``.
  /// - Parameters:
  ///   - count: up to ``Leading/longest``.
  ///   - rows: what ``rows(_:labels:floor:)`` made of the transitions that `leading` was made of.
  ///   - emission: the scores of a position, each of no more than seventeen bits.
  ///   - back: sixteen bytes a position, working memory.
  /// - Complexity: O(positions), and O(labels) more for each at which another label may lead on.
  @inline(__always)
  static func decode(
    _ leading: Leading, transitions rows: UnsafeBufferPointer<Lanes>, labels: Int, count: Int, floor: Int32,
    back: UnsafeMutablePointer<UInt8>, path: UnsafeMutablePointer<UInt8>, emission: (Int) -> Lanes
  ) {
    guard count > 0 else { return }
    // Sixteen lanes that are as low as can be, then the scores: the label that stands some lanes before another is read
    // that far before it. Then how far labels may lead.
    withUnsafeTemporaryAllocation(of: SIMD4<Int32>.self, capacity: 12) { memory in
      guard let start = memory.baseAddress.map({ UnsafeMutableRawPointer($0) }) else { return }
      let lowest = Lanes(repeating: floor)
      start.storeBytes(of: lowest, as: Lanes.self)
      let scores = start + 64
      let reaches = start + 128
      let leadingRow = rows[leading.label + 1]
      let isClosed = leading.closed .!= 0
      let distance = Lanes(repeating: Int32(truncatingIfNeeded: leading.distance))
      var best = level(rows[0] &+ emission(0), lowest)
      for position in 1..<max(1, count) {
        scores.storeBytes(of: best, as: Lanes.self)
        let lead = best[leading.label]
        let reach = best &+ leading.gains
        var score = Lanes(repeating: lead) &+ leadingRow
        var from = Lanes(repeating: Int32(truncatingIfNeeded: leading.label))
        if reach.max() >= lead {
          reaches.storeBytes(of: reach, as: Lanes.self)
          score = Lanes(repeating: .min)
          for other in 0..<labels
          where other == leading.label || reaches.load(fromByteOffset: other * 4, as: Int32.self) >= lead {
            let candidate =
              Lanes(repeating: scores.load(fromByteOffset: other * 4, as: Int32.self)) &+ rows[other + 1]
            let isBetter = candidate .> score
            score.replace(with: candidate, where: isBetter)
            from.replace(with: Lanes(repeating: Int32(truncatingIfNeeded: other)), where: isBetter)
          }
        }
        let opened =
          (scores - leading.distance * 4).loadUnaligned(as: Lanes.self) &+ leading.fromOpening
        let own = best &+ leading.fromSelf
        let goesOn = own .> opened
        score.replace(with: opened.replacing(with: own, where: goesOn), where: isClosed)
        from.replace(with: (numbers &- distance).replacing(with: numbers, where: goesOn), where: isClosed)
        best = level(score &+ emission(position), lowest)
        UnsafeMutableRawPointer(back + position * 16)
          .storeBytes(of: SIMD16<UInt8>(truncatingIfNeeded: from), as: SIMD16<UInt8>.self)
      }
      trace(best &+ rows[labels + 1], labels: labels, count: count, back: back, stride: 16, path: path)
    }
  }

  private static let numbers = Lanes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
}
