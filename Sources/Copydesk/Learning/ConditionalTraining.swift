/// Maximises the conditional likelihood of the labels, a sequence at a time, with AdaGrad (Duchi, Hazan and
/// Singer, 2011). The weights at the ends of the later half of the passes are averaged (Polyak and Juditsky,
/// 1992), which takes the noise of the last steps out.
final class ConditionalTraining {
  private let trainer: SequenceTrainer
  private let table: FeatureTable
  private let labels: Int
  private let settings: SequenceTrainer.Settings

  private var weights: [Float]
  private var squares: [Float]
  private var gradient: [Float]
  private var isTouched: [Bool]
  private var touched: [Int32] = []
  private var transitions: Transitions<Float>
  private var transitionSquares: [Float]
  private var transitionGradient: [Double]
  private var potentials: [Double]
  private var emissions: [Float] = []
  /// How much each feature of the sequence at hand counts: more than 1, or nothing where it was dropped.
  private var shares: [Float] = []
  private var chance: SeededGenerator
  private var free: ChainLattice
  private var bound: ChainLattice

  init(_ trainer: SequenceTrainer, _ table: FeatureTable) {
    self.trainer = trainer
    self.table = table
    labels = trainer.labels.count
    settings = trainer.settings
    weights = [Float](repeating: 0, count: table.slots.count * labels)
    squares = weights
    gradient = weights
    isTouched = [Bool](repeating: false, count: table.slots.count)
    transitions = Transitions(labels: labels, repeating: 0)
    transitionSquares = transitions.scores
    transitionGradient = transitions.scores.map(Double.init)
    potentials = transitionGradient
    chance = SeededGenerator(seed: trainer.settings.seed ^ 0x5DEE_CE66_D1CE_4E5B)
    free = ChainLattice(labels: labels)
    bound = ChainLattice(labels: labels)
  }

  func run(
    _ members: [Int], _ told: (SequenceTrainer.Epoch, () -> SequenceWeights) -> Void
  ) -> SequenceWeights {
    var order = members
    var generator = SeededGenerator(seed: settings.seed)
    var sum = SequenceWeights(
      slots: table.slots, rows: [Float](repeating: 0, count: weights.count),
      transitions: Transitions(labels: labels, repeating: 0), allowed: trainer.allowed)
    let firstAveraged = settings.epochs / 2 + 1
    for epoch in 1...max(1, settings.epochs) {
      generator.shuffle(&order)
      var mistakes = 0
      var positions = 0
      for member in order {
        mistakes += learn(member)
        positions += trainer.sequences.positions(member).count
      }
      if epoch >= firstAveraged { add(to: &sum, count: epoch - firstAveraged + 1) }
      told(SequenceTrainer.Epoch(number: epoch, mistakes: mistakes, positions: positions)) {
        epoch >= firstAveraged
          ? sum
          : SequenceWeights(
            slots: table.slots, rows: weights, transitions: transitions, allowed: trainer.allowed)
      }
    }
    return sum
  }

  /// Makes the mean of `count - 1` sets of weights one of `count`.
  private func add(to mean: inout SequenceWeights, count: Int) {
    let share = 1 / Float(count)
    for index in weights.indices { mean.rows[index] += (weights[index] - mean.rows[index]) * share }
    for index in transitions.scores.indices {
      mean.transitions.scores[index] += (transitions.scores[index] - mean.transitions.scores[index]) * share
    }
  }

  /// One step: towards the labels that fit, away from what the model expects.
  private func learn(_ member: Int) -> Int {
    let positions = trainer.sequences.positions(member)
    setPotentials()
    dropFeatures(positions)
    setEmissions(positions)
    let count = positions.count
    let isPossible = emissions.withUnsafeBufferPointer { emissions in
      potentials.withUnsafeBufferPointer { potentials in
        trainer.sequences.allowed.withUnsafeBufferPointer { allowed in
          guard let emissions = emissions.baseAddress, let potentials = potentials.baseAddress,
            let allowed = allowed.baseAddress
          else { return false }
          return free.run(emissions: emissions, count: count, transitions: potentials)
            && bound.run(
              emissions: emissions, count: count, transitions: potentials,
              allowed: allowed + positions.lowerBound)
        }
      }
    }
    guard isPossible else { return count }
    let weight = trainer.sequences.weights[member]
    let mistakes = addGradient(positions, weight)
    addTransitionGradient(count, Double(weight))
    step()
    return mistakes
  }

