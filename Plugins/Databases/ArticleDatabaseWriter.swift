import Copydesk
import GRDB
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A database being written: in `PATH.partial` until it is complete.
///
/// Rows go in by so many documents a transaction, whatever the batches, so that the same documents make the same file.
final class ArticleDatabaseWriter: Sendable {
  private static let transactionSize = 500
  private static let schema = """
    CREATE TABLE documents (
      rowid INTEGER PRIMARY KEY, id TEXT NOT NULL, path TEXT NOT NULL, title TEXT, byline TEXT, section TEXT,
      published TEXT, language TEXT, words INTEGER NOT NULL, text TEXT NOT NULL, summary TEXT, metadata TEXT);
    CREATE TABLE entities (
      document INTEGER NOT NULL REFERENCES documents(rowid), start INTEGER NOT NULL, end INTEGER NOT NULL,
      label TEXT NOT NULL, text TEXT NOT NULL, value TEXT, id TEXT, title TEXT, confidence REAL);
    CREATE TABLE names (
      document INTEGER NOT NULL REFERENCES documents(rowid), id TEXT NOT NULL, label TEXT NOT NULL,
      name TEXT NOT NULL, count INTEGER NOT NULL);
    CREATE TABLE clusters (
      document INTEGER NOT NULL REFERENCES documents(rowid), duplicate_of TEXT NOT NULL,
      of_earlier_run INTEGER NOT NULL);
    CREATE VIRTUAL TABLE documents_fts USING fts5(
      title, text, content='documents', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2');
    """
  /// Made when all rows are in, which is faster than with each.
  private static let indexes = """
    CREATE INDEX documents_by_id ON documents(id);
    CREATE INDEX entities_by_text ON entities(text, label);
    CREATE INDEX entities_by_document ON entities(document);
    CREATE INDEX names_by_name ON names(name COLLATE NOCASE, label);
    CREATE INDEX names_by_id ON names(id);
    CREATE INDEX names_by_document ON names(document);
    CREATE INDEX clusters_by_original ON clusters(duplicate_of);
    INSERT INTO documents_fts(documents_fts) VALUES ('optimize');
    """

  private let path: String
  /// Where the database will be: the file that a link leads to is replaced, not the link.
  private let target: String
  #if !canImport(Darwin)
    /// Holds the lock by which another run sees that this one is writing. On Darwin that lock and those of SQLite shut each
    /// other out.
    private let place: Mutex<OutputFile?>
  #endif
  private let queue: DatabaseQueue
  private struct Pending {
    var rows: [ArticleRows] = []
    var written = 0
  }
  private let pending = Mutex(Pending())

  init(path: String) throws {
    self.path = path
    // Makes the folders above, and tells what is wrong in the words of every other output.
    let place = try OutputFile(path: path)
    target = OutputFile.resolved(path)
    #if canImport(Darwin)
      _ = consume place
    #else
      self.place = Mutex(place)
    #endif
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // A run that dies leaves PATH.partial, which nobody reads: no journal is needed.
      try database.execute(
        sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
    }
    do {
      queue = try DatabaseQueue(path: target + ".partial", configuration: configuration)
      try queue.write { try $0.execute(sql: Self.schema) }
    } catch { throw Self.failure(path, error) }
  }

  func add(_ rows: ArticleRows) throws {
    try pending.withLock { pending in
      pending.rows.append(rows)
      if pending.rows.count >= Self.transactionSize { try flush(&pending) }
    }
  }

  func finish() throws {
    try pending.withLock { try flush(&$0) }
    do {
      try queue.write { try $0.execute(sql: Self.indexes) }
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize") }
      try queue.close()
    } catch { throw Self.failure(path, error) }
    guard rename(target + ".partial", target) == 0 else {
      throw CopydeskError.unwritable(path, errno)
    }
    #if !canImport(Darwin)
      place.withLock { $0 = nil }
    #endif
  }

  private func flush(_ pending: inout Pending) throws {
    let rows = pending.rows
    let first = pending.written
    do { try queue.write { try Self.insert(rows, after: first, $0) } } catch {
      throw Self.failure(path, error)
    }
    pending.written += rows.count
    pending.rows.removeAll(keepingCapacity: true)
  }

  private static func insert(_ rows: [ArticleRows], after written: Int, _ database: Database) throws {
    let document = try database.cachedStatement(
      sql: "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let search = try database.cachedStatement(
      sql: "INSERT INTO documents_fts(rowid, title, text) VALUES (?, ?, ?)")
    let entity = try database.cachedStatement(sql: "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let name = try database.cachedStatement(sql: "INSERT INTO names VALUES (?, ?, ?, ?, ?)")
    let cluster = try database.cachedStatement(sql: "INSERT INTO clusters VALUES (?, ?, ?)")
    for (index, article) in rows.enumerated() {
      let row = article.document
      let rowid = written + index + 1
      try document.execute(arguments: [
        rowid, row.id, row.path, row.title, row.byline, row.section, row.published, row.language, row.words,
        row.text, row.summary, row.metadata,
      ])
      try search.execute(arguments: [rowid, row.title, row.text])
      for found in article.entities {
        try entity.execute(arguments: [
          rowid, found.start, found.end, found.label, found.text, found.value, found.id, found.title,
          found.confidence,
        ])
      }
      for found in article.names {
        try name.execute(arguments: [rowid, found.id, found.label, found.name, found.count])
      }
      if let other = row.duplicateOf {
        try cluster.execute(arguments: [rowid, other, row.repeatsEarlierRun ? 1 : 0])
      }
    }
  }

  private static func failure(_ path: String, _ error: any Error) -> CopydeskError {
    let known = error as? DatabaseError
    let reason = known?.message ?? String(describing: error)
    let help =
      switch known?.resultCode {
      case .SQLITE_FULL: "free some space and run again"
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
        "give yourself the right to write there, or write somewhere else"
      case .SQLITE_BUSY, .SQLITE_LOCKED: "another program uses it: wait for that one to end"
      case .SQLITE_IOERR: SystemRemedy.writing(EIO)
      default: "remove \"\(path).partial\" and run again; or write somewhere else with -o"
      }
    return CopydeskError(.cannotWrite, "cannot write \"\(path)\": \(reason)", help: help)
  }
}
