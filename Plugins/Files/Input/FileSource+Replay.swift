import Copydesk

extension FileSource: ReplayableSource {
  /// The columns of the table of a row that has failed.
  package func context(of note: String, format: String) -> (any Sendable)? {
    switch FileFormat(rawValue: format) {
    case .csv: TableColumns(note: note, quotesWholeFields: false, map: fields)
    case .tsv: TableColumns(note: note, quotesWholeFields: true, map: fields)
    default: nil
    }
  }

  /// Refuses what a replay cannot read: it has the bytes of single documents, and reads what is one file as such.
  ///
  /// Of an archive that could not be read any further there are no bytes, and all of it read as one document would be
  /// something else.
  func refuseWhatOnlyRunsRead(_ item: SourceItem) throws(Failure) {
    guard item.isReplayed, let format = FileFormat(rawValue: item.format) else { return }
    let archive = Self.archive(ofMember: item.path)
    guard archive != nil || format.hasRecords || format.isContainer || format == .warc else { return }
    let file = archive ?? item.path
    throw Failure(
      .unreadableFile, "\"\(file)\" holds several documents, which a run reads, not a replay",
      help: "once it can be read, run the pipeline on it again: copydesk run … \"\(file)\"")
  }

  /// The archive whose member a path names, as `news.tar!a.txt` does; nil for a file's own path. Names of files may have
  /// the mark, too.
  private static func archive(ofMember path: String) -> String? {
    guard (try? FileStatus(path)) == nil else { return nil }
    return path.indices.lazy.filter { path[$0] == "!" }.map { String(path[..<$0]) }
      .first { (try? FileStatus($0))?.kind == .file }
  }
}

extension TableColumns {
  /// - Parameter note: ``note`` of other columns.
  fileprivate init?(note: String, quotesWholeFields: Bool, map: FieldMap) {
    let row = Array(note.utf8)
    guard row.count > 2 else { return nil }
    let delimiter = row[0]
    let isOwn = row[1] == UInt8(ascii: "=")
    let dialect = TableDialect(delimiter: delimiter, quotesWholeFields: quotesWholeFields)
    guard let columns = try? TableColumns(row[2...], at: 0, dialect, map: map, isOwn: isOwn) else {
      return nil
    }
    self = columns
  }
}
