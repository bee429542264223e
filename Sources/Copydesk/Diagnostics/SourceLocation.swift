/// A place in a definition or on the command line.
public struct SourceLocation: Sendable, Hashable {
  /// The file as the user named it; `--set` for an override.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// How many Unicode scalars the caret underlines, at least 1.
  public var length: Int

  /// Creates a place.
  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// Whether it is an argument and no place in a file: `--set`, `--profile`, `-o`.
  public var isOnCommandLine: Bool { file.hasPrefix("-") }
}

extension SourceLocation: CustomStringConvertible {
  public var description: String { "\(file):\(line):\(column)" }
}
