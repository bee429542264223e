import Copydesk

/// Picks the sentences that say what an article is about.
///
/// ```yaml
/// - summarize: { sentences: 3 }
/// - summarize: { words: 60, method: centroid }
///   id: short
/// ```
///
/// The summary is made of whole sentences of the text, in its order, so each of them leads back to the
/// source.
public struct Summarize: Stage {
  /// How sentences are ranked.
  public enum Method: String, OptionChoice {
    /// By a ranker over place, centrality, title, names, numbers, quotation and length, with weights learned from articles.
    case learned
    /// By the sentences that share words with them.
    case textrank
    /// By the sentences whose vectors are near theirs.
    case lexrank
    /// By how near they are to the middle of all sentences.
    case centroid
    /// By their place: the first come first.
    case lead
  }

  /// What a learned summary is for.
  public enum Aim: String, OptionChoice {
    /// `coverage` for a document with a title or in paragraphs of several sentences, else `news`.
    case auto
    /// To tell what happened, by itself.
    case news
    /// To say, beside a headline, most of what the article says.
    case coverage
  }

  /// The options of `summarize`.
  public struct Options: StageOptions {
    @Option("How sentences are ranked.") var method: Method = .learned
    @Option(
      "Most sentences of a summary; 3 where no other limit is given. All limits that are given hold together.",
      range: 1...)
    var sentences: Int? = nil
    @Option("Most words of a summary.", range: 1...) var words: Int? = nil
    @Option("Most characters of a summary, counted as Unicode scalars.", range: 1...) var characters: Int? =
      nil
    @Option("Most words of a summary as a share of the words of the text.", range: 0.001...) var ratio:
      Double? = nil
    @Option(
      "Fewest words of a summary: more sentences than `sentences` are taken until it has them.", range: 0...)
    var leastWords = 0
    @Option("Fewest words of a sentence that may be picked.", range: 1...) var minWords = 6
    @Option(
      "For the method learned: tell what happened (news), or say beside the headline what the article says most about (coverage). auto: coverage where the document has a title or is in paragraphs of several sentences."
    )
    var aim: Aim = .auto
    @Option(
      "For textrank, lexrank and centroid, how much the place of a sentence counts: 0 not at all; 1 in full, the third half as much as the first.",
      range: 0...1)
    var leadBias = 0.9
    @Option("Cosine at or above which a sentence repeats one that was picked.", range: 0...1) var redundancy =
      0.6
    @Option("Whether the trail tells what each sentence scored and what it was beaten by.") var explain = true

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "summarize"
  public static let abstract = "Picks the sentences that say what an article is about."
  public static let discussion = """
    The summary is made of whole sentences, in the order of the text. Headings, bylines, captions and sentences \
    that are too short are not picked; one that opens with a pronoun or a connective ("He said", "However") \
    while the sentence before it is not picked, or that holds half a quotation, must be clearly better than the \
    next. Of a quotation of several sentences none is picked that shows neither its marks nor who speaks, be the \
    summary shorter for it: what somebody says is not told as what is so. Only a text that is a quotation as a \
    whole is summed up all the same. Where not even one sentence fits the limit, the shortest is taken and the \
    trail says so. A text without a sentence that qualifies gets no summary. The method learned was trained on \
    English news; it and the others read texts of other languages whose words have blanks between them, but know \
    the stop words, pronouns and connectives of English alone. A text in Chinese, Japanese, Thai or another \
    language without blanks gets no summary, and the trail says why. Of a text of more than \
    \(SentenceGraph.pivots) sentences each is compared with so many at even steps.
    """
  /// How a definition may use it.
  public static let example = "- summarize: { words: 60, method: centroid }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.summary]
  /// Its rules.
  public static let rules = SummaryRule.allCases.map { Rule($0.rawValue, $0.help) }

  /// An option that has no effect on the method, or beside another.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    var advice: [OptionAdvice] = []
    let isGraph = [.textrank, .lexrank, .centroid].contains(options.method)
    if !isGraph, given.contains("lead_bias") {
      let why = options.method == .lead ? "ranks by place alone" : "has learned what the place is worth"
      advice.append(
        OptionAdvice(
          "lead_bias", "\"lead_bias\" has no effect on the method \(options.method.rawValue), which \(why)",
          help: "leave it out"))
    }
    if options.method != .learned, given.contains("aim") {
      advice.append(
        OptionAdvice(
          "aim", "\"aim\" has no effect on the method \(options.method.rawValue)", help: "leave it out"))
    }
    return advice
  }

  private let options: Options
  private let ranker: SentenceRanker

  public init(options: Options, context: StageContext) throws {
    self.options = options
    ranker = SentenceRanker(method: options.method, aim: options.aim, leadBias: options.leadBias)
  }

  public func process(_ document: inout Document) throws {
    let table = SentenceTable(document.text, minWords: options.minWords)
    guard !table.rows.isEmpty else {
      if Unspaced.holds(for: document.text) {
        document.trail.append(TrailEntry(.noted, rule: SummaryRule.unspaced.rawValue))
      }
      return
    }
    let ranking = ranker.rank(table, document)
    let limit = limit(for: document)
    let choice = SentenceChoice(
      table, scores: ranking.scores, limit: limit, weights: ranking.weights(redundancy: options.redundancy),
      text: document.text)
    guard !choice.rows.isEmpty else {
      document.trail.append(TrailEntry(.noted, rule: SummaryRule.noneFree.rawValue))
      return
    }
    document.summary = Summary(
      sentences: choice.rows.map { table.rows[$0].span }, method: options.method.rawValue)
    if options.explain {
      SummaryTrail(table, ranking, choice, limit: limit, redundancy: options.redundancy).write(to: &document)
    }
  }

  private func limit(for document: Document) -> SummaryLimit {
    var limit = SummaryLimit(
      sentences: options.sentences, words: options.words, characters: options.characters,
      leastWords: options.leastWords)
    if let ratio = options.ratio {
      let share = Int(Double(document.text.wordCount) * ratio)
      limit.words = min(limit.words ?? .max, max(1, share))
    }
    if limit.sentences == nil, limit.words == nil, limit.characters == nil { limit.sentences = 3 }
    return limit
  }
}
