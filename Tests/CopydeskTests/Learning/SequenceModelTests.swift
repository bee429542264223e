import Testing

@testable import Copydesk

@Suite struct SequenceModelTests {
  @Test(arguments: [1, 2], [0, 3])
  func viterbiFindsWhatTryingAllPathsFinds(weightBytes: Int, forbidden: Int) throws {
    var generator = SeededGenerator(seed: 11)
    var workspace = SequenceModel.Workspace()
    for round in 0..<40 {
      let labels = 1 + round % 4
      let (model, _) = try randomModel(
        labels: labels, weightBytes: weightBytes, seed: UInt64(round), forbidden: labels > 2 ? forbidden : 0)
      let features = randomFeatures(1 + round % 5, using: &generator)
      model.decode(features, in: &workspace)
      let best = allPaths(labels: labels, count: features.count).map { score($0, features, model) }.max()
      #expect(score(workspace.labels, features, model) == best)
    }
  }

  @Test func probabilitiesAreThoseOfAllPathsCounted() throws {
    var generator = SeededGenerator(seed: 12)
    var workspace = SequenceModel.Workspace()
    for round in 0..<20 {
      let (model, _) = try randomModel(labels: 3, weightBytes: 2, seed: UInt64(round), forbidden: round % 3)
      let features = randomFeatures(1 + round % 4, using: &generator)
      model.probabilities(features, in: &workspace)
      var shares = [Double](repeating: 0, count: 3)
      for path in allPaths(labels: 3, count: features.count) {
        let weight = reproducibleExponential(
          Double(score(path, features, model)) * Double(model.layout.scale))
        shares[Int(path[0])] += weight
      }
      let total = shares.reduce(0, +)
      for label in 0..<3 {
        #expect(abs(workspace.probability(label, at: 0) - shares[label] / total) < 1e-5)
      }
    }
  }

  /// Sixteen labels of a byte take the wide path, seventeen the other.
  @Test(arguments: [9, 16, 17, 40])
  func labelsAreThoseOfTheWeightsNextToRounding(_ labels: Int) throws {
    var generator = SeededGenerator(seed: 13)
    var narrow = SequenceModel.Workspace()
    var wide = SequenceModel.Workspace()
    let (small, _) = try randomModel(labels: labels, weightBytes: 1, seed: 5)
    let (large, _) = try randomModel(labels: labels, weightBytes: 2, seed: 5)
    var same = 0
    for _ in 0..<20 {
      let features = randomFeatures(50, using: &generator)
      small.decode(features, in: &narrow)
      large.decode(features, in: &wide)
      same += zip(narrow.labels, wide.labels).count { $0 == $1 }
    }
    #expect(same >= 970)
  }

  @Test func manyFeaturesAtOnePositionDoNotOverflow() throws {
    let (model, _) = try randomModel(labels: 2, weightBytes: 1, seed: 3)
    var features = FeatureSequence()
    for _ in 0..<20_000 { features.add(hash: 7 << 26) }
    features.endPosition()
    var workspace = SequenceModel.Workspace()
    model.decode(features, in: &workspace)
    #expect(workspace.labels.count == 1)
    #expect(abs(Int(workspace.emissions[0])) <= 127 * 8_192)
  }

  @Test func aLongSequenceIsLabelledLikeItsParts() throws {
    let (model, _) = try randomModel(labels: 4, weightBytes: 2, seed: 4)
    var features = FeatureSequence()
    for position in 0..<100_000 {
      features.add(hash: UInt32(truncatingIfNeeded: position % 10) << 26)
      features.endPosition()
    }
    var workspace = SequenceModel.Workspace()
    model.decode(features, in: &workspace)
    #expect(Array(workspace.labels[5_000..<5_010]) == Array(workspace.labels[90_000..<90_010]))
    model.probabilities(features, in: &workspace)
    let sum = (0..<4).reduce(0.0) { $0 + workspace.probability($1, at: 99_999) }
    #expect(abs(sum - 1) < 1e-9)
  }

  @Test func biasMakesALabelMoreFrequent() throws {
    let (model, _) = try randomModel(labels: 3, weightBytes: 1, seed: 6)
    var generator = SeededGenerator(seed: 14)
    let features = randomFeatures(40, using: &generator)
    var workspace = SequenceModel.Workspace()
    workspace.bias = [0, 100]
    model.decode(features, in: &workspace)
    #expect(workspace.labels.allSatisfy { $0 == 1 })
  }

  @Test func anEmptySequenceHasNoLabels() throws {
    let (model, _) = try randomModel(labels: 3, weightBytes: 1, seed: 6)
    var workspace = SequenceModel.Workspace()
    model.decode(FeatureSequence(), in: &workspace)
    model.probabilities(FeatureSequence(), in: &workspace)
    #expect(workspace.labels.isEmpty)
  }

  private func allPaths(labels: Int, count: Int) -> [[UInt8]] {
    var paths: [[UInt8]] = [[]]
    for _ in 0..<count { paths = paths.flatMap { path in (0..<labels).map { path + [UInt8($0)] } } }
    return paths
  }

  /// The score of a path by its definition.
  private func score(_ path: [UInt8], _ features: FeatureSequence, _ model: SequenceModel) -> Int {
    let layout = model.layout
    let rows = RowIndex(layout, model.memory.bytes)
    let table = Transitions<Int32>(labels: model.labels.count, repeating: 0)
    var sum = Int(model.transitions[Int(path[0])])
    for position in path.indices {
      if position > 0 {
        sum += Int(model.transitions[table.row(from: Int(path[position - 1])) + Int(path[position])])
      }
      for index in features.range(position) {
        guard let row = rows.row(of: features.hashes[index]) else { continue }
        let cell = row * model.labels.count + Int(path[position])
        sum +=
          layout.weightBytes == 1
          ? Int(Int8(bitPattern: rows.rows[cell]))
          : Int(SequenceModelLayout.load(rows.rows, cell * 2) as Int16)
      }
    }
    return sum + Int(model.transitions[table.end + Int(path[path.count - 1])])
  }
}
