import Copydesk
import Foundation

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
    not in "class". Signs at the ends of an entry, other than those of punctuation, must stand there, too: `C++` is not in \
    "vitamin C", and `#metoo` not in "metoo". In a file a line that begins with `#` and a blank is a comment; one with a \
    letter or a digit behind the `#` is a hashtag. Each place is in the trail.
    """
  public static let example = "- filter.words: { words: [casino, \"click here to win\"], most: 2 }"
  public static let reads: [DocumentField] = [.text]
  public static let rules = [
    Rule("words.listed", "Drops a document that holds more words of the list than most."),
    Rule("words.found", "A word of the list stands there."),
  ]

  /// An entry of the list.
  private struct Phrase: Sendable {
    /// The hashes of its words.
    var words: [UInt64]
    /// The signs that stand right before its first word and right behind its last.
    var before: [UInt8]
    var after: [UInt8]
  }

  private static let mostPlaces = 20
  private let options: Options
  /// The phrases by their first word's hash, the longest first.
  private let phrases: [UInt64: [Phrase]]

  public init(options: Options, context: StageContext) throws {
    self.options = options
    var phrases: [UInt64: [Phrase]] = [:]
    let entries = try WordList.entries(options.words, file: options.file, hasHashtags: true, context)
    for text in entries.flatMap(Self.forms) {
      let words = Self.words(of: text)
      guard let first = words.first, let last = words.last else { continue }
      phrases[first.hash, default: []].append(
        Phrase(
          words: words.map(\.hash),
          before: text.utf8[..<first.span.start].reversed().prefix(while: Self.isSign).reversed(),
          after: Array(text.utf8[last.span.end...].prefix(while: Self.isSign))))
    }
    guard !phrases.isEmpty else {
      throw InvalidOption("words", "there are no words to look for", help: "give words, or a file with them")
    }
    self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// An entry as it is written, and with its letters and marks put together and apart, where that makes others of it.
  private static func forms(of entry: String) -> [Text] {
    let text = Text(entry)
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return [text] }
    let others = [entry.precomposedStringWithCanonicalMapping, entry.decomposedStringWithCanonicalMapping]
    return [text] + others.map(Text.init).filter { $0.utf8 != text.utf8 }
  }

  /// Whether the byte is of a sign that may belong to a word, such as `C++`, `C#` or `@name`, and is no punctuation.
  private static func isSign(_ byte: UInt8) -> Bool { "#+@$%&*=^~|<>/\\".utf8.contains(byte) }

  private static func words(of text: Text) -> [(hash: UInt64, span: Span)] {
    text.utf8.withUnsafeBufferPointer { bytes in
      text.tokens.filter { $0.kind != .punctuation }.map { token in
        (CaseFolding.hash(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])), token.span)
      }
    }
  }

  public func process(_ document: inout Document) throws {
    let text = document.text.utf8
    let words = Self.words(of: document.text)
    var places: [Span] = []
    var index = 0
    while index < words.count {
      let phrase = phrases[words[index].hash]?.first { phrase in
        let count = phrase.words.count
        return index + count <= words.count
          && phrase.words.indices.allSatisfy { words[index + $0].hash == phrase.words[$0] }
          && text[..<words[index].span.start].suffix(phrase.before.count).elementsEqual(phrase.before)
          && text[words[index + count - 1].span.end...].starts(with: phrase.after)
      }
      if let phrase {
        let last = words[index + phrase.words.count - 1].span.end
        places.append(Span(words[index].span.start - phrase.before.count, last + phrase.after.count))
      }
      index += phrase?.words.count ?? 1
    }
    guard places.count > options.most else { return }
    for place in places.prefix(Self.mostPlaces) {
      document.trail.append(TrailEntry(.noted, rule: "words.found", source: document.text.source(of: place)))
    }
    document.drop(
      rule: "words.listed",
      reason: "it holds \(places.count == 1 ? "a word" : "\(places.count) words") of the list",
      measured: Double(places.count), limit: Double(options.most))
  }
}
