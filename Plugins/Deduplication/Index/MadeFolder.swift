/// The folder of an index for as long as it is used: what was made for it and came to hold no index, as in a trial run,
/// goes again.
final class MadeFolder: Sendable {
  private let path: String
  /// The folders that were not there before, outer ones first.
  private let made: [String]
  private let manifest: String

  /// Makes the folder, and those above it, where they are not there.
  /// - Parameters:
  ///   - path: the folder.
  ///   - manifest: the file without which it holds no index.
  init(_ path: String, manifest: String) throws {
    self.path = path
    self.manifest = manifest
    made = try DiskFolder.make(path)
  }

  deinit {
    let names = DiskFolder.names(in: path)
    guard !made.isEmpty, !names.contains(manifest), names.allSatisfy(IndexFolder.isOwn) else { return }
    for name in names { DiskFolder.remove("\(path)/\(name)") }
    for folder in made.reversed() { DiskFolder.removeEmpty(folder) }
  }
}
