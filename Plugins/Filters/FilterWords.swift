import Copydesk

/// Drops documents that hold words of a list.
///
/// ```yaml
/// stages:
///   - filter.words: { words: [casino, "click here to win"], most: 2 }
///   - filter.words: { file: lists/blocked.txt }
/// ```
public struct FilterWords: Stage {
  /// The options of `filter.words`.
  public struct Options: StageOptions {
    @Option("Words and phrases that are looked for, without regard to case.") var words: [String] = []
    @Option("A file with more of them, one a line; a relative path counts from the definition's folder.")
    var file: String? = nil
    @Option("How often they may come; a document with more is dropped.", range: 0...) var most = 0

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "filter.words"
  public static let abstract = "Drops documents that hold words of a list."
  public static let discussion = """
    A phrase is found where its words follow each other, whatever stands between them. Words are whole words: "ass" is \
    not in "class". Each place is in the trail.
    """
  public static let example = "- filter.words: { words: [casino, \"click here to win\"], most: 2 }"
  public static let reads: [DocumentField] = [.text]
  public static let rules = [
    Rule("words.listed", "Drops a document that holds more words of the list than most."),
    Rule("words.found", "A word of the list stands there."),
  ]

  private static let mostPlaces = 20
  private let options: Options
  /// The hashes of phrases by their first word's hash, the longest first.
  private let phrases: [UInt64: [[UInt64]]]

  public init(options: Options, context: StageContext) throws {
    self.options = options
    var phrases: [UInt64: [[UInt64]]] = [:]
    for entry in try WordList.entries(options.words, file: options.file, context) {
      let hashes = Self.hashes(of: Text(entry)).map(\.hash)
      if let first = hashes.first { phrases[first, default: []].append(hashes) }
    }
    guard !phrases.isEmpty else {
      throw InvalidOption("words", "there are no words to look for", help: "give words, or a file with them")
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.count > $1.count } }
  }

  private static func hashes(of text: Text) -> [(hash: UInt64, span: Span)] {
    text.utf8.withUnsafeBufferPointer { bytes in
      text.tokens.filter { $0.kind != .punctuation }.map { token in
        (CaseFolding.hash(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])), token.span)
      }
    }
  }

  public func process(_ document: inout Document) throws {
    let words = Self.hashes(of: document.text)
    var places: [Span] = []
    var index = 0
    while index < words.count {
      let length = phrases[words[index].hash]?.first { phrase in
        index + phrase.count <= words.count
          && phrase.indices.allSatisfy { words[index + $0].hash == phrase[$0] }
      }?.count
      if let length { places.append(Span(words[index].span.start, words[index + length - 1].span.end)) }
      index += length ?? 1
    }
    guard places.count > options.most else { return }
    for place in places.prefix(Self.mostPlaces) {
      document.trail.append(TrailEntry(.noted, rule: "words.found", source: document.text.source(of: place)))
    }
    document.drop(
      rule: "words.listed", reason: "it holds \(places.count) words of the list",
      measured: Double(places.count),
      limit: Double(options.most))
  }
}
