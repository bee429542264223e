import Copydesk
import PipelineDefinition

/// What is held against the outputs of a run before it begins, so that nobody waits for hours to hear of it.
extension PipelineRun {
  /// Refuses a folder where a file is to be written.
  /// - Throws: ``CopydeskError``.
  static func refuseFolders(_ definition: Definition) throws {
    for case let sink as any Sink in definition.steps.map(\.component)
    where !sink.destination.hasSuffix("/") && OutputFile.isFolder(sink.destination) {
      throw CopydeskError(
        .cannotWrite, "\"\(sink.destination)\" is a folder, and \(type(of: sink).name) writes a file",
        help: "name a file in it")
    }
  }
}

extension RunAccount {
  /// Refuses to put the files beside an output in the place of those of another result: `out/a.csv` and `out/a.jsonl`
  /// would both have `out/a.rejects.jsonl` and `out/a.run.json`.
  /// - Throws: ``CopydeskError``.
  func refuseToReplaceAnother() throws {
    guard let own = possibleOutputs.first, let other = earlier()?.files.first(where: { $0.kind == .output }),
      let earlier = earlier(), !possibleOutputs.contains(where: earlier.names),
      !Self.isStream(other.path), OutputFile.length(of: other.path) != nil
    else { return }
    throw CopydeskError(
      .sharedPath,
      "the files beside \"\(own)\", such as \(rejects), are those of \"\(other.path)\", which another run has written",
      help: "give the output another name or folder, or take the earlier result away")
  }
}
