import Copydesk

/// How much a summary may hold. All that are given hold together.
struct SummaryLimit {
  /// Most sentences.
  var sentences: Int?
  /// Most words.
  var words: Int?
  /// Most Unicode scalars, the blanks between the sentences too.
  var characters: Int?
  /// Fewest words: more sentences than ``sentences`` are taken until it has them.
  var leastWords = 0
}

/// Takes the best sentences that do not repeat each other, up to a limit.
///
/// Greedy maximal marginal relevance (J. Carbonell, J. Goldstein: The Use of MMR, SIGIR 1998): what a sentence is worth
/// falls with how much it is like one that was taken. One that leans on the sentence before it ("However", "He said")
/// is worth less while that one is not taken, and so is one that holds half a quotation.
struct SentenceChoice {
  /// How a choice weighs what it sees.
  struct Weights {
    /// What likeness to a sentence that was taken costs, at cosine 1.
    var likeness = 0.0
    /// The cosine at or above which a sentence repeats one that was taken, and is left out.
    var repetition = 1.0
    /// What leaning on a sentence that is not there costs.
    var leaning = 0.0
    /// What half a quotation costs.
    var halfQuote = 0.0
    /// What being an item of a list costs.
    var listItem = 0.0
  }

  /// A sentence that was taken.
  struct Chosen {
    let row: Int
    /// What it was worth when it was taken.
    let worth: Double
    /// The best that was left then.
    let runnerUp: Double?
  }

  /// Why a sentence was passed over that scored more than one that was taken.
  enum Reason: Equatable {
    /// It is not to be picked, however good it is.
    case barred(SentenceTable.Bar)
    /// It repeats that row, with that cosine.
    case repeats(Int, Double)
    /// It leans on the sentence before.
    case leans
    /// It holds half a quotation.
    case halfQuote
    /// It is an item of a list.
    case listItem
    /// It would not fit.
    case tooLong
    /// It says less that is new.
    case lessNew
  }

  /// The sentences taken, in the order of the taking.
  private(set) var chosen: [Chosen] = []
  /// Whether the only sentence is longer than the limit allows: none fits.
  private(set) var exceedsLimit = false

  private let table: SentenceTable
  private let scores: [Double]
  private let limit: SummaryLimit
  private let weights: Weights
  private let lengths: [Int]
  /// For each row the greatest likeness to a row that was taken, and that row.
  private var likeness: [(cosine: Double, row: Int)]
  private var isTaken: [Bool]
  /// Room for a sentence as a vector of all words of the text.
  private var vector: [Double] = []

  /// - Complexity: O(sentences · sentences taken · words a sentence).
  init(_ table: SentenceTable, scores: [Double], limit: SummaryLimit, weights: Weights, text: Text) {
    self.table = table
    self.scores = scores
    self.limit = limit
    self.weights = weights
    lengths = limit.characters == nil ? [] : table.rows.map { Self.scalars(in: $0.span, text) }
    // Named as it is kept: an array of another type of pair would be converted, pair by pair.
    likeness = [(cosine: Double, row: Int)](repeating: (cosine: 0, row: -1), count: scores.count)
    isTaken = [Bool](repeating: false, count: scores.count)
    chosen.reserveCapacity(min(limit.sentences ?? 4, 8))
    take()
  }

  /// The rows that were taken, in the order of the text.
  var rows: [Int] { chosen.map(\.row).sorted() }

  // MARK: Taking

  private mutating func take() {
    var (words, characters) = (0, 0)
    while wantsMore(words) {
      var best: (worth: Double, row: Int)?
      var second: Double?
      for row in scores.indices where isFree(row) && fits(row, words, characters) {
        guard likeness[row].cosine < weights.repetition else { continue }
        let worth = worth(row)
        if best.map({ worth > $0.worth }) ?? true {
          second = best?.worth
          best = (worth, row)
        } else if second.map({ worth > $0 }) ?? true {
          second = worth
        }
      }
      guard let best else { break }
      add(Chosen(row: best.row, worth: best.worth, runnerUp: second))
      words += table.rows[best.row].words
      if limit.characters != nil { characters += lengths[best.row] + 1 }
    }
    let free = table.rows.indices.filter(isFree)
    if chosen.isEmpty, let shortest = free.min(by: { size($0) < size($1) }) {
      exceedsLimit = true
      add(Chosen(row: shortest, worth: scores[shortest], runnerUp: nil))
    }
  }

