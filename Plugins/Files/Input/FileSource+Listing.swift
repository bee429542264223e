import Copydesk

extension FileSource {
  /// How far the listing has come.
  public struct Cursor: Sendable {
    var inputs: ArraySlice<InputArgument>
    /// The folder being read.
    var walk: FolderWalk?
    /// The JSON Lines file being read.
    var records: RecordFile?
  }

  public func open(_ inputs: [String]) throws -> Cursor {
    Cursor(inputs: try InputArgument.resolve(inputs, exclude: filter.exclude)[...])
  }

  public func next(_ cursor: inout Cursor) throws -> SourceItem? {
    while true {
      if let item = cursor.records?.next() { return item }
      cursor.records = nil
      if let found = cursor.walk?.next() {
        if let item = begin(found, &cursor) { return item }
        continue
      }
      cursor.walk = nil
      guard let input = cursor.inputs.popFirst() else { return nil }
      switch input {
      case .standardInput:
        let format = self.format == .auto ? FileFormat.jsonl : fileFormat("-")
        if let item = begin(id: "stdin", path: "-", format, &cursor) { return item }
      case .file(let path):
        if let item = begin(id: Self.fileName(path), path: path, fileFormat(path), &cursor) { return item }
      case .folder(let path): cursor.walk = FolderWalk(path, filter: filter)
      case .pattern(let folder, let glob):
        cursor.walk = FolderWalk(folder, filter: PathFilter(include: glob, exclude: filter.exclude))
      }
    }
  }

  private func begin(_ found: FolderWalk.Found, _ cursor: inout Cursor) -> SourceItem? {
    switch found {
    case .file(let relative, let path): begin(id: relative, path: path, fileFormat(path), &cursor)
    case .unreadable(let relative, let path, let failure):
      SourceItem(id: relative, path: path, format: fileFormat(path).rawValue, failure: failure)
    }
  }

  /// The file as an item; nil for one of records, which is opened to be read next.
  private func begin(id: String, path: String, _ format: FileFormat, _ cursor: inout Cursor) -> SourceItem? {
    guard format == .jsonl else { return SourceItem(id: id, path: path, format: format.rawValue) }
    do {
      cursor.records = try RecordFile(id: id, path: path, limits: limits)
      return nil
    } catch {
      return SourceItem(
        id: id, path: path, format: format.rawValue, failure: .unreadable("the file", error))
    }
  }

  private func fileFormat(_ path: String) -> FileFormat {
    FileFormat(rawValue: format.rawValue) ?? FileFormat(path: path)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  public func estimatedBytes(of inputs: [String]) -> Int? {
    guard let inputs = try? InputArgument.resolve(inputs, exclude: filter.exclude) else { return nil }
    var total = 0
    for input in inputs {
      switch input {
      case .standardInput: return nil
      case .file(let path):
        guard let status = try? FileStatus(path), status.kind == .file else { return nil }
        total += status.size
      case .folder(let path): total += bytes(FolderWalk(path, filter: filter))
      case .pattern(let folder, let glob):
        total += bytes(FolderWalk(folder, filter: PathFilter(include: glob, exclude: filter.exclude)))
      }
    }
    return total
  }

  private func bytes(_ walk: FolderWalk) -> Int {
    var walk = walk
    var total = 0
    while let found = walk.next() {
      if case .file(_, let path) = found { total += (try? FileStatus(path))?.size ?? 0 }
    }
    return total
  }
}
