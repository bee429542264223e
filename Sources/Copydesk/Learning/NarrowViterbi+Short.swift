/// The same search in lanes of sixteen bits, half the work of a step: for models in which the leading label is the first
/// and each closed one stands eight behind the one that opens it, so that the upper half of a vector follows from its lower.
///
/// Scores are kept as what a label lies before the leading one. Whether all of them, and all emissions, stayed so
/// small that no sum left sixteen bits, and whether the path takes no transition that is forbidden (here just a very
/// low score), is looked at on the way; where not, there is no result, and
/// ``decode(_:transitions:labels:count:floor:back:path:emission:)`` finds the path.
extension NarrowViterbi {
  struct Short: Sendable {
    /// Transitions go up to this, or are forbidden; ``tooFar(_:_:)`` sees to it that emissions lie between -4,096 and 4,095,
    /// and scores between -8,192 and 8,191. So the sum of all three lies between -20,288 and 13,286, and that of a score and a
    /// transition between -16,192 and 9,191: the difference of two of the latter fits. The leading label follows itself, from a
    /// score of 0: its sum is -5,096 at least. A new score, the difference of a sum and that one, is 18,382 at most. It is
    /// -33,574 at least, which does not fit: what lies below -32,768 turns up as 31,962 or more. All this is more than 8,191, and
    /// is seen as too far.
    private static let highestTransition: Int32 = 1_000
    private static let forbidden: Int16 = -8_000
    /// More than any score.
    private static let never: Int16 = 16_000

    /// How many bytes a position takes that tell from where each label is reached.
    static let backWidth = MemoryLayout<LabelScores>.stride

