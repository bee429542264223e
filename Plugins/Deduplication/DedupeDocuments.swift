import Copydesk

/// Keeps the first of all documents that have the same text.
///
/// ```yaml
/// stages:
///   - dedupe.documents
///   - dedupe.documents: { action: mark, min_words: 20 }
/// ```
public struct DedupeDocuments: OrderedStage {
  /// The options of `dedupe.documents`.
  public struct Options: StageOptions {
    @Option("What to do with a duplicate: drop it, or mark it and keep it.") var action: DuplicateAction =
      .drop
    @Option("Fewest words of a text that is compared with others.", range: 1...) var minWords = 5

    /// All options at their defaults.
    public init() {}
  }

  /// `dedupe.documents`
  public static let name: StageName = "dedupe.documents"
  /// What it does, in one line.
  public static let abstract = "Drops a document whose text was seen before."
  /// What a user should know besides.
  public static let discussion = """
    Two texts are the same when their words are: case, punctuation and white space do not count. The first \
    document in the input is kept. Titles, bylines and dates are not compared. Costs about 100 bytes of \
    memory for each document.
    """
  /// How a definition may use it.
  public static let example = "- dedupe.documents: { action: mark, min_words: 20 }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.duplicateOf]
  /// Its rule.
  public static let rules = [
    Rule(sameText, "The text says the same, word by word, as that of an earlier document.")
  ]

  private static let sameText = "document.same"

  private let options: Options

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws { self.options = options }

  /// An empty index.
  public func makeState() throws -> DocumentIndex { DocumentIndex() }

  /// The fingerprint of the text; nil where it is too short to be compared.
  public func prepare(_ document: inout Document) throws -> Fingerprint? {
    let normal = NormalisedWords(document.text.utf8)
    return normal.count >= options.minWords ? Fingerprint(normal.bytes) : nil
  }

  /// Marks the document where an earlier one has its text, and else remembers it as the first.
  public func commit(_ document: inout Document, _ fingerprint: Fingerprint?, _ index: inout DocumentIndex)
    throws
  {
    guard let fingerprint else { return }
    if let first = index.firstOrInsert(document.id, fingerprint) {
      document.markDuplicate(
        of: first, rule: Self.sameText, similarity: 1, limit: 1, keep: options.action == .mark)
    }
  }
}
