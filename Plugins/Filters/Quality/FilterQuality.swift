import Copydesk

/// Drops documents that do not look like prose, by the rules of Gopher, C4 and FineWeb.
///
/// ```yaml
/// stages:
///   - filter.quality: { rules: [gopher, fineweb], min_stop_words: 1, measures: all }
/// ```
public struct FilterQuality: Stage {
  /// Whose rules.
  public enum RuleSet: String, OptionChoice {
    /// J. W. Rae et al.: Scaling Language Models (Gopher), 2021, appendix A.1.1.
    case gopher
    /// C. Raffel et al.: Exploring the Limits of Transfer Learning (C4), 2020, section 2.2.
    case c4
    /// G. Penedo et al.: The FineWeb Datasets, 2024, section 3.6.
    case fineweb
  }

  /// The options of `filter.quality`.
  public struct Options: StageOptions {
    @Option("Whose rules are asked.") var rules: [RuleSet] = [.gopher, .c4, .fineweb]
    @Option("gopher: fewest words.", range: 0...) var minWords = 50
    @Option("gopher: most words.", range: 1...) var maxWords = 100_000
    @Option("gopher: least mean length of a word.", range: 0...) var minWordLength = 3.0
    @Option("gopher: greatest mean length of a word.", range: 0...) var maxWordLength = 10.0
    @Option("gopher: most # a word, and most … a word.", range: 0...) var maxSymbols = 0.1
    @Option("gopher: most lines that begin with a bullet.", range: 0...1) var maxBulletLines = 0.9
    @Option("gopher: most lines that end in an ellipsis.", range: 0...1) var maxEllipsisLines = 0.3
    @Option("gopher: fewest words with a letter in them.", range: 0...1) var minAlphabetic = 0.8
    @Option(
      "gopher: fewest different stop words of the text's language; in English: the be to of and that have with.",
      range: 0...8)
    var minStopWords = 2
    @Option("c4: fewest sentences.", range: 0...) var minSentences = 3
    @Option("fineweb: fewest lines that end in punctuation.", range: 0...1) var minPunctuatedLines = 0.12
    @Option("fineweb: most characters in lines that stand there twice.", range: 0...1)
    var maxDuplicateCharacters = 0.1
    @Option("fineweb: most lines of fewer than 30 characters.", range: 0...1) var maxShortLines = 0.67
    @Option("What every rule measured: all to have it in the trail of each document that is kept.")
    var measures: MeasuresKept = .none

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "filter.quality"
  public static let abstract =
    "Drops documents that do not look like prose: the rules of Gopher, C4 and FineWeb."
  public static let discussion = """
    The limits are those of the papers; each can be set. A document must meet all rules of the sets asked. Of C4 there \
    are the rules for whole pages: sentences, curly brackets, filler text. Those for lines (without an end mark, of few \
    words, on JavaScript, cookies and terms of use) are not asked, nor its list of bad words, for which there is \
    `filter.words`. For each \
    rule that it does not meet the trail holds what was measured and the limit. Gopher counts words as separated by \
    white space; here they are the tokens that are words or numbers, so that a lone dash is none: of 3,000 newswire texts \
    362 have too few words with a letter, and 409 by the paper's words. A possessive 's is a part of its word here; in \
    `filter.length` and in the field `words` it counts as one.

    Stop words are those of the document's language, or where it has none, or the text lacks its words, of the \
    language that a look at the text finds; where nothing tells it, of the language that fits best. There are lists \
    for \(FunctionWords.languages.joined(separator: ", ")). A text in another language, such as Japanese, need not \
    meet this rule. The limits of the length of words are meant for languages that put blanks between them: for \
    Chinese and Japanese set `min_word_length: 1`. Of Korean, which writes syllables, the least is not asked. Of Thai, Lao, Khmer and Burmese they are not asked; what stands between \
    blanks counts as a word there. Thai and Lao end sentences without a mark, so that of them those of sentences and \
    of punctuation are not asked either.
    """
  public static let example = "- filter.quality: { rules: [gopher, fineweb], min_stop_words: 1 }"
  public static let reads: [DocumentField] = [.text]
  public static let rules = [
    Rule("gopher.min_words", "Fewer words than min_words."),
    Rule("gopher.max_words", "More words than max_words."),
    Rule("gopher.min_word_length", "Words are shorter on average than min_word_length."),
    Rule("gopher.max_word_length", "Words are longer on average than max_word_length."),
    Rule("gopher.symbols", "More # or more … a word than max_symbols."),
    Rule("gopher.bullet_lines", "More lines begin with a bullet than max_bullet_lines."),
    Rule("gopher.ellipsis_lines", "More lines end in an ellipsis than max_ellipsis_lines."),
    Rule("gopher.alphabetic", "Fewer words have a letter in them than min_alphabetic."),
    Rule("gopher.stop_words", "Fewer different stop words of its language than min_stop_words."),
    Rule("c4.sentences", "Fewer sentences than min_sentences."),
    Rule("c4.braces", "There is a curly bracket that opens, as in program code."),
    Rule("c4.lorem_ipsum", "It is filler text."),
    Rule("fineweb.punctuated_lines", "Fewer lines end in punctuation than min_punctuated_lines."),
    Rule("fineweb.duplicate_characters", "More of it is in repeated lines than max_duplicate_characters."),
    Rule("fineweb.short_lines", "More lines are short than max_short_lines."),
  ]

