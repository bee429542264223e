/// How a run puts down how far it has come.
public struct JournalSettings: Sendable {
  /// Whether to go on where an unfinished run had come to, where there is one.
  public var resumes: Bool
  /// Whether the run is a watch, which has no end: it goes on wherever it was.
  public var watches: Bool
  /// Seconds between two checkpoints, at least; more where the disk is slow.
  public var interval: Double
  /// The program and its version: another one may give other results.
  public var program: String

  /// Creates settings.
  public init(resumes: Bool = false, watches: Bool = false, interval: Double = 2, program: String = "") {
    self.resumes = resumes || watches
    self.watches = watches
    self.interval = interval
    self.program = program
  }
}
