import Copydesk

/// Writes documents as JSON Lines, one record a line.
///
/// ```yaml
/// stages:
///   - output.jsonl: { path: out/news.jsonl, trail: false }
/// ```
public struct JSONLinesOutput: Sink, ResumableStage {
  /// The options of `output.jsonl`.
  public struct Options: StageOptions {
    @Option("The file to write, compressed where it ends in .gz or .zst; - is standard output.")
    var path = "out/result.jsonl"
    @Option("Whether each record tells every decision taken about it.") var trail = true
    @Option("Whether each entity and summary sentence tells the bytes of the source file that it came from.")
    var provenance = false
    @Option("How much goes into one file of several: { documents: N } or { bytes: 256M }.")
    var shard: ShardLimit? = nil

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.jsonl"
  public static let form: OutputForm? = OutputForm(
    "JSON Lines", endings: [".jsonl", ".ndjson"], isCompressible: true)
  public static let abstract = "Writes documents as JSON Lines."
  public static let discussion = """
    `start` and `end` of entities and summary sentences count Unicode scalars of `text`, as Python does. `copydesk why` \
    reads the trail. What is written can be read again, but for the trail and the verdict, which tell of this run.

    With `shard` the files are numbered: `news-00001.jsonl`, `news-00002.jsonl` … Bytes are counted before compression. \
    When a run is complete, those of the run before that it has not written go, as the `….run.json` of that run lists them.

    With `provenance: true` entities and summary sentences have `source_start` and `source_end` as well: bytes of the \
    file under `source`, as in the trail. Of a page or a JSON record these hold the markup and escapes between the words.
    """
  public static let example = "- output.jsonl: { path: out/news.jsonl, trail: false }"

  private let options: Options

  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    ShardLimit.advice(path: options.path, given: given)
  }

  public init(options: Options, context: StageContext) throws {
    guard !options.path.isEmpty, !options.path.hasSuffix("/") else {
      throw InvalidOption(
        "path", "\"\(options.path)\" is not a file's path",
        help: "name a file, such as \(options.path)result.jsonl")
    }
    self.options = options
  }

  public var destination: String { options.path }
  /// Not where the file is compressed or one of several: `copydesk why` reads plain lines.
  public var writesRecords: Bool { options.shard == nil && Compression(path: options.path) == nil }

  /// Not where it is compressed, by the mebibyte.
  public var canGrow: Bool { Compression(path: options.path) == nil }

  /// The open files.
  public struct State: Sendable { var writer: RecordWriter }

  public func makeState() throws -> State {
    State(writer: try RecordWriter(path: options.path, shard: options.shard))
  }

  public func prepare(_ document: inout Document) throws -> [UInt8] {
    document.record(includeTrail: options.trail, includeProvenance: options.provenance)
  }

  public func commit(_ document: inout Document, _ prepared: [UInt8], _ state: inout State) throws {
    try state.writer.write(prepared)
  }

  public func finish(_ state: inout State) throws { try state.writer.finish() }

  public func checkpoint(_ state: inout State) throws -> [UInt8] { try state.writer.checkpoint() }

  public func resume(from checkpoint: [UInt8]) throws -> State {
    State(writer: try RecordWriter(path: options.path, shard: options.shard, resuming: checkpoint))
  }
}
