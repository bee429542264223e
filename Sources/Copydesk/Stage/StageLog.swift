/// Where a stage tells what goes on outside of documents: what a program wrote to its standard error, that it was started
/// again.
public struct StageLog: Sendable {
  /// How much it matters.
  public enum Level: Sendable, Comparable {
    /// For a user who asked for all there is.
    case detail
    /// Something went wrong and was dealt with.
    case warning
  }

  private let write: @Sendable (Level, String, String) -> Void

  /// Creates a log.
  /// - Parameter write: is given the level, the stage's id and a line without its end. Called from any thread.
  public init(_ write: @escaping @Sendable (_ level: Level, _ stage: String, _ line: String) -> Void) {
    self.write = write
  }

  /// A log that nobody reads.
  public static let none = StageLog { _, _, _ in }

  /// Writes a line.
  public func callAsFunction(_ level: Level, stage: String, _ line: String) { write(level, stage, line) }
}
