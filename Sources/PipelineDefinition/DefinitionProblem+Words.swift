import Copydesk

extension DefinitionProblem {
  /// The problem in words, with its code and its remedy.
  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .malformedYAML(let mistake):
      Diagnostic(.malformedYAML, mistake.message, at: location, help: mistake.help)
    case .severalDocuments:
      Diagnostic(
        .malformedYAML, "a file holds one pipeline", at: location,
        help: "put the second one in a file of its own")
    case .expansionBound(let nodes, let depth):
      Diagnostic(
        .expansionBound, "the definition grows beyond \(nodes) values or \(depth) levels", at: location,
        help: "aliases multiply what they stand for; write fewer of them inside each other")
    case .duplicateKey(let key, let line):
      Diagnostic(
        .duplicateKey, "\"\(key)\" is given twice", at: location,
        help: "the first is on line \(line); keep one")
    case .emptyDefinition:
      Diagnostic(
        .missingKey, "the definition is empty", at: location,
        help: "begin with \"stages:\" and a list of stages")
    case .notAMapping(let found):
      Diagnostic(
        .wrongType, "a definition is a mapping of keys, found \(found)", at: location,
        help: "begin with \"stages:\" and a list of stages")
    case .unknownKey(let key, let known, let place):
      Diagnostic(
        .unknownKey, "\(place) has no key \"\(key)\"", at: location,
        help: Suggestion.help(for: key, among: known))
    case .missingKey(let key, let example):
      Diagnostic(
        .missingKey, "the definition has no \"\(key)\"", at: location, help: "for instance: \(example)")
    case .wrongType(let expected, let found, let key):
      Diagnostic(
        .wrongType,
        "\"\(key)\" takes \(expected.rawValue), found \(found?.kindDescription ?? "nothing")",
        at: location, help: expected.help(found: found, key: key))
    case .badVariableName(let name):
      Diagnostic(
        .undefinedVariable, "\"\(name)\" is not the name of a variable", at: location,
        help: "write ${NAME} with letters, digits and \"_\"; a plain ${ is written $${")
    case .undefinedVariable(let name, let message):
      Diagnostic(
        .undefinedVariable, message ?? "the environment variable \(name) is not set", at: location,
        help: message == nil
          ? "set it, or give a default: ${\(name):-value}" : "set \(name) in the environment")
    default: stageDiagnostic(at: location)
    }
  }

  /// The problems of single stages.
  private func stageDiagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .malformedStage(let found):
      Diagnostic(
        .malformedStage, "a stage is a name, or a name with options, found \(found)", at: location,
        help: "write \"- clean\", or \"- summarize: { sentences: 3 }\"")
    case .severalStages(let names):
      Diagnostic(
        .malformedStage, "one step names several stages: \(names.joined(separator: ", "))", at: location,
        help: "begin each with a dash of its own")
    case .misplacedOption(let option, let stage):
      Diagnostic(
        .malformedStage, "\"\(option)\" is an option of \"\(stage)\" but stands beside it", at: location,
        help: "indent it below, or write: - \(stage): { \(option): … }")
    case .unknownStage(let name, let known):
      Diagnostic(
        .unknownStage, "there is no stage named \"\(name)\"", at: location,
        help: Self.stageHelp(name, known))
    case .sourceAsStage(let name):
      Diagnostic(
        .malformedStage, "\"\(name)\" reads documents and cannot stand among the stages", at: location,
        help: "its options belong under \"input:\"")
    case .duplicateID(let id, let first):
      Diagnostic(
        .duplicateID, "two stages have the id \"\(id)\"", at: location,
        help: first.file == location?.file ? "the first is on line \(first.line)" : "the first is at \(first)"
      )
    case .badID(let id):
      Diagnostic(
        .malformedStage, "\"\(id)\" cannot be the id of a stage", at: location,
        help: ["input", "output", "route", "with"].contains(id)
          ? "the word has a meaning of its own; choose another"
          : "use letters, digits, \"_\", \"-\" and \".\"; --set and profiles name the stage by it")
    case .unknownCondition(let key, let known):
      Diagnostic(
        .unknownKey, "\"when\" knows no condition \"\(key)\"", at: location,
        help: Suggestion.help(for: key, among: known))
    default: outputDiagnostic(at: location)
    }
  }

  /// What a name that is no stage's was meant to be; often YAML read more into it than was meant.
  private static func stageHelp(_ name: String, _ known: [String]) -> String {
    if let dash = name.firstIndex(of: "-"), dash != name.startIndex, name[name.index(before: dash)] == " " {
      return
        "a line below begins with a dash that starts no stage; put all dashes at one column, a space after each"
    }
    if let colon = name.firstIndex(of: ":"), known.contains(String(name[..<colon])) {
      return "put a space after the colon: \(name[...colon]) …"
    }
    return Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
      ?? "see: copydesk list stages"
  }
}
