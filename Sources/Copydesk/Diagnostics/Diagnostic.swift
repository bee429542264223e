/// Something to tell the user: what is wrong, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable {
    /// Worth knowing; the run goes on.
    case warning
    /// The run cannot start, or lost something.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
  }

  /// How bad it is.
  public var severity: Severity
  /// The number to look it up by.
  public var code: DiagnosticCode
  /// What is wrong, in one sentence without a capital and a full stop.
  public var message: String
  /// Where.
  public var location: SourceLocation?
  /// What to do.
  public var help: String?

  /// Creates an error.
  public init(
    _ code: DiagnosticCode, _ message: String, at location: SourceLocation? = nil, help: String? = nil
  ) {
    self.init(.error, code, message, at: location, help: help)
  }

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at location: SourceLocation? = nil,
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.help = help
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line, without an excerpt: `news.yaml:4:5: error[CD102]: …`.
  public var description: String {
    (location.map { "\($0): " } ?? "") + "\(severity.rawValue)[\(code.rawValue)]: \(message)"
  }
}

/// What is thrown where work cannot go on: one diagnostic or several.
public struct CopydeskError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong; never empty.
  public var diagnostics: [Diagnostic]

  /// Creates an error of several diagnostics.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Creates an error of one diagnostic.
  public init(
    _ code: DiagnosticCode, _ message: String, at location: SourceLocation? = nil, help: String? = nil
  ) {
    diagnostics = [Diagnostic(.error, code, message, at: location, help: help)]
  }

  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
