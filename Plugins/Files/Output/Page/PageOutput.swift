import Copydesk

/// Writes a page to look at: each article with its entities coloured, its summary and fields, and what was struck out.
///
/// ```yaml
/// stages:
///   - output.html: { path: out/news.html }
/// ```
public struct PageOutput: Sink {
  /// The options of `output.html`.
  public struct Options: StageOptions {
    @Option("The page to write; - is standard output.") public var path = "out/result.html"
    @Option("How many articles the page shows; of the others it tells the number.", range: 1...)
    public var most = 500
    @Option("Whether what was taken out of a text is shown in its place, struck out.") public var struck =
      true
    @Option("The title of the page.") public var title = "Copydesk"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.html"
  public static let form: OutputForm? = OutputForm("HTML", endings: [".html", ".htm"])
  public static let abstract =
    "Writes a page that shows articles with their entities, summary and what was struck out."
  public static let discussion = """
    One file that needs no other, in light and dark as the reader's system is. Labels can be switched off in its head. \
    A mention tells its value, title and id when it is pointed at.
    """
  public static let example = "- output.html: { path: out/news.html }"
  public static let reads: [DocumentField] = []

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    try OutputPath.check(options.path, example: "result.html")
    self.options = options
  }

  public var destination: String { options.path }

  /// An article as the page shows it, and how many entities of each label it has.
  public struct Prepared: Sendable {
    let article: [UInt8]
    let labels: [String: Int]
  }

  /// What the page will hold.
  public struct State: Sendable {
    let file: OutputFile
    var articles: [[UInt8]] = []
    var labels: [String: Int] = [:]
    var left = 0
  }

  public func makeState() throws -> State { State(file: try OutputFile(path: options.path)) }

  public func prepare(_ document: inout Document) throws -> Prepared {
    var labels: [String: Int] = [:]
    for entity in document.entities { labels[entity.label.rawValue, default: 0] += 1 }
    return Prepared(article: ArticleMarkup(document, struck: options.struck).bytes, labels: labels)
  }

  public func commit(_ document: inout Document, _ prepared: Prepared, _ state: inout State) throws {
    guard state.articles.count < options.most else {
      state.left += 1
      return
    }
    state.articles.append(prepared.article)
    state.labels.merge(prepared.labels, uniquingKeysWith: +)
  }

  public func finish(_ state: inout State) throws {
    try state.file.write(
      PageFrame.head(
        title: options.title, articles: state.articles.count, left: state.left, labels: state.labels))
    for article in state.articles { try state.file.write(article) }
    try state.file.write(PageFrame.foot)
    try state.file.finish()
  }
}
