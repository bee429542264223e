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
  private var scales: [Double] = []
  private var total = 0.0

  init(labels: Int) { self.labels = labels }

  /// Runs over a sequence.
  /// - Parameters:
  ///   - emissions: `labels` scores a position.
  ///   - potentials: the exponentials of the transitions, laid out as in ``Transitions``; 0 forbids one.
  ///   - allowed: the labels that each position may take, a bit each, or nil where all are allowed.
  /// - Returns: false when no path is allowed.
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
      scales = [Double](repeating: 0, count: count)
    }
    if scales.count < count { scales = [Double](repeating: 0, count: count) }
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
            ? reproducibleExponential(Double(emissions[row + label] - highest)) : 0
        }
      }
    }
  }

  private mutating func forwardPass(_ transitions: UnsafePointer<Double>) -> Bool {
    let labels = labels
    let end = transitions + (labels + 1) * labels
    total = 0
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
        scales[position] = sum
        for label in 0..<labels { forward[row + label] /= sum }
      }
      for label in 0..<labels { total += forward[(count - 1) * labels + label] * end[label] }
      return total > 0
    }
  }

  private mutating func backwardPass(_ transitions: UnsafePointer<Double>) -> Bool {
    let labels = labels
    backward.withUnsafeMutableBufferPointer { backward in
      var position = count - 1
      while position >= 0 {
        let row = position * labels
        for label in 0..<labels {
          if position == count - 1 {
            backward[row + label] = transitions[(labels + 1) * labels + label]
          } else {
            var sum = 0.0
            for next in 0..<labels {
              sum +=
                transitions[(label + 1) * labels + next] * potentials[row + labels + next]
                * backward[row + labels + next]
            }
            backward[row + label] = sum / scales[position + 1]
          }
        }
        position -= 1
      }
    }
    return true
  }

  /// How probable `label` is at `position`.
  func probability(_ position: Int, _ label: Int) -> Double {
    forward[position * labels + label] * backward[position * labels + label] / total
  }

  /// How probable it is that `position` has the label `from` and the next one `to`.
  func probability(_ position: Int, from: Int, to: Int, transitions: UnsafePointer<Double>) -> Double {
    let next = (position + 1) * labels + to
    return forward[position * labels + from] * transitions[(from + 1) * labels + to] * potentials[next]
      * backward[next] / (scales[position + 1] * total)
  }
}