  private func isFree(_ row: Int) -> Bool { !isTaken[row] && table.rows[row].bar == nil }

  private func wantsMore(_ words: Int) -> Bool {
    guard chosen.count < scores.count else { return false }
    return words < limit.leastWords || chosen.count < limit.sentences ?? .max
  }

  private func fits(_ row: Int, _ words: Int, _ characters: Int) -> Bool {
    if let most = limit.words, words + table.rows[row].words > most { return false }
    if let most = limit.characters, characters + lengths[row] > most { return false }
    return true
  }

  private func worth(_ row: Int) -> Double {
    var worth = scores[row] - weights.likeness * likeness[row].cosine
    if leans(row) { worth -= weights.leaning }
    if table.rows[row].form.signs.contains(.halfQuote) { worth -= weights.halfQuote }
    if table.rows[row].form.signs.contains(.listItem) { worth -= weights.listItem }
    return worth
  }

  private mutating func add(_ choice: Chosen) {
    chosen.append(choice)
    isTaken[choice.row] = true
    guard weights.likeness > 0 || weights.repetition < 1 else { return }
    if vector.isEmpty { vector = [Double](repeating: 0, count: table.termCount) }
    table.raise(&likeness, to: choice.row, except: isTaken, &vector)
  }

  /// Whether it opens with what refers to the sentence before, and that one is not taken.
  private func leans(_ row: Int) -> Bool {
    let signs = table.rows[row].form.signs
    guard !signs.isDisjoint(with: .leaning) else { return false }
    let stands = row > 0 && isTaken[row - 1] && table.rows[row - 1].order + 1 == table.rows[row].order
    return !stands
  }

  private func size(_ row: Int) -> Int { lengths.isEmpty ? table.rows[row].words : lengths[row] }

  private static func scalars(in span: Span, _ text: Text) -> Int {
    text.utf8[span.range].reduce(0) { $0 + ($1.isUTF8Continuation ? 0 : 1) }
  }
}

// MARK: Why

extension SentenceChoice {
  /// The best of those passed over, each with the reason: those that scored more than one that was taken, and the
  /// first that was simply beaten.
  /// - Parameter most: how many to tell of.
  func passedOver(most: Int) -> [(row: Int, reason: Reason?)] {
    // A closure that took `self` would hold, and let go of, all that a choice has.
    let scores = scores
    guard let least = chosen.map({ scores[$0.row] }).min() else { return [] }
    let rest = scores.indices.filter { !isTaken[$0] }.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var found: [(row: Int, reason: Reason?)] = []
    for row in rest.prefix(most) {
      let isBeaten = scores[row] <= least
      found.append((row, isBeaten ? nil : reason(for: row)))
      if isBeaten { break }
    }
    return found
  }

  /// The best of those left out that scored no more than this one.
  func beaten(by row: Int) -> Int? {
    var best: Int?
    for other in scores.indices where !isTaken[other] && scores[other] <= scores[row] {
      if best.map({ scores[other] > scores[$0] }) ?? true { best = other }
    }
    return best
  }

  private func reason(for row: Int) -> Reason {
    if let bar = table.rows[row].bar { return .barred(bar) }
    if likeness[row].cosine >= weights.repetition { return .repeats(likeness[row].row, likeness[row].cosine) }
    if table.rows[row].form.signs.contains(.halfQuote), weights.halfQuote > 0 { return .halfQuote }
    if table.rows[row].form.signs.contains(.listItem), weights.listItem > 0 { return .listItem }
    if leans(row), weights.leaning > 0 { return .leans }
    if limit.words != nil || limit.characters != nil { return .tooLong }
    return .lessNew
  }
}
