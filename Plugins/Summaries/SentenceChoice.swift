import Copydesk

/// Takes the best sentences that do not repeat each other, up to a limit.
///
/// In the manner of maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998), with a bound in place of
/// a weight.
enum SentenceChoice {
  /// How much a summary may hold.
  enum Limit {
    case sentences(Int)
    case words(Int)
  }

  /// The rows that make the summary, the best first. There is always one: a first sentence longer than the
  /// limit is kept, since a summary without a sentence says nothing.
  static func rows(
    _ table: SentenceTable, scores: [Double], limit: Limit, redundancy: Double
  ) -> [Int] {
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var chosen: [Int] = []
    var words = 0
    for row in order {
      switch limit {
      case .sentences(let most):
        if chosen.count == most { return chosen }
      case .words(let most):
        if !chosen.isEmpty, words + table.rows[row].words > most { continue }
      }
      if chosen.contains(where: { table.cosine($0, row) >= redundancy }) { continue }
      chosen.append(row)
      words += table.rows[row].words
    }
    return chosen
  }
}
