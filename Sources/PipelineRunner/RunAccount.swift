import Copydesk
import PipelineDefinition

/// How a run accounts for itself: the manifest that names all its files, and the ledger of those kept documents that no
/// file holds as a record.
///
/// The manifest is put beside the first output, and into each other folder that the run writes to, so that it is found
/// from any of the files: `out/news.jsonl` has `out/news.run.json`, a folder `pages/` of the same run
/// `pages/news.run.json`. Where all goes to standard output, it is put beside the rejects.
struct RunAccount: Sendable {
  /// Where the ledger of the kept goes.
  let kept: String

  private let pipeline: RunManifest.Pipeline
  private let outputs: [RunManifest.File]
  private let sharesDocuments: Bool
  let rejects: String
  private let deadLetters: String
  /// What the names of the files beside the first output begin with.
  private let stem: String
  /// The name of the manifest in each folder.
  private let name: String

  init(_ definition: Definition, rejects: String, deadLetters: String) {
    pipeline = RunManifest.Pipeline(
      name: definition.name, reference: definition.reference,
      output: definition.output.flatMap { Self.isStream($0) ? nil : $0 })
    outputs = definition.steps.compactMap { step in
      guard let sink = step.component as? any Sink else { return nil }
      return RunManifest.File(
        .output, sink.destination, stage: type(of: sink).name.rawValue, hasRecords: sink.writesRecords)
    }
    sharesDocuments = Self.sharesDocuments(definition.steps)
    self.rejects = rejects
    self.deadLetters = deadLetters
    let first = outputs.first { !Self.isStream($0.path) }?.path
    let stem =
      first.map { LedgerGate.Paths.stem(beside: $0, definition.name) } ?? Self.stem(ofRejects: rejects)
    self.stem = stem
    kept = stem + ".kept.jsonl"
    name = RelativePath.name(of: stem) + RunManifest.suffix
  }

  /// Whether a path is no file in a folder, beside which others could be put: standard output, a device, a pipe.
  static func isStream(_ path: String) -> Bool { path == "-" || OutputFile.isSpecial(path) }

  /// `news` of `news.rejects.jsonl`.
  private static func stem(ofRejects rejects: String) -> String {
    var stem = rejects
    for ending in [".jsonl", ".rejects"] where stem.hasSuffix(ending) {
      stem = String(stem.dropLast(ending.count))
    }
    return stem
  }

  /// Whether a document can come to another stage, which may write or remove it, after it was written as a record.
  private static func sharesDocuments(_ steps: [Definition.Step]) -> Bool {
    func excludes(_ a: Definition.Step, _ b: Definition.Step) -> Bool {
      a.branches.contains { one in b.branches.contains { $0.route == one.route && $0.index != one.index } }
    }
    return steps.indices.contains { index in
      guard let sink = steps[index].component as? any Sink, sink.writesRecords else { return false }
      return steps[(index + 1)...].contains { step in
        if let later = step.component as? any Sink, !later.writesRecords { return false }
        return !excludes(steps[index], step)
      }
    }
  }

  /// The folder in which the run puts down how far it has come.
  var journal: String { stem + ".journal" }

  /// Every file that it may write.
  var paths: [String] { [kept] + manifests(for: possibleFiles) }

  /// The files and folders that outputs may write.
  var possibleOutputs: [String] { outputs.map(\.path).filter { !Self.isStream($0) } }

  /// Every file and folder that it may write but the ledger of the kept.
  var possibleFiles: [RunManifest.File] {
    outputs + [RunManifest.File(.rejects, rejects), RunManifest.File(.deadLetters, deadLetters)]
  }

  /// The manifest's path in each folder that holds one of the files, the first output's first.
  func manifests(for files: [RunManifest.File]) -> [String] {
    var found: [String] = []
    for file in files where !Self.isStream(file.path) {
      let path = RelativePath.folder(of: file.path) + name
      if !found.contains(path) { found.append(path) }
    }
    return found
  }

  /// Writes the manifests; takes away those of an earlier run that stand where this run has written nothing.
  /// - Parameters:
  ///   - kept: how many lines the ledger of the kept has.
  ///   - written: the files that each output has completed, in their order.
  ///   - own: the files that the run itself has completed.
  ///   - identity: a hash of the pipeline, where the run kept a journal.
  ///   - input: a hash of what was read, where the run kept a journal.
  ///   - notRead: what was come upon and not read.
  /// - Returns: the first of them; nil where the run has left no file.
  /// - Throws: ``CopydeskError`` where one cannot be written.
  func write(
    _ counts: RunCounts, kept: Int, isComplete: Bool, outputs written: [[OutputLog.File]],
    own ownFiles: [OutputLog.File], identity: UInt64?, input: UInt64?, notRead: NotRead = NotRead()
  ) throws -> String? {
    let own = [
      (RunManifest.File(.kept, self.kept), kept), (RunManifest.File(.rejects, rejects), counts.rejected),
      (RunManifest.File(.deadLetters, deadLetters), counts.failed),
    ]
    let files =
      zip(outputs, written).map { output, parts in
        var file = output
        file.parts = Self.parts(of: output, parts)
        return file
      }
      + own.filter { $0.1 > 0 }.map { file, documents in
        var file = file
        file.documents = documents
        file.parts = ownFiles.filter { $0.path == file.path }.map { RunManifest.Part($0) }
        return file
      }
    // Before the manifests are written, which tell of them.
    removeForsakenShards(besides: files)
    let places = manifests(for: files)
    for stale in manifests(for: possibleFiles) where !places.contains(stale) { OutputFile.removeStale(stale) }
    for path in places {
      let folder = RelativePath.folder(of: path)
      var pipeline = pipeline
      pipeline.digest = identity.map(ContentDigest.text)
      pipeline.output = pipeline.output.map { RelativePath.from(folder, to: $0) }
      let manifest = RunManifest(
        pipeline: pipeline, isComplete: isComplete, sharesDocuments: sharesDocuments,
        startedIn: RelativePath.wayUp(from: folder), counts: counts,
        inputDigest: input.map(ContentDigest.text), notRead: notRead,
        files: files.map { $0.moved { RelativePath.from(folder, to: $0) } })
      let file = try OutputFile(path: path)
      try file.write(manifest.json)
      try file.finish()
    }
    return places.first
  }

  /// What an output consists of. One that did not write by way of the API is read.
  private static func parts(
    of output: RunManifest.File, _ written: [OutputLog.File]
  ) -> [RunManifest.Part] {
    if isStream(output.path) { return [] }
    if written.isEmpty {
      guard !output.path.hasSuffix("/"), let found = FileDigest.of(output.path) else { return [] }
      return [RunManifest.Part(path: output.path, bytes: found.bytes, digest: found.digest)]
    }
    return written.map { RunManifest.Part($0) }
  }

  /// Where the manifest beside the first output is.
  var possibleManifest: String? { manifests(for: possibleFiles).first }

  /// The manifest that an earlier run has left beside the first output.
  func earlier() -> RunManifest? { possibleManifest.flatMap(Self.manifest) }

  /// The manifest at a path.
  static func manifest(at path: String) -> RunManifest? {
    FileDigest.contents(of: path).flatMap { RunManifest($0, in: RelativePath.folder(of: path)) }
  }
}
