import Copydesk

extension FileSource {
  /// How far the listing has come.
  public struct Cursor: Sendable {
    var inputs: ArraySlice<InputArgument>
    /// The list of paths being read.
    var list: LineReader?
    /// The folder being read.
    var walk: FolderWalk?
    /// A file that was listed before.
    var file: SourceFile?
    /// The file of records or the archive being read.
    var items: (any ItemSequence)?
  }

  public func open(_ inputs: [String]) throws -> Cursor {
    Cursor(inputs: try InputArgument.resolve(inputs, exclude: filter.exclude)[...])
  }

  public func next(_ cursor: inout Cursor) throws -> SourceItem? {
    while true {
      if let item = cursor.items?.next() { return item }
      cursor.items = nil
      if let file = cursor.file.take() {
        if let item = begin(id: file.id, path: file.path, opener.format(of: file.path), &cursor) {
          return item
        }
        continue
      }
      if let found = cursor.walk?.next() {
        if let item = begin(found, &cursor) { return item }
        continue
      }
      cursor.walk = nil
      if let item = try nextListed(&cursor) {
        if let item { return item }
        continue
      }
      guard let input = cursor.inputs.popFirst() else { return nil }
      switch input {
      case .standardInput:
        let format = self.format == .auto ? FileFormat.jsonl : opener.format(of: "-")
        if let item = begin(id: "stdin", path: "-", format, &cursor) { return item }
      case .file(let path):
        let format = opener.format(ofNamed: path, isInput: true)
        if let item = begin(id: Self.fileName(path), path: path, format, &cursor) { return item }
      case .folder(let path): cursor.walk = FolderWalk(path, filter: filter, tellsPassedOver: true)
      case .list(let path):
        do { cursor.list = LineReader(try InputFile(path), limits: limits) } catch {
          return SourceItem(
            id: path, path: path, format: FileFormat.text.rawValue, failure: .unreadable("the list", error))
        }
      case .pattern(let folder, let glob):
        cursor.walk = FolderWalk(folder, filter: PathFilter(include: glob, exclude: filter.exclude))
      }
    }
  }

  /// The next path of a list as an item; nil inside where it is one of many, nil outside at the list's end.
  private func nextListed(_ cursor: inout Cursor) throws -> SourceItem?? {
    guard let line = try cursor.list?.next() else {
      cursor.list = nil
      return nil
    }
    var bytes = line.bytes ?? []
    if line.start == 0 { bytes = bytes.dropFirst(ByteOrderMark.utf8Length(bytes)) }
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return .some(nil) }
    let path = String(decoding: bytes, as: UTF8.self)
    if (try? FileStatus(path))?.kind == .folder {
      cursor.walk = FolderWalk(path, filter: filter, tellsPassedOver: true)
      return .some(nil)
    }
    // Named by its whole path, as two files of a list may have one name.
    return .some(begin(id: path, path: path, opener.format(ofNamed: path, isInput: false), &cursor))
  }

  private func begin(_ found: FolderWalk.Found, _ cursor: inout Cursor) -> SourceItem? {
    switch found {
    case .file(let relative, let path): begin(id: relative, path: path, opener.format(of: path), &cursor)
    case .unreadable(let relative, let path, let failure):
      SourceItem(id: relative, path: path, format: opener.format(of: path).rawValue, failure: failure)
    case .passedOver(let path, let passedOver): SourceItem(passedOver, path: path)
    case .folder: nil
    }
  }

  /// The file as an item; nil for one of records and for an archive, which are opened to be read next.
  private func begin(id: String, path: String, _ format: FileFormat, _ cursor: inout Cursor) -> SourceItem? {
    if format.isOneDocument { return SourceItem(id: id, path: path, format: format.rawValue) }
    cursor.items = opener.open(id: id, path: path, format)
    return nil
  }

  var opener: ItemOpener {
    ItemOpener(
      format: format, filter: filter, fields: fields, envelope: envelope, encoding: encoding,
      ownTables: ownTables, limits: limits)
  }

  private static func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  public func estimatedBytes(of inputs: [String]) -> Int? {
    guard let inputs = try? InputArgument.resolve(inputs, exclude: filter.exclude) else { return nil }
    var total = 0
    for input in inputs {
      switch input {
      case .standardInput, .list: return nil
      case .file(let path):
        guard let status = try? FileStatus(path), status.kind == .file else { return nil }
        total += status.size
      case .folder(let path): total += bytes(FolderWalk(path, filter: filter, tellsPassedOver: true))
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
