import Copydesk

/// What the features of two words side by side add up to, for the pairs that come again.
///
/// Most pairs come once, and keeping the sums of one costs more than adding up its features: a pair is kept when it
/// comes a second time before another takes its place among the candidates.
struct PairScores: Sendable {
  private static let bits = 14

  /// The numbers of both words; 0 where nothing is kept. No two words are both beyond the sentence.
  private var keys: [UInt64] = []
  private var candidates: [UInt64] = []
  /// Two sums a pair: for its second word, and for its first.
  private var scores: [LabelScores] = []

  mutating func forget() {
    for slot in keys.indices {
      keys[slot] = 0
      candidates[slot] = 0
    }
  }

  /// Where the sums of two words are kept; nil where they are not.
  @inline(__always)
  mutating func slot(of first: ModelWords.Word, _ second: ModelWords.Word, _ scorer: FeatureScorer) -> Int? {
    guard first.number >= 0, second.number >= 0 else { return nil }
    let key = UInt64(UInt32(first.number)) << 32 | UInt64(UInt32(second.number))
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    if slot < keys.count, keys[slot] == key { return slot }
    return propose(key, first, second, at: slot, scorer) ? slot : nil
  }

  func scoresOfSecond(_ slot: Int) -> LabelScores { scores[slot * 2] }
  func scoresOfFirst(_ slot: Int) -> LabelScores { scores[slot * 2 + 1] }

  /// Keeps a pair that comes again.
  private mutating func propose(
    _ key: UInt64, _ first: ModelWords.Word, _ second: ModelWords.Word, at slot: Int, _ scorer: FeatureScorer
  ) -> Bool {
    if keys.isEmpty {
      keys = [UInt64](repeating: 0, count: 1 << Self.bits)
      candidates = keys
      scores = [LabelScores](repeating: LabelScores(repeating: 0), count: 2 << Self.bits)
    }
    guard candidates[slot] == key else {
      candidates[slot] = key
      return false
    }
    var features = FeatureSequence()
    EntityFeatures.addPair(before: first, second, &features)
    scores[slot * 2] = features.hashes.withUnsafeBufferPointer { scorer.scores(of: $0) }
    features.removeAll()
    EntityFeatures.addPair(first, after: second, &features)
    scores[slot * 2 + 1] = features.hashes.withUnsafeBufferPointer { scorer.scores(of: $0) }
    keys[slot] = key
    return true
  }
}
