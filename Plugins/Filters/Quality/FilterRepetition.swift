import Copydesk

/// Drops documents that say the same over and over, by the rules of Gopher.
///
/// ```yaml
/// stages:
///   - filter.repetition: { duplicate_lines: 0.2 }
/// ```
public struct FilterRepetition: Stage {
  /// The options of `filter.repetition`.
  public struct Options: StageOptions {
    @Option("Most lines that repeat one.", range: 0...1) var duplicateLines = 0.3
    @Option("Most paragraphs that repeat one.", range: 0...1) var duplicateParagraphs = 0.3
    @Option("Most of the text in such lines.", range: 0...1) var duplicateLineCharacters = 0.2
    @Option("Most of the text in such paragraphs.", range: 0...1) var duplicateParagraphCharacters = 0.2
    @Option("Most of the text in the most frequent run of 2, 3 and 4 words.") var topRuns = [0.2, 0.18, 0.16]
    @Option("Most of the text in runs of 5, 6, 7, 8, 9 and 10 words that stand there twice.")
    var duplicateRuns = [0.15, 0.14, 0.13, 0.12, 0.11, 0.1]
    @Option("What every rule measured: all to have it in the trail of each document that is kept.")
    var measures: MeasuresKept = .none

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "filter.repetition"
  public static let abstract = "Drops documents that say the same over and over."
  public static let discussion = """
    The rules and limits of table A1 in J. W. Rae et al., Scaling Language Models (Gopher), 2021. Runs of words are \
    counted without regard to case; how much of the text they are is counted in letters.
    """
  public static let example = "- filter.repetition: { duplicate_lines: 0.2 }"
  public static let reads: [DocumentField] = [.text]
  public static let rules =
    [
      Rule("repetition.lines", "More lines repeat one than duplicate_lines."),
      Rule("repetition.paragraphs", "More paragraphs repeat one than duplicate_paragraphs."),
      Rule("repetition.line_characters", "More of the text is in such lines than duplicate_line_characters."),
      Rule(
        "repetition.paragraph_characters",
        "More of the text is in such paragraphs than duplicate_paragraph_characters."),
    ] + (2...4).map { Rule("repetition.top_\($0)_words", "One run of \($0) words is too much of the text.") }
    + (5...10).map {
      Rule("repetition.runs_of_\($0)", "Runs of \($0) words that stand there twice are too much of it.")
    }

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    for (name, list, count) in [
      ("top_runs", options.topRuns, 3), ("duplicate_runs", options.duplicateRuns, 6),
    ]
    where list.count != count || !list.allSatisfy((0...1).contains) {
      throw InvalidOption(name, "there must be \(count) shares, each from 0 to 1")
    }
    self.options = options
  }

  public func process(_ document: inout Document) throws {
    let lines = RepeatedPieces(linesOf: document.text)
    let paragraphs = RepeatedPieces(paragraphsOf: document.text)
    var measures = [
      Measure(rule: "repetition.lines", value: lines.share, bound: .atMost(options.duplicateLines)),
      Measure(
        rule: "repetition.paragraphs", value: paragraphs.share, bound: .atMost(options.duplicateParagraphs)),
      Measure(
        rule: "repetition.line_characters", value: lines.shareOfCharacters,
        bound: .atMost(options.duplicateLineCharacters)),
      Measure(
        rule: "repetition.paragraph_characters", value: paragraphs.shareOfCharacters,
        bound: .atMost(options.duplicateParagraphCharacters)),
    ]
    let runs = WordRuns(document.text)
    for (index, limit) in options.topRuns.enumerated() {
      measures.append(
        Measure(
          rule: "repetition.top_\(index + 2)_words", value: runs.topShare(index + 2), bound: .atMost(limit)))
    }
    for (index, limit) in options.duplicateRuns.enumerated() {
      measures.append(
        Measure(
          rule: "repetition.runs_of_\(index + 5)", value: runs.duplicateShare(index + 5),
          bound: .atMost(limit)))
    }
    document.judge(measures, keeping: options.measures)
  }
}
