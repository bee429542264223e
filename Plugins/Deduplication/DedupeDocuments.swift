import Copydesk

/// Keeps the first of all documents that have the same or nearly the same text.
///
/// ```yaml
/// stages:
///   - dedupe.documents
///   - dedupe.documents: { threshold: 0.7, action: mark }
///   - dedupe.documents: { index: seen/, memory: 512MB }
/// ```
public struct DedupeDocuments: SettlingStage, LastingStage {
  /// The options of `dedupe.documents`.
  public struct Options: StageOptions {
    @Option(
      "Jaccard similarity of the shingles at or above which two documents are duplicates; at 1 only the same texts.",
      range: 0.3...1) var threshold = 0.8
    @Option(
      """
      What to do with a duplicate: drop it, mark it and keep it, or keep all and tell for each the cluster that it \
      belongs to.
      """) var action: DocumentAction = .drop
    @Option(
      "Which document of those that are alike is kept: the first, the longest, the earliest or the latest published."
    )
    var keep: KeptDocument = .first
    @Option(
      """
      Also a document of which this part, measured in shingles, stands in another one is a duplicate; left out, none \
      is.
      """,
      range: 0.3...1) var containment: Double? = nil
    @Option("Words in a shingle.", range: 1...20) var shingle = 5
    @Option("What a shingle is made of: words, or in every script characters.") var unit: ShingleUnit = .auto
    @Option("How words are made alike: lower case, or Unicode's NFKC and case folding.")
    var normalize: WordForm = .lower
    @Option("Fewest words of a text that is compared with others.", range: 1...) var minWords = 5
    @Option("Most places of a signature; they are divided into bands by themselves.", range: 8...512)
    var permutations = 64
    @Option("Memory for the index, such as 512MB; what is more goes to the disk.") var memory = "1GB"
    @Option("A folder to keep the index in, so that the next run compares with the documents of this one.")
    var index: String? = nil
    @Option("Chooses the hash functions; a secret one where documents come from people who wish you ill.")
    var seed = 0

    /// All options at their defaults.
    public init() {}
  }

