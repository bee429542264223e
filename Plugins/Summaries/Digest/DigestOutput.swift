import Copydesk

/// Writes one briefing of all documents: top stories, who is named, sources.
///
/// ```yaml
/// stages:
///   - output.digest: { path: out/briefing.md }
///   - output.digest: { path: out/briefing.html, title: The morning, sections: 5 }
/// ```
public struct DigestOutput: Sink {
  /// What a section is about.
  public enum Grouping: String, OptionChoice {
    /// One story: the documents of a cluster, and those that are alike.
    case story
    /// One day.
    case day
    /// One name.
    case entity
  }

  /// The options of `output.digest`.
  public struct Options: StageOptions {
    @Option(
      "The file to write; it ends in .md (Markdown), .html (a single page) or .json. - is Markdown to standard output."
    ) var path = "out/digest.md"
    @Option("The heading.") var title = "Briefing"
    @Option("What a section is about.") var by: Grouping = .story
    @Option("Most sections; the other documents are listed by their titles.", range: 1...1_000) var sections =
      10
    @Option("Most sentences of a section.", range: 1...50) var sentences = 3
    @Option("Most names of each kind.", range: 0...1_000) var names = 12
    @Option("Cosine of titles and openings at or above which two documents tell one story.", range: 0...1)
    var likeness = 0.3
    @Option(
      "Share of the words of a sentence that were said before, at or above which it is left out.",
      range: 0...1)
    var redundancy = 0.5

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.digest"
  public static let form: OutputForm? = OutputForm(
    "a briefing in Markdown, HTML or JSON", endings: [],
    otherEndings: [".md", ".markdown", ".html", ".htm", ".json"])
  public static let abstract = "Writes one briefing of all documents: top stories, who is named, sources."
  public static let discussion = """
    Documents of one cluster (`dedupe.documents` with `action: cluster`) are one story, and so are those whose titles \
    and openings share rare words within three days. A section is drawn from all documents of its story without \
    repetition; each sentence is as it stands in its source and tells which one that is. The story that most documents \
    tell comes first. Names need `entities` before. Of each document a few sentences are kept until the end, about \
    3 KB.
    """
  /// How a definition may use it.
  public static let example = "- output.digest: { path: out/briefing.html, sections: 5 }"
  /// What it looks at; title, date and names too, where there are any.
  public static let reads: [DocumentField] = [.text]

  private let options: Options
  private let form: Form

  private enum Form { case markdown, html, json }

  public init(options: Options, context: StageContext) throws {
    self.options = options
    if options.path == "-" || options.path.hasSuffix(".md") || options.path.hasSuffix(".markdown") {
      form = .markdown
    } else if options.path.hasSuffix(".html") || options.path.hasSuffix(".htm") {
      form = .html
    } else if options.path.hasSuffix(".json") {
      form = .json
    } else {
      throw InvalidOption(
        "path", "\"\(options.path)\" does not tell what to write",
        help: "name a file that ends in .md, .html or .json")
    }
  }

  public var destination: String { options.path }

  /// What the documents so far have left behind.
  public struct State: Sendable {
    let file: OutputFile
    var entries: [DigestEntry] = []
  }

  public func makeState() throws -> State { State(file: try OutputFile(path: options.path)) }

  public func prepare(_ document: inout Document) throws -> DigestEntry {
    DigestEntry(document, most: options.sentences + 4)
  }

  public func commit(_ document: inout Document, _ entry: DigestEntry, _ state: inout State) throws {
    state.entries.append(entry)
  }

  public func finish(_ state: inout State) throws {
    let digest = Digest(state.entries, options: options)
    switch form {
    case .markdown: try state.file.write(Array(DigestMarkdown(digest, title: options.title).text.utf8))
    case .html: try state.file.write(Array(DigestPage(digest, title: options.title).text.utf8))
    case .json: try state.file.write(DigestRecord(digest, title: options.title).bytes)
    }
    try state.file.finish()
  }
}
