/// What features say for each of up to sixteen labels, as one vector: scores of groups of features may be kept and
/// added up.
///
/// A sum of 256 weights of one byte fits into each lane, so that many features may meet at a position.
public typealias LabelScores = SIMD16<Int16>

/// Adds up the weights of features, for callers that keep the sums: those of a word, which comes again.
///
///     let scorer = model.scorer                                 // nil where the model is too wide
///     let scores = kept[word] &+ scorer.scores(of: features)    // one vector a position
///     model.decode(scores: scores, in: &workspace)
public struct FeatureScorer {
  /// How many features may be added up at a position, over all groups.
  public static let mostFeatures = 256

  private let rows: RowIndex
  private let width: Int
  /// Keeps the rows where they are.
  private let memory: ModelMemory

  init(_ model: SequenceModel) {
    rows = RowIndex(model.layout, model.memory.bytes)
    width = model.labels.count
    memory = model.memory
  }

  /// The sum of the weights of features, given as ``FeatureSequence/hash(_:_:)`` gives them. Lanes without a label
  /// hold nothing of use.
  /// - Parameter features: up to ``mostFeatures``.
  public func scores(of features: UnsafeBufferPointer<UInt32>) -> LabelScores {
    rows.sum(features, width: width)
  }

  /// Adds a position to the sequence that ``SequenceModel/Workspace/startSequence()`` began, for callers that describe
  /// one position after the other and keep no features: `probabilities(in:)` then goes over all of them.
  /// - Parameters:
  ///   - features: all of the position's; what is beyond 8,192 is ignored.
  ///   - workspace: takes the sums.
  public func addPosition(
    _ features: UnsafeBufferPointer<UInt32>, in workspace: inout SequenceModel.Workspace
  ) {
    let target = workspace.emissions.count
    for _ in 0..<width { workspace.emissions.append(0) }
    let count = min(features.count, SequenceModel.mostFeatures)
    var start = 0
    while start < count {
      let end = min(start + Self.mostFeatures, count)
      let sum = rows.sum(UnsafeBufferPointer(rebasing: features[start..<end]), width: width)
      for label in 0..<width { workspace.emissions[target + label] += Int32(sum[label]) }
      start = end
    }
  }

  /// Adds to the scores of each position those of its features: the positions of a sentence together, so that the
  /// waits for memory overlap.
  /// - Parameters:
  ///   - features: those of each position.
  ///   - scores: what the caller has of each position.
  /// - Precondition: there are as many scores as positions, and up to ``mostFeatures`` features a position.
  public func add(_ features: FeatureSequence, to scores: inout [LabelScores]) {
    precondition(scores.count == features.count, "a position has no scores")
    features.hashes.withUnsafeBufferPointer { hashes in
      features.ends.withUnsafeBufferPointer { add(hashes, ends: $0, to: &scores, from: 0) }
    }
  }

  /// The same of features that lie in memory of the caller's.
  /// - Parameters:
  ///   - features: those of all positions, one after the other.
  ///   - ends: where those of each position end.
  ///   - scores: what the caller has of each position.
  ///   - first: which of the scores is that of the first position.
  /// - Precondition: each position has scores, and up to ``mostFeatures`` features; ends are in order.
  public func add(
    _ features: UnsafeBufferPointer<UInt32>, ends: UnsafeBufferPointer<Int32>,
    to scores: inout [LabelScores], from first: Int
  ) {
    precondition(first >= 0 && scores.count - first >= ends.count, "a position has no scores")
    scores.withUnsafeMutableBufferPointer { scores in
      rows.add(features, ends, to: UnsafeMutableBufferPointer(rebasing: scores[first...]), width: width)
    }
  }
}

extension SequenceModel.Workspace {
  /// Begins a sequence to which positions are added one by one; see ``FeatureScorer/addPosition(_:in:)``.
  public mutating func startSequence() { emissions.removeAll(keepingCapacity: true) }

  /// The same, with room made for so many positions.
  /// - Parameters:
  ///   - positions: how many will come.
  ///   - labels: how many the model has.
  public mutating func startSequence(reserving positions: Int, labels: Int) {
    startSequence()
    emissions.reserveCapacity(positions * labels)
  }
}

extension SequenceModel {
  /// Adds up features for callers that keep sums; nil for a model with more than sixteen labels, or with weights of
  /// two bytes.
  public var scorer: FeatureScorer? { isNarrow ? FeatureScorer(self) : nil }

  /// Whether the scores of a position fit into ``LabelScores``.
  var isNarrow: Bool { layout.weightBytes == 1 && labels.count <= 16 }

