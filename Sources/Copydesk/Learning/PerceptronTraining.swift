/// The averaged structured perceptron (Collins, 2002): where the best labels are wrong, the features of the right
/// ones gain and those of the wrong ones lose; the weights of all moments are averaged.
///
/// Where labels are known in part, the right ones are the best of those that fit.
final class PerceptronTraining {
  private let trainer: SequenceTrainer
  private let table: FeatureTable
  private let labels: Int

  private var weights: [Float]
  /// What each weight gained, times when it did: the average is `weights - late / moments`.
  private var late: [Float]
  private var transitions: Transitions<Float>
  private var lateTransitions: Transitions<Float>
  private var emissions: [Float] = []
  private var bound: [Float] = []
  private var best: [Float]
  private var back: [UInt8] = []

  /// Lower than any sum of weights can be, and far from overflow.
  private static let impossible: Float = -1e12

  init(_ trainer: SequenceTrainer, _ table: FeatureTable) {
    self.trainer = trainer
    self.table = table
    labels = trainer.labels.count
    weights = [Float](repeating: 0, count: table.slots.count * labels)
    late = weights
    transitions = Transitions(labels: labels, repeating: 0)
    for (index, flag) in trainer.allowed.flags.scores.enumerated() where flag == 0 {
      transitions.scores[index] = Self.impossible
    }
    lateTransitions = Transitions(labels: labels, repeating: 0)
    best = [Float](repeating: 0, count: labels * 2)
  }

  func run(
    _ members: [Int], _ told: (SequenceTrainer.Epoch, () -> SequenceWeights) -> Void
  ) -> SequenceWeights {
    var order = members
    var generator = SeededGenerator(seed: trainer.settings.seed)
    var moment: Float = 1
    for epoch in 1...max(1, trainer.settings.epochs) {
      generator.shuffle(&order)
      var mistakes = 0
      var positions = 0
      for member in order {
        mistakes += learn(member, moment)
        positions += trainer.sequences.positions(member).count
        moment += 1
      }
      told(SequenceTrainer.Epoch(number: epoch, mistakes: mistakes, positions: positions)) {
        average(at: moment)
      }
    }
    return average(at: moment)
  }

  private func average(at moment: Float) -> SequenceWeights {
    var average = SequenceWeights(
      slots: table.slots, rows: weights, transitions: transitions, allowed: trainer.allowed)
    for index in late.indices { average.rows[index] -= late[index] / moment }
    for index in lateTransitions.scores.indices {
      average.transitions.scores[index] -= lateTransitions.scores[index] / moment
    }
    return average
  }

  private func learn(_ member: Int, _ moment: Float) -> Int {
    let positions = trainer.sequences.positions(member)
    setEmissions(positions)
    let path = bestPath(emissions, positions.count)
    let right = bestPath(bound, positions.count)
    let rate = trainer.sequences.weights[member]
    var mistakes = 0
    for (row, position) in positions.enumerated() where path[row] != right[row] {
      mistakes += 1
      for index in trainer.sequences.range(position) where table.numbers[index] >= 0 {
        let base = Int(table.numbers[index]) * labels
        change(base + Int(right[row]), by: rate, moment)
        change(base + Int(path[row]), by: -rate, moment)
      }
    }
    guard mistakes > 0 else { return 0 }
    changeTransitions(right, by: rate, positions.count, moment)
    changeTransitions(path, by: -rate, positions.count, moment)
    return mistakes
  }

  private func change(_ index: Int, by rate: Float, _ moment: Float) {
    weights[index] += rate
    late[index] += rate * moment
  }

  private func changeTransitions(_ path: [UInt8], by rate: Float, _ count: Int, _ moment: Float) {
    func change(_ index: Int) {
      guard trainer.allowed.flags.scores[index] == 1 else { return }
      transitions.scores[index] += rate
      lateTransitions.scores[index] += rate * moment
    }
    change(Int(path[0]))
    for row in 1..<max(1, count) { change(transitions.row(from: Int(path[row - 1])) + Int(path[row])) }
    change(transitions.end + Int(path[count - 1]))
  }

  private func setEmissions(_ positions: Range<Int>) {
    let size = positions.count * labels
    if emissions.count < size {
      emissions = [Float](repeating: 0, count: size)
      bound = emissions
      back = [UInt8](repeating: 0, count: size)
    }
    for (row, position) in positions.enumerated() {
      for label in 0..<labels { emissions[row * labels + label] = 0 }
      for index in trainer.sequences.range(position) where table.numbers[index] >= 0 {
        let base = Int(table.numbers[index]) * labels
        for label in 0..<labels { emissions[row * labels + label] += weights[base + label] }
      }
      for label in 0..<labels {
        let fits = trainer.sequences.allowed[position] >> UInt64(label) & 1 == 1
        bound[row * labels + label] = fits ? emissions[row * labels + label] : Self.impossible
      }
    }
  }

  private func bestPath(_ emissions: [Float], _ count: Int) -> [UInt8] {
    var path = [UInt8](repeating: 0, count: count)
    emissions.withUnsafeBufferPointer { emissions in
      transitions.scores.withUnsafeBufferPointer { transitions in
        best.withUnsafeMutableBufferPointer { best in
          back.withUnsafeMutableBufferPointer { back in
            path.withUnsafeMutableBufferPointer { path in
              guard let emissions = emissions.baseAddress, let transitions = transitions.baseAddress,
                let best = best.baseAddress, let back = back.baseAddress, let path = path.baseAddress
              else { return }
              Viterbi.decode(
                emissions: emissions, transitions: transitions, labels: labels, count: count,
                floor: Self.impossible, best: best, back: back, path: path)
            }
          }
        }
      }
    }
    return path
  }
}
