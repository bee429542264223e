import Copydesk

/// What a stage declares, in words: for the terminal, the reference pages and new pipelines alike.
struct StageWords {
  let entry: StageCatalog.Entry

  /// What it is to a pipeline.
  var role: String {
    switch entry.role {
    case .stage: "works on one document at a time"
    case .ordered: "sees documents in input order"
    case .sink: "writes documents out"
    case .source: "reads documents in"
    }
  }

  /// The fields it looks at and fills: `reads text; writes summary`. Nil where it declares none.
  var fields: String? {
    let parts = [("reads", entry.reads), ("writes", entry.writes)]
    let told = parts.filter { !$0.1.isEmpty }.map { verb, fields in
      "\(verb) " + fields.map(\.rawValue).joined(separator: ", ")
    }
    return told.isEmpty ? nil : told.joined(separator: "; ")
  }

  /// A way to use it, as a definition would write it from its first column on.
  var example: String? {
    let example = entry.example
    guard !example.isEmpty else { return nil }
    return (entry.role == .source ? "input:\n" : "stages:\n") + Self.indented(example, by: 2)
  }

  /// The stage with all its defaults, as a definition would write it.
  var withAllDefaults: String {
    let options = entry.options.filter { $0.defaultValue != .null }
    let lines = options.map { "\($0.name): \(Self.yaml($0.defaultValue))" }
    if entry.role == .source { return "input:\n" + lines.map { "  \($0)" }.joined(separator: "\n") }
    return "- \(entry.name):\n" + lines.map { "    \($0)" }.joined(separator: "\n")
  }

  /// What an option takes: `a whole number; 1 or more; default 3`.
  static func facts(_ option: OptionSpec) -> String {
    var facts = [option.kind.description]
    if let range = option.range { facts.append(range.description) }
    facts.append(option.defaultValue == .null ? "may be left out" : "default \(yaml(option.defaultValue))")
    return facts.joined(separator: "; ")
  }

  /// A default as YAML; JSON is a part of it.
  static func yaml(_ value: JSONValue) -> String {
    let isPlain: (Character) -> Bool = { $0.isLetter || "_-./".contains($0) }
    switch value {
    case .string(let text) where !text.isEmpty && text != "-" && text.allSatisfy(isPlain): return text
    case .array(let values): return "[" + values.map(yaml).joined(separator: ", ") + "]"
    default:
      var json = JSONWriter()
      json.value(value)
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }

  /// The lines, each behind blanks; empty ones stay empty.
  static func indented(_ text: String, by width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : String(repeating: " ", count: width) + $0 }.joined(separator: "\n")
  }
}
