/// The folder of an index for as long as a run has its lock: what the run made and came to hold no index, as in a trial
/// run, goes again.
final class MadeFolder: Sendable {
  private let path: String
  /// The folders that were not there before, outer ones first.
  private let made: [String]
  private let manifest: String
  /// Held until the files are gone: without it they may be another run's.
  private let lock: DiskFile

  /// - Parameters:
  ///   - path: the folder.
  ///   - made: the folders that this run has made for it, outer ones first.
  ///   - manifest: the file without which it holds no index.
  ///   - lock: the folder's, which this run has.
  init(_ path: String, made: [String], manifest: String, lock: DiskFile) {
    self.path = path
    self.made = made
    self.manifest = manifest
    self.lock = lock
  }

  deinit {
    let names = DiskFolder.names(in: path)
    guard !made.isEmpty, !names.contains(manifest), names.allSatisfy(IndexFolder.isOwn) else { return }
    for name in names { DiskFolder.remove("\(path)/\(name)") }
    for folder in made.reversed() { DiskFolder.removeEmpty(folder) }
  }
}
