import Copydesk

/// How much each sentence says of the whole, 0 to 1, place and readability taken in.
struct SentenceScores {
  /// A score for each row of the table.
  private(set) var values: [Double]

  init(_ table: SentenceTable, method: Summarize.Method, leadBias: Double) {
    switch method {
    case .textrank: values = TextRank.scores(table)
    case .centroid: values = Centroid.scores(table)
    case .lead: values = table.rows.map { Self.lead($0.place) }
    }
    guard method != .lead else { return }
    let greatest = max(values.max() ?? 0, 1e-12)
    for (index, row) in table.rows.enumerated() {
      let content = values[index] / greatest
      let place = 1 - leadBias + leadBias * Self.lead(row.place)
      values[index] = content * place * row.readability
    }
  }

  /// 1 for the first sentence, falling with the place.
  private static func lead(_ place: Int) -> Double { 1 / (1 + Double(place) * 0.5) }
}

/// Sentences that many others are like matter: the graph of sentences, ranked as pages are.
///
/// R. Mihalcea, P. Tarau: TextRank: Bringing Order into Texts. EMNLP 2004. Edges are shared words over the
/// logarithms of the lengths, as there; damping 0.85. As that still favours long sentences, which share words with all
/// others, the ranks are divided by the root of the words.
enum TextRank {
  private static let damping = 0.85
  private static let iterations = 30

  /// - Complexity: O(*n*² · words a sentence) for *n* sentences.
  static func scores(_ table: SentenceTable) -> [Double] {
    let count = table.rows.count
    guard count > 1 else { return [Double](repeating: 1, count: count) }
    var edges = [Double](repeating: 0, count: count * count)
    var sums = [Double](repeating: 0, count: count)
    for a in 0..<count {
      for b in 0..<a {
        let weight = similarity(table.rows[a], table.rows[b])
        guard weight > 0 else { continue }
        edges[a * count + b] = weight
        edges[b * count + a] = weight
        sums[a] += weight
        sums[b] += weight
      }
    }
    var ranks = [Double](repeating: 1, count: count)
    for _ in 0..<iterations {
      let shares = (0..<count).map { sums[$0] > 0 ? ranks[$0] / sums[$0] : 0 }
      var change = 0.0
      for a in 0..<count {
        var sum = 0.0
        for b in 0..<count { sum += edges[a * count + b] * shares[b] }
        let rank = (1 - damping) + damping * sum
        change = max(change, abs(rank - ranks[a]))
        ranks[a] = rank
      }
      if change < 1e-4 { break }
    }
    return zip(ranks, table.rows).map { rank, row in rank / Double(max(1, row.words)).squareRoot() }
  }

  private static func similarity(_ a: SentenceTable.Row, _ b: SentenceTable.Row) -> Double {
    var (i, j, shared) = (0, 0, 0)
    while i < a.terms.count, j < b.terms.count {
      if a.terms[i].number == b.terms[j].number {
        shared += 1
        i += 1
        j += 1
      } else if a.terms[i].number < b.terms[j].number {
        i += 1
      } else {
        j += 1
      }
    }
    guard shared > 0 else { return 0 }
    let length = logarithm(Double(max(2, a.words))) + logarithm(Double(max(2, b.words)))
    return Double(shared) / length
  }
}

/// Sentences near the middle of all sentences matter.
///
/// D. R. Radev et al.: Centroid-based summarization of multiple documents. Information Processing &
/// Management 40, 2004.
enum Centroid {
  /// - Complexity: O(words).
  static func scores(_ table: SentenceTable) -> [Double] {
    var centre = [Double](repeating: 0, count: table.termCount)
    for row in table.rows {
      for term in row.terms { centre[term.number] += term.weight }
    }
    return table.rows.map { row in
      guard row.norm > 0 else { return 0 }
      return row.terms.reduce(0) { $0 + $1.weight * centre[$1.number] } / row.norm
    }
  }
}
