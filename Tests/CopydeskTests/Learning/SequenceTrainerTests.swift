import Testing

@testable import Copydesk

@Suite struct SequenceTrainerTests {
  @Test(arguments: [SequenceModel.Objective.averagedPerceptron, .conditionalLikelihood])
  func learnsWhatOnlyTheNeighboursTell(_ objective: SequenceModel.Objective) throws {
    let model = try ToyTask.trainer(objective).train()
    #expect(ToyTask.accuracy(model) > 0.99)
    #expect(model.objective == objective)
  }

  @Test(arguments: [SequenceModel.Objective.averagedPerceptron, .conditionalLikelihood])
  func sameSeedGivesTheSameBytesAndAnotherSeedOthers(_ objective: SequenceModel.Objective) throws {
    let bytes = try ToyTask.trainer(objective).train().bytes
    #expect(try ToyTask.trainer(objective).train().bytes == bytes)
    #expect(try ToyTask.trainer(objective, seed: 2).train().bytes != bytes)
  }

  @Test func theMeanOfSeveralRunsIsLearntInOtherOrdersAndIsTheSameEachTime() throws {
    func bytes(_ runs: Int) throws -> [UInt8] {
      var trainer = ToyTask.trainer(.conditionalLikelihood)
      trainer.settings.runs = runs
      let model = try trainer.train()
      #expect(ToyTask.accuracy(model) > 0.99)
      return model.bytes
    }
    let two = try bytes(2)
    #expect(try bytes(2) == two)
    #expect(try bytes(1) != two)
  }

  @Test func mistakesFallFromPassToPass() throws {
    var mistakes: [Int] = []
    _ = try ToyTask.trainer(.conditionalLikelihood).train { mistakes.append($0.mistakes) }
    #expect(mistakes.count == 12)
    let (first, last) = (try #require(mistakes.first), try #require(mistakes.last))
    #expect(last < first / 4)
  }

  /// Half of the labels are not told; what is told fixes the rest.
  @Test(arguments: [SequenceModel.Objective.averagedPerceptron, .conditionalLikelihood])
  func learnsFromLabelsThatAreKnownInPart(_ objective: SequenceModel.Objective) throws {
    var trainer = SequenceTrainer(
      labels: ToyTask.labels, featureSet: "toy/1", settings: ToyTask.trainer(objective).settings)
    var generator = SeededGenerator(seed: 3)
    for sequence in ToyTask.sequences(300, seed: 7) {
      trainer.add(
        sequence.features,
        allowed: sequence.labels.map { generator.next() % 2 == 0 ? 0b111 : 1 << UInt64($0) }
      )
    }
    #expect(ToyTask.accuracy(try trainer.train()) > 0.98)
  }

  @Test func trainsOnThoseThatAreNamedAlone() throws {
    let trainer = ToyTask.trainer(.conditionalLikelihood)
    var positions = 0
    _ = try trainer.train(on: [3, 5]) { positions = $0.positions }
    let sequences = ToyTask.sequences(200, seed: 7)
    #expect(positions == sequences[3].labels.count + sequences[5].labels.count)
  }

  @Test(arguments: [SequenceModel.Objective.averagedPerceptron, .conditionalLikelihood])
  func aForbiddenTransitionIsNeverTaken(_ objective: SequenceModel.Objective) throws {
    var trainer = ToyTask.trainer(objective)
    trainer.forbid(from: 0, to: 1)
    trainer.forbid(from: nil, to: 1)
    trainer.forbid(from: 2, to: 1)
    let model = try trainer.train()
    var workspace = SequenceModel.Workspace()
    for sequence in ToyTask.sequences(50, seed: 9) {
      model.decode(sequence.features, in: &workspace)
      #expect(!workspace.labels.contains(1))
    }
  }

  @Test func theLimitOfRowsKeepsTheStrongest() throws {
    var trainer = ToyTask.trainer(.conditionalLikelihood)
    let full = try trainer.train()
    trainer.settings.rowLimit = 8
    let small = try trainer.train()
    #expect(small.featureCount == 8)
    #expect(small.byteCount < full.byteCount)
    #expect(ToyTask.accuracy(small) > 0.98)
  }

  @Test func emptySequencesTeachNothingAndDoNoHarm() throws {
    var trainer = SequenceTrainer(labels: ["a", "b"], featureSet: "toy/1")
    trainer.settings.bits = 8
    trainer.add(FeatureSequence(), labels: [])
    #expect(try trainer.train().featureCount == 0)
  }

  @Test func dropoutLearnsTheSameTaskAndIsReproducible() throws {
    var trainer = ToyTask.trainer(.conditionalLikelihood)
    trainer.settings.dropout = 0.3
    trainer.settings.epochs = 30
    let model = try trainer.train()
    #expect(ToyTask.accuracy(model) > 0.95)
    #expect(try trainer.train().bytes == model.bytes)
  }

  @Test func aFeatureOfTooFewSequencesHasNoWeight() throws {
    var trainer = SequenceTrainer(labels: ["a", "b"], featureSet: "toy/1")
    trainer.settings.bits = 10
    trainer.settings.minimumCount = 2
    trainer.settings.countsSequences = true
    for value in 0..<4 {
      var features = FeatureSequence()
      for _ in 0..<5 {
        features.add(1, value < 2 ? 7 : UInt64(value))
        features.endPosition()
      }
      trainer.add(features, labels: [0, 1, 0, 1, 1])
    }
    #expect(try trainer.train().featureCount == 1)
  }
}
