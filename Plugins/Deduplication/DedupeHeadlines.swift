import Copydesk

/// Leaves a headline standing once: once in a document, and once among documents.
///
/// ```yaml
/// stages:
///   - clean
///   - dedupe.headlines
///   - dedupe.headlines: { action: mark, same_day: false }
/// ```
public struct DedupeHeadlines: LastingStage {
  /// The options of `dedupe.headlines`.
  public struct Options: StageOptions {
    @Option("Whether a document under the headline of an earlier one is a duplicate.") var across = true
    @Option("What to do with a duplicate: drop it, or mark it and keep it.") var action: DuplicateAction =
      .drop
    @Option("Fewest words of a headline that is compared with those of other documents.", range: 1...)
    var minWords = 4
    @Option(
      """
      Part of the words of two headlines that must be the same for one to be an edited form of the other; small words \
      and endings do not count, numbers must be equal. At 1 only the same headline counts.
      """,
      range: 0.5...1) var similarity = 0.8
    @Option(
      """
      Part of the telling words at the beginning of two texts that must be the same for their headlines to count; at 0 \
      texts are not looked at.
      """,
      range: 0...1) var textOverlap = 0.07
    @Option("Whether two documents that both have a date must be at most a day apart to be duplicates.")
    var sameDay = true
    @Option("Memory for the headlines, such as 512MB; what is more goes to the disk.") var memory = "1GB"

    /// All options at their defaults.
    public init() {}
  }

  /// `dedupe.headlines`
  public static let name: StageName = "dedupe.headlines"
  /// What it does, in one line.
  public static let abstract =
    "Collapses a repeated headline, and drops a document under a headline seen before."
  /// What a user should know besides.
  public static let discussion = """
    Two headlines are the same when their words are: case, punctuation, quotes, the name of a site behind the \
    headline (" | Site") and a desk's marks before it ("UPDATE 1-", "EXCLUSIVE:") do not count.

    In a document, copies of the title at the head of the text are removed, also one that is cut off with an \
    ellipsis; further down only a line of its own that says exactly the same. Where there is no title and a \
    headline stands twice at the head of the text, it becomes the title. A paragraph that begins like the \
    headline stays.

    Among documents, the first one in the input with a headline is kept; one that was lightly edited is the \
    same: four fifths of its words, in much the same order, and all of its numbers; not where one denies what \
    the other says, or says the contrary ("not", "against", "falls" for "rises"), as far as lists of such words \
    know. A headline cut off with an ellipsis is compared as it is, not completed. What may be a name after a \
    dash ("… - May") is only left out of account against a headline without it.

    A headline alone may be that of a series, or of a site ("Forums: View Post"). So the texts must have \
    something in common as well: of the telling words in their first \(OpeningWords.mostBytes) bytes, those of \
    the text with fewer of them, the part `text_overlap`, and two at least. Telling are numbers and words of \
    five letters or more (Korean, Thai and others: two; Chinese: pairs) that are small words of no language and \
    do not stand in the headline. A text with fewer than \(OpeningWords.fewest) of them says too little: there \
    the headline decides.

    Texts of a series, as reports of markets, weather and courts are, are no duplicates. They are of one where \
    both have two numbers or more, of which fewer than a third are the same; or three names or more (words with \
    a capital), fewer than a third of them the same and less than half of the telling words in common; or where \
    they are of different days, or speak of different days of the week, and have less than two thirds of the \
    telling words in common, or numbers and not one the same. Where both tell what the headline says, that is \
    have half of its words and four at least, they are reports of one event, which may tell other things: there \
    the numbers alone count, where both have three or more, fewer than a third of them are the same, and the \
    texts have a quarter of the telling words in common. Of the documents that stand under one headline with \
    different texts, the latest \(TagTable.mostPerTag) are compared with.

    A document takes 100 to 150 bytes of memory, and a kilobyte in a temporary file. Past the memory that the options \
    give, and `--memory`, the headlines continue on disk: slower, with the same result.

    The trail tells what part of the telling words the texts have in common, and of an edited headline the part \
    of the words that are the same, and \(limitOfNear) where only small words and endings differ.
    """
  /// How a definition may use it.
  public static let example = "- dedupe.headlines: { action: mark, same_day: false }"
  /// What it looks at; a title too, where there is one.
  public static let reads: [DocumentField] = [.text]
  /// What it fills or changes.
  public static let writes: [DocumentField] = [.text, .title, .duplicateOf]
  /// Its rules: those of one document, and the one among documents.
  public static let rules =
    HeadlineCollapse.rules + [
      Rule(sameHeadline, "An earlier document stands under the same headline."),
      Rule(
        "headline.near", "An earlier document stands under a headline of which this one is an edited form."),
      Rule(
        sharedText,
        "What the texts under the two headlines have in common: a part of the telling words at their beginning."
      ),
      Rule(shortText, "One of the texts says too little to be compared, so that the headline decides."),
    ]

