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

  /// The documents that hold all of the words, the best first (BM25).
  /// - Parameters:
  ///   - words: words, phrases in quotes, and beginnings with `*` behind: `Damascus "cease fire" negotiat*`.
  ///   - name: only documents in which this name was found, or a thing of this name or id under any other.
  public func search(_ words: String, name: String? = nil, limit: Int) throws -> [Hit] {
    guard let pattern = Self.pattern(words) else { return [] }
    return try queue.read { database in
      var condition = ""
      var arguments: StatementArguments = [String(Self.matchStart), String(Self.matchEnd), pattern]
      if let name {
        // Earlier versions wrote no names.
        let hasNames = try database.tableExists("names")
        let names =
          hasNames ? " UNION SELECT document FROM names WHERE name = ? COLLATE NOCASE OR id = ?" : ""
        condition = "AND rowid IN (SELECT document FROM entities WHERE text = ? COLLATE NOCASE\(names))"
        arguments += hasNames ? [name, name, name] : [name]
      }
      arguments += [limit]
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT d.id, d.title, d.published, f.passage FROM (
            SELECT rowid, rank, snippet(documents_fts, 1, ?, ?, '…', 28) AS passage FROM documents_fts
            WHERE documents_fts MATCH ? \(condition) ORDER BY rank, rowid LIMIT ?) AS f
          JOIN documents AS d ON d.rowid = f.rowid ORDER BY f.rank, f.rowid
          """, arguments: arguments)
      return rows.map {
        Hit(id: $0["id"], title: $0["title"], published: $0["published"], passage: $0["passage"])
      }
    }
  }

  /// How many documents hold all of the words.
  public func count(_ words: String) throws -> Int {
    guard let pattern = Self.pattern(words) else { return 0 }
    return try queue.read { database in
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM documents_fts WHERE documents_fts MATCH ?", arguments: [pattern])
        ?? 0
    }
  }

  /// The words as FTS5 wants them: each in quotes, so that none is an operator.
  static func pattern(_ words: String) -> String? {
    var terms: [String] = []
    for (index, part) in words.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      let pieces = index % 2 == 1 ? [part] : part.split(separator: " ")
      for piece in pieces where piece.contains(where: { $0.isLetter || $0.isNumber }) {
        let isPrefix = index % 2 == 0 && piece.hasSuffix("*")
        terms.append("\"\(isPrefix ? piece.dropLast() : piece)\"\(isPrefix ? "*" : "")")
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " ")
  }
}
