import Copydesk

/// What can be wrong with what a whole pipeline does.
enum FlowProblem: DefinitionProblem {
  case unfilledField(stage: String, field: String, fillers: [String])
  case outdatedField(stage: String, changer: String, line: Int)
  case impossibleCondition(String)
  case unknownLabel(String, known: [String])
  case misplacedKey(String, stage: String)
  case misspeltField(String, meant: String)
  case optionWithoutEffect(String, help: String?)

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .unfilledField(let stage, let field, let fillers):
      Diagnostic(
        .warning, .unfilledField, "\"\(stage)\" works with \"\(field)\", which nothing before it fills",
        at: location,
        help: fillers.isEmpty
          ? nil : "put \(fillers.map { "\"\($0)\"" }.joined(separator: " or ")) before it")
    case .outdatedField(let stage, let changer, let line):
      Diagnostic(
        .warning, .unfilledField,
        "\"\(stage)\" looks at the text before \"\(changer)\" on line \(line) changes it", at: location,
        help: "put \"\(changer)\" first: what \"\(stage)\" finds may be lost or point into the wrong text")
    case .impossibleCondition(let reason):
      Diagnostic(
        .warning, .impossibleCondition, "this condition never holds: \(reason)", at: location,
        help: "change it, or take out what it stands beside: no document will reach it")
    case .unknownLabel(let label, let known):
      Diagnostic(
        .warning, .impossibleCondition, "no stage before this one finds the label \"\(label)\"", at: location,
        help: Suggestion.help(for: label, among: known.uniqued()))
    case .misplacedKey(let key, let stage):
      Diagnostic(
        .unknownOption, "\"\(key)\" is not an option of \"\(stage)\"", at: location,
        help:
          "it stands beside the name of the stage, not below it: take the indentation of \"\(stage)\" itself")
    case .misspeltField(let name, let meant):
      Diagnostic(
        .warning, .impossibleCondition, "\"\(name)\" is looked for in the metadata", at: location,
        help: "did you mean \"\(meant)\"?")
    case .optionWithoutEffect(let message, let help):
      Diagnostic(.warning, .optionWithoutEffect, message, at: location, help: help)
    }
  }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
