import Copydesk

/// Finds the article in a page or in a text dump, and lifts its head into fields.
///
/// ```yaml
/// stages:
///   - clean
///   - clean: { min_words: 40 }
///   - clean: { favor: precision, keep: [captions], format: markdown, links: true }
/// ```
///
/// From a text it takes, line by line, the date, byline, section and headline above the first paragraph, and
/// what the site put around the article: paths, share buttons, labels of advertisements, pointers to other
/// stories, notices. From an HTML page it takes the article's blocks, which a trained model tells from the rest by
/// their structure, their text and their neighbours, and its metadata.
///
/// Each removal is in the trail. A paragraph that merely begins like boilerplate stays.
public struct Clean: Stage {
  /// What is worse: a part of the article that is lost, or something else that stays.
  public enum Favor: String, OptionChoice {
    /// What stays is the article; parts of it may be lost.
    case precision
    /// Both are as bad.
    case balanced
    /// The article is whole; something else may stay.
    case recall

    /// How probable it must be that a block belongs to the article, as a share of the most probable one.
    var limit: Double {
      switch self {
      case .precision: 0.65
      case .balanced: 0.43
      case .recall: 0.25
      }
    }

    /// The same of the lines of a text.
    var limitOfLines: Double { self == .balanced ? 0.45 : limit }
  }

  /// How the text of a page is written.
  public enum Format: String, OptionChoice {
    /// Plain, list items after a hyphen.
    case text
    /// With the marks of Markdown for headings, lists, quotes, tables and code.
    case markdown
  }

  /// The options of `clean`.
  public struct Options: StageOptions {
    @Option("Whether title, byline, section and date are read out of the text's head into fields.") var lift =
      true
    @Option("Fewest words of article text; a document with fewer is dropped. 0 drops none.", range: 0...)
    var minWords = 1
    @Option(
      "What is worse on a page: balanced, or rather lose a part (precision), or rather keep too much (recall)."
    )
    var favor: Favor = .balanced
    @Option("Kinds of blocks that stay where they stand inside a page's article.") var keep: [BlockKind] = []
    @Option("Kinds of blocks of a page that go.") var drop: [BlockKind] = []
    @Option("Whether readers' comments below a page's article stay.") var comments = false
    @Option("How the text of a page is written.") var format: Format = .text
    @Option("Whether links keep their addresses, as Markdown writes them.") var links = false

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
    LineRules.declared + LineModelRule.declared + HeadRule.declared + PageRule.declared
    + MetadataRule.declared + CharacterRule.declared + LengthRule.declared

  private let options: Options
  private let model: ArticleModel?
  private let lines: LineModel?

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws {
    if let kind = options.keep.first(where: options.drop.contains) {
      throw InvalidOption(
        "drop", "`keep` and `drop` both name \(kind.rawValue)", help: "name it in one of them")
    }
    self.init(options: options, model: ShippedModel.article, lines: ShippedModel.lines)
  }

  /// Creates the stage with models of one's own, to measure them; without one the rules decide alone.
  init(options: Options, model: ArticleModel?, lines: LineModel?) {
    self.lines = lines
    self.options = options
    self.model = model
  }

  /// Finds the article and lifts its head.
  public func process(_ document: inout Document) throws {
    let isPage = HTMLCleaner.isPage(document)
    if isPage { HTMLCleaner(options: options, model: model).clean(&document) }
    TextCleaner(lifts: options.lift, model: isPage ? nil : lines, limit: options.favor.limitOfLines).clean(
      &document)
    CharacterRepair.repair(&document)
    dropIfShort(&document)
  }

  private func dropIfShort(_ document: inout Document) {
    guard options.minWords > 0 else { return }
    let words = document.text.wordCount(upTo: options.minWords)
    guard words < options.minWords else { return }
    document.drop(
      rule: (words == 0 ? LengthRule.empty : .tooShort).rawValue,
      reason: words == 0 ? "no article text is left" : "only \(words) words of article text are left",
      measured: Double(words), limit: Double(options.minWords))
  }
}