  /// `dedupe.documents`
  public static let name: StageName = "dedupe.documents"
  /// What it does, in one line.
  public static let abstract = "Drops a document whose text, or nearly the same, was seen before."
  /// What a user should know besides.
  public static var discussion: String {
    let plan = BandPlan(threshold: Options().threshold, permutations: Options().permutations)
    return """
      Two texts are the same when their words are: case, punctuation and white space do not count. They are nearly \
      the same when the sets of their shingles, five words in a row each, have a Jaccard similarity at or above \
      the threshold. The first document in the input is kept, and others are compared with those that were kept. \
      Titles, bylines and dates are not compared. A text of fewer words than `min_words` is not compared with others, \
      not even with the same one: it stays. Thai, Lao, Khmer and Burmese have no blanks between words: four letters \
      are taken for one.

      Candidates are found by MinHash signatures, divided into bands so that for the threshold as few pairs as \
      possible are missed: at the defaults \(plan.bands) bands of \(plan.rows) rows, which miss \
      \(Self.percent(1 - plan.chance(at: Options().threshold))) of the pairs right at the threshold and \
      \(Self.percent(1 - plan.chance(at: 0.9))) of those at 0.9. Every candidate is verified with its exact \
      similarity: the trail tells it, with the longest passage that both texts have.

      \(Self.plans)

      With `keep` or with `action: cluster`, documents are alike when a chain of matches joins them, and what becomes of \
      a document is known only when the last one has been read: until then they wait in a temporary file. A cluster is \
      named by the document that stands for it, in `duplicate_of` and in the field `cluster`. With an `index`, too, that \
      is the one that an earlier run kept, where there is one. Its id is of that run, in which the same id may have been \
      another document's: such a duplicate has `document.earlier_run` in its trail.

      A document takes at most 165 bytes of memory, and about five for each of its words in a file. Past the \
      memory that the options give, the index continues on disk: slower, with the same result.
      """
  }
  /// The bands and rows of some thresholds, as a table.
  private static var plans: String {
    let rows = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map { threshold in
      let plan = BandPlan(threshold: threshold, permutations: Options().permutations)
      return "| \(threshold) | \(plan.bands) | \(plan.rows) | \(percent(1 - plan.chance(at: threshold))) |"
    }
    return (["| threshold | bands | rows | missed right at the threshold |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }
  /// How a definition may use it.
  public static let example = "- dedupe.documents: { threshold: 0.7, action: mark }"
  /// What it looks at.
  public static let reads: [DocumentField] = [.text]
  /// What it fills.
  public static let writes: [DocumentField] = [.duplicateOf, .metadata]
  /// What its trail entries name.
  public static let rules = [
    Rule("document.same", "The text says the same, word by word, as that of an earlier document."),
    Rule("document.near", "The text says nearly the same, by its shingles, as that of an earlier document."),
    Rule("document.contained", "The text stands in that of an earlier document."),
    Rule(
      TrailEntry.earlierRun,
      "The document that it repeats was read by an earlier run, and its id is of that run: here it may be another's."
    ),
  ]

  private static func percent(_ part: Double) -> String {
    let hundredths = Int((part * 10_000).rounded(.up))
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) %"
  }

  private let options: Options
  private let memory: Int
  private let settings: IndexSettings
  private let sketcher: DocumentSketcher

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws {
    self.options = options
    memory = try ByteCount.read(options.memory, option: "memory", atMost: context.memory)
    settings = IndexSettings(
      threshold: options.threshold, shingle: options.shingle, permutations: options.permutations,
      containment: options.containment, normalize: options.normalize, unit: options.unit, seed: options.seed,
      holdsDuplicates: options.keep != .first || options.action == .cluster)
    sketcher = DocumentSketcher(settings, minWords: options.minWords)
  }

  /// What is odd about the options.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    var advice: [OptionAdvice] = []
    if options.threshold == 1, given.contains("permutations") {
      advice.append(
        OptionAdvice(
          "permutations", "\"permutations\" has no effect at the threshold 1, where only the same texts count"
        ))
    }
    if options.permutations > 256 {
      let plan = BandPlan(threshold: options.threshold, permutations: options.permutations)
      advice.append(
        OptionAdvice(
          "permutations",
          "\(options.permutations) permutations make the stage slow, and find hardly more than 128",
          help: "the number is that of all places of a signature, not of a band: here \(plan.bands) bands of "
            + "\(plan.rows)"))
    }
    return advice
  }

  /// An empty index, or the one of the folder.
  public func makeState() throws -> DocumentDesk {
    DocumentDesk(
      index: try DocumentIndex(settings, memory: memory, folder: options.index),
      clusters: holdsDocuments ? DocumentClusters(keep: options.keep) : nil)
  }

  /// The sketch of the text; nil where it is too short to be compared.
  public func prepare(_ document: inout Document) throws -> DocumentSketch? { sketcher.sketch(document) }

  /// Marks the document where it repeats an earlier one, and else remembers it; or finds its cluster.
  public func commit(_ document: inout Document, _ sketch: DocumentSketch?, _ desk: inout DocumentDesk) throws
  {
    guard holdsDocuments else {
      if let sketch { try compare(&document, sketch, &desk.index) }
      return
    }
    if let sketch { try desk.join(sketch) } else { desk.clusters?.skip() }
  }

  private func compare(
    _ document: inout Document, _ sketch: DocumentSketch, _ index: inout DocumentIndex
  ) throws {
    guard let match = try index.same(as: sketch) ?? index.best(for: sketch) else {
      if try !index.remembers(sketch) { try index.insert(sketch) }
      return
    }
    let other = try index.other(at: match.place, for: sketch)
    let isEarlier = match.number < index.countBefore
    mark(&document, as: match, of: other.id, other, sketch, isOfEarlierRun: isEarlier)
  }

  /// - Parameters:
  ///   - kept: the id of the document that is kept; `other` is the one that this was compared with.
  ///   - isOfEarlierRun: whether an earlier run read the one that is kept.
  private func mark(
    _ document: inout Document, as match: DocumentMatch, of kept: String, _ other: DocumentIndex.Other,
    _ sketch: DocumentSketch, isOfEarlierRun: Bool
  ) {
    let limit: Double =
      switch match.kind {
      case .same: 1
      case .near: options.threshold
      case .contained: options.containment ?? 1
      }
    document.markDuplicate(
      of: kept, matching: other.id, rule: "document.\(match.kind.rawValue)", similarity: match.similarity,
      limit: limit, passage: sketch.passage(with: other), keep: options.action != .drop)
    guard isOfEarlierRun else { return }
    document.trail.append(TrailEntry(.noted, rule: TrailEntry.earlierRun, reference: kept))
  }

  // MARK: Clusters

  /// Whether a document waits for all the others.
  public var holdsDocuments: Bool { settings.holdsDuplicates }

  /// Chooses the document of each cluster that is kept.
  public func close(_ desk: inout DocumentDesk) throws { desk.clusters?.choose() }

  /// Marks the document where another one of its cluster is kept.
  public func settle(_ document: inout Document, _ desk: inout DocumentDesk) throws {
    guard let membership = desk.clusters?.nextMembership() else { return }
    desk.index.kept.note(membership.place, kept: membership.kept)
    let kept = try desk.index.id(at: membership.kept)
    if options.action == .cluster { document.metadata["cluster"] = .string(kept) }
    guard let joined = membership.match, let sketch = sketcher.sketch(document) else { return }
    // The kept one itself, where this one is like it; else one on the way to it.
    let direct = try desk.index.match(of: sketch, with: membership.kept)
    let match = direct ?? joined
    let other = try desk.index.other(at: match.place, for: sketch)
    let isEarlier = try desk.index.number(at: membership.kept) < desk.index.countBefore
    mark(&document, as: match, of: kept, other, sketch, isOfEarlierRun: isEarlier)
  }

  /// The hash of what the index consists of, where there is one.
  public var lastingState: [UInt8]? {
    get throws {
      try options.index.map { try IndexFolder.fingerprint(of: $0) }
    }
  }

  /// Saves the index where it has a folder.
  public func finish(_ desk: inout DocumentDesk) throws { try desk.index.save() }
}

/// What becomes of a document that repeats another.
public enum DocumentAction: String, OptionChoice {
  /// It goes to the rejects.
  case drop
  /// It stays in the output, with the id of the document that is kept in `duplicate_of`.
  case mark
  /// All stay, and the field `cluster` of each tells which belong together.
  case cluster
}

/// Which document of those that are alike is kept.
public enum KeptDocument: String, OptionChoice {
  /// The first in the input.
  case first
  /// The one with most words.
  case longest
  /// The one that was published first; those without a date come last.
  case earliest
  /// The one that was published last, as the corrected version is; those without a date come last.
  case latest
}

/// The documents so far, and where they are grouped, their clusters.
public struct DocumentDesk: Sendable {
  var index: DocumentIndex
  var clusters: DocumentClusters?

  /// Enters a document and joins it to all that it is alike.
  mutating func join(_ sketch: DocumentSketch) throws {
    let same = try index.same(as: sketch)
    let matches = try same.map { [$0] } ?? index.matches(of: sketch)
    let number = index.count
    let place = try index.insert(sketch, isFindable: same == nil)
    clusters?.enter(
      number, at: place, words: sketch.words, published: sketch.published, countBefore: index.countBefore)
    for match in matches {
      clusters?.join(number, at: place, to: match, kept: index.kept.kept(for: match.place))
    }
  }
}
