import Copydesk

/// The features of every sentence of a document, each a row of ``SentenceFeature`` in order.
struct SentenceFeatures {
  /// How many features a sentence has.
  static let width = SentenceFeature.allCases.count

  /// All values, row after row.
  private(set) var values: [Double]
  /// How many sentences there are.
  let count: Int

  /// The features of one sentence.
  subscript(row: Int) -> ArraySlice<Double> { values[(row * Self.width)..<((row + 1) * Self.width)] }

  /// - Parameters:
  ///   - title: the headline, where it is known.
  ///   - entities: what was found in the text; without any, capitalised words stand in for names.
  /// - Complexity: O(words), and what ``Degree`` costs.
  init(_ table: SentenceTable, title: String?, entities: [Entity], tokens: [Token]) {
    count = table.rows.count
    values = []
    values.reserveCapacity(count * Self.width)
    let centrality = Centroid.values(table)
    let degree = Degree.values(table)
    let nearest = max(1e-9, centrality.max() ?? 0)
    let mostShared = max(1e-9, degree.max() ?? 0)
    let mostFrequent = max(1, table.counts.max() ?? 1)
    let mostWords = max(1, Double(table.rows.reduce(0) { max($0, $1.words) }))
    let meanWords = max(1, Double(table.rows.reduce(0) { $0 + $1.words }) / Double(max(1, count)))
    let names = NameCounts(table, entities: entities, tokens: tokens)
    let wanted = title.map { table.numbers(of: Text($0)) } ?? (known: [], all: 0)
    var isWanted = [Bool](repeating: false, count: table.termCount)
    for number in wanted.known { isWanted[number] = true }
    for (index, row) in table.rows.enumerated() {
      var (frequency, weight, shared, titled, all) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for term in table.terms[row.terms] {
        frequency += term.count * table.counts[term.number]
        weight += table.counts[term.number] / mostFrequent
        all += term.count
        if table.rowCounts[term.number] > 1 { shared += 1 }
        if isWanted[term.number] { titled += 1 }
      }
      let distinct = Double(max(1, row.terms.count))
      let words = Double(row.words)
      let signs = row.form.signs
      let (order, many) = (Double(index), Double(max(1, count - 1)))
      values.append(1 / (1 + order))
      values.append(max(0, 1 - order / 5))
      values.append(flag(index == 0))
      values.append(order / many)
      values.append(flag(index == count - 1))
      values.append(flag(signs.contains(.paragraph)))
      values.append(logarithm(max(2, words)))
      values.append(max(0, 15 - words) / 15)
      values.append(max(0, words - 32) / 10)
      values.append(words / 30)
      values.append(words / 30 * (words / 30))
      values.append(words / meanWords)
      values.append(words / mostWords)
      values.append(centrality[index])
      values.append(centrality[index] / nearest)
      values.append(degree[index] / mostShared)
      values.append(degree[index] / mostShared / max(1, words).squareRoot())
      values.append(frequency / max(1, all) / mostFrequent)
      values.append(weight / 10)
      values.append(shared / distinct)
      values.append(min(1.5, shared / 10))
      values.append(index == 0 ? 0 : table.cosine(0, index))
      values.append(wanted.all > 0 ? titled / Double(wanted.all) : 0)
      values.append(flag(wanted.all > 0 && titled == 0))
      values.append(min(8, names.values[index]) / 8)
      values.append(names.values[index] / max(1, words))
      values.append(min(4, Double(row.form.numbers)) / 4)
      values.append(flag(signs.contains(.quotes)))
      values.append(flag(signs.contains(.opensQuote)))
      values.append(flag(signs.contains(.question)))
      values.append(flag(signs.contains(.connective)))
      values.append(flag(signs.contains(.pronoun)))
    }
  }
}

private func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }

/// How many words of names each sentence has.
struct NameCounts {
  /// A count for each row of the table.
  let values: [Double]

  /// - Complexity: O(tokens + entities).
  init(_ table: SentenceTable, entities: [Entity], tokens: [Token]) {
    let names = entities.filter { [.person, .organisation, .place].contains($0.label) }
    guard !names.isEmpty else {
      values = table.rows.map { Double($0.form.capitals) }
      return
    }
    var next = 0
    values = table.rows.map { row in
      while next < names.count, names[next].span.end <= row.span.start { next += 1 }
      var (entity, count) = (next, 0.0)
      for token in tokens[row.tokens] where token.kind != .punctuation {
        while entity < names.count, names[entity].span.end <= token.start { entity += 1 }
        guard entity < names.count else { break }
        if names[entity].span.overlaps(token.span) { count += 1 }
      }
      return count
    }
  }
}
