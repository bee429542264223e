import Copydesk

/// Writes documents into an SQLite database with full-text search.
///
/// ```yaml
/// stages:
///   - output.sqlite: { path: out/news.sqlite }
/// ```
public struct SQLiteOutput: Sink {
  /// The options of `output.sqlite`.
  public struct Options: StageOptions {
    @Option("The file to write.") var path = "out/result.sqlite"

    /// All options at their defaults.
    public init() {}
  }

  public static let name: StageName = "output.sqlite"
  public static let form: OutputForm? = OutputForm(
    "an SQLite database", endings: [".sqlite", ".sqlite3", ".db"])
  public static let abstract = "Writes documents into an SQLite database with full-text search."
  public static let discussion = """
    Search it with `copydesk search FILE WORDS`, or with any program that speaks SQL. The tables:

    | table | columns |
    |---|---|
    | `documents` | `id`, `path`, `title`, `byline`, `section`, `published`, `language`, `words`, `text`, `summary`, `metadata` (JSON) |
    | `entities` | `document`, `start`, `end`, `label`, `text`, `value`, `id` (of the thing, as in `names`), `title`, `confidence` |
    | `names` | `document`, `id`, `label`, `name`, `count`: each thing once, with how often it is mentioned; the `id` of your own lists is the same in all documents, `e1` and its like are the document's own |
    | `clusters` | `document`, `duplicate_of`, `of_earlier_run`: for duplicates that a stage marked and kept; 1 where an index knew the other from an earlier run, and so the id is of that |
    | `documents_fts` | FTS5 over `title` and `text`, ignoring case and the accents of Latin letters |

    `document` is a `rowid` of `documents`; `start` and `end` count Unicode scalars of `text`, in which U+FFFD stands \
    for U+0000, where a text would end for SQLite. FTS5 knows no words of Chinese, Japanese, Korean or \
    Thai: those `copydesk search` looks for in each text. The file appears under its name when it is complete.
    """
  public static let example = "- output.sqlite: { path: out/news.sqlite }"
  public static let reads: [DocumentField] = [.text]

  private let options: Options

  public init(options: Options, context: StageContext) throws {
    guard !options.path.isEmpty, !options.path.hasSuffix("/"), options.path != "-" else {
      throw InvalidOption(
        "path", "\"\(options.path)\" is not a file's path", help: "name a file, such as out/news.sqlite")
    }
    self.options = options
  }

  public var destination: String { options.path }

  /// A document as its rows.
  public struct Prepared: Sendable { let rows: ArticleRows }

  /// The open database.
  public struct State: Sendable { let database: ArticleDatabaseWriter }

  public func makeState() throws -> State { State(database: try ArticleDatabaseWriter(path: options.path)) }

  public func prepare(_ document: inout Document) throws -> Prepared {
    Prepared(rows: ArticleRows(document))
  }

  public func commit(_ document: inout Document, _ prepared: Prepared, _ state: inout State) throws {
    try state.database.add(prepared.rows)
  }

  public func finish(_ state: inout State) throws { try state.database.finish() }
}
