import Copydesk

/// Which files below a folder are read.
struct PathFilter: Sendable {
  /// What is read.
  let include: Glob
  /// What is not, nor anything below it.
  let exclude: Glob

  func accepts(file: String) -> Bool { include.matches(file) && !exclude.matches(file) }

  /// What a file is that is not read, where that is not what the user asked for.
  func passedOver(_ name: String, isFile: Bool = true) -> PassedOver? {
    guard !exclude.matches(name) else { return nil }
    return PassedOver(.file, isFile ? FileFormat.ending(of: name) : "pipe or device")
  }

  /// Whether a member of an archive is read.
  func acceptsMember(_ name: String) -> Bool { include.matches(name) && isOpen(member: name) }

  /// Whether a member of an archive is neither hidden nor excluded: by its own name and those of the folders above it.
  func isOpen(member name: String) -> Bool {
    guard !exclude.matches(name),
      !name.utf8.split(separator: UInt8(ascii: "/")).contains(where: {
        // What leads up is no name. Nothing is unpacked, so that it leads nowhere.
        $0.first == 0x2E && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8)
      })
    else { return false }
    var end = name.utf8.startIndex
    while let slash = name.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      if exclude.matches(String(name[..<slash])) { return false }
      end = name.utf8.index(after: slash)
    }
    return true
  }

  /// - Parameter folder: its path, without a slash at its end.
  func enters(folder: String) -> Bool { include.canMatch(below: folder + "/") && !exclude.matches(folder) }
}

/// Names the files below a folder one by one.
///
/// The order: within a folder by the bytes of the names, files and folders together, and what is in a folder
/// comes where the folder's name stands. It does not depend on the machine. Hidden files and folders are
/// passed over. A symbolic link is followed, unless it leads to a folder that the walk is in already.
///
/// - Complexity: holds the listings of the folders on the way to the current file, not of the whole tree.
struct FolderWalk: Sendable {
  /// What the walk came upon.
  enum Found: Sendable {
    /// A file to read: its path below the folder, and the path to open it by.
    case file(relative: String, path: String)
    /// A file or folder that cannot be read.
    case unreadable(relative: String, path: String, Failure)
    /// A folder that is gone through next; told where that is asked for.
    case folder(path: String)
    /// Something that is not read; told where that is asked for.
    case passedOver(path: String, PassedOver)
  }

  private struct Level: Sendable {
    let listing: FolderListing
    /// What goes before an entry's name to open it.
    let path: String
    /// What goes before an entry's name in its path below the root.
    let relative: String
    let identity: FileStatus.Identity
    var position = 0
    /// The paths of files that an earlier run says it has written.
    var results: Set<String> = []
  }

  private let filter: PathFilter
  private let tellsFolders: Bool
  private let tellsPassedOver: Bool
  private var levels: [Level] = []
  /// What is to be told before the walk goes on.
  private var trouble: Found?

  /// Starts at the folder `root`.
  init(_ root: String, filter: PathFilter, tellsFolders: Bool = false, tellsPassedOver: Bool = false) {
    self.filter = filter
    self.tellsFolders = tellsFolders
    self.tellsPassedOver = tellsPassedOver
    enter(root, relative: "")
  }

  /// The next file, or nil at the end.
  mutating func next() -> Found? {
    while true {
      if let found = trouble.take() { return found }
      guard let level = levels.indices.last else { return nil }
      guard levels[level].position < levels[level].listing.count else {
        levels.removeLast()
        continue
      }
      let entry = levels[level].listing[levels[level].position]
      levels[level].position += 1
      let name = String(decoding: entry.name, as: UTF8.self)
      let path = levels[level].path + name
      let relative = levels[level].relative + name
      let kind = entry.kind == .unknown && isIntact(name, entry.name) ? kindBehind(path) : entry.kind
      switch kind {
      case .folder where filter.enters(folder: relative), .file where filter.accepts(file: relative):
        guard isIntact(name, entry.name) else { return unnameable(relative, path) }
        if kind == .file {
          guard tellsPassedOver else { return .file(relative: relative, path: path) }
          guard !EarlierResults.isAccount(path) else { break }
          guard levels.contains(where: { $0.results.contains(path) }) else {
            return .file(relative: relative, path: path)
          }
          return .passedOver(path: path, PassedOver(.result, relative))
        }
        enter(path, relative: relative)
      case .file, .other:
        guard tellsPassedOver, let passed = filter.passedOver(relative, isFile: kind == .file),
          !levels.contains(where: { $0.results.contains(path) })
        else { break }
        return .passedOver(path: path, passed)
      default: break
      }
    }
  }

  /// What a symbolic link leads to. One that leads nowhere counts as a file, so that its reader says what is
  /// wrong.
  private func kindBehind(_ path: String) -> FolderListing.Kind {
    do { return try FileStatus(path).kind } catch { return .file }
  }

  private mutating func enter(_ path: String, relative: String) {
    do {
      let identity = try FileStatus(path).identity
      // A link back up: what is there is being read already.
      guard !levels.contains(where: { $0.identity == identity }) else { return }
      var level = Level(
        listing: try FolderListing(of: path), path: path.hasSuffix("/") ? path : path + "/",
        relative: relative.isEmpty ? "" : relative + "/", identity: identity)
      // What is found in it is no document, though a file of it is JSON.
      guard !EarlierResults.isIndex(level.listing) else { return }
      if tellsPassedOver { level.results = EarlierResults.paths(in: level.listing, level.path) }
      levels.append(level)
      if tellsFolders { trouble = .folder(path: path) }
    } catch {
      let failure = Failure.unreadable("the folder", error)
      trouble = .unreadable(relative: relative.isEmpty ? path : relative, path: path, failure)
    }
  }

  /// Whether the name came through as it is, which only UTF-8 does.
  private func isIntact(_ name: String, _ bytes: ArraySlice<UInt8>) -> Bool { name.utf8.elementsEqual(bytes) }

  private func unnameable(_ relative: String, _ path: String) -> Found {
    .unreadable(
      relative: relative, path: path,
      Failure(.unreadableFile, "the name is not UTF-8, so it cannot be in an id", help: "rename the file"))
  }
}

extension Failure {
  /// What the system would not read.
  static func unreadable(_ what: String, _ error: SystemError) -> Failure {
    Failure(.unreadableFile, "cannot read \(what): \(error.reason)", help: SystemRemedy.reading(error.code))
  }

  /// What the system does not go on to read.
  /// - Parameter offset: how many bytes of the file came before, where that can be told.
  static func unreadable(from offset: Int?, _ error: SystemError) -> Failure {
    let place = offset.map { " at byte \($0)" } ?? ""
    return Failure(
      .unreadableFile, "cannot read any further\(place): \(error.reason)",
      help: "what came before was read; " + SystemRemedy.reading(error.code), offset: offset)
  }
}
