import Copydesk
import PipelineDefinition

extension PipelineRun {
  /// What the names of the files that a run puts beside an output begin with: `out/news` for `out/news.csv.gz`.
  package static func stem(beside output: String, of definition: Definition) -> String {
    LedgerGate.Paths.stem(beside: output, definition.name)
  }

  /// Whether an unfinished run has left its journal where a run of the pipeline puts its own.
  /// - Parameter definition: the pipeline.
  public static func isUnfinished(_ definition: Definition) -> Bool {
    Journal.exists(LedgerGate.Paths(beside: definition).account.journal)
  }

  /// The counts of the run that has left the results, where it was the very run that is asked for and has come to its
  /// end: there is nothing to go on with then, and nothing to do.
  ///
  /// A run may be killed after its results are complete and before it could say so. To begin again would be wrong where
  /// an index knows its documents by now.
  /// - Parameters:
  ///   - definition: the pipeline.
  ///   - inputs: what is to be read.
  ///   - sample: how many items of the inputs are to be taken; all, where nil.
  ///   - program: the program and its version.
  /// - Returns: nil where there is an unfinished run, none, or one of another pipeline or input; and for standard input,
  ///   which can be read but once.
  /// - Complexity: lists the whole of the inputs.
  public static func completed(
    _ definition: Definition, inputs: [String], sample: Int? = nil, program: String
  ) throws -> RunCounts? {
    let paths = LedgerGate.Paths(beside: definition)
    let identity = RunIdentity(definition, inputs: inputs, sample: sample, program: program)
    guard !Journal.exists(paths.account.journal), let manifest = paths.account.earlier(), manifest.isComplete,
      manifest.pipeline.digest == ContentDigest.text(identity.digest), !inputs.contains("-"),
      manifest.files.allSatisfy({ file in file.parts.allSatisfy { OutputFile.length(of: $0.path) == $0.bytes }
      })
    else { return nil }
    let log = InputLog()
    let reader = try makeReader(
      definition.source, inputs: inputs, outputs: OwnOutputs(definition, inputs: inputs, ledger: paths),
      settings: RunSettings(), sample: sample, log: log)
    try reader.listAll()
    // A file may have changed and be as long as before.
    guard manifest.inputDigest == ContentDigest.text(log.digest),
      let written = paths.account.possibleManifest.flatMap(FileStamp.init(of:)),
      log.changed <= written.changed
    else { return nil }
    Journal.removeRemains(paths.account.journal)
    return manifest.counts
  }
}
