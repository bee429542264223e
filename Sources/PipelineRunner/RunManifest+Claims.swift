import Copydesk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which files runs say they have written, so that nothing else is written over or taken away.
extension RunManifest {
  /// Whether the run wrote this file.
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
    let folder = RelativePath.folder(of: path)
    guard let listing = opendir(folder.isEmpty ? "." : folder) else { return false }
    defer { closedir(listing) }
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: start.pointee)) {
          String(cString: $0)
        }
      }
      guard name.hasSuffix(suffix), let bytes = FileDigest.contents(of: folder + name),
        let manifest = RunManifest(bytes, in: folder)
      else { continue }
      if manifest.names(path) { return true }
    }
    return false
  }
}
