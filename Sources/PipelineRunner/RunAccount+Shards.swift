import Copydesk

extension RunAccount {
  /// Takes away those shards of the run before that this one has not written: they would stand among the new ones as if
  /// they were of the same result. Only what the manifest of that run lists under the same output is touched.
  ///
  /// All that this run has written has its name by now, and the earlier manifest still stands: a run that is killed in here
  /// has lost nothing, and the one that goes on with it, or the next one, takes away the rest.
  /// - Parameter files: what this run has written.
  func removeForsakenShards(besides files: [RunManifest.File]) {
    let outputs = files.filter { $0.kind == .output && !$0.parts.isEmpty && !$0.path.hasSuffix("/") }
    guard !outputs.isEmpty else { return }
    let written = Set(files.flatMap(\.parts).map { OwnOutputs.absolute($0.path) })
    let earlier = manifests(for: possibleFiles).compactMap(Self.manifest).flatMap(\.files).filter {
      $0.kind == .output
    }
    for output in outputs {
      let whole = OwnOutputs.absolute(output.path)
      for part in earlier.filter({ OwnOutputs.absolute($0.path) == whole }).flatMap(\.parts) {
        let path = OwnOutputs.absolute(part.path)
        // A result that was one file is forsaken, too, when it comes in shards now.
        guard !written.contains(path), path == whole || OwnOutputs.unnumbered(path) == whole else { continue }
        OutputFile.removeStale(part.path)
      }
    }
  }
}