  /// The options of each set of rules.
  private static let optionsOfSets: [(set: RuleSet, options: [String])] = [
    (
      .gopher,
      [
        "min_words", "max_words", "min_word_length", "max_word_length", "max_symbols", "max_bullet_lines",
        "max_ellipsis_lines", "min_alphabetic", "min_stop_words",
      ]
    ),
    (.c4, ["min_sentences"]),
    (.fineweb, ["min_punctuated_lines", "max_duplicate_characters", "max_short_lines"]),
  ]

  /// The limits of rules that are not asked.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    optionsOfSets.filter { !options.rules.contains($0.set) }.flatMap { set, names in
      names.filter(given.contains).map { name in
        OptionAdvice(
          name, "\"\(name)\" has no effect without the rules \(set.rawValue)",
          help: "leave it out, or add \(set.rawValue) to \"rules\"")
      }
    }
  }

  private static let shortLine = 30
  private let options: Options

  public init(options: Options, context: StageContext) throws {
    guard !options.rules.isEmpty else {
      throw InvalidOption("rules", "the list is empty, so nothing would be checked", help: "leave it out")
    }
    if options.rules.contains(.gopher) {
      let none = "so no document would be kept"
      guard options.minWords <= options.maxWords else {
        throw InvalidOption("max_words", "max_words is less than min_words, \(none)")
      }
      guard options.minWordLength <= options.maxWordLength else {
        throw InvalidOption("max_word_length", "max_word_length is less than min_word_length, \(none)")
      }
    }
    self.options = options
  }

  public func process(_ document: inout Document) throws {
    let shape = TextShape(document.text, shortLine: Self.shortLine)
    var measures: [Measure] = []
    if options.rules.contains(.gopher) { measures += gopher(shape, document) }
    if options.rules.contains(.c4) { measures += c4(shape, document.text) }
    if options.rules.contains(.fineweb) { measures += fineweb(shape, document.text) }
    document.judge(measures, keeping: options.measures)
  }

  private func gopher(_ shape: TextShape, _ document: Document) -> [Measure] {
    func line(_ count: Int) -> Double { shape.share(count, of: shape.lines) }
    let stopWords = StopWordCount.count(in: document, enough: options.minStopWords).map { count in
      Measure(
        rule: "gopher.stop_words", value: Double(count), bound: .atLeast(Double(options.minStopWords)))
    }
    let least = Measure(
      rule: "gopher.min_word_length", value: shape.meanWordLength, bound: .atLeast(options.minWordLength))
    let most = Measure(
      rule: "gopher.max_word_length", value: shape.meanWordLength, bound: .atMost(options.maxWordLength))
    let wordLengths = shape.setsNoBlanks ? [] : shape.writesSyllables ? [most] : [least, most]
    return [
      Measure(
        rule: "gopher.min_words", value: Double(shape.words), bound: .atLeast(Double(options.minWords))),
      Measure(rule: "gopher.max_words", value: Double(shape.words), bound: .atMost(Double(options.maxWords))),
    ] + wordLengths + [
      Measure(
        rule: "gopher.symbols", value: shape.share(max(shape.hashes, shape.ellipses), of: shape.words),
        bound: .atMost(options.maxSymbols)),
      Measure(
        rule: "gopher.bullet_lines", value: line(shape.bulletLines), bound: .atMost(options.maxBulletLines)),
      Measure(
        rule: "gopher.ellipsis_lines", value: line(shape.ellipsisLines),
        bound: .atMost(options.maxEllipsisLines)
      ),
      Measure(
        rule: "gopher.alphabetic", value: shape.share(shape.alphabeticWords, of: shape.words),
        bound: .atLeast(options.minAlphabetic)),
    ] + [stopWords].compactMap(\.self)
  }

  private func c4(_ shape: TextShape, _ text: Text) -> [Measure] {
    let sentences = Measure(
      rule: "c4.sentences", value: Double(text.sentences.count), bound: .atLeast(Double(options.minSentences))
    )
    return (shape.setsNoMarks ? [] : [sentences]) + [
      Measure(rule: "c4.braces", value: shape.hasBraces ? 1 : 0, bound: .atMost(0)),
      Measure(rule: "c4.lorem_ipsum", value: shape.hasLoremIpsum ? 1 : 0, bound: .atMost(0)),
    ]
  }

  private func fineweb(_ shape: TextShape, _ text: Text) -> [Measure] {
    let punctuated = Measure(
      rule: "fineweb.punctuated_lines", value: shape.share(shape.punctuatedLines, of: shape.lines),
      bound: .atLeast(options.minPunctuatedLines))
    return (shape.setsNoMarks ? [] : [punctuated]) + [
      Measure(
        rule: "fineweb.duplicate_characters", value: RepeatedPieces(linesOf: text).shareOfCharacters,
        bound: .atMost(options.maxDuplicateCharacters)),
      Measure(
        rule: "fineweb.short_lines", value: shape.share(shape.shortLines, of: shape.lines),
        bound: .atMost(options.maxShortLines)),
    ]
  }
}
