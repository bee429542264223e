import Copydesk

/// A linear ranker over ``SentenceFeature``: a weight for each.
struct SummaryModel: Sendable, Equatable {
  /// The weights, in the order of the features.
  var weights: [Double]

  /// Weights by name; a feature without one counts nothing.
  init(_ named: [SentenceFeature: Double]) {
    weights = SentenceFeature.allCases.map { named[$0] ?? 0 }
  }

  init(weights: [Double]) { self.weights = weights }

  /// A score for each sentence; only the differences within one text mean something.
  /// - Complexity: O(sentences).
  func scores(_ features: SentenceFeatures) -> [Double] {
    features.values.withUnsafeBufferPointer { values in
      weights.withUnsafeBufferPointer { weights in
        (0..<features.count).map { row in
          var sum = 0.0
          let start = row * weights.count
          for index in 0..<weights.count { sum += weights[index] * values[start + index] }
          return sum
        }
      }
    }
  }

  /// The sentences that tell what happened. News puts them first, so the place leads and what the rest of the text
  /// takes up again decides between neighbours. Round numbers set by hand: no text was fitted.
  static let news = SummaryModel([
    .early: 2.5, .place: 0.5, .degree: 1, .sharedWords: 0.5, .names: 0.3, .short: -1.5, .long: -0.8,
    .opensQuote: -0.3, .connective: -0.2, .pronoun: -0.2,
  ])
}
