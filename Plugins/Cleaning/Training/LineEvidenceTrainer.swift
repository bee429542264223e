import Copydesk

/// Learns ``LineEvidence`` from lines of which it is known how probable they are to be of an article: logistic
/// regression by stochastic gradient descent, the mean of the weights after every step.
///
/// The same lines in the same order and the same seed give the same weights, on every machine.
struct LineEvidenceTrainer {
  /// How often the lines are gone through.
  static let passes = 6
  /// How far a step goes.
  static let step = 1.0

  private var slots: [UInt32] = []
  private var ends: [Int] = []
  private var targets: [Float] = []
  private var weights: [Float] = []
  private let seed: UInt64

  init(seed: UInt64) { self.seed = seed }

  /// Adds a line.
  /// - Parameters:
  ///   - words: its words, hashed.
  ///   - share: how probable it is that it is of an article; what is as probable as not teaches nothing.
  ///   - weight: how much it counts.
  mutating func add(_ words: ArraySlice<UInt64>, share: Double, weight: Double) {
    let counts = weight * abs(2 * share - 1)
    guard !words.isEmpty, counts > 0 else { return }
    LineEvidence.forEachSlot(words) { slots.append(UInt32(truncatingIfNeeded: $0)) }
    ends.append(slots.count)
    targets.append(share > 0.5 ? 1 : 0)
    weights.append(Float(counts))
  }

  /// Learns from the lines.
  func train() -> LineEvidence {
    var table = [Double](repeating: 0, count: LineEvidence.slots)
    // Each change times the number of the step that made it, to take the mean at the end.
    var late = table
    var order = Array(targets.indices)
    var chance = SeededGenerator(seed: seed)
    var steps = 0.0
    for _ in 0..<Self.passes {
      chance.shuffle(&order)
      for line in order {
        let range = (line == 0 ? 0 : ends[line - 1])..<ends[line]
        let value = 1 / Double(range.count).squareRoot()
        var sum = 0.0
        for place in range { sum += table[Int(slots[place])] }
        let error = Double(targets[line]) - Self.logistic(sum * value)
        let change = error * Double(weights[line]) * Self.step * value
        for place in range {
          table[Int(slots[place])] += change
          late[Int(slots[place])] += change * steps
        }
        steps += 1
      }
    }
    return LineEvidence(
      weights: zip(table, late).map { now, late in
        let mean = steps > 0 ? now - late / steps : 0
        return Int8(max(-127, min(127, (mean * LineEvidence.unit).rounded(.toNearestOrEven))))
      })
  }

  private static func logistic(_ sum: Double) -> Double { 1 / (1 + reproducibleExponential(-sum)) }
}