  /// Draws which features of the sequence are left out this time: eight draws of 8 bits a random number.
  private func dropFeatures(_ positions: Range<Int>) {
    guard settings.dropout > 0, let first = positions.first, let last = positions.last else { return }
    let range = trainer.sequences.range(first).lowerBound..<trainer.sequences.range(last).upperBound
    if shares.count < range.count { shares = [Float](repeating: 1, count: range.count) }
    let limit = UInt64(min(230, settings.dropout * 256))
    let share = 256 / Float(256 - limit)
    var bits: UInt64 = 0
    for index in 0..<range.count {
      if index & 7 == 0 { bits = chance.next() }
      shares[index] = bits & 0xFF < limit ? 0 : share
      bits >>= 8
    }
  }

  private func setPotentials() {
    for index in potentials.indices {
      potentials[index] =
        trainer.allowed.flags.scores[index] == 0
        ? 0 : ChainLattice.potential(Double(transitions.scores[index]))
    }
  }

  private func setEmissions(_ positions: Range<Int>) {
    let size = positions.count * labels
    if emissions.count < size { emissions = [Float](repeating: 0, count: size) }
    let labels = labels
    let isWhole = settings.dropout == 0
    let first = positions.first.map { trainer.sequences.range($0).lowerBound } ?? 0
    emissions.withUnsafeMutableBufferPointer { emissions in
      weights.withUnsafeBufferPointer { weights in
        table.numbers.withUnsafeBufferPointer { numbers in
          for (row, position) in positions.enumerated() {
            for label in 0..<labels { emissions[row * labels + label] = 0 }
            for index in trainer.sequences.range(position) where numbers[index] >= 0 {
              let base = Int(numbers[index]) * labels
              let share = isWhole ? 1 : shares[index - first]
              for label in 0..<labels { emissions[row * labels + label] += share * weights[base + label] }
            }
          }
        }
      }
    }
  }

  private func addGradient(_ positions: Range<Int>, _ weight: Float) -> Int {
    var mistakes = 0
    var slope = [Float](repeating: 0, count: labels)
    let isWhole = settings.dropout == 0
    let first = positions.first.map { trainer.sequences.range($0).lowerBound } ?? 0
    for (row, position) in positions.enumerated() {
      var best = 0
      var highest = -1.0
      var steepest: Float = 0
      for label in 0..<labels {
        let expected = free.probability(row, label)
        if expected > highest { (best, highest) = (label, expected) }
        slope[label] = Float(expected - bound.probability(row, label)) * weight
        steepest = max(steepest, abs(slope[label]))
      }
      if trainer.sequences.allowed[position] >> UInt64(best) & 1 == 0 { mistakes += 1 }
      if steepest < settings.leastSlope { continue }
      for index in trainer.sequences.range(position) where table.numbers[index] >= 0 {
        let share = isWhole ? 1 : shares[index - first]
        if share == 0 { continue }
        let number = Int(table.numbers[index])
        if !isTouched[number] {
          isTouched[number] = true
          touched.append(Int32(number))
        }
        for label in 0..<labels { gradient[number * labels + label] += share * slope[label] }
      }
    }
    return mistakes
  }

  private func addTransitionGradient(_ count: Int, _ weight: Double) {
    potentials.withUnsafeBufferPointer { potentials in
      guard let potentials = potentials.baseAddress else { return }
      for label in 0..<labels {
        transitionGradient[label] += (free.probability(0, label) - bound.probability(0, label)) * weight
        transitionGradient[transitions.end + label] +=
          (free.probability(count - 1, label) - bound.probability(count - 1, label)) * weight
      }
      for position in 0..<(count - 1) {
        for from in 0..<labels {
          for to in 0..<labels {
            transitionGradient[transitions.row(from: from) + to] +=
              (free.probability(position, from: from, to: to, transitions: potentials)
                - bound.probability(position, from: from, to: to, transitions: potentials)) * weight
          }
        }
      }
    }
  }

  private func step() {
    let rate = settings.learningRate
    let pull = settings.regularisation
    for number in touched {
      isTouched[Int(number)] = false
      let base = Int(number) * labels
      for index in base..<(base + labels) {
        let slope = gradient[index] + pull * weights[index]
        gradient[index] = 0
        squares[index] += slope * slope
        weights[index] -= rate * slope / (squares[index].squareRoot() + 1e-6)
      }
    }
    touched.removeAll(keepingCapacity: true)
    for index in transitions.scores.indices {
      let slope = Float(transitionGradient[index]) + pull * transitions.scores[index]
      transitionGradient[index] = 0
      transitionSquares[index] += slope * slope
      transitions.scores[index] -= rate * slope / (transitionSquares[index].squareRoot() + 1e-6)
    }
  }
}
