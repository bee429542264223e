import Testing

@testable import Copydesk

/// Most positions belong to one label: the short way to the best path is the long way's path.
@Suite struct LeadingLabelTests {
  private static let forbidden = SequenceModelLayout.forbidden

  /// Random transitions between "none", labels that begin a name, those that go on with it, and one that leads to
  /// "none" only by way of a name.
  private func transitions(kinds: Int, isClosing: Bool, _ generator: inout SeededGenerator) -> [Int32] {
    let labels = 1 + 2 * kinds + (isClosing ? 1 : 0)
    var table = Transitions<Int32>(labels: labels, repeating: 0)
    for index in table.scores.indices { table.scores[index] = Int32(generator.next() % 201) - 100 }
    for kind in 0..<kinds {
      let (begin, inside) = (1 + kind, 1 + kinds + kind)
      table.scores[inside] = Self.forbidden
      for from in 0..<labels where from != begin && from != inside {
        table.scores[table.row(from: from) + inside] = Self.forbidden
      }
    }
    if isClosing {
      for to in 0..<labels where to != 1 && to != labels - 1 {
        table.scores[table.row(from: labels - 1) + to] = Self.forbidden
      }
      table.scores[table.end + labels - 1] = Self.forbidden
    }
    return table.scores
  }

  @Test(arguments: [1, 2, 5, 7], [false, true])
  func theShortWayFindsThePathOfTheLongOne(kinds: Int, isClosing: Bool) throws {
    let labels = 1 + 2 * kinds + (isClosing ? 1 : 0)
    var generator = SeededGenerator(seed: UInt64(kinds) * 2 + (isClosing ? 1 : 0))
    var differing = 0
    for round in 0..<300 {
      let transitions = transitions(kinds: kinds, isClosing: isClosing, &generator)
      let leading = try #require(
        NarrowViterbi.Leading(transitions, labels: labels, floor: Self.forbidden))
      let rows = NarrowViterbi.rows(transitions, labels: labels, floor: Self.forbidden)
      let count = 1 + Int(generator.next() % 30)
      // From sure of "none" to sure of nothing, with equal scores now and then.
      let lead = [0, 20, 100, 400][round % 4]
      let spread: UInt64 = round % 3 == 0 ? 3 : 301
      var emissions = [Int32](repeating: 0, count: count * labels)
      for index in emissions.indices {
        emissions[index] = Int32(generator.next() % spread) + (index % labels == 0 ? Int32(lead) : 0)
      }
      let long = longPath(emissions, transitions, labels: labels, count: count)
      let short = shortPath(leading, rows, emissions, labels: labels, count: count)
      #expect(short == long)
      if Set(long).count > 1 { differing += 1 }
    }
    // Else every path were one label, and the test tested nothing.
    #expect(differing > 100)
  }

  private func longPath(
    _ emissions: [Int32], _ transitions: [Int32], labels: Int, count: Int
  ) -> [UInt8] {
    var best = [Int32](repeating: 0, count: labels * 2)
    var back = [UInt8](repeating: 0, count: labels * count)
    var path = [UInt8](repeating: 0, count: count)
    Viterbi.decode(
      emissions: emissions, transitions: transitions, labels: labels, count: count, floor: Self.forbidden,
      best: &best, back: &back, path: &path)
    return path
  }

  private func shortPath(
    _ leading: NarrowViterbi.Leading, _ rows: [NarrowViterbi.Lanes], _ emissions: [Int32], labels: Int,
    count: Int
  ) -> [UInt8] {
    var back = [UInt8](repeating: 0, count: 16 * count)
    var path = [UInt8](repeating: 0, count: count)
    rows.withUnsafeBufferPointer { rows in
      NarrowViterbi.decode(
        leading, transitions: rows, labels: labels, count: count, floor: Self.forbidden, back: &back,
        path: &path
      ) { position in
        var lanes = NarrowViterbi.Lanes(repeating: 0)
        for label in 0..<labels { lanes[label] = emissions[position * labels + label] }
        return lanes
      }
    }
    return path
  }

  @Test func labelsThatFitNoPatternHaveNone() {
    // From "none" nothing leads to the third label, to which two others lead from different distances.
    var table = Transitions<Int32>(labels: 4, repeating: 0)
    table.scores[table.row(from: 0) + 3] = Self.forbidden
    #expect(NarrowViterbi.Leading(table.scores, labels: 4, floor: Self.forbidden) == nil)
    // A path of "none" alone is not allowed.
    var closed = Transitions<Int32>(labels: 3, repeating: 0)
    for label in 0..<3 { closed.scores[closed.end + label] = label == 2 ? 0 : Self.forbidden }
    closed.scores[closed.row(from: 2) + 0] = Self.forbidden
    closed.scores[closed.row(from: 2) + 1] = Self.forbidden
    #expect(NarrowViterbi.Leading(closed.scores, labels: 3, floor: Self.forbidden) == nil)
    // Transitions so high that a path without them might fall as low as one with a forbidden one.
    let high = Transitions<Int32>(labels: 3, repeating: NarrowViterbi.Leading.highest + 1)
    #expect(NarrowViterbi.Leading(high.scores, labels: 3, floor: Self.forbidden) == nil)
  }
}
