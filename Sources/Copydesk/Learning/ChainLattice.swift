/// Sums over all paths of a linear chain: how probable each label is at each position, given the sequence
/// (forward-backward, as in Lafferty, McCallum and Pereira, 2001).
///
/// Works on potentials that are scaled at every position, so that nothing overflows however long a sequence.
struct ChainLattice {
  let labels: Int
  private(set) var count = 0
  private var potentials: [Double] = []
  private var forward: [Double] = []
  private var backward: [Double] = []
  private var backwardScales: [Double] = []
  /// The sum of forward times backward at each position.
  private var totals: [Double] = []

  /// What is possible never becomes less than this beside the best, so that no sum vanishes: next to
  /// impossible is not yet impossible.
  static let lowest = 1e-12

  /// The exponential of a transition's score.
  static func potential(_ score: Double) -> Double {
    min(1 / lowest, max(lowest, reproducibleExponential(score)))
  }

  init(labels: Int) { self.labels = labels }

  /// Runs over a sequence.
  /// - Parameters:
  ///   - emissions: `labels` scores a position.
  ///   - transitions: the exponentials of the transitions, each ``lowest`` to 1 / ``lowest``, laid out as in ``Transitions``; 0 forbids one.
  ///   - allowed: the labels that each position may take, a bit each, or nil where all are allowed.
  /// - Returns: false when no path is allowed, or none is left of what numbers can tell.
  mutating func run(
    emissions: UnsafePointer<Float>, count: Int, transitions: UnsafePointer<Double>,
    allowed: UnsafePointer<UInt64>? = nil
  ) -> Bool {
    self.count = count
    let size = count * labels
    if potentials.count < size {
      potentials = [Double](repeating: 0, count: size)
      forward = potentials
      backward = potentials
    }
    if totals.count < count {
      totals = [Double](repeating: 0, count: count)
      backwardScales = totals
    }
    setPotentials(emissions, allowed)
    return forwardPass(transitions) && backwardPass(transitions)
  }

  private mutating func setPotentials(_ emissions: UnsafePointer<Float>, _ allowed: UnsafePointer<UInt64>?) {
    potentials.withUnsafeMutableBufferPointer { potentials in
      for position in 0..<count {
        let mask = allowed?[position] ?? .max
        let row = position * labels
        var highest = -Float.infinity
        for label in 0..<labels where mask >> UInt64(label) & 1 == 1 {
          highest = max(highest, emissions[row + label])
        }
        for label in 0..<labels {
          potentials[row + label] =
            mask >> UInt64(label) & 1 == 1
            ? max(Self.lowest, reproducibleExponential(Double(emissions[row + label] - highest))) : 0
        }
      }
    }
  }

  private mutating func forwardPass(_ transitions: UnsafePointer<Double>) -> Bool {
    let labels = labels
    return forward.withUnsafeMutableBufferPointer { forward in
      for position in 0..<count {
        let row = position * labels
        var sum = 0.0
        for label in 0..<labels {
          var reach = 0.0
          if position == 0 {
            reach = transitions[label]
          } else {
            for other in 0..<labels {
              reach += forward[row - labels + other] * transitions[(other + 1) * labels + label]
            }
          }
          forward[row + label] = reach * potentials[row + label]
          sum += forward[row + label]
        }
        guard sum > 0 else { return false }
        for label in 0..<labels { forward[row + label] /= sum }
      }
      return true
    }
  }

  private mutating func backwardPass(_ transitions: UnsafePointer<Double>) -> Bool {
    let labels = labels
    return backward.withUnsafeMutableBufferPointer { backward in
      var position = count - 1
      while position >= 0 {
        let row = position * labels
        var scale = 0.0
        for label in 0..<labels {
          var sum = 0.0
          if position == count - 1 {
            sum = transitions[(labels + 1) * labels + label]
          } else {
            for next in 0..<labels {
              sum +=
                transitions[(label + 1) * labels + next] * potentials[row + labels + next]
                * backward[row + labels + next]
            }
          }
          backward[row + label] = sum
          scale += sum
        }
        guard scale > 0 else { return false }
        var total = 0.0
        for label in 0..<labels {
          backward[row + label] /= scale
          total += forward[row + label] * backward[row + label]
        }
        guard total > 1e-290 else { return false }
        backwardScales[position] = scale
        totals[position] = total
        position -= 1
      }
      return true
    }
  }

  /// Says that one path is the only one.
  mutating func set(_ path: [UInt8]) {
    for position in 0..<count {
      for label in 0..<labels {
        forward[position * labels + label] = label == Int(path[position]) ? 1 : 0
        backward[position * labels + label] = 1
      }
      totals[position] = 1
    }
  }

  /// How probable `label` is at `position`.
  func probability(_ position: Int, _ label: Int) -> Double {
    forward[position * labels + label] * backward[position * labels + label] / totals[position]
  }

  /// How probable it is that `position` has the label `from` and the next one `to`.
  func probability(_ position: Int, from: Int, to: Int, transitions: UnsafePointer<Double>) -> Double {
    let next = (position + 1) * labels + to
    return forward[position * labels + from] * transitions[(from + 1) * labels + to] * potentials[next]
      * backward[next] / (backwardScales[position] * totals[position])
  }
}