  /// Finds the best labels of positions whose scores the caller added up, as ``decode(_:in:)`` finds those
  /// of features.
  /// - Parameters:
  ///   - scores: those of each position.
  ///   - workspace: takes the labels.
  /// - Complexity: O(positions · labels²).
  public func decode(scores: [LabelScores], in workspace: inout Workspace) {
    if workspace.bias.isEmpty, let short, findPath(short, scores, &workspace) { return }
    if let leading, scores.count <= NarrowViterbi.Leading.longest, let bias = narrowBias(workspace) {
      return findPath(leading, scores, bias, &workspace)
    }
    setEmissions(scores, &workspace)
    findPath(scores.count, in: &workspace)
  }

  /// The best labels in lanes of sixteen bits; false where they do not hold the sums.
  private func findPath(
    _ short: NarrowViterbi.Short, _ scores: [LabelScores], _ workspace: inout Workspace
  ) -> Bool {
    workspace.reservePath(scores.count, backWidth: NarrowViterbi.Short.backWidth)
    return scores.withUnsafeBufferPointer { scores in
      workspace.back.withUnsafeMutableBufferPointer { back in
        workspace.labels.withUnsafeMutableBufferPointer { path in
          guard let back = back.baseAddress, let path = path.baseAddress else { return true }
          return short.decode(scores, back: back, path: path)
        }
      }
    }
  }

  /// The bias as lanes; nil where it is higher than ``NarrowViterbi/Leading`` allows.
  private func narrowBias(_ workspace: Workspace) -> NarrowViterbi.Lanes? {
    var lanes = NarrowViterbi.Lanes(repeating: 0)
    // No bias is the common case, and asking for it makes an array.
    guard !workspace.bias.isEmpty else { return lanes }
    for (label, bias) in bias(workspace).enumerated() {
      guard abs(bias) <= NarrowViterbi.Leading.highest else { return nil }
      lanes[label] = bias
    }
    return lanes
  }

  /// The best labels, from the scores as they are.
  private func findPath(
    _ leading: NarrowViterbi.Leading, _ scores: [LabelScores], _ bias: NarrowViterbi.Lanes,
    _ workspace: inout Workspace
  ) {
    let count = scores.count
    workspace.reservePath(count, backWidth: 16)
    let isLabel = NarrowViterbi.labelLanes(labels.count)
    scores.withUnsafeBufferPointer { scores in
      narrowTransitions.withUnsafeBufferPointer { rows in
        workspace.back.withUnsafeMutableBufferPointer { back in
          workspace.labels.withUnsafeMutableBufferPointer { path in
            guard let back = back.baseAddress, let path = path.baseAddress else { return }
            NarrowViterbi.decode(
              leading, transitions: rows, labels: labels.count, count: count,
              floor: SequenceModelLayout.forbidden, back: back, path: path
            ) { position in
              (NarrowViterbi.Lanes(truncatingIfNeeded: scores[position]) & isLabel) &+ bias
            }
          }
        }
      }
    }
  }

  /// Finds how probable each label is at each position, as ``probabilities(_:in:)`` does from
  /// features.
  /// - Parameters:
  ///   - scores: those of each position.
  ///   - workspace: takes the probabilities.
  /// - Complexity: O(positions · labels²).
  public func probabilities(scores: [LabelScores], in workspace: inout Workspace) {
    setEmissions(scores, &workspace)
    findProbabilities(scores.count, in: &workspace)
  }

  /// Finds how probable each label is at each of the positions that were added one by one, as
  /// ``probabilities(_:in:)`` does from features.
  /// - Parameter workspace: has the positions, and takes the probabilities.
  /// - Complexity: O(positions · labels²).
  public func probabilities(in workspace: inout Workspace) {
    let width = labels.count
    let count = workspace.emissions.count / width
    if !workspace.bias.isEmpty {
      let bias = bias(workspace)
      for index in 0..<(count * width) { workspace.emissions[index] += bias[index % width] }
    }
    findProbabilities(count, in: &workspace)
  }

  private func setEmissions(_ scores: [LabelScores], _ workspace: inout Workspace) {
    let width = labels.count
    workspace.reserve(scores.count * width)
    // No bias is the common case, and asking for it makes an array.
    let bias = workspace.bias.isEmpty ? [] : bias(workspace)
    workspace.emissions.withUnsafeMutableBufferPointer { out in
      if width == 16, bias.isEmpty, let out = out.baseAddress {
        for (position, row) in scores.enumerated() {
          UnsafeMutableRawPointer(out + position * 16).storeBytes(
            of: SIMD16<Int32>(truncatingIfNeeded: row), as: SIMD16<Int32>.self)
        }
        return
      }
      for (position, row) in scores.enumerated() {
        for label in 0..<width {
          out[position * width + label] = (bias.isEmpty ? 0 : bias[label]) + Int32(row[label])
        }
      }
    }
  }
}
