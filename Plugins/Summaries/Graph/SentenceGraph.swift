/// Sentences joined where they share words, ranked as pages are.
///
/// All pairs are looked at up to ``pivots`` sentences. Of a longer text, so many at even steps are the pivots: every
/// sentence is compared with them alone, the pivots are ranked among each other, and the rank of the rest follows from
/// the pivots that they are like (one step of the same equation, in the manner of C. Williams, M. Seeger: Using the
/// Nyström Method to Speed Up Kernel Machines, NIPS 2000). So the cost grows with the text and not with its square.
struct SentenceGraph {
  /// Sentences that each is compared with, at most.
  static let pivots = 320
  private static let damping = 0.85
  private static let iterations = 40

  /// What joins two sentences.
  enum Edge {
    /// The words they share, over the logarithms of their lengths. R. Mihalcea, P. Tarau: TextRank: Bringing Order into
    /// Texts. EMNLP 2004.
    case sharedWords
    /// The cosine of their vectors, where it is at least so much. G. Erkan, D. Radev: LexRank: Graph-based Lexical
    /// Centrality as Salience in Text Summarization. JAIR 22, 2004.
    case cosine(atLeast: Double)
  }

  private let count: Int
  /// The rows that are pivots, in order.
  private let pivotRows: [Int]
  /// For each row the edges to pivots, by their place among the pivots.
  private var edges: [[(pivot: Int, weight: Double)]] = []

  /// Whether all pairs were compared.
  var isWhole: Bool { pivotRows.count == count }

  /// - Complexity: O(words · pivots that have the word).
  init(_ table: SentenceTable, edge: Edge) {
    count = table.rows.count
    pivotRows = Self.pivotRows(of: count)
    var postings = [[(pivot: Int, weight: Double)]](repeating: [], count: table.termCount)
    for (pivot, row) in pivotRows.enumerated() {
      for term in table.terms[table.rows[row].terms] {
        postings[term.number].append((pivot, term.weight))
      }
    }
    let logs = table.rows.map { logarithm(Double(max(2, $0.words))) }
    var sums = [Double](repeating: 0, count: pivotRows.count)
    var touched: [Int] = []
    edges.reserveCapacity(count)
    for (index, row) in table.rows.enumerated() {
      for term in table.terms[row.terms] {
        for (pivot, weight) in postings[term.number] {
          if sums[pivot] == 0 { touched.append(pivot) }
          switch edge {
          case .sharedWords: sums[pivot] += 1
          case .cosine: sums[pivot] += weight * term.weight
          }
        }
      }
      touched.sort()
      var found: [(pivot: Int, weight: Double)] = []
      for pivot in touched {
        let other = pivotRows[pivot]
        let sum = sums[pivot]
        sums[pivot] = 0
        guard other != index else { continue }
        switch edge {
        case .sharedWords: found.append((pivot, sum / (logs[index] + logs[other])))
        case .cosine(let least):
          let cosine = sum / max(1e-12, row.norm * table.rows[other].norm)
          if cosine >= least { found.append((pivot, cosine)) }
        }
      }
      touched.removeAll(keepingCapacity: true)
      edges.append(found)
    }
  }

  /// The rank of each sentence: 1 on average where all pairs were compared.
  func ranks() -> [Double] {
    guard count > 1 else { return [Double](repeating: 1, count: count) }
    var sums = [Double](repeating: 0, count: pivotRows.count)
    for (pivot, row) in pivotRows.enumerated() { sums[pivot] = edges[row].reduce(0) { $0 + $1.weight } }
    var ranks = [Double](repeating: 1, count: pivotRows.count)
    for _ in 0..<Self.iterations {
      var change = 0.0
      var next = ranks
      for (pivot, row) in pivotRows.enumerated() {
        next[pivot] = rank(of: row, ranks, sums)
        change = max(change, abs(next[pivot] - ranks[pivot]))
      }
      ranks = next
      if change < 1e-5 { break }
    }
    return (0..<count).map { rank(of: $0, ranks, sums) }
  }

  private func rank(of row: Int, _ ranks: [Double], _ sums: [Double]) -> Double {
    var sum = 0.0
    for edge in edges[row] where sums[edge.pivot] > 0 {
      sum += edge.weight * ranks[edge.pivot] / sums[edge.pivot]
    }
    return (1 - Self.damping) + Self.damping * sum
  }

  /// The rows at even steps that all are compared with.
  static func pivotRows(of count: Int) -> [Int] {
    count <= pivots ? Array(0..<count) : (0..<pivots).map { $0 * count / pivots }
  }
}
