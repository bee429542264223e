import Testing

@testable import Copydesk

/// A task that features alone cannot solve: a mark begins a name, and another goes on with one, but only where
/// one has begun.
enum ToyTask {
  static let labels = ["other", "begin", "inside"]

  static func sequences(_ count: Int, seed: UInt64) -> [(features: FeatureSequence, labels: [UInt8])] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var features = FeatureSequence()
      var labels: [UInt8] = []
      var state: UInt8 = 0
      for _ in 0..<(3 + generator.next() % 15) {
        let draw = generator.next() % 5
        state = draw == 0 ? 1 : draw <= 2 && state > 0 ? 2 : 0
        features.add(0)
        features.add(1, draw)
        features.add(2, generator.next() % 50)
        features.endPosition()
        labels.append(state)
      }
      return (features, labels)
    }
  }

  static func trainer(_ objective: SequenceModel.Objective, seed: UInt64 = 1) -> SequenceTrainer {
    var settings = SequenceTrainer.Settings()
    settings.objective = objective
    settings.epochs = 12
    settings.seed = seed
    settings.bits = 14
    var trainer = SequenceTrainer(labels: labels, featureSet: "toy/1", settings: settings)
    for sequence in sequences(200, seed: 7) { trainer.add(sequence.features, labels: sequence.labels) }
    return trainer
  }

  /// The share of positions that the model labels right.
  static func accuracy(_ model: SequenceModel) -> Double {
    var workspace = SequenceModel.Workspace()
    var right = 0
    var all = 0
    for sequence in sequences(200, seed: 8) {
      model.decode(sequence.features, in: &workspace)
      right += zip(workspace.labels, sequence.labels).count { $0 == $1 }
      all += sequence.labels.count
    }
    return Double(right) / Double(all)
  }
}

/// A model with random weights.
func randomModel(
  labels: Int, weightBytes: Int, seed: UInt64, forbidden: Int = 0
) throws -> (model: SequenceModel, weights: SequenceWeights) {
  var generator = SeededGenerator(seed: seed)
  func weight() -> Float { Float(Int(generator.next() % 2001) - 1000) / 500 }
  var weights = SequenceWeights(
    slots: Array(0..<64), rows: (0..<(64 * labels)).map { _ in weight() },
    transitions: Transitions(labels: labels, repeating: 0), allowed: AllowedTransitions(labels: labels))
  for index in weights.transitions.scores.indices { weights.transitions.scores[index] = weight() }
  for _ in 0..<forbidden {
    let from = Int(generator.next() % UInt64(labels))
    weights.allowed.forbid(from: from, to: Int(generator.next() % UInt64(labels)))
  }
  let model = try weights.model(
    labels: (0..<labels).map { "l\($0)" }, featureSet: "random/1", objective: .conditionalLikelihood, bits: 6,
    weightBytes: weightBytes, rowLimit: nil)
  return (model, weights)
}

/// A sequence of random features.
func randomFeatures(_ count: Int, using generator: inout SeededGenerator) -> FeatureSequence {
  var features = FeatureSequence()
  for _ in 0..<count {
    for _ in 0..<(1 + generator.next() % 4) {
      features.add(hash: UInt32(truncatingIfNeeded: generator.next()))
    }
    features.endPosition()
  }
  return features
}