  private static let sameHeadline = "headline.same"
  private static let sharedText = "headline.text"
  private static let shortText = "headline.short"
  /// What is not the same is not told to be.
  private static let limitOfNear = 0.99

  /// What concerns other documents means nothing where none are looked at.
  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    guard !options.across else { return [] }
    return ["action", "memory", "min_words", "same_day", "text_overlap"].filter(given.contains).map { name in
      OptionAdvice(
        name, "\"\(name)\" has no effect when \"across\" is false", help: "leave it out, or set across: true")
    }
  }

  private let options: Options
  private let memory: Int
  private let similar: (plan: BandPlan, hasher: MinHasher)?

  /// Creates the stage.
  public init(options: Options, context: StageContext) throws {
    self.options = options
    memory = try ByteCount.read(options.memory, option: "memory", atMost: context.memory)
    let plan = SimilarHeadlines.plan(similarity: options.similarity)
    similar = options.similarity < 1 ? (plan, MinHasher(count: plan.bands * plan.rows, seed: 1)) : nil
  }

  /// Nothing outlives a run.
  public var lastingState: [UInt8]? { nil }

  /// An empty index.
  public func makeState() throws -> HeadlineIndex { try HeadlineIndex(memory: memory) }

  /// Collapses the headline in the document and makes the keys by which other documents' headlines are
  /// compared.
  public func prepare(_ document: inout Document) throws -> HeadlineKeys? {
    HeadlineCollapse.apply(to: &document)
    guard options.across, let headline = document.title.flatMap(Headline.init(_:)) else { return nil }
    return HeadlineKeys(
      headline, minWords: options.minWords, published: options.sameDay ? document.published : nil,
      similar: similar)
  }

  /// Marks the document where an earlier one has its headline, and else remembers it as the first.
  public func commit(_ document: inout Document, _ keys: HeadlineKeys?, _ index: inout HeadlineIndex) throws {
    guard let keys else { return }
    var likeness = TextLikeness(document, keys, atLeast: options.textOverlap)
    if let first = try index.first(with: keys, where: { try likeness.holds(for: $0, in: index) }) {
      note(likeness, with: first, in: &document)
      document.markDuplicate(
        of: first, rule: Self.sameHeadline, similarity: 1, limit: 1, keep: options.action == .mark)
    } else if let match = try index.similar(
      to: keys, atLeast: options.similarity, where: { try likeness.holds(for: $0, in: index) })
    {
      note(likeness, with: match.id, in: &document)
      let most = max(Self.limitOfNear, options.similarity)
      document.markDuplicate(
        of: match.id, rule: "headline.near", similarity: min(match.similarity, most),
        limit: options.similarity,
        keep: options.action == .mark)
    } else {
      try index.insert(document.id, keys, document.text)
    }
  }

  /// Tells what was found of the texts, which decided.
  private func note(_ likeness: TextLikeness, with other: String, in document: inout Document) {
    guard options.textOverlap > 0 else { return }
    document.trail.append(
      likeness.accepted.map {
        TrailEntry(
          .noted, rule: Self.sharedText, measured: $0, limit: options.textOverlap, reference: other)
      } ?? TrailEntry(.noted, rule: Self.shortText, reference: other))
  }
}

/// Whether the text of a document has something in common with those of others; its words are sought when they are
/// asked for, as they seldom are.
private struct TextLikeness {
  private let text: Text
  private let title: String?
  private let keys: HeadlineKeys
  private let limit: Double
  private var words: (headline: HeadlineWords, opening: OpeningWords)?
  /// What was found of others: many stand under a headline that comes again, and each may be asked about twice.
  private var overlaps: [UInt32: Double?] = [:]
  /// The overlap with the one that was accepted last; nil where one of the texts has too few words.
  private(set) var accepted: Double?

  init(_ document: Document, _ keys: HeadlineKeys, atLeast limit: Double) {
    text = document.text
    title = document.title
    self.keys = keys
    self.limit = limit
  }

  mutating func holds(for other: UInt32, in index: HeadlineIndex) throws -> Bool {
    guard limit > 0, let headline = title.flatMap(Headline.init(_:)) else { return true }
    let overlap = try overlaps[other] ?? self.overlap(with: other, headline, in: index)
    overlaps[other] = .some(overlap)
    guard overlap.map({ $0 >= limit }) ?? true else { return false }
    accepted = overlap
    return true
  }

  private mutating func overlap(
    with other: UInt32, _ headline: Headline, in index: HeadlineIndex
  ) throws -> Double? {
    let words = self.words ?? Self.words(of: text, HeadlineWords(headline.full))
    self.words = words
    let others = try index.openingWords(of: other, without: words.headline)
    return words.opening.overlap(with: others, onOtherDay: try index.isOnOtherDay(other, than: keys))
  }

  private static func words(
    of text: Text, _ headline: HeadlineWords
  ) -> (headline: HeadlineWords, opening: OpeningWords) {
    (headline, OpeningWords(OpeningWords.opening(of: text), without: headline))
  }
}
