import Copydesk

/// What a check of one pipeline found.
struct CheckResult {
  /// The pipeline as it was found, or as the user named it where it was not.
  var path: String
  /// Errors and warnings.
  var diagnostics: [Diagnostic]
  /// The text of each file that the diagnostics point into, by its name.
  var sources: [String: String] = [:]
  /// What the pipeline does, in a line; nil where there is an error.
  var summary: String?

  /// The number of diagnostics of a severity.
  func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
}

/// In which form a check tells what it found.
enum CheckFormat: String, CaseIterable {
  /// For a person, on standard error.
  case human
  /// An array of objects, on standard output.
  case json
  /// SARIF 2.1.0, which code scanners of many sites read.
  case sarif
  /// Commands of GitHub Actions, which shows them beside the lines of a change.
  case github

  /// What goes to standard output.
  func report(_ results: [CheckResult]) -> String {
    let diagnostics = results.flatMap { $0.diagnostics.inOrderOfPlace() }
    switch self {
    case .human: return ""
    case .json: return JSONReport.text(diagnostics)
    case .sarif: return SARIFReport.text(diagnostics)
    case .github: return GitHubReport.text(diagnostics)
    }
  }
}
