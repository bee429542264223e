import Copydesk

extension FileSource: WatchableSource {
  public func list(_ inputs: [String]) -> any SourceListing {
    FolderListings(
      walks: inputs.map { (path: $0, walk: FolderWalk($0, filter: filter, tellsFolders: true)) }[...])
  }

  public func open(_ file: SourceFile) throws -> Cursor {
    var cursor = Cursor(inputs: [])
    cursor.file = file
    return cursor
  }
}

/// The files of folders, one folder after the other.
private struct FolderListings: SourceListing {
  var walks: ArraySlice<(path: String, walk: FolderWalk)>

  mutating func next() -> SourceEntry? {
    while let first = walks.indices.first {
      switch walks[first].walk.next() {
      case .file(let relative, let path): return .file(SourceFile(id: relative, path: path))
      case .folder(let path): return .folder(path)
      case .unreadable(_, let path, let failure): return .unreadable(path: path, failure)
      case .passedOver: continue
      case nil: walks.removeFirst()
      }
    }
    return nil
  }
}
