import Copydesk

/// Reads files and folders: text, Markdown, HTML and JSON Lines.
///
/// ```yaml
/// input:
///   include: ["**/*.txt", "**/*.jsonl"]
///   exclude: ["drafts", "**/*.bak.txt"]
/// ```
///
/// A file is a document, and its id is its path below the folder that was named. A line of a JSON Lines file
/// is a document, too: its id is the record's own, or the file's with `#1`, `#2` … behind it.
public struct FileSource: Source {
  /// How files are read.
  public enum Format: String, OptionChoice {
    /// By the extension, unless the file begins like HTML.
    case auto
    /// As text without markup.
    case text
    /// As Markdown.
    case markdown
    /// As HTML pages.
    case html
    /// As one JSON object a line.
    case jsonl
  }

  /// The options of `input.files`.
  public struct Options: StageOptions {
    @Option("Patterns for the files of a folder that are read; ** stands for any number of folders.")
    var include = [
      "**/*.txt", "**/*.text", "**/*.md", "**/*.markdown", "**/*.html", "**/*.htm", "**/*.xhtml",
      "**/*.jsonl",
      "**/*.ndjson",
    ]
    @Option("Patterns for files and folders that are not read.") var exclude: [String] = []
    @Option("How files are read; auto goes by the extension and the first bytes.") var format: Format = .auto

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "input.files"
  public static let abstract = "Reads files and folders: text, Markdown, HTML and JSON Lines."
  public static let discussion = """
    Inputs are read in the order given. A folder is read with all that is below it, each folder in the byte order of \
    its names, files and folders together; hidden ones are passed over. A file that is named is read whatever \
    `include` says. A pattern such as `data/*.txt` is read where there is no file of that name. `-` is standard \
    input: JSON Lines, or one document where `format` names another format.

    A JSON Lines record needs a `text`; `id`, `title`, `byline` (or `author`), `section`, `published` (or `date`) and \
    `language` are known, all other fields go to the metadata. What Copydesk wrote can be read again.
    """
  public static let example = """
    include: ["**/*.txt", "**/*.jsonl"]
    exclude: [drafts, "**/*.bak.txt"]
    """
  public static let writes: [DocumentField] = [
    .text, .title, .byline, .section, .published, .language, .metadata,
  ]

  let format: Format
  let filter: PathFilter
  var limits = ReadingLimits()

  public init(options: Options, context: StageContext) throws {
    guard !options.include.isEmpty else {
      throw InvalidOption("include", "the list is empty, so that no file would be read", help: "leave it out")
    }
    format = options.format
    filter = PathFilter(
      include: try Self.glob(options.include, "include"), exclude: try Self.glob(options.exclude, "exclude"))
  }

  private static func glob(_ patterns: [String], _ option: String) throws -> Glob {
    do { return try Glob(patterns) } catch {
      throw InvalidOption(
        option, "the pattern \"\(error.pattern)\" \(error.message)", help: "put \\ before what is no pattern")
    }
  }

  public func load(_ item: inout SourceItem) throws {
    // Records come with their bytes; only a dead letter for a whole file of them comes without.
    guard item.format != FileFormat.jsonl.rawValue else {
      throw Failure(
        .unreadableFile, "the file of records could not be opened, so that none of them is known",
        help: "run the pipeline on the file itself")
    }
    let bytes = try readWhole(item.path)
    item.span = Span(0, bytes.count)
    item.bytes = bytes[...]
  }

  private func readWhole(_ path: String) throws -> [UInt8] {
    do {
      let file = try InputFile(path)
      let status = try file.status
      guard status.size <= limits.file else { throw tooLarge(status.size) }
      var bytes: [UInt8] = []
      // One more than it holds, to see its end. What has no size, as a pipe, is read in growing steps.
      var wanted = max(status.kind == .file ? status.size : 0, 4095) + 1
      while try file.read(wanted, into: &bytes, fills: true) == wanted {
        guard bytes.count <= limits.file else { throw tooLarge(bytes.count) }
        wanted = bytes.count
      }
      return bytes
    } catch let error as SystemError {
      throw Failure.unreadable("the file", error)
    }
  }

  private func tooLarge(_ size: Int) -> Failure {
    Failure(
      .tooLarge, "the file holds \(size) bytes, too many for one document",
      help: "split it, or write it as JSON Lines")
  }

  public func document(from item: SourceItem) throws -> Document {
    // What the definition says comes first: it may have changed since the item became a dead letter.
    let format = FileFormat(rawValue: self.format.rawValue) ?? FileFormat(rawValue: item.format) ?? .text
    return format == .jsonl ? try RecordParser.document(from: item) : try page(item, format)
  }

  /// A file that is one document.
  private func page(_ item: SourceItem, _ format: FileFormat) throws -> Document {
    let bytes = item.bytes ?? []
    let span = item.span ?? Span(0, bytes.count)
    if ByteOrderMark.isUTF16(bytes) { throw ByteOrderMark.utf16Failure("the file", offset: span.start) }
    if ContentSniffer.isBinary(bytes) {
      throw Failure(
        .binaryFile, "the file is binary, not text",
        help: "leave such files out with the input's exclude", offset: span.start)
    }
    let format = self.format == .auto && ContentSniffer.isHTML(bytes) ? FileFormat.html : format
    let mark = ByteOrderMark.utf8Length(bytes)
    let text: Text
    do { text = try Text(validating: Array(bytes.dropFirst(mark)), sourceStart: span.start + mark) } catch {
      throw Failure(error)
    }
    let source = DocumentSource(path: item.path, span: span, format: format.ofDocument, bytes: bytes)
    return Document(id: item.id, source: source, text: text)
  }
}
