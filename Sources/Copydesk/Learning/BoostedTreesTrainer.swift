/// Learns ``BoostedTrees`` from rows of small numbers: each tree goes down the slope of the logistic loss that the ones
/// before it left.
///
///     var trainer = BoostedTreesTrainer(featureSet: "acme.lines/1", featureCount: 12)
///     for line in lines { trainer.add(row(of: line), share: line.isText ? 1 : 0) }
///     let trees = trainer.train()
///
/// The same rows in the same order, settings and seed give the same bytes, on every machine: sums are taken in a fixed
/// order, and the exponential is our own.
public struct BoostedTreesTrainer: Sendable {
  /// How to train.
  public struct Settings: Sendable {
    /// How many trees.
    public var trees = 90
    /// How much of what a tree finds is taken over.
    public var step = 0.1
    /// How strongly answers are drawn to zero.
    public var regularisation = 5.0
    /// The least that must be at stake on both sides of a question: the sum of p · (1 - p) of the rows.
    public var leastAtStake = 5.0
    /// The share of the rows that each tree learns from.
    public var rows = 0.7
    /// The share of the numbers that each tree asks about.
    public var features = 0.5
    /// Where all that is random starts.
    public var seed: UInt64 = 1

    /// The defaults.
    public init() {}
  }

  /// How to train.
  public var settings: Settings
  let featureSet: String
  let featureCount: Int
  private var values: [UInt8] = []
  private var shares: [Float] = []
  private var weights: [Float] = []

  /// How many rows have been added.
  public var count: Int { shares.count }

  /// Starts without rows.
  /// - Parameters:
  ///   - featureSet: what the numbers mean, and their version; at most 255 bytes.
  ///   - featureCount: how many numbers a row has, at most 255.
  ///   - settings: how to train.
  public init(featureSet: String, featureCount: Int, settings: Settings = Settings()) {
    precondition((1...255).contains(featureCount) && featureSet.utf8.count < 256)
    self.featureSet = featureSet
    self.featureCount = featureCount
    self.settings = settings
  }

  /// Adds a row.
  /// - Parameters:
  ///   - row: the numbers, each below ``BoostedTrees/values``.
  ///   - share: how probable it is to be right, 0 to 1.
  ///   - weight: how much the row counts.
  public mutating func add(_ row: UnsafeBufferPointer<UInt8>, share: Double, weight: Double = 1) {
    precondition(row.count == featureCount, "a row has a number for each feature")
    precondition(row.allSatisfy { $0 < BoostedTrees.values }, "a number is too high")
    values.append(contentsOf: row)
    shares.append(Float(share))
    weights.append(Float(weight))
  }

  /// Learns from the rows.
  /// - Complexity: O(trees × rows × numbers).
  public func train() -> BoostedTrees {
    var model = BoostedTrees(featureSet: featureSet, featureCount: featureCount)
    var sums = [Int](repeating: 0, count: count)
    var slopes = [Slope](repeating: Slope(), count: count)
    var chance = SeededGenerator(seed: settings.seed)
    values.withUnsafeBufferPointer { values in
      for _ in 0..<settings.trees {
        for row in sums.indices {
          let probability = BoostedTrees.probability(sum: sums[row])
          let weight = Double(weights[row])
          slopes[row] = Slope(
            weight * (probability - Double(shares[row])), weight * probability * (1 - probability))
        }
        let chosen = choose(&chance)
        let tree = TreeGrowth(values, featureCount, slopes, settings).grow(chosen.rows, chosen.features)
        var single = BoostedTrees(featureSet: featureSet, featureCount: featureCount)
        single.add(tree)
        model.add(tree)
        for row in sums.indices {
          sums[row] += single.sum(
            UnsafeBufferPointer(rebasing: values[(row * featureCount)...].prefix(featureCount)))
        }
      }
    }
    return model
  }

  private func choose(_ chance: inout SeededGenerator) -> (rows: [Int32], features: [Int]) {
    let limit = UInt64(max(0, min(1, settings.rows)) * 65_536)
    var rows: [Int32] = []
    rows.reserveCapacity(count)
    var bits: UInt64 = 0
    for row in 0..<count {
      if row & 3 == 0 { bits = chance.next() }
      if bits & 0xFFFF < limit { rows.append(Int32(truncatingIfNeeded: row)) }
      bits >>= 16
    }
    var features = Array(0..<featureCount)
    chance.shuffle(&features)
    return (rows, features.prefix(max(1, Int(settings.features * Double(featureCount)))).sorted())
  }
}

