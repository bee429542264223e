import Copydesk

/// Writes documents as tokens with a tag each, as taggers are trained on and compared by.
///
/// ```yaml
/// stages:
///   - output.conll: { path: out/news.conll }
/// ```
public struct TaggedOutput: OneFileOutput {
  /// The options of `output.conll`.
  public struct Options: StageOptions {
    @Option("The file to write; - is standard output.") public var path = "out/result.conll"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.conll"
  public static let form: OutputForm? = OutputForm(
    "CoNLL", endings: [".conll"], otherEndings: [".tsv", ".txt", ".bio"])
  public static let abstract = "Writes documents as tokens with BIO tags (CoNLL)."
  public static let discussion = """
    A token, a tab and its tag on a line: `B-LABEL` begins an entity, `I-LABEL` continues it, `O` is outside any. An empty line \
    follows a sentence, `-DOCSTART-` stands before a document. `copydesk train entities` and `copydesk score entities` \
    read such files.
    """
  public static let example = "- output.conll: { path: out/news.conll }"
  public static let reads: [DocumentField] = []

  public let path: String

  public init(options: Options, context: StageContext) throws {
    try OutputPath.check(options.path, example: "result.conll")
    path = options.path
  }

  public static func encode(_ document: Document) -> [UInt8] {
    let text = document.text
    var out: [UInt8] = []
    out.reserveCapacity(text.count * 2)
    out.append("-DOCSTART-\tO\n\n")
    let tokens = text.tokens
    var tags = EntityCursor(document.entities)
    for sentence in text.sentences {
      for index in sentence.tokens {
        out.append(contentsOf: text.utf8[tokens[index].span.range])
        switch tags.place(of: tokens[index].span) {
        case .outside: out.append("\tO\n")
        case .begin(let label): out.append("\tB-\(label)\n")
        case .inside(let label): out.append("\tI-\(label)\n")
        }
      }
      out.append("\n")
    }
    return out
  }
}
