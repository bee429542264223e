/// How much each sentence shares with all others: the sum of its edges in the graph of shared words, without ranking.
enum Degree {
  /// - Complexity: O(words · rows that have the word), of long texts O(words · pivots that have it).
  static func values(_ table: SentenceTable) -> [Double] {
    let pivots = SentenceGraph.pivotRows(of: table.rows.count)
    // Most words stand in one sentence alone, and join it to none.
    func joins(_ term: Int) -> Bool { table.rowCounts[table.terms[term].number] > 1 }
    let logs = table.rows.map { logarithm(Double(max(2, $0.words))) }
    // For each word the pivots that have it: a list in one array, by starts.
    var starts = [Int32](repeating: 0, count: table.termCount + 1)
    for row in pivots {
      for place in table.rows[row].terms where joins(place) { starts[table.terms[place].number + 1] += 1 }
    }
    for number in 0..<table.termCount { starts[number + 1] += starts[number] }
    var ends = starts
    var postings = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    for row in pivots {
      for place in table.rows[row].terms where joins(place) {
        let number = table.terms[place].number
        postings[Int(ends[number])] = Int32(truncatingIfNeeded: row)
        ends[number] += 1
      }
    }
    return table.rows.indices.map { row in
      var sum = 0.0
      for term in table.rows[row].terms where joins(term) {
        let number = table.terms[term].number
        for place in starts[number]..<starts[number + 1] {
          let other = Int(postings[Int(place)])
          if other != row { sum += 1 / (logs[row] + logs[other]) }
        }
      }
      return sum
    }
  }
}
