import Testing

@testable import Copydesk

/// Most positions belong to one label: the ways that make use of it find the path that the plain one finds.
@Suite struct LeadingLabelTests {
  static let forbidden = SequenceModelLayout.forbidden

  @Test(arguments: [1, 2, 5, 7], [false, true])
  func theLeadingLabelFindsThePathOfAll(kinds: Int, isClosing: Bool) throws {
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
      let found = leadingPath(leading, rows, emissions, labels: labels, count: count)
      #expect(found == long)
      if Set(long).count > 1 { differing += 1 }
    }
    // Else every path were one label, and the test tested nothing.
    #expect(differing > 100)
  }

  /// Scores as low and as high as sixteen bits are, a bias as high as may be, as long as may be.
  @Test(
    arguments: [-32_768...32_767, -32_768...(-32_000), -300...0] as [ClosedRange<Int32>],
    [-1, 0, 1] as [Int32])
  func theLeadingLabelFindsItForTheLowestScoresAndTheLongestSequences(scores: ClosedRange<Int32>, bias: Int32)
    throws
  {
    var generator = SeededGenerator(seed: 83)
    for (kinds, count) in [(2, NarrowViterbi.Leading.longest), (7, 300), (7, 1), (1, 2)] {
      let labels = 1 + 2 * kinds
      for _ in 0..<6 {
        var transitions = transitions(kinds: kinds, isClosing: false, &generator)
        // Some as far apart as may be.
        for index in transitions.indices where transitions[index] != Self.forbidden {
          if generator.next() % 9 == 0 {
            transitions[index] = NarrowViterbi.Leading.highest * (generator.next() % 2 == 0 ? 1 : -1)
          }
        }
        let leading = try #require(
          NarrowViterbi.Leading(transitions, labels: labels, floor: Self.forbidden))
        let rows = NarrowViterbi.rows(transitions, labels: labels, floor: Self.forbidden)
        let biases = (0..<labels).map { $0 % 2 == 0 ? bias * NarrowViterbi.Leading.highest : 0 }
        let emissions = (0..<(count * labels)).map { index in
          Int32.random(in: scores, using: &generator) + biases[index % labels]
        }
        let long = longPath(emissions, transitions, labels: labels, count: count)
        #expect(leadingPath(leading, rows, emissions, labels: labels, count: count) == long)
      }
    }
  }

  /// Whatever the model's bias and however long the sequence, `decode(scores:in:)` gives the plain path.
  @Test(arguments: [1, 7, NarrowViterbi.Leading.longest, NarrowViterbi.Leading.longest + 1, 5_000])
  func aModelFindsThePlainPathWhateverTheLengthAndTheBias(count: Int) throws {
    var generator = SeededGenerator(seed: 89)
    let labels = 7
    let model = try modelOfNames(kinds: 3, &generator)
    #expect(model.leading != nil)
    for bias in [[], [-2, 0, 1.5], [0, -1_000, 1_000, -1_000], [-90_000], [3, 3, 3, 3, 3, 3, 3]] as [[Float]]
    {
      var workspace = SequenceModel.Workspace()
      workspace.bias = bias
      let scores = (0..<count).map { _ in
        var row = LabelScores(repeating: 0)
        // Lanes without a label hold anything.
        for lane in 0..<16 { row[lane] = Int16.random(in: -3_000...500, using: &generator) }
        return row
      }
      model.decode(scores: scores, in: &workspace)
      let added = model.bias(workspace)
      let emissions = scores.flatMap { row in (0..<labels).map { Int32(row[$0]) + added[$0] } }
      let plain = longPath(emissions, model.transitions, labels: labels, count: count)
      #expect(workspace.labels == plain, "\(bias)")
    }
  }

  /// One after the other in one workspace: what a sequence leaves in its buffers changes nothing for the next.
  @Test(arguments: [3, 7]) func aModelForSixteenBitsFindsThePlainPathWhereTheyHoldAndWhereNot(kinds: Int)
    throws
  {
    let labels = 9 + kinds
    var generator = SeededGenerator(seed: UInt64(97 + kinds))
    let model = try modelForSixteenBits(kinds: kinds, &generator)
    let short = try #require(model.short)
    var workspace = SequenceModel.Workspace()
    var (differing, longSequences) = (0, 0)
    let small: ClosedRange<Int16> = -100...200
    let large: ClosedRange<Int16> = -3_000...3_000
    for (count, range) in [
      (30, small), (2_500, large), (200, small), (200, large), (2_500, small), (200, large), (1, small),
      (NarrowViterbi.Leading.longest, large), (7, small), (NarrowViterbi.Leading.longest + 1, large),
      (NarrowViterbi.Leading.longest + 1, small), (300, large), (300, small), (0, small), (40, small),
    ] {
      let scores = (0..<count).map { _ in
        var row = LabelScores(repeating: 0)
        // Lanes without a label hold anything.
        for lane in 0..<16 {
          row[lane] = Int16.random(in: lane < labels ? range : .min ... .max, using: &generator)
        }
        row[0] += 100
        return row
      }
      var back = [UInt8](repeating: 0, count: NarrowViterbi.Short.backWidth * count)
      var path = [UInt8](repeating: 0, count: count)
      let isShort = scores.withUnsafeBufferPointer { short.decode($0, back: &back, path: &path) }
      #expect(isShort == (range == small), "\(count) of \(range)")
      model.decode(scores: scores, in: &workspace)
      let emissions = scores.flatMap { row in (0..<labels).map { Int32(row[$0]) } }
      let plain = count == 0 ? [] : longPath(emissions, model.transitions, labels: labels, count: count)
      #expect(workspace.labels == plain, "\(count) of \(range)")
      if Set(plain).count > 1 { differing += 1 }
      if count > NarrowViterbi.Leading.longest, !isShort { longSequences += 1 }
    }
    #expect(differing >= 12 && longSequences == 2)
  }

  /// With transitions as far apart as may be, too.
  @Test(arguments: [3, 7], [101, 1_000] as [Int32])
  func sixteenBitsFindThePathOfTheLongWay(kinds: Int, limit: Int32) throws {
    let labels = 9 + kinds
    var generator = SeededGenerator(seed: UInt64(kinds))
    var (found, differing, refused) = (0, 0, 0)
    for round in 0..<600 {
      let transitions = shortTransitions(kinds: kinds, below: limit, &generator)
      let leading = try #require(
        NarrowViterbi.Leading(transitions, labels: labels, floor: Self.forbidden))
      let short = try #require(
        NarrowViterbi.Short(leading, transitions, labels: labels, floor: Self.forbidden))
      let count = 1 + Int(generator.next() % 30)
      let lead = [0, 20, 100, 400][round % 4]
      // The last but one are as far apart as may be, and add up to too much or lead to a path with a forbidden transition, more
      // often than not; the last are too large for sixteen bits.
      let spread: UInt64 = [3, 301, 301, 301, 2, 40_001][round % 6]
      var emissions = [Int32](repeating: 0, count: count * labels)
      for index in emissions.indices {
        emissions[index] =
          Int32(generator.next() % spread) - (spread > 301 ? Int32(spread / 2) : 0)
          + (index % labels == 0 ? Int32(lead) : 0)
        if spread == 2 { emissions[index] = generator.next() % 2 == 0 ? -4_096 : 4_095 }
      }
      // Lanes without a label may hold anything.
      let scores = (0..<count).map { position in
        var lanes = LabelScores(repeating: .max)
        for label in 0..<labels { lanes[label] = Int16(emissions[position * labels + label]) }
        return lanes
      }
      var back = [UInt8](repeating: 0, count: NarrowViterbi.Short.backWidth * count)
      var path = [UInt8](repeating: 0, count: count)
      let isFound = scores.withUnsafeBufferPointer { short.decode($0, back: &back, path: &path) }
      guard isFound else {
        refused += 1
        continue
      }
      let long = longPath(emissions, transitions, labels: labels, count: count)
      #expect(path == long)
      found += 1
      if Set(long).count > 1 { differing += 1 }
    }
    #expect(found > 300 && differing > 150 && refused > 50)
  }

  @Test func sixteenBitsNeedLabelsInTheirOrder() throws {
    var generator = SeededGenerator(seed: 1)
    let transitions = transitions(kinds: 7, isClosing: true, &generator)
    let leading = try #require(NarrowViterbi.Leading(transitions, labels: 16, floor: Self.forbidden))
    #expect(NarrowViterbi.Short(leading, transitions, labels: 16, floor: Self.forbidden) == nil)
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
