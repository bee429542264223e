/// How a run puts down how far it has come.
public struct JournalSettings: Sendable {
  /// Whether to go on where an unfinished run had come to, where there is one.
  public var resumes: Bool
  /// Seconds between two checkpoints, at least; more where the disk is slow.
  public var interval: Double
  /// The program and its version: another one may give other results.
  public var program: String

  /// Creates settings.
  public init(resumes: Bool = false, interval: Double = 2, program: String = "") {
    self.resumes = resumes
    self.interval = interval
    self.program = program
  }
}
