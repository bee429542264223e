/// Learns a ``SequenceModel`` from labelled sequences.
///
///     var trainer = SequenceTrainer(labels: ["other", "name"], featureSet: "acme.names/1")
///     for sentence in sentences { trainer.add(features(of: sentence), labels: sentence.labels) }
///     let model = try trainer.train()
///
/// The same sequences in the same order, settings and seed give the same bytes, on every machine.
public struct SequenceTrainer: Sendable {
  /// How to train.
  public struct Settings: Sendable {
    /// What is made best: the likelihood of the labels, or the number of right ones.
    public var objective = SequenceModel.Objective.conditionalLikelihood
    /// How often every sequence is seen.
    public var epochs = 15
    /// Where the random order of the sequences starts.
    public var seed: UInt64 = 1
    /// How many bits of the hash tell features apart; two bits a hash are the price in the file.
    public var bits = 20
    /// Features that were seen less often are left out.
    public var minimumCount = 1
    /// Whether ``minimumCount`` is of sequences, not of positions: what is frequent in one sequence alone is left out.
    public var countsSequences = false
    /// The step of AdaGrad. Not used by the perceptron.
    public var learningRate: Float = 0.1
    /// How strongly weights are drawn to zero (L2, a sequence at a time). Not used by the perceptron.
    public var regularisation: Float = 0.001
    /// The share of the features of a sequence that is left out at random each time it is learnt from, so that labels
    /// rest on many features and not on few (Wang and others, "Feature Noising for Log-linear Structured Prediction",
    /// 2013). For labels that are partly wrong. Not used by the perceptron.
    public var dropout: Float = 0
    /// Where no label's probability is further from the right one than this, a position teaches nothing: most positions
    /// are soon certain, and training becomes several times quicker. Not used by the perceptron.
    public var leastSlope: Float = 0
    /// How often the weights are learnt anew, in other orders of the sequences; they are the mean of all runs, which takes
    /// out what chance put into each. Not used by the perceptron.
    public var runs = 1
    /// How many bytes a weight takes in the file, 1 or 2.
    public var weightBytes = 1
    /// The most features that may have weights; those with the smallest are left out.
    public var rowLimit: Int?

    /// The defaults.
    public init() {}
  }

  /// What happened in a pass over the sequences.
  public struct Epoch: Sendable {
    /// Which pass, from 1.
    public let number: Int
    /// Positions whose best label, at that time, was a wrong one.
    public let mistakes: Int
    /// All positions.
    public let positions: Int
  }

  /// How to train.
  public var settings: Settings
  /// The names of the labels; at most 64.
  public let labels: [String]
  /// What the features mean, and their version.
  public let featureSet: String
  /// How many sequences have been added.
  public var count: Int { sequences.count }

  var sequences = LabelledSequences()
  var allowed: AllowedTransitions

  /// Starts without sequences.
  /// - Precondition: one label to 64, and no name holds a line break.
  public init(labels: [String], featureSet: String, settings: Settings = Settings()) {
    precondition((1...64).contains(labels.count), "one label to 64")
    precondition(!(labels + [featureSet]).contains { $0.contains("\n") }, "a name is one line")
    self.labels = labels
    self.featureSet = featureSet
    self.settings = settings
    allowed = AllowedTransitions(labels: labels.count)
  }

  /// Rules out that one label follows another; nil stands for the start or the end of a sequence.
  public mutating func forbid(from: Int?, to: Int?) { allowed.forbid(from: from, to: to) }

  /// Adds a sequence.
  /// - Parameters:
  ///   - features: the features of each position.
  ///   - labels: the right label of each position.
  ///   - weight: how much the sequence counts.
  public mutating func add(_ features: FeatureSequence, labels: [UInt8], weight: Float = 1) {
    add(features, allowed: labels.map { 1 << UInt64($0) }, weight: weight)
  }

  /// Adds a sequence of which the labels are known in part.
  ///
  /// Training makes the labels that fit as likely as it can and leaves the choice among them to the model, as
  /// in Tsuboi and others, "Training Conditional Random Fields Using Incomplete Annotations" (2008).
  /// - Parameters:
  ///   - features: the features of each position.
  ///   - allowed: for each position, a bit for each label that may be right.
  ///   - weight: how much the sequence counts.
  public mutating func add(_ features: FeatureSequence, allowed: [UInt64], weight: Float = 1) {
    precondition(allowed.count == features.count, "a label for each position")
    sequences.append(features, allowed: allowed, weight: weight)
  }

  /// Learns from the sequences.
  /// - Parameters:
  ///   - members: the indices of the sequences to learn from, or nil for all: the others can be used to
  ///     measure on.
  ///   - progress: is told of each pass.
  ///   - inspect: is given the model that each pass leaves, to measure it.
  public func train(
    on members: [Int]? = nil, progress: ((Epoch) -> Void)? = nil,
    inspect: ((Epoch, SequenceModel) -> Void)? = nil
  ) throws(SequenceModelError) -> SequenceModel {
    precondition(SequenceModelLayout.bitRange.contains(settings.bits), "5 to 26 bits")
    precondition(settings.weightBytes == 1 || settings.weightBytes == 2, "one byte a weight, or two")
    let members = (members ?? Array(0..<sequences.count)).filter { !sequences.positions($0).isEmpty }
    let table = FeatureTable(sequences, members: members, settings)
    func told(_ epoch: Epoch, _ weights: () -> SequenceWeights) {
      progress?(epoch)
      if let inspect, let model = try? rounded(weights()) { inspect(epoch, model) }
    }
    let weights =
      switch settings.objective {
      case .averagedPerceptron:
        PerceptronTraining(self, table).run(members, told)
      case .conditionalLikelihood:
        conditional(table, members, told)
      }
    return try rounded(weights)
  }

  /// The mean of the weights of all runs.
  private func conditional(
    _ table: FeatureTable, _ members: [Int], _ told: (Epoch, () -> SequenceWeights) -> Void
  ) -> SequenceWeights {
    var mean = ConditionalTraining(self, table).run(members, told)
    var again = self
    for run in 1..<max(1, settings.runs) {
      again.settings.seed = settings.seed &+ UInt64(run) &* 0x9E37_79B9
      mean.takeIn(ConditionalTraining(again, table).run(members) { _, _ in }, count: run + 1)
    }
    return mean
  }

  private func rounded(_ weights: SequenceWeights) throws(SequenceModelError) -> SequenceModel {
    try weights.model(
      labels: labels, featureSet: featureSet, objective: settings.objective, bits: settings.bits,
      weightBytes: settings.weightBytes, rowLimit: settings.rowLimit)
  }
}
