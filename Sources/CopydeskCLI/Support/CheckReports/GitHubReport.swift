import Copydesk

/// Diagnostics as commands of GitHub Actions: `::error file=…,line=…::message`.
enum GitHubReport {
  static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { line(for: $0) + "\n" }.joined()
  }

  private static func line(for diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let location = diagnostic.location, !location.isOnCommandLine {
      properties = [
        ("file", location.file), ("line", String(location.line)), ("col", String(location.column)),
        ("endColumn", String(location.column + location.length)),
      ]
    }
    properties.append(("title", diagnostic.code.rawValue))
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
    let place = diagnostic.location.flatMap { $0.isOnCommandLine ? "\($0.file): " : nil } ?? ""
    let message = place + diagnostic.message + (diagnostic.help.map { "\nhelp: \($0)" } ?? "")
    return "::\(diagnostic.severity.rawValue) \(list)::\(escaped(message, isProperty: false))"
  }

  /// What ends a command or a property is written as a percentage code.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
