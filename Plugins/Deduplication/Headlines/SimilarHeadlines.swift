import Copydesk

/// By what headlines are found that were lightly edited: they share a band of the MinHash signatures of their words. Each
/// is verified.
enum SimilarHeadlines {
  private static let permutations = 32

  /// The tags of a headline's words, made on any thread.
  static func tags(_ words: HeadlineWords, _ plan: BandPlan, _ hasher: MinHasher) -> [UInt32] {
    guard !words.words.isEmpty else { return [] }
    return plan.tags(hasher.signature(of: words.words.map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }))
  }

  static func plan(similarity: Double) -> BandPlan {
    BandPlan(threshold: similarity, permutations: permutations)
  }
}
