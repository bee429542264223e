import Testing

@testable import Copydesk

@Suite struct FeatureScorerTests {
  /// Positions with no feature, with some, and with more than are looked up at once.
  private func randomSequence(_ generator: inout SeededGenerator) -> FeatureSequence {
    var features = FeatureSequence()
    for _ in 0..<(1 + generator.next() % 12) {
      let counts: [UInt64] = [0, 1, 5, 30, 200]
      for _ in 0..<counts[Int(generator.next() % 5)] { features.add(1, generator.next() % 64) }
      features.endPosition()
    }
    return features
  }

  @Test(arguments: [1, 3, 9, 16])
  func sumsOfPartsGiveTheLabelsOfAllFeatures(labels: Int) throws {
    var generator = SeededGenerator(seed: 31)
    let (model, _) = try randomModel(labels: labels, weightBytes: 1, seed: 9)
    let scorer = try #require(model.scorer)
    var whole = SequenceModel.Workspace()
    var parts = SequenceModel.Workspace()
    whole.bias = [0.5]
    parts.bias = [0.5]
    for _ in 0..<60 {
      let features = randomSequence(&generator)
      var scores = [LabelScores](repeating: LabelScores(repeating: 0), count: features.count)
      var rest = FeatureSequence()
      for position in 0..<features.count {
        let hashes = features.hashes[features.range(position)]
        let split = hashes.startIndex + hashes.count / 3
        scores[position] = Array(hashes[..<split]).withUnsafeBufferPointer { scorer.scores(of: $0) }
        for hash in hashes[split...] { rest.add(hash: hash) }
        rest.endPosition()
      }
      scorer.add(rest, to: &scores)
      model.decode(features, in: &whole)
      model.decode(scores: scores, in: &parts)
      #expect(whole.labels == parts.labels)
      model.probabilities(features, in: &whole)
      model.probabilities(scores: scores, in: &parts)
      for position in 0..<features.count {
        #expect(whole.probability(0, at: position) == parts.probability(0, at: position))
      }
    }
  }

  @Test(arguments: [1, 3, 16])
  func featuresOfTheCallersMemoryAreAddedFromAPositionOn(labels: Int) throws {
    var generator = SeededGenerator(seed: 41)
    let (model, _) = try randomModel(labels: labels, weightBytes: 1, seed: 13)
    let scorer = try #require(model.scorer)
    for first in 0..<20 {
      let features = randomSequence(&generator)
      let before = LabelScores(repeating: 7)
      var scores = [LabelScores](repeating: before, count: first + features.count + 1)
      features.hashes.withUnsafeBufferPointer { hashes in
        features.ends.withUnsafeBufferPointer { scorer.add(hashes, ends: $0, to: &scores, from: first) }
      }
      #expect(scores[..<first].allSatisfy { $0 == before })
      #expect(scores[first + features.count] == before)
      for position in 0..<features.count {
        let alone = Array(features.hashes[features.range(position)]).withUnsafeBufferPointer {
          scorer.scores(of: $0)
        }
        for label in 0..<labels { #expect(scores[first + position][label] == 7 + alone[label]) }
      }
    }
  }

  @Test(arguments: [1, 3, 4, 16])
  func positionsAddedOneByOneHaveTheProbabilitiesOfASequence(labels: Int) throws {
    var generator = SeededGenerator(seed: 37)
    let (model, _) = try randomModel(labels: labels, weightBytes: 1, seed: 11)
    let scorer = try #require(model.scorer)
    var whole = SequenceModel.Workspace()
    var parts = SequenceModel.Workspace()
    for round in 0..<60 {
      whole.bias = round % 2 == 0 ? [] : [0.5, -1]
      parts.bias = whole.bias
      var features = randomSequence(&generator)
      // More than one vector of sums can hold.
      for _ in 0..<(round * 20) { features.add(2, generator.next() % 64) }
      features.endPosition()
      model.probabilities(features, in: &whole)
      parts.startSequence()
      for position in 0..<features.count {
        Array(features.hashes[features.range(position)]).withUnsafeBufferPointer {
          scorer.addPosition($0, in: &parts)
        }
      }
      model.probabilities(in: &parts)
      for position in 0..<features.count {
        for label in 0..<labels {
          #expect(whole.probability(label, at: position) == parts.probability(label, at: position))
        }
      }
    }
  }

  @Test func aModelThatIsTooWideHasNone() throws {
    #expect(try randomModel(labels: 17, weightBytes: 1, seed: 1).model.scorer == nil)
    #expect(try randomModel(labels: 4, weightBytes: 2, seed: 1).model.scorer == nil)
  }

  @Test func fourFeaturesAtOnceAreThoseOneByOne() {
    var one = FeatureSequence()
    var four = FeatureSequence()
    one.add(1, 10)
    one.add(2, 20, 21)
    one.add(3, 30)
    one.add(4)
    four.add(
      hashes: SIMD4(
        FeatureSequence.hash(1, 10), FeatureSequence.hash(2, 20, 21), FeatureSequence.hash(3, 30),
        FeatureSequence.hash(4, 0)))
    #expect(one.hashes == four.hashes)
  }
}
