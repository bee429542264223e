import Copydesk

/// Finds the article in a page or in a text dump, and lifts its head into fields.
///
/// ```yaml
/// stages:
///   - clean
///   - clean: { min_words: 40 }
/// ```
///
/// From a text it takes, line by line, the date, byline, section and headline above the first paragraph, and
/// what the site put around the article: paths, share buttons, labels of advertisements, pointers to other
/// stories, notices. From an HTML page it takes the article's blocks by their structure and their text, and
/// its metadata.
///
/// Each removal is in the trail. A paragraph that merely begins like boilerplate stays.
public struct Clean: Stage {
  /// The options of `clean`.
  public struct Options: StageOptions {
    @Option("Whether title, byline, section and date are read out of the text's head into fields.") var lift =
      true
    @Option("Fewest words of article text; a document with fewer is dropped. 0 drops none.", range: 0...)
    var minWords = 1

    /// All options at their defaults.
    public init() {}
  }

  /// `clean`
  public static let name: StageName = "clean"
  /// What it does, in one line.
  public static let abstract =
    "Finds the article in a page or text dump and lifts its title, byline and date."
  /// What a user should know besides.
  public static let discussion = """
    Works on plain text, Markdown and HTML. The first copy of the headline goes into the title; a second copy is left \
    for dedupe.headlines. Fields that a record brings along are kept.
    """
  /// How a definition may use it.
  public static let example = "- clean: { min_words: 40 }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it fills or changes.
  public static let writes: [DocumentField] = [
    .text, .title, .byline, .section, .published, .language, .metadata,
  ]
  /// Its rules: of lines, of the head, of pages, of what pages say of themselves, of lengths.
  public static let rules: [Rule] =
    LineRules.declared + HeadRule.declared + PageRule.declared + MetadataRule.declared + LengthRule.declared

  private let options: Options

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws { self.options = options }

  /// Finds the article and lifts its head.
  public func process(_ document: inout Document) throws {
    if HTMLCleaner.isPage(document) { HTMLCleaner(lifts: options.lift).clean(&document) }
    TextCleaner(lifts: options.lift).clean(&document)
    dropIfShort(&document)
  }

  private func dropIfShort(_ document: inout Document) {
    guard options.minWords > 0 else { return }
    let words = document.text.wordCount
    guard words < options.minWords else { return }
    document.drop(
      rule: (words == 0 ? LengthRule.empty : .tooShort).rawValue,
      reason: words == 0 ? "no article text is left" : "only \(words) words of article text are left",
      measured: Double(words), limit: Double(options.minWords))
  }
}
