import Copydesk

/// Drops documents that are too short or too long.
///
/// ```yaml
/// stages:
///   - filter.length: { min_words: 50, max_words: 100000 }
/// ```
public struct FilterLength: Stage {
  /// The options of `filter.length`.
  public struct Options: StageOptions {
    @Option("Fewest words.", range: 0...) var minWords = 50
    @Option("Most words.", range: 1...) var maxWords: Int? = nil
    @Option("Fewest sentences.", range: 0...) var minSentences = 0
    @Option("What every rule measured: all to have it in the trail of each document that is kept.")
    var measures: MeasuresKept = .none

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "filter.length"
  public static let abstract = "Drops documents that are too short or too long."
  public static let example = "- filter.length: { min_words: 50, max_words: 100000 }"
  public static let reads: [DocumentField] = [.text]
  public static let rules = [
    Rule("length.min_words", "Drops a document with fewer words than min_words."),
    Rule("length.max_words", "Drops a document with more words than max_words."),
    Rule("length.min_sentences", "Drops a document with fewer sentences than min_sentences."),
  ]

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    if let most = options.maxWords, most < options.minWords {
      throw InvalidOption("max_words", "max_words is less than min_words, so no document would be kept")
    }
    self.options = options
  }

  public func process(_ document: inout Document) throws {
    let words = Double(document.text.wordCount)
    var measures = [
      Measure(rule: "length.min_words", value: words, bound: .atLeast(Double(options.minWords)))
    ]
    if let most = options.maxWords {
      measures.append(Measure(rule: "length.max_words", value: words, bound: .atMost(Double(most))))
    }
    if options.minSentences > 0 {
      let sentences = Double(document.text.sentences.count)
      measures.append(
        Measure(rule: "length.min_sentences", value: sentences, bound: .atLeast(Double(options.minSentences)))
      )
    }
    document.judge(measures, keeping: options.measures)
  }
}
