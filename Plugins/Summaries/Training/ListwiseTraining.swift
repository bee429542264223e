/// Fits weights so that within each text the wanted sentences score highest.
///
/// The loss is the cross entropy between what is wanted and the softmax of the scores (Z. Cao et al.: Learning to Rank:
/// From Pairwise Approach to Listwise Approach. ICML 2007), with an L2 penalty on standardised features. It is convex;
/// Adam on all texts at once finds the same minimum on every machine.
struct ListwiseTraining {
  /// The sentences of one text and what is wanted of each; the wants sum to 1.
  struct List {
    let features: SentenceFeatures
    let wanted: [Double]
  }

  let lists: [List]
  var penalty = 1e-3
  var steps = 400

  /// - Complexity: O(steps · sentences · features).
  func weights() -> [Double] {
    let width = SentenceFeature.allCases.count
    let scale = deviations(width)
    var weights = [Double](repeating: 0, count: width)
    var (mean, square) = (weights, weights)
    var (meanDecay, squareDecay) = (1.0, 1.0)
    for step in 0..<steps {
      var gradient = [Double](repeating: 0, count: width)
      let raw = zip(weights, scale).map { $0 / $1 }
      for list in lists { add(list, raw, to: &gradient) }
      let rate = 0.1 / (1 + 10 * Double(step) / Double(steps))
      meanDecay *= 0.9
      squareDecay *= 0.99
      for index in 0..<width {
        let slope =
          gradient[index] / scale[index] / Double(max(1, lists.count)) + 2 * penalty * weights[index]
        mean[index] = 0.9 * mean[index] + 0.1 * slope
        square[index] = 0.99 * square[index] + 0.01 * slope * slope
        let root = (square[index] / (1 - squareDecay)).squareRoot() + 1e-8
        weights[index] -= rate * mean[index] / (1 - meanDecay) / root
      }
    }
    return zip(weights, scale).map { $0 / $1 }
  }

  private func add(_ list: List, _ weights: [Double], to gradient: inout [Double]) {
    var shares = SummaryModel(weights: weights).scores(list.features)
    let greatest = shares.max() ?? 0
    var sum = 0.0
    for row in shares.indices {
      shares[row] = exponential(shares[row] - greatest)
      sum += shares[row]
    }
    let width = weights.count
    list.features.values.withUnsafeBufferPointer { values in
      for row in shares.indices {
        let miss = shares[row] / sum - list.wanted[row]
        for index in 0..<width { gradient[index] += miss * values[row * width + index] }
      }
    }
  }

  /// The standard deviation of each feature over all sentences; 1 where it never changes.
  private func deviations(_ width: Int) -> [Double] {
    var (sums, squares, count) = (
      [Double](repeating: 0, count: width), [Double](repeating: 0, count: width), 0.0
    )
    for list in lists {
      for (index, value) in list.features.values.enumerated() {
        sums[index % width] += value
        squares[index % width] += value * value
      }
      count += Double(list.features.count)
    }
    return (0..<width).map { index in
      let mean = sums[index] / max(1, count)
      let variance = squares[index] / max(1, count) - mean * mean
      return variance > 1e-12 ? variance.squareRoot() : 1
    }
  }
}