/// The first and the second derivative of the loss, or sums of them.
typealias Slope = SIMD2<Double>

/// Grows one tree, level by level, from histograms of the slopes.
private struct TreeGrowth {
  private let values: UnsafeBufferPointer<UInt8>
  private let width: Int
  private let slopes: [Slope]
  private let settings: BoostedTreesTrainer.Settings

  init(
    _ values: UnsafeBufferPointer<UInt8>, _ width: Int, _ slopes: [Slope],
    _ settings: BoostedTreesTrainer.Settings
  ) {
    self.values = values
    self.width = width
    self.slopes = slopes
    self.settings = settings
  }

  private struct Node {
    var rows: [Int32]
    var histogram: [Slope]
    var sum: Slope
  }

  func grow(_ rows: [Int32], _ features: [Int]) -> BoostedTrees.Tree {
    var tree = BoostedTrees.Tree()
    var level = [Node(rows: rows, histogram: histogram(rows, features), sum: sum(rows))]
    var question = 0
    for depth in 0..<BoostedTrees.depth {
      var next: [Node] = []
      for node in level {
        guard let split = best(node, features) else {
          // All go to the left.
          next.append(node)
          next.append(Node(rows: [], histogram: [], sum: Slope()))
          question += 1
          continue
        }
        tree.features[question] = UInt8(truncatingIfNeeded: features[split.feature])
        tree.limits[question] = split.limit
        question += 1
        next += children(of: node, features, features[split.feature], split.limit, depth)
      }
      level = next
    }
    for (place, node) in level.enumerated() where node.sum.y > 0 {
      let answer = -node.sum.x / (node.sum.y + settings.regularisation) * settings.step
      let scaled = (answer * Double(BoostedTrees.unit)).rounded(.toNearestOrEven)
      tree.answers[place] = Int16(max(-32_000, min(32_000, scaled)))
    }
    return tree
  }

  private func sum(_ rows: [Int32]) -> Slope { rows.reduce(Slope()) { $0 + slopes[Int($1)] } }

  private func histogram(_ rows: [Int32], _ features: [Int]) -> [Slope] {
    var histogram = [Slope](repeating: Slope(), count: features.count * BoostedTrees.values)
    histogram.withUnsafeMutableBufferPointer { histogram in
      slopes.withUnsafeBufferPointer { slopes in
        for row in rows {
          let slope = slopes[Int(row)]
          let first = Int(row) * width
          var base = 0
          for feature in features {
            histogram[base + Int(values[first + feature])] += slope
            base += BoostedTrees.values
          }
        }
      }
    }
    return histogram
  }

  private func children(
    of node: Node, _ features: [Int], _ feature: Int, _ limit: UInt8, _ depth: Int
  ) -> [Node] {
    var left: [Int32] = []
    var right: [Int32] = []
    for row in node.rows {
      if values[Int(row) * width + feature] > limit { right.append(row) } else { left.append(row) }
    }
    let sums = (left: sum(left), right: sum(right))
    // The last level asks no more.
    guard depth + 1 < BoostedTrees.depth else {
      return [
        Node(rows: left, histogram: [], sum: sums.left), Node(rows: right, histogram: [], sum: sums.right),
      ]
    }
    // The larger side is what the smaller one leaves.
    let isLeft = left.count <= right.count
    let small = histogram(isLeft ? left : right, features)
    var large = node.histogram
    for index in large.indices { large[index] -= small[index] }
    return [
      Node(rows: left, histogram: isLeft ? small : large, sum: sums.left),
      Node(rows: right, histogram: isLeft ? large : small, sum: sums.right),
    ]
  }

  private func worth(_ sum: Slope) -> Double { sum.x * sum.x / (sum.y + settings.regularisation) }

  /// The question that gains most; nil where none gains.
  private func best(_ node: Node, _ features: [Int]) -> (feature: Int, limit: UInt8)? {
    guard !node.histogram.isEmpty, node.sum.y >= 2 * settings.leastAtStake else { return nil }
    var most = worth(node.sum) + 1e-6
    var found: (feature: Int, limit: UInt8)?
    for feature in features.indices {
      var left = Slope()
      for value in 0..<(BoostedTrees.values - 1) {
        left += node.histogram[feature * BoostedTrees.values + value]
        let right = node.sum - left
        if left.y < settings.leastAtStake { continue }
        if right.y < settings.leastAtStake { break }
        let gain = worth(left) + worth(right)
        if gain > most {
          most = gain
          found = (feature, UInt8(truncatingIfNeeded: value))
        }
      }
    }
    return found
  }
}
