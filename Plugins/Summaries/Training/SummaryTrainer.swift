import Copydesk

/// Learns the weights of the ranker that covers an article, from articles with extractive summaries.
///
/// A sentence is wanted as much as it has of the reference, so a long one that is in it counts more than a short one.
/// Each article is learned from twice, with its headline known and without, so that the weights do not hang on a headline
/// being there.
public struct SummaryTrainer: Sendable {
  /// What an evaluation found: means over texts, 0 to 1.
  public struct Score: Sendable, Equatable {
    /// ROUGE-1, ROUGE-2 and ROUGE-L, F1.
    public let rouge: [Double]
    /// Words of the summaries.
    public let words: Double
  }

  /// What came of a training.
  public struct Outcome: Sendable {
    /// Names of the features, each with its weight.
    public let weights: [(feature: String, weight: Double)]
    /// Texts learned from.
    public let texts: Int
    /// Each text summarised with weights learned from the other folds.
    public let outOfFold: Score
    /// … with its headline withheld.
    public let untitled: Score
    /// The first three sentences of each text.
    public let lead: Score
    /// The sentences most like the reference: what choosing could reach.
    public let oracle: Score
  }

  /// Parts that the texts are cut into for the evaluation.
  public var folds = 5
  /// Decides which text is in which part.
  public var seed: UInt64 = 1
  /// The L2 penalty.
  public var penalty = 1e-3

  /// A trainer with its defaults.
  public init() {}

  /// Trains and evaluates.
  /// - Parameter progress: is told what is being done.
  /// - Complexity: O(folds · texts · sentences); the sentences of an article are compared with each other.
  public func train(_ examples: [SummaryExample], progress: (String) -> Void = { _ in }) -> Outcome {
    progress("reading \(examples.count) articles")
    let texts = examples.compactMap(TrainingText.init)
    var order = Array(texts.indices)
    var generator = SeededGenerator(seed: seed)
    generator.shuffle(&order)
    var choices = [[Int]](repeating: [], count: texts.count)
    var untitled = choices
    for fold in 0..<folds {
      progress("fold \(fold + 1) of \(folds)")
      let held = Set(order.enumerated().filter { $0.offset % folds == fold }.map(\.element))
      let model = SummaryModel(weights: fit(texts.indices.filter { !held.contains($0) }.map { texts[$0] }))
      for index in held {
        choices[index] = Self.choose(texts[index], model.scores(texts[index].titled))
        untitled[index] = Self.choose(texts[index], model.scores(texts[index].untitled))
      }
    }
    progress("all articles")
    let weights = fit(texts)
    return Outcome(
      weights: zip(SentenceFeature.allCases, weights).map { ($0.rawValue, $1) }, texts: texts.count,
      outOfFold: Self.score(texts, choices), untitled: Self.score(texts, untitled),
      lead: Self.score(texts, texts.map { Array(0..<min(3, $0.words.count)) }),
      oracle: Self.score(texts, texts.map(\.oracle)))
  }

  private func fit(_ texts: [TrainingText]) -> [Double] {
    var lists: [ListwiseTraining.List] = []
    for text in texts where text.wanted.contains(where: { $0 > 0 }) {
      lists.append(.init(features: text.titled, wanted: text.wanted))
      lists.append(.init(features: text.untitled, wanted: text.wanted))
    }
    return ListwiseTraining(lists: lists, penalty: penalty).weights()
  }

  private static func choose(_ text: TrainingText, _ scores: [Double]) -> [Int] {
    let ranking = SentenceRanker.Ranking(scores: scores, unit: 1)
    return SentenceChoice(
      text.table, scores: scores, limit: SummaryLimit(sentences: TrainingText.sentences),
      weights: ranking.weights(redundancy: Summarize.Options().redundancy), text: text.document.text
    ).rows
  }

  private static func score(_ texts: [TrainingText], _ choices: [[Int]]) -> Score {
    var sums = [0.0, 0, 0]
    var words = 0
    for (text, rows) in zip(texts, choices) {
      let summary = rows.flatMap { text.words[$0] }
      sums[0] += text.rouge.one(summary)
      sums[1] += text.rouge.two(summary)
      sums[2] += text.rouge.longest(summary)
      words += summary.count
    }
    let count = Double(max(1, texts.count))
    return Score(rouge: sums.map { $0 / count }, words: Double(words) / count)
  }
}

extension SummaryTrainer.Outcome {
  /// The weights as JSON, with how they came about.
  public func json(seed: UInt64) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("kind", "copydesk.summaries")
      json.member("version", 1)
      json.member("texts", texts)
      json.member("seed", String(seed))
      json.name("rouge_out_of_fold")
      json.array { json in for value in outOfFold.rouge { json.number(value) } }
      json.name("weights")
      json.object { json in for (feature, weight) in weights { json.member(feature, weight) } }
    }
    json.endLine()
    return json.bytes
  }

  /// The weights as the source file of the ones that ship.
  public var source: String {
    func digits(_ value: Double) -> String {
      let scaled = Int((abs(value) * 10_000).rounded())
      let fraction = String(scaled % 10_000)
      let zeros = String(repeating: "0", count: 4 - fraction.count)
      return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000).\(zeros)\(fraction)"
    }
    let lines = weights.map { feature, weight in
      "    // \(feature)\n    \(digits(weight)),"
    }
    return """
      // Made by `copydesk train summaries`; see Documentation/Models/summaries.md.
      extension SummaryModel {
        /// The sentences that say most of what the whole text says, learned from \(texts) articles.
        static let coverage = SummaryModel(weights: [
      \(lines.joined(separator: "\n"))
        ])
      }

      """
  }
}
