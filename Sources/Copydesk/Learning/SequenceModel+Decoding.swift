extension SequenceModel {
  /// The memory that labelling needs, kept from sequence to sequence so that nothing is allocated.
  public struct Workspace: Sendable {
    /// The label of each position, after `decode`.
    public internal(set) var labels: [UInt8] = []
    /// What is added to the score of each label at each position: above zero makes a label more frequent. Of
    /// the unit of the weights (the logarithm of odds, where the model gives probabilities). Empty adds nothing.
    public var bias: [Float] = []

    var emissions: [Int32] = []
    var best: [Int32] = []
    var back: [UInt8] = []
    var scores: [Float] = []
    var lattice = ChainLattice(labels: 0)

    /// Starts empty; grows with the sequences.
    public init() {}

    /// How probable `label` is at `position`, after `probabilities`.
    public func probability(_ label: Int, at position: Int) -> Double { lattice.probability(position, label) }
  }

  /// Finds the best labels (Viterbi) and leaves them in the workspace.
  /// - Complexity: O(features · labels + positions · labels²).
  public func decode(_ features: FeatureSequence, in workspace: inout Workspace) {
    addEmissions(features, &workspace)
    findPath(features.count, in: &workspace)
  }

  /// The best labels, given the emissions in the workspace.
  func findPath(_ count: Int, in workspace: inout Workspace) {
    if workspace.best.count != labels.count * 2 {
      workspace.best = [Int32](repeating: 0, count: labels.count * 2)
    }
    workspace.reservePath(count, backWidth: labels.count)
    workspace.emissions.withUnsafeBufferPointer { emissions in
      transitions.withUnsafeBufferPointer { transitions in
        workspace.best.withUnsafeMutableBufferPointer { best in
          workspace.back.withUnsafeMutableBufferPointer { back in
            workspace.labels.withUnsafeMutableBufferPointer { path in
              guard let emissions = emissions.baseAddress, let transitions = transitions.baseAddress,
                let best = best.baseAddress, let back = back.baseAddress, let path = path.baseAddress
              else { return }
              if labels.count <= 16 {
                return narrowTransitions.withUnsafeBufferPointer { rows in
                  NarrowViterbi.decode(
                    emissions: emissions, transitions: rows, labels: labels.count, count: count,
                    floor: SequenceModelLayout.forbidden, back: back, path: path)
                }
              }
              Viterbi.decode(
                emissions: emissions, transitions: transitions, labels: labels.count, count: count,
                floor: SequenceModelLayout.forbidden, best: best, back: back, path: path)
            }
          }
        }
      }
    }
  }

  /// Finds how probable each label is at each position (forward-backward), for ``Workspace/probability(_:at:)``.
  /// Meant for models with the objective ``Objective/conditionalLikelihood``.
  /// - Complexity: O(features · labels + positions · labels²).
  public func probabilities(_ features: FeatureSequence, in workspace: inout Workspace) {
    addEmissions(features, &workspace)
    findProbabilities(features.count, in: &workspace)
  }

  /// How probable each label is, given the emissions in the workspace.
  func findProbabilities(_ count: Int, in workspace: inout Workspace) {
    let size = count * labels.count
    if workspace.lattice.labels != labels.count { workspace.lattice = ChainLattice(labels: labels.count) }
    if workspace.scores.count < size { workspace.scores = [Float](repeating: 0, count: size) }
    for index in 0..<size { workspace.scores[index] = Float(workspace.emissions[index]) * layout.scale }
    guard count > 0 else { return }
    let isDone = workspace.scores.withUnsafeBufferPointer { scores in
      transitionPotentials.withUnsafeBufferPointer { transitions in
        guard let scores = scores.baseAddress, let transitions = transitions.baseAddress else { return false }
        return workspace.lattice.run(emissions: scores, count: count, transitions: transitions)
      }
    }
    if !isDone {
      findPath(count, in: &workspace)
      workspace.lattice.set(workspace.labels)
    }
  }

  /// Bounds that keep every sum of a path inside 32 bits.
  private static let highestBias: Float = 1e8
  static let mostFeatures = 8_192

  /// What is added to each label's score, in the unit of the weights.
  func bias(_ workspace: Workspace) -> [Int32] {
    (0..<labels.count).map {
      $0 < workspace.bias.count
        ? Int32(max(-Self.highestBias, min(Self.highestBias, (workspace.bias[$0] / layout.scale).rounded())))
        : 0
    }
  }

  private func addEmissions(_ features: FeatureSequence, _ workspace: inout Workspace) {
    workspace.reserve(features.count * labels.count)
    let bias = bias(workspace)
    workspace.emissions.withUnsafeMutableBufferPointer { out in
      guard let out = out.baseAddress else { return }
      if isNarrow {
        addNarrowRows(features, bias, out)
      } else {
        addRows(features, bias, out)
      }
    }
  }

  /// Up to sixteen labels of one byte: a row is one load. What is read past the row's end is ignored.
  private func addNarrowRows(
    _ features: FeatureSequence, _ bias: [Int32], _ out: UnsafeMutablePointer<Int32>
  ) {
    let width = labels.count
    let rows = RowIndex(layout, memory.bytes)
    features.hashes.withUnsafeBufferPointer { hashes in
      if features.ends.indices.allSatisfy({ features.range($0).count <= FeatureScorer.mostFeatures }) {
        return addTogether(features, hashes, rows, bias, out)
      }
      for position in 0..<features.count {
        let target = out + position * width
        for label in 0..<width { target[label] = bias[label] }
        let range = features.range(position).prefix(Self.mostFeatures)
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start + FeatureScorer.mostFeatures, range.upperBound)
          let sum = rows.sum(UnsafeBufferPointer(rebasing: hashes[start..<end]), width: width)
          for label in 0..<width { target[label] += Int32(sum[label]) }
          start = end
        }
      }
    }
  }

  /// The same where no position has more features than ``LabelScores`` can hold: those of all are looked up together.
  private func addTogether(
    _ features: FeatureSequence, _ hashes: UnsafeBufferPointer<UInt32>, _ rows: RowIndex, _ bias: [Int32],
    _ out: UnsafeMutablePointer<Int32>
  ) {
    let width = labels.count
    withUnsafeTemporaryAllocation(of: LabelScores.self, capacity: features.count) { scores in
      scores.initialize(repeating: LabelScores(repeating: 0))
      features.ends.withUnsafeBufferPointer { rows.add(hashes, $0, to: scores, width: width) }
      for position in 0..<features.count {
        let target = out + position * width
        for label in 0..<width { target[label] = bias[label] + Int32(scores[position][label]) }
      }
    }
  }

  private func addRows(_ features: FeatureSequence, _ bias: [Int32], _ out: UnsafeMutablePointer<Int32>) {
    let width = labels.count
    let rows = RowIndex(layout, memory.bytes)
    for position in 0..<features.count {
      let target = out + position * width
      for label in 0..<width { target[label] = bias[label] }
      for index in features.range(position).prefix(Self.mostFeatures) {
        guard let row = rows.row(of: features.hashes[index]) else { continue }
        if layout.weightBytes == 1 {
          for label in 0..<width { target[label] += Int32(Int8(bitPattern: rows.rows[row * width + label])) }
        } else {
          for label in 0..<width {
            target[label] += Int32(
              SequenceModelLayout.load(rows.rows, (row * width + label) * 2) as Int16)
          }
        }
      }
    }
  }
}

extension SequenceModel.Workspace {
  /// Makes room for so many emissions.
  mutating func reserve(_ size: Int) {
    if emissions.count < size { emissions = [Int32](repeating: 0, count: size) }
  }

  /// Makes room for the labels of so many positions, and for what finds them.
  mutating func reservePath(_ count: Int, backWidth: Int) {
    if back.count < count * backWidth { back = [UInt8](repeating: 0, count: count * backWidth) }
    while labels.count < count { labels.append(0) }
    if labels.count > count { labels.removeLast(labels.count - count) }
  }
}
