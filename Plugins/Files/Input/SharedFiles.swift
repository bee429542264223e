import Copydesk

/// The files that a pattern and another input both name, and whose documents are therefore read twice.
struct SharedFiles {
  /// What one input names, and where it really is.
  struct Place {
    /// As the user wrote it.
    let input: String
    /// The file, or the folder below which files are read.
    let path: String
    /// Which of them; nil where it is a file.
    let filter: PathFilter?
    let isPattern: Bool

    /// Nil where nothing is there, or where it is no file in a folder.
    init?(_ input: String, _ argument: InputArgument, filter: PathFilter) {
      let named: String
      switch argument {
      case .file(let path): (named, self.filter, isPattern) = (path, nil, false)
      case .folder(let path): (named, self.filter, isPattern) = (path, filter, false)
      case .pattern(let folder, let glob):
        (named, isPattern) = (folder, true)
        self.filter = PathFilter(include: glob, exclude: filter.exclude)
      case .standardInput, .list: return nil
      }
      guard let real = FileStatus.realPath(named) else { return nil }
      (self.input, path) = (input, real)
    }

    var isFolder: Bool { filter != nil && !isPattern }

    /// The path with a slash.
    fileprivate var root: String { path.hasSuffix("/") ? path : path + "/" }

    /// Whether the walk over this folder comes to another file or folder.
    func reads(_ inner: String, isFolder: Bool) -> Bool {
      guard let filter else { return !isFolder && inner == path }
      guard inner.hasPrefix(root) else { return false }
      let relative = String(inner.dropFirst(root.count))
      let names = relative.split(separator: "/")
      guard !names.contains(where: { $0.hasPrefix(".") }) else { return false }
      for count in 1..<names.count + 1 where count < names.count || isFolder {
        guard filter.enters(folder: names.prefix(count).joined(separator: "/")) else { return false }
      }
      return isFolder || filter.accepts(file: relative)
    }
  }

  /// The two inputs.
  let one: String
  let other: String
  /// How many files they share, and the path of the first.
  private(set) var count = 0
  private(set) var first = ""

  /// What each pattern shares with each other input.
  /// - Complexity: goes through the folders of patterns that have another input above or below them.
  static func among(_ places: [Place]) -> [SharedFiles] {
    var found: [SharedFiles] = []
    for (index, pattern) in places.enumerated() where pattern.isPattern {
      // A pair of patterns is looked at once, and one that is named twice is told of as such.
      var pairs = places.enumerated().compactMap { other, place -> (place: Place, shared: SharedFiles)? in
        guard other != index, !place.isPattern || other > index && place.input != pattern.input,
          place.path == pattern.path || place.path.hasPrefix(pattern.root)
            || place.filter != nil && pattern.path.hasPrefix(place.root)
        else { return nil }
        return (place, SharedFiles(one: pattern.input, other: place.input))
      }
      guard !pairs.isEmpty, let filter = pattern.filter else { continue }
      var walk = FolderWalk(pattern.path, filter: filter)
      while let file = walk.next() {
        guard case .file(_, let path) = file else { continue }
        for pair in pairs.indices where pairs[pair].place.reads(path, isFolder: false) {
          if pairs[pair].shared.count == 0 { pairs[pair].shared.first = path }
          pairs[pair].shared.count += 1
        }
      }
      found += pairs.map(\.shared).filter { $0.count > 0 }
    }
    return found
  }

  private init(one: String, other: String) { (self.one, self.other) = (one, other) }

  /// The warning.
  var advice: Diagnostic {
    let name = first.split(separator: "/").last ?? ""
    return Diagnostic(
      .warning, .overlappingInputs,
      "\"\(one)\" and \"\(other)\" have \(count == 1 ? "a file" : "\(count) files") in common, "
        + (count == 1 ? "\"\(name)\", so its" : "such as \"\(name)\", so their")
        + " documents are read twice",
      at: nil, help: "leave one of the two out, or make the pattern narrower")
  }
}
