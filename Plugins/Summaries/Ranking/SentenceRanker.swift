import Copydesk

/// Scores the sentences of a document by one of the methods.
struct SentenceRanker {
  let method: Summarize.Method
  let aim: Summarize.Aim
  let leadBias: Double

  /// What came of it.
  struct Ranking {
    /// A score for each row.
    let scores: [Double]
    /// What a clear difference between two scores is.
    let unit: Double

    /// How a choice weighs likeness and bad reading against these scores.
    func weights(redundancy: Double) -> SentenceChoice.Weights {
      SentenceChoice.Weights(
        likeness: unit * 0.3, repetition: redundancy, leaning: unit * 0.3, halfQuote: unit * 1.2,
        listItem: unit * 2)
    }
  }

  func rank(_ table: SentenceTable, _ document: Document) -> Ranking {
    switch method {
    case .lead: return Ranking(scores: table.rows.indices.map(Self.lead), unit: 0)
    case .learned:
      let features = SentenceFeatures(
        table, title: document.title, entities: document.entities, tokens: document.text.tokens)
      return Ranking(scores: model(for: document, table).scores(features), unit: 1)
    case .textrank:
      // Sentences that are long share words with all others: their ranks are divided by the root of their words.
      let ranks = SentenceGraph(table, edge: .sharedWords).ranks()
      return placed(zip(ranks, table.rows).map { $0 / Double(max(1, $1.words)).squareRoot() })
    case .lexrank: return placed(SentenceGraph(table, edge: .cosine(atLeast: 0.1)).ranks())
    case .centroid: return placed(Centroid.values(table))
    }
  }

  private func model(for document: Document, _ table: SentenceTable) -> SummaryModel {
    switch aim {
    case .news: .news
    case .coverage: .coverage
    case .auto: Self.isSet(document, table) ? .coverage : .news
    }
  }

  /// Whether a document is laid out as an article: with a title, or in paragraphs of several sentences.
  static func isSet(_ document: Document, _ table: SentenceTable) -> Bool {
    if let title = document.title, !title.isEmpty { return true }
    let opening = table.rows.dropFirst().count { $0.form.signs.contains(.paragraph) }
    // Where most sentences stand on lines of their own, the lines tell nothing of paragraphs.
    return opening > 0 && opening * 5 <= (table.rows.count - 1) * 3
  }

  /// Takes the place in, 1 for the best that can be.
  private func placed(_ values: [Double]) -> Ranking {
    let greatest = max(values.max() ?? 0, 1e-12)
    let scores = values.enumerated().map { row, value in
      value / greatest * (1 - leadBias + leadBias * Self.lead(row))
    }
    return Ranking(scores: scores, unit: 0.15)
  }

  /// 1 for the first sentence, falling with the place.
  private static func lead(_ row: Int) -> Double { 1 / (1 + Double(row) * 0.5) }
}
