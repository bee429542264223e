import Copydesk
import GRDB

/// A database that `output.sqlite` wrote, open for reading.
public struct ArticleDatabase: Sendable {
  /// A document that a search found.
  public struct Hit: Sendable, Equatable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: String?
    /// When it was published.
    public let published: String?
    /// The passage that was found, with ``matchStart`` and ``matchEnd`` around each word.
    public let passage: String
  }

  /// Stands before a word that was found.
  public static let matchStart: Character = "\u{2}"
  /// Stands behind a word that was found.
  public static let matchEnd: Character = "\u{3}"

  private let queue: DatabaseQueue

  /// Opens the database.
  /// - Throws: ``CopydeskError`` where there is none, or `output.sqlite` did not write it.
  public init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      let isOurs = try queue.read { try $0.tableExists("documents_fts") }
      guard isOurs else { throw DatabaseError(message: "it was not written by output.sqlite") }
    } catch {
      let reason = (error as? DatabaseError)?.message ?? String(describing: error)
      throw CopydeskError(
        .missingInput, "cannot read \"\(path)\": \(reason)",
        help: "write one with the stage output.sqlite")
    }
  }

  /// The documents that hold all of the words, the best first (BM25; where none of them is in the index, those that have
  /// them most often).
  /// - Parameters:
  ///   - words: words, phrases in quotes, and beginnings with `*` behind: `Damascus "cease fire" negotiat*`.
  ///   - name: only documents in which this name was found, or a thing of this name or id under any other.
  public func search(_ words: String, name: String? = nil, limit: Int) throws -> [Hit] {
    guard let query = ArticleQuery(words) else { return [] }
    return try queue.read { database in
      return try query.pattern == nil
        ? Self.scan(query, name, limit, database) : Self.match(query, name, limit, database)
    }
  }

  /// How many documents hold all of the words.
  public func count(_ words: String) throws -> Int {
    guard let query = ArticleQuery(words) else { return 0 }
    let scan = query.scan
    var conditions = query.scanned.isEmpty ? [] : [scan.sql]
    var arguments = StatementArguments(scan.arguments)
    if let pattern = query.pattern {
      conditions.append("rowid IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?)")
      arguments += [pattern]
    }
    return try queue.read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM documents WHERE \(conditions.joined(separator: " AND "))",
        arguments: arguments) ?? 0
    }
  }

  /// A condition on `rowid`: that the document names this, by the words of a mention or by the name or id of a thing.
  private static func naming(_ name: String?, _ database: Database) throws -> (
    sql: String, arguments: [String]
  ) {
    guard let name else { return ("", []) }
    // Earlier versions wrote no names.
    let hasNames = try database.tableExists("names")
    let names = hasNames ? " UNION SELECT document FROM names WHERE name = ? COLLATE NOCASE OR id = ?" : ""
    return (
      "AND rowid IN (SELECT document FROM entities WHERE text = ? COLLATE NOCASE\(names))",
      [String](repeating: name, count: hasNames ? 3 : 1)
    )
  }

  /// What the index has.
  private static func match(
    _ query: ArticleQuery, _ name: String?, _ limit: Int, _ database: Database
  ) throws -> [Hit] {
    let scan = query.scan
    let scanned = query.scanned.isEmpty ? "" : "AND rowid IN (SELECT rowid FROM documents WHERE \(scan.sql))"
    var arguments: StatementArguments = [String(matchStart), String(matchEnd), query.pattern]
    arguments += StatementArguments(scan.arguments)
    let naming = try naming(name, database)
    arguments += StatementArguments(naming.arguments)
    arguments += [limit]
    return try Row.fetchAll(
      database,
      sql: """
        SELECT d.id, d.title, d.published, f.passage FROM (
          SELECT rowid, rank, snippet(documents_fts, 1, ?, ?, '…', 28) AS passage FROM documents_fts
          WHERE documents_fts MATCH ? \(scanned) \(naming.sql) ORDER BY rank, rowid LIMIT ?) AS f
        JOIN documents AS d ON d.rowid = f.rowid ORDER BY f.rank, f.rowid
        """, arguments: arguments
    ).map { Hit(id: $0["id"], title: $0["title"], published: $0["published"], passage: $0["passage"]) }
  }

  /// What only the texts have.
  private static func scan(
    _ query: ArticleQuery, _ name: String?, _ limit: Int, _ database: Database
  ) throws -> [Hit] {
    let scan = query.scan
    var arguments = StatementArguments(scan.arguments)
    let naming = try naming(name, database)
    arguments += StatementArguments(naming.arguments)
    // By how much shorter the text would be without them.
    let occurrences = query.scanned.map { _ in "length(text) - length(replace(text, ?, ''))" }
    arguments += StatementArguments(query.scanned)
    arguments += [limit]
    return try Row.fetchAll(
      database,
      sql: """
        SELECT id, title, published, text FROM documents WHERE \(scan.sql) \(naming.sql)
        ORDER BY \(occurrences.joined(separator: " + ")) DESC, rowid LIMIT ?
        """, arguments: arguments
    ).map {
      Hit(
        id: $0["id"], title: $0["title"], published: $0["published"],
        passage: query.passage(of: $0["text"], start: matchStart, end: matchEnd))
    }
  }
}
