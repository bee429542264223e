import Copydesk
import Synchronization

/// Tells tables that Copydesk wrote by the accounts of runs beside them, whatever their columns are.
///
/// A folder is listed once for all its tables, until something in it changes.
final class OwnTables: Sendable {
  private struct Folder {
    let path: String
    let changed: FileStatus.Change
    let tables: Set<String>
  }

  private let last = Mutex<Folder?>(nil)

  /// Whether a run that left its account beside the file says that it wrote it, as a table.
  func contain(_ path: String) -> Bool {
    guard path != "-" else { return false }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let place = folder.isEmpty ? "." : folder
    guard let changed = try? FileStatus(place).changed else { return false }
    return last.withLock { last in
      if let last, last.path == folder, last.changed == changed { return last.tables.contains(path) }
      guard let listing = try? FolderListing(of: place) else { return false }
      let tables = EarlierResults.paths(in: listing, folder, of: TableOutput.name.rawValue)
      last = changed.isPast ? Folder(path: folder, changed: changed, tables: tables) : nil
      return tables.contains(path)
    }
  }
}
