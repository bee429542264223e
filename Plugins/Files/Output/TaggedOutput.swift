import Copydesk

/// Writes documents as tokens with a tag each, as taggers are trained on and compared by.
///
/// ```yaml
/// stages:
///   - output.conll: { path: out/news.conll }
/// ```
public struct TaggedOutput: Sink, ResumableStage {
  /// The options of `output.conll`.
  public struct Options: StageOptions {
    @Option("The file to write; - is standard output.") public var path = "out/result.conll"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.conll"
  public static let abstract = "Writes documents as tokens with BIO tags (CoNLL)."
  public static let discussion = """
    A token, a tab and its tag on a line: `B-LABEL` begins an entity, `I-LABEL` goes on, `O` is none. An empty line \
    follows a sentence, `-DOCSTART-` stands before a document. `copydesk train entities` and `copydesk score entities` \
    read such files.
    """
  public static let example = "- output.conll: { path: out/news.conll }"
  public static let reads: [DocumentField] = []

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    try OutputPath.check(options.path, example: "result.conll")
    self.options = options
  }

  public var destination: String { options.path }
  public var canGrow: Bool { true }
  public func makeState() throws -> OutputFile { try OutputFile(path: options.path) }
  public func prepare(_ document: inout Document) throws -> [UInt8] { Self.encode(document) }
  public func commit(_ document: inout Document, _ prepared: [UInt8], _ state: inout OutputFile) throws {
    try state.write(prepared)
  }
  public func finish(_ state: inout OutputFile) throws { try state.finish() }
  public func checkpoint(_ state: inout OutputFile) throws -> [UInt8] { try state.checkpoint() }
  public func resume(from checkpoint: [UInt8]) throws -> OutputFile {
    try OutputFile(path: options.path, resuming: checkpoint)
  }

  static func encode(_ document: Document) -> [UInt8] {
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

/// Goes through the entities of a document beside its tokens.
struct EntityCursor {
  enum Place { case outside, begin(String), inside(String) }

  private let entities: [Entity]
  private var next = 0
  private var hasBegun = false

  init(_ entities: [Entity]) { self.entities = entities }

  /// Where a token stands; tokens come in order.
  mutating func place(of token: Span) -> Place {
    while next < entities.count, entities[next].span.end <= token.start {
      next += 1
      hasBegun = false
    }
    guard next < entities.count, entities[next].span.overlaps(token) else { return .outside }
    defer { hasBegun = true }
    let label = entities[next].label.rawValue
    return hasBegun ? .inside(label) : .begin(label)
  }
}

/// The path of a sink that writes one file.
enum OutputPath {
  /// - Throws: ``InvalidOption`` where it is no file's.
  static func check(_ path: String, example: String) throws {
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw InvalidOption(
        "path", "\"\(path)\" is not a file's path", help: "name a file, such as \(path)\(example)")
    }
  }
}
