import Copydesk

/// Which files runs say they have written, so that nothing else is written over or taken away.
extension RunManifest {
  /// The manifests that lie in a folder, by name.
  /// - Parameter folder: with its slash, or nothing for the one that the program runs in.
  package static func all(in folder: String) -> [(path: String, manifest: RunManifest)] {
    FolderNames.of(folder).filter { $0.hasSuffix(suffix) }.compactMap { name in
      let path = folder + name
      return FileDigest.contents(of: path).flatMap { RunManifest($0, in: folder) }.map { (path, $0) }
    }
  }

  /// Whether the run wrote this file, or into this folder.
  func names(_ path: String) -> Bool {
    let wanted = OwnOutputs.absolute(path)
    return files.contains { file in
      OwnOutputs.absolute(file.path) == wanted
        || file.parts.contains { OwnOutputs.absolute($0.path) == wanted }
    }
  }

  /// Whether a manifest in the file's own folder names it.
  /// - Complexity: reads the names in the folder, and the manifests among them.
  static func isNamed(_ path: String) -> Bool {
    all(in: RelativePath.folder(of: path)).contains { $0.manifest.names(path) }
  }
}
