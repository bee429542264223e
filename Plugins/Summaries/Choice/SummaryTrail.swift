import Copydesk

/// The rules by which a sentence comes into a summary or not.
enum SummaryRule: String, CaseIterable {
  case chosen = "summary.chosen"
  case beaten = "summary.beaten"
  case repeats = "summary.repeats"
  case lessNew = "summary.less_new"
  case leans = "summary.leans"
  case halfQuote = "summary.half_quote"
  case listItem = "summary.list_item"
  case quoted = "summary.quoted"
  case caption = "summary.caption"
  case question = "summary.question"
  case noneFree = "summary.none_free"
  case tooLong = "summary.too_long"
  case exceeds = "summary.exceeds_limit"
  case unspaced = "summary.unspaced"

  /// What it says of a sentence, and what is measured.
  var help: String {
    switch self {
    case .chosen: "The sentence was picked; its score, beside that of the best one left out that it beat."
    case .beaten:
      "The best sentence left out; its score, beside the least of those picked, and that sentence."
    case .repeats: "The sentence scored enough, but repeats one that was picked; their cosine, and that one."
    case .lessNew: "The sentence scored enough, but others say more that is new; its score."
    case .leans:
      "The sentence scored enough, but opens with what refers to one that was not picked; its score."
    case .halfQuote: "The sentence scored enough, but holds half a quotation; its score."
    case .listItem: "The sentence scored enough, but is an item of a list; its score."
    case .quoted:
      "The sentence scored enough, but stands within a quotation of several sentences, so that its marks or the speaker are missing; its score."
    case .caption: "The sentence scored enough, but is the caption of a picture; its score."
    case .question: "The sentence scored enough, but is a question of an interview; its score."
    case .noneFree:
      "There is no summary: all sentences that are long enough stand within quotations, are captions, or ask."
    case .tooLong: "The sentence scored enough, but would not fit the limit; its score."
    case .exceeds: "No sentence fits the limit: the shortest was picked; its words or characters."
    case .unspaced: "There is no summary: the text's language puts no blanks between words."
    }
  }
}

/// Writes to the trail what each sentence scored and what it was beaten by.
struct SummaryTrail {
  /// Sentences left out that are told of, at most.
  private static let most = 4
  private let table: SentenceTable
  private let ranking: SentenceRanker.Ranking
  private let choice: SentenceChoice
  private let limit: SummaryLimit
  private let redundancy: Double

  init(
    _ table: SentenceTable, _ ranking: SentenceRanker.Ranking, _ choice: SentenceChoice, limit: SummaryLimit,
    redundancy: Double
  ) {
    self.table = table
    self.ranking = ranking
    self.choice = choice
    self.limit = limit
    self.redundancy = redundancy
  }

  func write(to document: inout Document) {
    let text = document.text
    func note(_ rule: SummaryRule, _ row: Int, _ measured: Double, _ limit: Double?, _ other: Int? = nil) {
      document.trail.append(
        TrailEntry(
          .noted, rule: rule.rawValue, source: text.source(of: table.rows[row].span), measured: measured,
          limit: limit, referenceSource: other.map { text.source(of: table.rows[$0].span) }))
    }
    if choice.exceedsLimit, let only = choice.chosen.first {
      let row = table.rows[only.row]
      let measured = limit.characters == nil ? row.words : text[row.span].unicodeScalars.count
      return note(
        .exceeds, only.row, Double(measured), (limit.characters ?? limit.words).map(Double.init))
    }
    let passed = choice.passedOver(most: Self.most)
    for row in choice.rows {
      let beaten = choice.beaten(by: row)
      note(.chosen, row, ranking.scores[row], beaten.map { ranking.scores[$0] }, beaten)
    }
    let weakest = choice.chosen.map(\.row).min { ranking.scores[$0] < ranking.scores[$1] }
    let least = weakest.map { ranking.scores[$0] }
    for (row, reason) in passed {
      switch reason {
      case nil: note(.beaten, row, ranking.scores[row], least, weakest)
      case .repeats(let other, let cosine): note(.repeats, row, cosine, redundancy, other)
      case .barred(.quoted): note(.quoted, row, ranking.scores[row], least)
      case .barred(.caption): note(.caption, row, ranking.scores[row], least)
      case .barred(.question): note(.question, row, ranking.scores[row], least)
      case .leans: note(.leans, row, ranking.scores[row], least)
      case .halfQuote: note(.halfQuote, row, ranking.scores[row], least)
      case .listItem: note(.listItem, row, ranking.scores[row], least)
      case .tooLong: note(.tooLong, row, ranking.scores[row], least)
      case .lessNew: note(.lessNew, row, ranking.scores[row], least)
      }
    }
  }
}
