/// How much each sentence shares with all others: the sum of its edges in the graph of shared words, without ranking.
enum Degree {
  /// - Complexity: O(words · rows that have the word), of long texts O(words · pivots that have it).
  static func values(_ table: SentenceTable) -> [Double] {
    let pivots = SentenceGraph.pivotRows(of: table.rows.count)
    let logs = table.rows.map { logarithm(Double(max(2, $0.words))) }
    return table.terms.withUnsafeBufferPointer { terms in
      table.rowCounts.withUnsafeBufferPointer { rowCounts in
        logs.withUnsafeBufferPointer { logs in
          Postings(table.rows, pivots, terms, rowCounts).sums(table.rows, terms, rowCounts, logs)
        }
      }
    }
  }
}

/// For each word the pivots that have it: a list in one array, by starts. Words that stand in one sentence alone, as most
/// do, join it to none and are left out.
private struct Postings {
  private var starts: [Int32]
  private var rows: [Int32]

  init(
    _ table: [SentenceTable.Row], _ pivots: some Sequence<Int>,
    _ terms: UnsafeBufferPointer<SentenceTable.Term>, _ rowCounts: UnsafeBufferPointer<Int>
  ) {
    starts = [Int32](repeating: 0, count: rowCounts.count + 1)
    starts.withUnsafeMutableBufferPointer { starts in
      for row in pivots {
        for place in table[row].terms where rowCounts[terms[place].number] > 1 {
          starts[terms[place].number + 1] += 1
        }
      }
      for number in rowCounts.indices { starts[number + 1] += starts[number] }
    }
    rows = [Int32](repeating: 0, count: Int(starts[rowCounts.count]))
    var ends = starts
    ends.withUnsafeMutableBufferPointer { ends in
      rows.withUnsafeMutableBufferPointer { rows in
        for row in pivots {
          for place in table[row].terms where rowCounts[terms[place].number] > 1 {
            let number = terms[place].number
            rows[Int(ends[number])] = Int32(truncatingIfNeeded: row)
            ends[number] += 1
          }
        }
      }
    }
  }

  /// The sum of the edges of each row.
  func sums(
    _ table: [SentenceTable.Row], _ terms: UnsafeBufferPointer<SentenceTable.Term>,
    _ rowCounts: UnsafeBufferPointer<Int>, _ logs: UnsafeBufferPointer<Double>
  ) -> [Double] {
    starts.withUnsafeBufferPointer { starts in
      rows.withUnsafeBufferPointer { rows in
        table.indices.map { row in
          var sum = 0.0
          for term in table[row].terms where rowCounts[terms[term].number] > 1 {
            let number = terms[term].number
            for place in Int(starts[number])..<Int(starts[number + 1]) where Int(rows[place]) != row {
              sum += 1 / (logs[row] + logs[Int(rows[place])])
            }
          }
          return sum
        }
      }
    }
  }
}