    private let labels: Int
    private let isLabel: LabelScores
    private let start: LabelScores
    /// All bits of the lanes of labels that no sequence begins with.
    private let isNoStart: LabelScores
    /// From each label to each.
    private let rows: [LabelScores]
    private let end: LabelScores
    /// How far a label may lie behind the leading one and still lead to an open label.
    private let reach: LabelScores
    private let closed: LabelScores
    private let fromOpening: LabelScores
    private let fromSelf: LabelScores
    /// For each label a bit for each that may stand before it; bit 16 for the start.
    private let before: [UInt32]
    /// A bit for each label that may be the last.
    private let last: UInt32
    private let numbers = LabelScores(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    /// For each label in the upper half the one that opens it.
    private let openers = LabelScores(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7)

    /// - Parameters:
    ///   - leading: what was found of the transitions.
    ///   - transitions: laid out as in ``Transitions``.
    ///   - floor: the score of a forbidden one.
    /// - Returns: nil for transitions of another form.
    init?(_ leading: Leading, _ transitions: [Int32], labels: Int, floor: Int32) {
      guard leading.label == 0, leading.distance == 8,
        transitions.allSatisfy({ $0 == floor || abs($0) <= Self.highestTransition })
      else { return nil }
      func isAllowed(_ row: Int, _ to: Int) -> Bool { transitions[row * labels + to] != floor }
      func short(_ score: Int32) -> Int16 {
        score < -Self.highestTransition ? Self.forbidden : Int16(truncatingIfNeeded: score)
      }
      func row(_ row: Int) -> LabelScores {
        var lanes = LabelScores(repeating: Self.forbidden)
        for to in 0..<labels { lanes[to] = short(transitions[row * labels + to]) }
        return lanes
      }
      self.labels = labels
      start = row(0)
      var isNoStart = LabelScores(repeating: 0)
      for label in 0..<labels where !isAllowed(0, label) { isNoStart[label] = -1 }
      self.isNoStart = isNoStart
      rows = (1...labels).map(row)
      end = row(labels + 1)
      isLabel = LabelScores(truncatingIfNeeded: NarrowViterbi.labelLanes(labels))
      closed = LabelScores(truncatingIfNeeded: leading.closed)
      var reach = LabelScores(repeating: Self.never)
      var (opening, own) = (LabelScores(), LabelScores())
      for label in 0..<labels {
        if label > 0, leading.gains[label] >= -2 * Self.highestTransition {
          reach[label] = Int16(truncatingIfNeeded: -leading.gains[label])
        }
        opening[label] = short(leading.fromOpening[label])
        own[label] = short(leading.fromSelf[label])
      }
      self.reach = reach
      fromOpening = opening
      fromSelf = own
      before = (0..<labels).map { to in
        (0..<labels).reduce(isAllowed(0, to) ? 1 << 16 : 0) {
          $0 | (isAllowed($1 + 1, to) ? 1 << UInt32($1) : 0)
        }
      }
      last = (0..<labels).reduce(0) { $0 | (isAllowed(labels + 1, $1) ? 1 << UInt32($1) : 0) }
    }

    /// Finds the best path.
    /// - Parameters:
    ///   - scores: those of each position, without bias.
    ///   - back: ``backWidth`` bytes a position, working memory.
    ///   - path: takes the labels.
    /// - Returns: whether it was found; false for scores that are too large.
    func decode(
      _ scores: UnsafeBufferPointer<LabelScores>, back: UnsafeMutablePointer<UInt8>,
      path: UnsafeMutablePointer<UInt8>
    ) -> Bool {
      guard !scores.isEmpty else { return true }
      let zero = LabelScores()
      let lowest = LabelScores(repeating: Self.forbidden)
      let first = scores[0] & isLabel
      var best = start &+ first
      best &-= LabelScores(repeating: best[0])
      // Up to 10,191 from the leading one, or a forbidden start.
      best = Self.select(isNoStart, lowest, best) & isLabel
      var tooFar = Self.tooFar(best, first)
      let (leadingRow, reach) = (rows[0], reach)
      for position in 1..<max(1, scores.count) {
        let emission = scores[position] & isLabel
        var score = leadingRow
        var from = zero
        if Self.isAnyNegative(~(best &- reach)) { leadOn(best, &score, &from) }
        let opened = LabelScores(lowHalf: best.lowHalf, highHalf: best.lowHalf) &+ fromOpening
        let own = best &+ fromSelf
        let goesOn = Self.isLess(opened, own)
        score = (score & ~closed) | (Self.select(goesOn, own, opened) & closed)
        from = (from & ~closed) | (Self.select(goesOn, numbers, openers) & closed)
        best = score &+ emission
        best = (best &- LabelScores(repeating: best[0])) & isLabel
        tooFar |= Self.tooFar(best, emission)
        UnsafeMutableRawPointer(back + position * Self.backWidth).storeBytes(of: from, as: LabelScores.self)
      }
      if Self.words(tooFar) != 0 { return false }
      return trace(best &+ end, count: scores.count, back: back, path: path)
    }

    /// Has a bit for each score and each emission that is higher or lower than may be.
    @inline(__always)
    private static func tooFar(_ scores: LabelScores, _ emissions: LabelScores) -> LabelScores {
      (scores &+ LabelScores(repeating: 0x2000)) & LabelScores(repeating: -0x4000)
        | (emissions &+ LabelScores(repeating: 0x1000)) & LabelScores(repeating: -0x2000)
    }

    /// All bits of the lanes in which the first score is less than the second. No two differ by more than a lane holds: what is
    /// made of masks, as comparisons give them, was measured to take twice as long in lanes of sixteen bits.
    @inline(__always)
    private static func isLess(_ first: LabelScores, _ second: LabelScores) -> LabelScores {
      (first &- second) &>> 15
    }

    /// The first where the bits are set, else the second.
    @inline(__always)
    private static func select(
      _ bits: LabelScores, _ first: LabelScores, _ second: LabelScores
    ) -> LabelScores {
      (first & bits) | (second & ~bits)
    }

    /// The lanes as one word, each bit of which is set where it is in any fourth lane.
    @inline(__always)
    private static func words(_ lanes: LabelScores) -> UInt64 {
      let words = unsafeBitCast(lanes.lowHalf | lanes.highHalf, to: SIMD2<UInt64>.self)
      return words[0] | words[1]
    }

    @inline(__always)
    private static func isAnyNegative(_ lanes: LabelScores) -> Bool {
      words(lanes) & 0x8000_8000_8000_8000 != 0
    }

    /// Where labels other than the leading one may lead to an open one: the best of all, of equals the one with the lower
    /// number.
    @inline(never)
    private func leadOn(_ best: LabelScores, _ score: inout LabelScores, _ from: inout LabelScores) {
      for other in 1..<max(1, labels) where best[other] >= reach[other] {
        let candidate = LabelScores(repeating: best[other]) &+ rows[other]
        let isBetter = Self.isLess(score, candidate)
        score = Self.select(isBetter, candidate, score)
        from = Self.select(isBetter, LabelScores(repeating: Int16(truncatingIfNeeded: other)), from)
      }
    }

    /// Goes the best path back from its end; false where it takes a forbidden transition.
    private func trace(
      _ sums: LabelScores, count: Int, back: UnsafePointer<UInt8>, path: UnsafeMutablePointer<UInt8>
    ) -> Bool {
      var label = 0
      for other in 1..<max(1, labels) where sums[other] > sums[label] { label = other }
      var isAllowed = last >> UInt32(label) & 1
      var position = count - 1
      while position > 0 {
        path[position] = UInt8(truncatingIfNeeded: label)
        let lane = UnsafeRawPointer(back + position * Self.backWidth + label * 2)
        let other = Int(lane.loadUnaligned(as: Int16.self))
        isAllowed &= before[label] >> UInt32(other) & 1
        label = other
        position -= 1
      }
      path[0] = UInt8(truncatingIfNeeded: label)
      return isAllowed & before[label] >> 16 & 1 == 1
    }

  }
}
