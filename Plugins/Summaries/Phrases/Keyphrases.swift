import Copydesk

/// Finds the phrases that name what a document is about.
///
/// ```yaml
/// - keyphrases: { most: 8 }
/// ```
public struct Keyphrases: Stage {
  /// The options of `keyphrases`.
  public struct Options: StageOptions {
    @Option("Most phrases.", range: 1...100) var most = 8
    @Option("Most words of a phrase.", range: 1...6) var words = 4
    @Option("The field they are written to.") var field = "keyphrases"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "keyphrases"
  public static let abstract = "Finds the phrases that name what a document is about."
  public static let discussion = """
    They are ranked, the best first, in a list of metadata: each with its wording, a score of 1 for the best, and \
    the spans of the text where it stands, counted in Unicode scalars. Phrases are runs of words between stop words, \
    verbs and marks; one that is part of a better one is left out. A stage that changes the text afterwards does not \
    move these spans.

    Made for English, of which it knows common verbs and endings. Of other languages it knows the stop words alone, \
    which makes phrases longer and coarser: \(FunctionWords.languages.filter { $0 != "en" }.joined(separator: ", ")). \
    The language is the document's, or where it has none, the one whose small words it has most of. A text in a language \
    without blanks between words, such as Japanese or Thai, gets no phrases, and the trail says so.
    """
  /// How a definition may use it.
  public static let example = "- keyphrases: { most: 5 }"
  /// What it looks at; the title too, where there is one.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.metadata]
  /// Its rule.
  public static let rules = [
    Rule(unspaced, "There are no phrases: the text's language puts no blanks between words.")
  ]
  private static let unspaced = "keyphrases.unspaced"

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    guard !options.field.isEmpty else { throw InvalidOption("field", "the field has no name") }
    self.options = options
  }

  public func process(_ document: inout Document) throws {
    let text = document.text
    guard !Unspaced.holds(for: text) else {
      document.trail.append(TrailEntry(.noted, rule: Self.unspaced))
      return
    }
    let finder = PhraseFinder(
      text, title: document.title, longest: options.words, smallWords: PhraseLanguage.smallWords(of: document)
    )
    let phrases = finder.best(options.most)
    guard !phrases.isEmpty else { return }
    let offsets = ScalarOffsets(text)
    document.metadata[options.field] = .array(
      phrases.map { phrase in
        .object([
          .init("text", .string(text[phrase.wording])),
          .init("score", .number(Self.digits(phrase.score))),
          .init(
            "spans",
            .array(
              phrase.spans.map { span in
                .object([
                  .init("start", .number(String(offsets[span.start]))),
                  .init("end", .number(String(offsets[span.end]))),
                ])
              })),
        ])
      })
  }

  /// Three decimals, the same on every machine.
  private static func digits(_ score: Double) -> String {
    let thousandths = Int((score * 1000).rounded())
    guard thousandths < 1000 else { return "1" }
    let digits = String(thousandths)
    return "0." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
