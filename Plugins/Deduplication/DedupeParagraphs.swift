import Copydesk

/// Removes paragraphs that say what another paragraph said.
///
/// ```yaml
/// stages:
///   - dedupe.paragraphs
///   - dedupe.paragraphs: { across: 3, min_words: 12 }
/// ```
public struct DedupeParagraphs: LastingStage {
  /// The options of `dedupe.paragraphs`.
  public struct Options: StageOptions {
    @Option("How often a paragraph may stand in one document.", range: 1...) var within = 1
    @Option(
      "In how many documents a paragraph may stand, counted from the first; left out, in any number.",
      range: 1...255)
    var across: Int? = 2
    @Option("Fewest words of a paragraph that is compared with others.", range: 1...) var minWords = 8
    @Option("Chooses the hash function.") var seed = 0
    @Option("Memory for what was seen, such as 512MB; what is more goes to the disk.") var memory = "1GB"

    /// All options at their defaults.
    public init() {}
  }

  /// `dedupe.paragraphs`
  public static let name: StageName = "dedupe.paragraphs"
  /// What it does, in one line.
  public static let abstract = "Removes paragraphs that were seen before, in the document or in earlier ones."
  /// What a user should know besides.
  public static let discussion = """
    Two paragraphs are the same when their words are: case, punctuation and white space do not count, but a \
    minus before a number does, and what tells C# from C++. In a document the first of them stays. Among \
    documents a paragraph stays in the first ones in the input that have it, and is removed from all that come \
    after: notices, syndicated blocks, templates; a document of which nothing is left goes to the rejects. Where \
    `across` is given, each different paragraph takes 11 to 16 bytes of memory; past the memory that the options \
    give, and `--memory`, it continues on disk: slower, with the same result.
    """
  /// How a definition may use it.
  public static let example = "- dedupe.paragraphs: { across: 3, min_words: 12 }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it changes.
  public static let writes: [DocumentField] = [.text]
  /// What its trail entries name.
  public static let rules = [
    Rule("paragraph.within", "The document has the paragraph already."),
    Rule("paragraph.across", "As many earlier documents as may have the paragraph have it."),
    Rule("paragraph.empty", "Nothing of the text is left: earlier documents have all of it."),
  ]

  /// Nothing is remembered where no other documents are looked at.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    RepeatedPassages.advice(across: options.across, given: given)
  }

  private let work: RepeatedPassages

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws {
    work = RepeatedPassages(
      rule: "paragraph", within: options.within, across: options.across, minWords: options.minWords,
      seed: UInt64(bitPattern: Int64(options.seed)), isLines: false,
      memory: try ByteCount.read(options.memory, option: "memory", atMost: context.memory))
  }

  /// Nothing outlives a run.
  public var lastingState: [UInt8]? { nil }

  /// Nothing seen yet.
  public func makeState() throws -> PassageCounts { PassageCounts(budget: work.memory) }

  /// Finds the paragraphs of the text.
  public func prepare(_ document: inout Document) throws -> [Passage] { work.passages(of: document.text) }

  /// Removes those that were seen too often.
  public func commit(_ document: inout Document, _ passages: [Passage], _ counts: inout PassageCounts) throws
  {
    try work.remove(passages, from: &document, &counts)
  }
}
