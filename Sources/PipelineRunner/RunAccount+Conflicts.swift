import Copydesk

extension RunAccount {
  /// Refuses to put the files beside an output in the place of those of another result: `out/a.csv` and `out/a.jsonl`
  /// would both have `out/a.run.json`, and what was rejected in `out/a.rejects.jsonl`.
  /// - Throws: ``CopydeskError``.
  func refuseToReplaceAnother() throws {
    guard let present = possibleManifest, let own = possibleOutputs.first, let earlier = earlier(),
      !possibleOutputs.contains(where: earlier.names),
      let other = earlier.files.first(where: { $0.kind == .output }), !Self.isStream(other.path),
      OutputFile.length(of: other.path) != nil
    else { return }
    throw CopydeskError(
      .sharedPath,
      "the files beside \"\(own)\", such as \(present), belong to \"\(other.path)\", which another run wrote",
      help:
        "give the output another name or folder, or remove the earlier result; to write both in one run, give the "
        + "pipeline several output stages")
  }
}
