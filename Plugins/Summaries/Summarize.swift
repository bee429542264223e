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
    /// By the sentences that are like them: TextRank.
    case textrank
    /// By how near they are to the middle of all sentences.
    case centroid
    /// By their place: the first come first.
    case lead
  }

  /// The options of `summarize`.
  public struct Options: StageOptions {
    @Option("Most sentences of a summary.", range: 1...) var sentences = 3
    @Option(
      "Most words of a summary, instead of a number of sentences; one sentence is always kept.", range: 1...)
    var words: Int? = nil
    @Option("How sentences are ranked.") var method: Method = .textrank
    @Option(
      "How much the place of a sentence counts: 0 not at all; 1 in full, the third half as much as the first.",
      range: 0...1)
    var leadBias = 0.9
    @Option("Fewest words of a sentence that may be picked.", range: 1...) var minWords = 6
    @Option("Cosine at or above which a sentence repeats one that was picked.", range: 0...1) var redundancy =
      0.6

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "summarize"
  public static let abstract = "Picks the sentences that say what an article is about."
  public static let discussion = """
    Headings, bylines and sentences that are too short are not picked; one that opens with a pronoun or a connective \
    ("He said", "However"), or that holds half a quotation, must be clearly better than the next. The first \(SentenceTable.limit) \
    sentences of a document are looked at. A text without a sentence that qualifies gets no summary.
    """
  /// How a definition may use it.
  public static let example = "- summarize: { words: 60, method: centroid }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.summary]

  /// A summary has one limit, and the method lead ranks by the place alone.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    var advice: [OptionAdvice] = []
    if options.words != nil, given.contains("sentences") {
      advice.append(
        OptionAdvice(
          "sentences", "\"sentences\" has no effect when \"words\" is given", help: "keep one of the two"))
    }
    if options.method == .lead, given.contains("lead_bias") {
      advice.append(
        OptionAdvice(
          "lead_bias", "\"lead_bias\" has no effect on the method lead, which ranks by place alone",
          help: "leave it out"))
    }
    return advice
  }

  private let options: Options

  public init(options: Options, context: StageContext) throws { self.options = options }

  public func process(_ document: inout Document) throws {
    let table = SentenceTable(document.text, minWords: options.minWords)
    guard !table.rows.isEmpty else { return }
    let scores = SentenceScores(table, method: options.method, leadBias: options.leadBias).values
    let limit = options.words.map(SentenceChoice.Limit.words) ?? .sentences(options.sentences)
    let chosen = SentenceChoice.rows(table, scores: scores, limit: limit, redundancy: options.redundancy)
    document.summary = Summary(
      sentences: chosen.sorted().map { table.rows[$0].span }, method: options.method.rawValue)
  }
}
