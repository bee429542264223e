import Copydesk
import Foundation
import PipelineRunner

/// Finds the manifest of the run that a file belongs to.
struct RunFinder {
  private let path: String

  /// - Parameter path: any file of a run, also one of several that an output consists of; its manifest, or a folder that
  ///   it wrote into.
  init(_ path: String) { self.path = path }

  /// The manifest; nil where none lists the file.
  /// - Throws: ``CopydeskError`` where there is no such file, or no telling which run is meant.
  func manifest() throws -> RunManifest? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CopydeskError(
        .missingInput, "there is no result file \"\(path)\"",
        help: "name a file that a run wrote, for instance out/news.jsonl")
    }
    if isFolder.boolValue { return try manifest(ofFolder: path.hasSuffix("/") ? path : path + "/") }
    if path.hasSuffix(RunManifest.suffix) {
      guard let manifest = read(path) else {
        throw CopydeskError(
          .malformedJSON, "\"\(path)\" is not the manifest of a run that this version can read",
          help: "use the version that made it, or run the pipeline again")
      }
      return manifest
    }
    var folder = RelativePath.folder(of: path)
    while true {
      let listing = manifests(in: folder).filter { lists($0.manifest) }
      // A file that two runs wrote is of the later one.
      if let newest = listing.max(by: { $0.date < $1.date }) { return newest.manifest }
      guard !folder.isEmpty, folder != "/" else { return nil }
      folder = RelativePath.folder(of: String(folder.dropLast()))
    }
  }

  private func manifest(ofFolder folder: String) throws -> RunManifest {
    let found = manifests(in: folder)
    if found.count == 1 { return found[0].manifest }
    guard !found.isEmpty else {
      throw CopydeskError(
        .missingInput, "no run has left a \(RunManifest.suffix.dropFirst()) file in \"\(folder)\"",
        help: "name a file that a run wrote, for instance out/news.jsonl")
    }
    throw CopydeskError(
      .missingInput, "\(Figures.count(found.count, "run")) have written into \"\(folder)\"",
      help: "name one of them: " + found.prefix(10).map(\.path).joined(separator: ", "))
  }

  /// The manifests that lie in a folder, by name.
  private func manifests(in folder: String) -> [(path: String, manifest: RunManifest, date: Date)] {
    RunManifest.all(in: folder).map { path, manifest in
      let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
      return (path, manifest, date ?? .distantPast)
    }
  }

  private func read(_ path: String) -> RunManifest? {
    FileManager.default.contents(atPath: path).flatMap {
      RunManifest($0, in: RelativePath.folder(of: path))
    }
  }

  /// Whether the file, or a folder above it, is one that the run wrote.
  private func lists(_ manifest: RunManifest) -> Bool {
    let wanted = RelativePath.absolute(path)
    return manifest.files.contains { file in
      guard file.path != "-" else { return false }
      let known = RelativePath.absolute(file.path)
      return known == wanted || (file.path.hasSuffix("/") && wanted.hasPrefix(known + "/"))
        || file.parts.contains { RelativePath.absolute($0.path) == wanted }
    }
  }
}
