import Copydesk

/// Gives a document without a title one, from its own words.
///
/// ```yaml
/// - headline: { words: 12 }
/// ```
public struct Headline: Stage {
  /// The options of `headline`.
  public struct Options: StageOptions {
    @Option("Most words of a headline.", range: 4...40) var words = 12

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "headline"
  public static let abstract = "Gives a document without a title one, from its own words."
  public static let discussion = """
    The sentence that tells best what happened is cut down to its first statement: without the dateline before it, who \
    said it, and the clauses after it. It is a run of words of the text as they stand there, which the trail tells. \
    Where none of the best sentences leaves a statement of so few words, there is no title, and the trail says so. A \
    document that has a title keeps it.
    """
  /// How a definition may use it.
  public static let example = "- headline: { words: 10 }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.title]
  /// Its rules.
  public static let rules = [
    Rule(fromText, "The title was made of these words of the text."),
    Rule(none, "There is no title: no sentence could be cut down to a statement of so few words."),
  ]
  private static let fromText = "headline.from_text"
  private static let none = "headline.none"
  /// How many sentences are tried, the best first.
  private static let mostTried = 3

  private let options: Options

  public init(options: Options, context: StageContext) throws { self.options = options }

  public func process(_ document: inout Document) throws {
    guard document.title.map(\.isEmpty) ?? true else { return }
    let table = SentenceTable(document.text, minWords: 4)
    let features = SentenceFeatures(
      table, title: nil, entities: document.entities, tokens: document.text.tokens)
    let scores = SummaryModel.news.scores(features)
    let leaning = table.rows.map {
      $0.form.signs.isDisjoint(with: [.connective, .pronoun, .halfQuote, .question]) ? 0.0 : 2
    }
    let worth = zip(scores, leaning).map { $0 - $1 }
    let order = worth.indices
      .filter { table.rows[$0].bar == nil && !table.rows[$0].form.signs.contains(.listItem) }
      .sorted { (worth[$1], $0) < (worth[$0], $1) }
    let cutter = HeadlineCutter(document.text, most: options.words)
    let cuts = order.prefix(Self.mostTried).lazy.compactMap { cutter.cut(table.rows[$0].tokens) }
    guard let span = cuts.first else {
      document.trail.append(TrailEntry(.noted, rule: Self.none))
      return
    }
    let words = document.text[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    document.title = words.prefix(1).uppercased() + words.dropFirst()
    document.noteLifted("title", rule: Self.fromText, from: span)
  }
}
