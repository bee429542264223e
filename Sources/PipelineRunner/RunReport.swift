import Copydesk
import PipelineDefinition

/// What came of a run.
public struct RunReport: Sendable {
  /// How many documents went where.
  public let counts: RunCounts
  /// Bytes of input.
  public let bytes: Int
  /// How long it took.
  public let duration: Duration
  /// Whether it was stopped before the end of its input.
  public let isInterrupted: Bool
  /// The file with the rejects, if there were any.
  public let rejects: String
  /// The file with the dead letters, if there were any.
  public let deadLetters: String
  /// The file with a line for each document that was kept and that no output wrote as a record, if there were any.
  public let ledger: String
  /// The journal by which the run can be gone on with, where it was stopped.
  public let unfinished: String?
  /// How many of the documents an earlier part of the run has dealt with.
  public let documentsBefore: Int
  /// What else the ledger has seen.
  public let traces: RunTraces

  /// The files of the plugins whose stages took part.
  public let plugins: [PluginFile]

  /// What was come upon and not read; empty where the run was stopped.
  public var notRead = NotRead()

  /// The duration in seconds.
  public var seconds: Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
