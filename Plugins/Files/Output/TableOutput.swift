import Copydesk

/// Writes documents as a table, one row each.
///
/// ```yaml
/// stages:
///   - output.csv: { path: out/news.csv, columns: [id, title, published, summary, url] }
/// ```
public struct TableOutput: Sink, ResumableStage {
  /// The options of `output.csv`.
  public struct Options: StageOptions {
    @Option(
      "The file to write, compressed where it ends in .gz or .zst, with tabs where in .tsv; - is standard output."
    )
    var path = "out/result.csv"
    @Option("The columns: fields of documents, words, verdict, or names of metadata.")
    var columns = ["id", "title", "byline", "published", "language", "words", "summary", "text"]
    @Option("How much goes into one file of several: { documents: N } or { bytes: 256M }.")
    var shard: ShardLimit? = nil

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.csv"
  public static let form: OutputForm? = OutputForm(
    "CSV or TSV", endings: [".csv", ".tsv", ".tab"], isCompressible: true)
  public static let abstract = "Writes documents as a table, CSV or TSV."
  public static let discussion = """
    The form is that of RFC 4180: the first row names the columns, lines end in CR LF, a field that holds a comma, a \
    quote or a line end stands in quotes. The column `names` holds each thing that is named, once and under its longest name, `entities` the words of \
    all that was found, figures and dates, too; both are joined by semicolons. With \
    `shard` the files are numbered: `news-00001.csv`; those of the run before that a run has not written go, as the \
    `….run.json` of that run lists them.
    """
  public static let example = "- output.csv: { path: out/news.csv, columns: [id, title, published, summary] }"

  public static func advice(on options: Options, given: Set<String>) -> [OptionAdvice] {
    ShardLimit.advice(path: options.path, given: given) + options.columns.compactMap(columnAdvice)
  }

  /// The columns that every table can have.
  private static let known = [
    "id", "path", "title", "byline", "section", "published", "language", "text", "words", "summary",
    "duplicate_of",
    "verdict", "entities", "names",
  ]
  /// What records of JSON have, and no column.
  private static let others = [
    "trail": "", "summary_sentences": "", "schema": "", "source": "its file is \"path\"; ",
  ]

  /// What is odd about a column: any that is not known is one of the metadata, if there is such a one.
  private static func columnAdvice(_ column: String) -> OptionAdvice? {
    if let help = others[column] {
      return OptionAdvice(
        "columns",
        "\"\(column)\" of a record has no column: it stays empty unless the metadata has a field of that name",
        help: help + "output.jsonl writes all that there is")
    }
    guard !known.contains(column), let meant = Suggestion.nearest(to: column, among: known) else {
      return nil
    }
    return OptionAdvice(
      "columns", "\"\(column)\" is empty unless the metadata has a field of that name",
      help: "did you mean \"\(meant)\"?")
  }

  private let options: Options
  private let delimiter: UInt8

  public init(options: Options, context: StageContext) throws {
    guard !options.path.isEmpty, !options.path.hasSuffix("/") else {
      throw InvalidOption("path", "\"\(options.path)\" is not a file's path", help: "name a file")
    }
    guard !options.columns.isEmpty else { throw InvalidOption("columns", "there are no columns") }
    var names: Set<String> = []
    if let twice = options.columns.first(where: { !names.insert($0).inserted }) {
      throw InvalidOption("columns", "\"\(twice)\" is there twice: a table has each column once")
    }
    self.options = options
    delimiter = FileFormat(path: options.path) == .tsv ? 0x09 : UInt8(ascii: ",")
  }

  public var destination: String { options.path }

  /// Not where it is compressed, by the mebibyte.
  public var canGrow: Bool { Compression(path: options.path) == nil }

  /// The open files.
  public struct State: Sendable { var writer: RecordWriter }

  public func makeState() throws -> State {
    State(writer: try RecordWriter(path: options.path, shard: options.shard, opening: row(options.columns)))
  }

  public func prepare(_ document: inout Document) throws -> [UInt8] {
    row(options.columns.map { Self.value($0, of: document) })
  }

  public func commit(_ document: inout Document, _ prepared: [UInt8], _ state: inout State) throws {
    try state.writer.write(prepared)
  }

  public func finish(_ state: inout State) throws { try state.writer.finish() }

  public func checkpoint(_ state: inout State) throws -> [UInt8] { try state.writer.checkpoint() }

  public func resume(from checkpoint: [UInt8]) throws -> State {
    State(
      writer: try RecordWriter(
        path: options.path, shard: options.shard, opening: row(options.columns), resuming: checkpoint))
  }

  private func row(_ fields: [String]) -> [UInt8] {
    var out: [UInt8] = []
    for (index, field) in fields.enumerated() {
      if index > 0 { out.append(delimiter) }
      let needsQuotes = field.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else {
        out.append(field)
        continue
      }
      out.append(0x22)
      for byte in field.utf8 {
        if byte == 0x22 { out.append(0x22) }
        out.append(byte)
      }
      out.append(0x22)
    }
    out += [0x0D, 0x0A]
    return out
  }

  private static func value(_ column: String, of document: Document) -> String {
    switch column {
    case "id": document.id
    case "path": document.source.path
    case "title": document.title ?? ""
    case "byline": document.byline ?? ""
    case "section": document.section ?? ""
    case "published": document.published?.description ?? ""
    case "language": document.language ?? ""
    case "text": document.text.string
    case "words": String(document.text.wordCount)
    case "summary": document.summary?.string(in: document.text) ?? ""
    case "duplicate_of": document.duplicateOf ?? ""
    // What was dropped comes to no output.
    case "verdict": document.duplicateOf == nil ? "kept" : "duplicate"
    case "entities": mentions(in: document)
    case "names": document.names.map(\.name.onOneLine).joined(separator: "; ")
    default: metadata(document.metadata[column])
    }
  }

  private static func mentions(in document: Document) -> String {
    var seen: Set<String> = []
    return document.entities.map { document.text[$0.span].onOneLine }.filter { seen.insert($0).inserted }
      .joined(separator: "; ")
  }

  private static func metadata(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null: return ""
    case .string(let text): return text
    case .number(let digits): return digits
    case let value?:
      var json = JSONWriter()
      json.value(value)
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }
}
