import Copydesk

/// An example made ready to learn from: the features of its sentences, with its headline and without, and what is wanted
/// of each sentence.
struct TrainingText: Sendable {
  static let sentences = 3
  let document: Document
  let table: SentenceTable
  let rouge: Rouge
  /// The words of each sentence.
  let words: [[UInt64]]
  /// Features with the headline known.
  let titled: SentenceFeatures
  /// Features without it.
  let untitled: SentenceFeatures
  /// The rows that together are most like the reference.
  let oracle: [Int]
  /// How much of the reference each sentence has; the sum is 1, or 0.
  let wanted: [Double]

  /// Nil where there are too few sentences to choose from.
  init?(_ example: SummaryExample) {
    var document = Document(id: example.id, source: DocumentSource(bytes: []), text: example.text)
    document.title = example.title
    table = SentenceTable(example.text, minWords: Summarize.Options().minWords)
    guard table.rows.count > Self.sentences else { return nil }
    let tokens = example.text.tokens
    titled = SentenceFeatures(table, title: example.title, entities: [], tokens: tokens)
    untitled = SentenceFeatures(table, title: nil, entities: [], tokens: tokens)
    words = table.rows.map { Rouge.words(example.text, in: $0.tokens) }
    rouge = Rouge(reference: Rouge.words(example.summary))
    oracle = Self.oracle(words, rouge)
    wanted = Self.wanted(words, rouge)
    self.document = document
  }

  /// Greedily the rows that raise ROUGE-1 + ROUGE-2 most (R. Nallapati et al.: SummaRuNNer, AAAI 2017).
  private static func oracle(_ words: [[UInt64]], _ rouge: Rouge) -> [Int] {
    var chosen: [Int] = []
    var best = 0.0
    while chosen.count < sentences {
      var found: Int?
      for row in words.indices where !chosen.contains(row) {
        let value = rouge.sum((chosen + [row]).sorted().flatMap { words[$0] })
        if value > best + 1e-9 {
          best = value
          found = row
        }
      }
      guard let found else { break }
      chosen.append(found)
    }
    return chosen.sorted()
  }

  /// How much of the reference each sentence has: pairs of neighbouring words, as shares of those that any has.
  ///
  /// So a long sentence of the reference is wanted more than a short one, as much as it brings more of it.
  private static func wanted(_ words: [[UInt64]], _ rouge: Rouge) -> [Double] {
    let pairs = words.map { Double(rouge.sharedPairs($0)) }
    let sum = pairs.reduce(0, +)
    return sum > 0 ? pairs.map { $0 / sum } : pairs
  }
}
