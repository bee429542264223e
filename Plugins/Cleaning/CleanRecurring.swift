import Copydesk

/// Takes out lines that recur over the documents of a source.
///
/// ```yaml
/// stages:
///   - clean
///   - clean.recurring
///   - clean.recurring: { after: 3, max_words: 60, source: folder }
/// ```
///
/// What a site prints under every story is not part of any. A line goes when it was seen in enough earlier documents
/// of the same source: the first of these keep it, for nothing is known yet when they pass.
public struct CleanRecurring: OrderedStage {
  /// What counts as one source.
  public enum SourceKey: String, OptionChoice {
    /// The site that the document names, or else the host of its address, or else its folder.
    case site
    /// The folder of its id.
    case folder
    /// Everything.
    case all
  }

  /// The options of `clean.recurring`.
  public struct Options: StageOptions {
    @Option("In how many earlier documents of its source a line must have been seen to go.", range: 1...1_000)
    var after = 5
    @Option(
      "Most words of a line that may go: longer ones are text, however often they are printed.",
      range: 1...500)
    var maxWords = 40
    @Option("What counts as one source.") var source: SourceKey = .site

    /// All options at their defaults.
    public init() {}
  }

  /// `clean.recurring`
  public static let name: StageName = "clean.recurring"
  /// What it does, in one line.
  public static let abstract = "Takes out lines that recur over the documents of a source."
  /// What a user should know besides.
  public static let discussion = """
    Documents are seen in input order, so that the result is the same at any number of workers. Takes 4 MB however \
    large the corpus: lines are counted in a sketch, which may take a line for more frequent than it is, once in many \
    thousands, and never for less.

    `source` says which documents are counted together. `site`: those whose metadata name one `site`; where they name \
    none, those whose `url` has one host, with or without `www.`; where there is no `url` either, those of one folder. \
    `folder`: those whose ids are alike up to the last slash, which is all records of a file that give their own ids \
    without one. `all`: all.
    """
  /// How a definition may use it.
  public static let example = "- clean.recurring: { after: 3, source: folder }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text, .metadata]
  /// What it changes.
  public static let writes: [DocumentField] = [.text]
  /// Its rule.
  public static let rules = [
    Rule(
      recurring, "A line that was in several earlier documents of the source: measured is in how many.")
  ]

  private static let recurring = "corpus.recurring"

  private let options: Options

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws { self.options = options }

  /// No line was seen.
  public func makeState() throws -> LineSketch { LineSketch() }

  /// The lines that may recur, each once, with the hashes that they are counted by.
  public func prepare(_ document: inout Document) throws -> [RecurringLine] {
    let source = StableHash.of(sourceKey(document).utf8)
    let text = document.text
    var seen: Set<UInt64> = []
    var lines: [RecurringLine] = []
    let all = TextLines(of: text)
    for (index, line) in all.enumerated() where line.words <= options.maxWords && !line.folded.isEmpty {
      let hash = StableHash.of(line.folded, seed: source)
      lines.append(RecurringLine(span: all.full(index), hash: hash, isFirst: seen.insert(hash).inserted))
    }
    return lines
  }

  /// Takes out what was seen often enough, and counts the document's lines.
  public func commit(_ document: inout Document, _ lines: [RecurringLine], _ sketch: inout LineSketch) throws
  {
    let counts = lines.map { sketch.count(of: $0.hash) }
    for line in lines where line.isFirst { sketch.add(line.hash) }
    let removals = zip(lines, counts).compactMap { line, count in
      count < options.after
        ? nil
        : Removal(line.span, rule: Self.recurring, measured: Double(count), limit: Double(options.after))
    }
    // A document that would lose everything is a copy of others, which is for dedupe to say.
    guard !removals.isEmpty, removals.count < lines.count || document.text.wordCount > words(lines, document)
    else {
      return
    }
    document.remove(removals)
    BlankLines.tidy(&document)
  }

  private func words(_ lines: [RecurringLine], _ document: Document) -> Int {
    lines.reduce(0) { $0 + Text(document.text[$1.span]).wordCount }
  }

  private func sourceKey(_ document: Document) -> String {
    switch options.source {
    case .all: ""
    case .folder: Self.folder(of: document)
    case .site:
      document.metadata["site"]?.string ?? document.metadata["url"]?.string.flatMap(SourceHost.host)
        ?? Self.folder(of: document)
    }
  }

  private static func folder(of document: Document) -> String {
    document.id.split(separator: "/").dropLast().joined(separator: "/")
  }
}

/// A line that may recur.
public struct RecurringLine: Sendable {
  let span: Span
  let hash: UInt64
  /// Whether it is the first such line of its document: each counts once.
  let isFirst: Bool
}
