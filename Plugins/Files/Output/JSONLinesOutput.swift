import Copydesk

/// Writes documents as JSON Lines, one record a line.
///
/// ```yaml
/// stages:
///   - output.jsonl: { path: out/news.jsonl, trail: false }
/// ```
public struct JSONLinesOutput: Sink {
  /// The options of `output.jsonl`.
  public struct Options: StageOptions {
    @Option("The file to write; - is standard output.") var path = "out/result.jsonl"
    @Option("Whether each record tells every decision taken about it.") var trail = true
    @Option("Whether each entity and summary sentence tells the bytes of the source file that it came from.")
    var provenance = false

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.jsonl"
  public static let abstract = "Writes documents as JSON Lines."
  public static let discussion = """
    `start` and `end` of entities and summary sentences count Unicode scalars of `text`, as Python does. `copydesk why` \
    reads the trail. What is written can be read again.

    With `provenance: true` entities and summary sentences have `source_start` and `source_end` as well: bytes of the \
    file under `source`, as in the trail. Of a page or a JSON record these hold the markup and escapes between the words.
    """
  public static let example = "- output.jsonl: { path: out/news.jsonl, trail: false }"

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    guard !options.path.isEmpty, !options.path.hasSuffix("/") else {
      throw InvalidOption(
        "path", "\"\(options.path)\" is not a file's path",
        help: "name a file, such as \(options.path)result.jsonl")
    }
    self.options = options
  }

  public var destination: String { options.path }

  public func makeState() throws -> OutputFile { try OutputFile(path: options.path) }

  public func prepare(_ document: inout Document) throws -> [UInt8] {
    document.record(includeTrail: options.trail, includeProvenance: options.provenance)
  }

  public func commit(_ document: inout Document, _ prepared: [UInt8], _ state: inout OutputFile) throws {
    try state.write(prepared)
  }

  public func finish(_ state: inout OutputFile) throws { try state.finish() }
}
