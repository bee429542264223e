import Copydesk
import Foundation

/// Diagnostics as a SARIF log (Static Analysis Results Interchange Format, OASIS standard, version 2.1.0).
///
/// Every code is a rule, with its story as the rule's help. Columns count Unicode scalars, and the log says so.
enum SARIFReport {
  private static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  static func text(_ diagnostics: [Diagnostic]) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", schema)
      json.member("version", "2.1.0")
      json.name("runs")
      json.array { $0.object { writeRun(diagnostics, to: &$0) } }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func writeRun(_ diagnostics: [Diagnostic], to json: inout JSONWriter) {
    let used = Set(diagnostics.map(\.code))
    let rules = DiagnosticCode.allCases.filter { used.contains($0) }
    json.name("tool")
    json.object { json in
      json.name("driver")
      json.object { json in
        json.member("name", "copydesk")
        json.member("version", Version.number)
        json.name("rules")
        json.array { json in
          for rule in rules { json.object { write(rule, to: &$0) } }
        }
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.name("results")
    json.array { json in
      for diagnostic in diagnostics {
        json.object { write(diagnostic, rule: rules.firstIndex(of: diagnostic.code), to: &$0) }
      }
    }
  }

  private static func write(_ rule: DiagnosticCode, to json: inout JSONWriter) {
    let story = rule.story
    json.member("id", rule.rawValue)
    json.member("name", Self.name(of: rule))
    message("shortDescription", story.title, to: &json)
    message("fullDescription", story.meaning, to: &json)
    message("help", "\(story.meaning)\n\n\(story.reason)", to: &json)
  }

  /// `unknownStage` → `UnknownStage`, as rules of SARIF are called.
  private static func name(of rule: DiagnosticCode) -> String {
    let name = "\(rule)"
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func write(_ diagnostic: Diagnostic, rule: Int?, to json: inout JSONWriter) {
    json.member("ruleId", diagnostic.code.rawValue)
    json.member("ruleIndex", rule)
    json.member("level", diagnostic.severity.rawValue)
    let argument = diagnostic.location.flatMap { $0.isOnCommandLine ? "\($0.file): " : nil } ?? ""
    let help = diagnostic.help.map { "\nhelp: \($0)" } ?? ""
    message("message", argument + diagnostic.message + help, to: &json)
    guard let location = diagnostic.location, !location.isOnCommandLine else { return }
    json.name("locations")
    json.array {
      $0.object { json in
        json.name("physicalLocation")
        json.object { json in
          json.name("artifactLocation")
          json.object { $0.member("uri", uri(of: location.file)) }
          json.name("region")
          json.object { json in
            json.member("startLine", location.line)
            json.member("startColumn", location.column)
            json.member("endColumn", location.column + location.length)
          }
        }
      }
    }
  }

  private static func message(_ name: String, _ text: String, to json: inout JSONWriter) {
    json.name(name)
    json.object { $0.member("text", text) }
  }

  /// A relative path stays relative, so that it is looked for in the checkout.
  private static func uri(of path: String) -> String {
    var allowed = CharacterSet.urlPathAllowed
    allowed.remove(charactersIn: ":;")
    let encoded = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }
}
