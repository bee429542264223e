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
    let document = DocumentFigures(table, title: title)
    let names = NameCounts(table, entities: entities, tokens: tokens)
    for (index, row) in table.rows.enumerated() {
      appendPlace(index, row)
      appendLength(Double(row.words), document)
      appendTerms(index, row, table, document)
      appendNames(names.values[index], row)
      appendSigns(row.form.signs)
    }
  }

  // MARK: In the order of ``SentenceFeature``

  /// Where in the document it stands.
  private mutating func appendPlace(_ index: Int, _ row: SentenceTable.Row) {
    let (order, many) = (Double(index), Double(max(1, count - 1)))
    values.append(1 / (1 + order))
    values.append(max(0, 1 - order / 5))
    values.append(flag(index == 0))
    values.append(order / many)
    values.append(flag(index == count - 1))
    values.append(flag(row.form.signs.contains(.paragraph)))
  }

  private mutating func appendLength(_ words: Double, _ document: DocumentFigures) {
    values.append(logarithm(max(2, words)))
    values.append(max(0, 15 - words) / 15)
    values.append(max(0, words - 32) / 10)
    values.append(words / 30)
    values.append(words / 30 * (words / 30))
    values.append(words / document.meanWords)
    values.append(words / document.mostWords)
  }

  /// What its words have in common with the document and with the title.
  private mutating func appendTerms(
    _ index: Int, _ row: SentenceTable.Row, _ table: SentenceTable, _ document: DocumentFigures
  ) {
    var (frequency, weight, shared, titled, all) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for term in table.terms[row.terms] {
      frequency += term.count * table.counts[term.number]
      weight += table.counts[term.number] / document.mostFrequent
      all += term.count
      if table.rowCounts[term.number] > 1 { shared += 1 }
      if document.isWanted[term.number] { titled += 1 }
    }
    let (centrality, degree) = (document.centrality[index], document.degree[index])
    values.append(centrality)
    values.append(centrality / document.nearest)
    values.append(degree / document.mostShared)
    values.append(degree / document.mostShared / max(1, Double(row.words)).squareRoot())
    values.append(frequency / max(1, all) / document.mostFrequent)
    values.append(weight / 10)
    values.append(shared / Double(max(1, row.terms.count)))
    values.append(min(1.5, shared / 10))
    values.append(index == 0 ? 0 : table.cosine(0, index))
    values.append(document.wanted > 0 ? titled / Double(document.wanted) : 0)
    values.append(flag(document.wanted > 0 && titled == 0))
  }

  private mutating func appendNames(_ names: Double, _ row: SentenceTable.Row) {
    values.append(min(8, names) / 8)
    values.append(names / max(1, Double(row.words)))
    values.append(min(4, Double(row.form.numbers)) / 4)
  }

  private mutating func appendSigns(_ signs: SentenceForm.Signs) {
    values.append(flag(signs.contains(.quotes)))
    values.append(flag(signs.contains(.opensQuote)))
    values.append(flag(signs.contains(.question)))
    values.append(flag(signs.contains(.connective)))
    values.append(flag(signs.contains(.pronoun)))
  }
}

/// What the features of a sentence are measured by: figures of its whole document.
private struct DocumentFigures {
  let centrality: [Double]
  let degree: [Double]
  let nearest: Double
  let mostShared: Double
  let mostFrequent: Double
  let mostWords: Double
  let meanWords: Double
  /// Whether the title has the word of a number.
  let isWanted: [Bool]
  /// How many words the title has.
  let wanted: Int

  init(_ table: SentenceTable, title: String?) {
    centrality = Centroid.values(table)
    degree = Degree.values(table)
    nearest = max(1e-9, centrality.max() ?? 0)
    mostShared = max(1e-9, degree.max() ?? 0)
    mostFrequent = max(1, table.counts.max() ?? 1)
    mostWords = max(1, Double(table.rows.reduce(0) { max($0, $1.words) }))
    meanWords = max(1, Double(table.rows.reduce(0) { $0 + $1.words }) / Double(max(1, table.rows.count)))
    let words = title.map { table.numbers(of: Text($0)) } ?? (known: [], all: 0)
    var isWanted = [Bool](repeating: false, count: table.termCount)
    for number in words.known { isWanted[number] = true }
    (self.isWanted, wanted) = (isWanted, words.all)
  }
}

private func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }

/// How many words of names each sentence has.
struct NameCounts {
  /// A count for each row of the table.
  let values: [Double]

  /// - Complexity: O(tokens + entities).
  init(_ table: SentenceTable, entities: [Entity], tokens: [Token]) {
    var names: [Span] = []
    names.reserveCapacity(entities.count)
    for index in entities.indices where Self.isName(entities[index].label) {
      names.append(entities[index].span)
    }
    guard !names.isEmpty else {
      values = table.rows.map { Double($0.form.capitals) }
      return
    }
    var next = 0
    values = table.rows.map { row in
      while next < names.count, names[next].end <= row.span.start { next += 1 }
      var (entity, count) = (next, 0.0)
      for index in row.tokens where tokens[index].kind != .punctuation {
        let token = tokens[index]
        while entity < names.count, names[entity].end <= token.start { entity += 1 }
        guard entity < names.count else { break }
        if names[entity].overlaps(token.span) { count += 1 }
      }
      return count
    }
  }

  private static func isName(_ label: Entity.Label) -> Bool {
    label == .person || label == .organisation || label == .place
  }
}
