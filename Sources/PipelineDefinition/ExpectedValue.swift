import Copydesk

/// What a key of a definition takes: data for ``DocumentProblem/wrongType(expected:found:key:)``.
enum ExpectedValue: String {
  case text = "text"
  case paths = "a list of paths"
  case stages = "a list of stages"
  case branches = "a list of branches"
  case templateOrPath = "the name of a template or the path of a file"
  case arguments = "a mapping of parameters"
  case parameters = "a mapping of names, each to a default"
  case profiles = "a mapping of names, each to the options it changes"
  case profile = "a mapping of stages, each to options"
  case optionsOrFalse = "a mapping of options, or false"
  case conditions = "conditions by their names"
  case conditionList = "a list of conditions"
  case namesWithValues = "names, each with a value, such as { section: Sport }"

  /// What to write instead of what was found.
  /// - Parameters:
  ///   - found: the value that stands there; nil where there is none.
  ///   - key: its key.
  func help(found: ConfigNode?, key: String) -> String {
    switch self {
    case .text: "give it one text; put it in quotes if it holds brackets or a colon"
    case .paths: "for instance: \(key): [acme.copydeskplugin]"
    case .stages: Self.help(forStages: found)
    case .branches: "for instance: - { when: { language: de }, stages: [ … ] }"
    case .templateOrPath: "for instance: include: tidy"
    case .arguments: "for instance: with: { words: 60 }"
    case .parameters: "for instance: parameters: { words: 80 }"
    case .profiles: "for instance: profiles: { quick: { summarize: { method: lead } } }"
    case .profile: "for instance: \(key): { summarize: { method: lead } }"
    case .optionsOrFalse: "write false to take the stage out, or options: { … }"
    case .conditions: "for instance: when: { words: { at_least: 80 }, language: en }"
    case .conditionList: "put each condition in braces: \(key): [{ has: title }, { language: en }]"
    case .namesWithValues: "for instance: \(key): { section: Sport }"
    }
  }

  /// Stages are a list of lines with dashes, which are often missing, or lack their space.
  private static func help(forStages found: ConfigNode?) -> String {
    switch found?.value {
    case .map(let entries) where !entries.isEmpty: "begin each stage with a dash and a space: - clean"
    case .scalar(let text, _) where text.hasPrefix("-"): "put a space after each dash: - clean"
    default: "for instance: stages: [clean, output.jsonl]"
    }
  }
}
