import Copydesk
import PipelineDefinition

/// A run that was cut short, as its journal tells of it.
///
/// A run is gone on with under the output that it was started with. This finds the journal of one whose output the user
/// named on the command line the first time, and not the second.
public struct UnfinishedRun: Sendable {
  /// The pipeline, as it was named on the command line.
  public let pipeline: String?
  /// The output, where the user named one.
  public let output: String?
  /// What it read.
  public let inputs: [String]
  /// How many items it was to take; all, where nil.
  public let sample: Int?
  /// The folder of its journal.
  let journal: String

  /// The unfinished runs whose journals lie in the folder that the program runs in, right in a folder there, or in
  /// another one; no watches, which go on by themselves.
  /// - Parameter folder: the other folder, with its slash.
  /// - Complexity: lists these folders.
  public static func all(besides folder: String) -> [UnfinishedRun] {
    let here = FolderNames.of("")
    var folders = [""]
    if !folder.isEmpty { folders.append(folder) }
    folders += here.filter { !$0.hasPrefix(".") && !$0.hasSuffix(suffix) && OutputFile.isFolder($0) }.map {
      $0 + "/"
    }
    var seen: Set<String> = []
    return folders.filter { seen.insert(RelativePath.absolute($0)).inserted }.flatMap { folder in
      (folder.isEmpty ? here : FolderNames.of(folder)).filter { $0.hasSuffix(suffix) }.compactMap {
        UnfinishedRun(folder + $0)
      }
    }
  }

  private static let suffix = ".journal"

  private init?(_ journal: String) {
    // A look at folders that lie around reads no more than it needs of any.
    let name = "\(journal)/\(Journal.checkpointName)"
    guard let bytes = try? Journal.contents(of: name, first: Checkpoint.Head.most),
      let head = Checkpoint.Head(bytes[...]), head.watch == nil
    else { return nil }
    self.journal = journal
    (pipeline, output) = (head.request.pipeline, head.request.output)
    (inputs, sample) = (head.identity.inputs, head.identity.sample)
  }

  /// Whether its journal is the one that a run of the pipeline, with that output, keeps. One that was given another name
  /// is of no run that could go on.
  public func isFound(by definition: Definition) -> Bool {
    RelativePath.absolute(LedgerGate.Paths(beside: definition).account.journal)
      == RelativePath.absolute(journal)
  }

  /// Whether the output, as it is written, leads to the journal from the folder that the program runs in.
  public var isFoundByOutput: Bool {
    guard let output else { return false }
    return RelativePath.absolute(RelativePath.folder(of: output))
      == RelativePath.absolute(RelativePath.folder(of: journal))
  }
}
