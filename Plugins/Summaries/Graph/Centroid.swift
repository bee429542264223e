/// How near each sentence is to the middle of all, 0 to 1.
///
/// D. R. Radev et al.: Centroid-based summarization of multiple documents. Information Processing & Management 40, 2004.
enum Centroid {
  /// - Complexity: O(words).
  static func values(_ table: SentenceTable) -> [Double] {
    var centre = [Double](repeating: 0, count: table.termCount)
    for term in table.terms { centre[term.number] += term.weight }
    let length = centre.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return table.rows.map { row in
      guard row.norm > 0, length > 0 else { return 0 }
      return table.terms[row.terms].reduce(0) { $0 + $1.weight * centre[$1.number] } / (row.norm * length)
    }
  }
}
