import Copydesk

/// Reads files and folders: text, Markdown, HTML, JSON, tables, web archives, archives and mail.
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
    /// As JSON: the elements of an array, or objects one behind the other.
    case json
    /// As a table whose first row names the columns.
    case csv
    /// As a table whose columns are separated by tabs.
    case tsv
    /// As a web archive: WARC, WET or ARC.
    case warc
    /// As a tar archive.
    case tar
    /// As a zip archive.
    case zip
    /// As one message of mail.
    case eml
    /// As a mailbox.
    case mbox
  }

  /// How a date such as 03/05/2024 is read.
  public enum DateOrder: String, OptionChoice {
    /// Not at all, unless it can be but one day, as 25/03/2024.
    case auto
    /// It is in May.
    case dayFirst = "day_first"
    /// It is in March.
    case monthFirst = "month_first"

    var isDayFirst: Bool? { self == .auto ? nil : self == .dayFirst }
  }

  /// The options of `input.files`.
  public struct Options: StageOptions {
    @Option(
      "Patterns for the files of a folder that are read; ** stands for any number of folders, and capitals do not matter in endings."
    )
    var include = [
      "**/*.{txt,text,md,markdown,html,htm,xhtml}{,.gz,.zst}",
      "**/*.{jsonl,ndjson,json,csv,tsv,warc,wet,arc,eml,mbox}{,.gz,.zst}",
      "**/*.{tar,tar.gz,tar.zst,tgz,zip}",
    ]
    @Option("Patterns for files and folders that are not read; what a run keeps account in is not.")
    var exclude = ["**/*.kept.jsonl", "**/*.run.json"]
    @Option("How files are read; auto goes by the extension and the first bytes.") var format: Format = .auto
    @Option(
      "The encoding of text that is not UTF-8, such as windows-1252 or shift_jis; pages, mail and byte order marks say their own."
    )
    var encoding: String? = nil
    @Option("Where records keep what a document has, by the document's field; dots lead into objects.")
    var fields: [String: String] = [:]
    @Option("Whether 03/05/2024 is in May (day_first) or in March; auto reads only what can be but one day.")
    var dates: DateOrder = .auto
    @Option(
      "The list inside of an object of JSON that holds the records, such as articles or hits.hits; without it each object is one."
    )
    var records: String? = nil

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "input.files"
  public static let abstract = "Reads files and folders: text, HTML, JSON, CSV, WARC, archives, mail."
  public static let discussion = """
    Inputs are read in the order given. A folder is read with all that is below it, each folder in the byte order of \
    its names, files and folders together; hidden ones are passed over. Files that are not read are told of at the end of \
    a run, and so are results of earlier runs, which are read only where they are named, or by a watch: a `….run.json` beside them tells. \
    A file that is named is read whatever `include` says. A pattern such as `data/*.txt` is read where there is no file of that name. `-` is standard \
    input: JSON Lines or JSON, or one document where `format` names another format.

    | extension | what is read |
    |---|---|
    | `.txt` `.md` `.html` … | one document; of `.md` the fields between lines `---` at its start are read as those of a record, \
    and what `output.markdown` put around the text is not read as text |
    | `.jsonl` `.ndjson` | a record a line; an array, or objects on several lines each, as in `.json` |
    | `.json` | each element of an array, or each object; with `records: articles` what objects have in that list |
    | `.csv` `.tsv` | a row each; the first names the columns, the delimiter is found out, or a line `sep=;` before it tells it |
    | `.warc` `.wet` `.arc` | each page and text that was fetched with success; its address becomes `url` in the metadata; style \
    sheets, scripts, feeds and `robots.txt` are no articles, whatever the server called them |
    | `.tar` `.zip` | each member that `include` matches; its id is the archive's, `!` and its name |
    | `.eml` `.mbox` | a message each, all that a reader sees of it as text, its lines joined where it says that they flow; \
    subject, senders and date are title, byline and date of publication; `attachments` in the metadata names what is not \
    read of it |

    Any of them may be compressed (`.gz`, `.zst`); the first bytes tell, whatever the name says. `@LIST` reads the \
    paths in the file LIST, one a line. A file that is damaged or cut off costs what cannot be read of it; web archives and \
    JSON Lines in several gzip members are read on at the next one, and tar archives at the next member. A `.txt` that is a \
    message of mail is read as one; JSON Lines, a web archive or a mailbox under that name are read as such where the file \
    is named, and fail in a folder. XML that is no page, such as a feed, is not read, nor are RTF and PDF.

    Text is UTF-8, or what `encoding` says; pages, messages and byte order marks say their own, by the labels of the \
    Encoding Standard and those that mail had before Unicode (ISO-2022-JP, UTF-7, IBM850). A page that says nothing, or what \
    is not known, is what `encoding` says, or else guessed; a message in an encoding that is not known fails, unless \
    `encoding` says what it is. The trail tells of it: `charset.unknown`, `charset.guessed`, and of mail and web archives \
    `charset.replaced` with how many characters could not be read; `base64.left` is what stands behind encoded text in mail. \
    Tables and JSON in UTF-16 or UTF-32 are read as if they were UTF-8, and places in them are counted in that; a table \
    that says nothing wants `encoding: utf-16`.

    A record or row needs a `text`; `id`, `title`, `byline`, `section`, `published` and `language` are known, all other \
    fields go to the metadata. Where one of ours is missing or blank, the first of these that is there stands in for it: \
    \(FamiliarNames.listed). A name may stand in capitals, too, or with a capital at its start, where no field has it as it \
    stands here, or a blank one. `fields` names other places: `fields: { text: story.words, title: head }`. What Copydesk \
    wrote can be read again, and its text is text: entities, names and summary of a record, too, where they are of the text \
    that stands there, or else they are metadata. Its trail, its verdict and `duplicate_of` are not: they tell of the run \
    that wrote it, and of files that this one does not read. A table is known by its columns, where they begin with those \
    that `output.csv` writes by itself, or by the `….run.json` beside it. Any other that is a page of HTML, or begins with a paragraph or the like \
    that ends in it, is taken for HTML; one that begins with an element such as `<b>` only where two paragraphs end as \
    well. A record without an id is called after its file and its number: `dump.jsonl#4` is the fourth record, which is not \
    the fourth line where lines before it are blank.

    A date is ISO 8601, with marks or without (`20240305T233000Z`), or as people and mail write it, and a time may follow: \
    `Tue, 05 Mar 2024 23:30:00 GMT`, `March 5, 2024`, `5. März 2024, 14:30 Uhr`, `2024/3/5`, `5.3.2024` (the day \
    first), `2024年3月5日`, seconds or milliseconds since 1970 in UTC (of the years 1990 to 2099). Any other stays in the \
    metadata under its name, and so does `03/05/2024`, which may be two days, unless `dates` says which. People may be named as in schema.org: \
    `author: [{"name": "Ana Lopes"}]`. A "By" at a byline's start goes, and `&amp;` and its like are decoded in titles and \
    bylines. Of the YAML before Markdown, `category` is the section, too, and `lang` the language. Where it has a title, \
    values that should stand in quotes (`title: Storm: the harbour closes`) are read as they stand; what is no mapping of \
    names to values then stays text.
    """
  public static let example = """
    include: ["**/*.txt", "**/*.jsonl"]
    exclude: [drafts, "**/*.bak.txt"]
    """
  public static let writes: [DocumentField] = [
    .text, .title, .byline, .section, .published, .language, .metadata,
  ]

  let format: Format
  /// The format of every document, where the user asked for one; of what is in archives its name tells.
  private let askedFormat: FileFormat?
  let filter: PathFilter
  /// The patterns for the files of a folder, as they were given.
  let include: [String]
  let fields: FieldMap
  /// Where objects of JSON have their records, where they are none themselves.
  let envelope: JSONEnvelope?
  /// What text is in that is not UTF-8, where the user said so.
  let encoding: TextEncoding?
  let ownTables = OwnTables()
  var limits = ReadingLimits()

  public init(options: Options, context: StageContext) throws {
    guard !options.include.isEmpty else {
      throw InvalidOption("include", "the list is empty, so no file would be read", help: "leave it out")
    }
    format = options.format
    askedFormat = FileFormat(rawValue: format.rawValue).flatMap { $0.isContainer ? nil : $0 }
    fields = try FieldMap(options.fields, isDayFirst: options.dates.isDayFirst)
    envelope = try options.records.map { place in
      guard !place.split(separator: ".", omittingEmptySubsequences: false).contains("") else {
        throw InvalidOption(
          "records", "\"\(place)\" is not the name of a list",
          help: "name the member that holds it, with dots where it is inside of another: response.articles")
      }
      return JSONEnvelope(place)
    }
    encoding = try options.encoding.map { name in
      guard let encoding = TextEncoding(label: name) else {
        throw InvalidOption(
          "encoding", "\"\(name)\" is not a known encoding",
          help:
            "write it as a page would: utf-8, windows-1252, iso-8859-2, koi8-r, shift_jis, gb18030, utf-16le …"
        )
      }
      guard encoding.isReadable else {
        throw InvalidOption(
          "encoding", "this system has no converter for \(encoding.name)",
          help: "install the converters of iconv (glibc-gconv-extra on Fedora), or convert the files to UTF-8"
        )
      }
      return encoding
    }
    include = options.include
    filter = PathFilter(
      include: try Self.glob(options.include, "include"), exclude: try Self.glob(options.exclude, "exclude"))
  }

  private static func glob(_ patterns: [String], _ option: String) throws -> Glob {
    do { return try Glob(patterns, foldsEndings: true) } catch {
      throw InvalidOption(
        option, "the pattern \"\(error.pattern)\" \(error.message)",
        help: "put \\ before a character that stands for itself")
    }
  }

  public func load(_ item: inout SourceItem) throws {
    try refuseWhatOnlyRunsRead(item)
    let bytes: [UInt8]
    if let place = item.context as? ZipEntry.Place {
      bytes = try inflated(try place.entry.bytes(in: place.file, limit: limits.file))
    } else {
      bytes = try readWhole(item.path)
    }
    item.span = Span(0, bytes.count)
    item.bytes = bytes[...]
  }

  private func readWhole(_ path: String) throws -> [UInt8] {
    let file: InputFile
    let status: FileStatus
    do {
      file = try InputFile(path)
      status = try file.status
    } catch {
      throw Failure.unreadable("the file", error)
    }
    guard status.size <= limits.file else { throw tooLarge(status.size) }
    return try inflated(
      try file.whole(limit: limits.file, expecting: status.kind == .file ? status.size : 0))
  }

  /// The bytes, decompressed where they are compressed, whatever the file's name says.
  private func inflated(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    guard Compression(magic: bytes) != nil else { return bytes }
    return try Compression.decompressed(MemoryStream(bytes[...])).whole(limit: limits.file)
  }

  private func tooLarge(_ size: Int) -> Failure {
    Failure(
      .tooLarge, "the file holds \(size) bytes, too many for one document",
      help: "split it, or write it as JSON Lines")
  }

  public func document(from item: SourceItem) throws -> Document {
    // What the definition says comes first: it may have changed since the item became a dead letter.
    let format = askedFormat ?? FileFormat(rawValue: item.format) ?? .text
    return try foreignRecord(item, format) ?? document(from: item, format)
  }

  /// The document of an item that is UTF-8, or says what it is.
  func document(from item: SourceItem, _ format: FileFormat) throws -> Document {
    switch format {
    case .jsonl:
      return try item.path == "-"
        ? RecordParser.piped(from: item, map: fields) : RecordParser.document(from: item, map: fields)
    case .json: return try RecordParser.element(from: item, map: fields)
    case .csv, .tsv:
      guard let columns = item.context as? TableColumns else {
        throw Failure(
          .badRecord, "a row of a table cannot be read without the names of its columns",
          help: "run the pipeline on the table again")
      }
      return try columns.document(from: item)
    case .warc: return try WebArchiveRecord.document(from: item, encoding: encoding)
    case .eml: return try MailMessage.document(from: item, encoding: encoding)
    case .mbox: return try MailMessage.document(from: item, isOfMailbox: true, encoding: encoding)
    case let format: return try page(item, format)
    }
  }
}
