import Copydesk

/// What can be wrong with a definition as a document: its form, its keys, its variables.
enum DocumentProblem: DefinitionProblem {
  case malformedYAML(YAMLMistake)
  case severalDocuments
  case expansionBound(nodes: Int, depth: Int)
  case duplicateKey(String, firstLine: Int)
  case emptyDefinition
  case notAMapping(found: String)
  case unknownKey(String, known: [String], place: String)
  case missingKey(String, example: String)
  case wrongType(expected: ExpectedValue, found: ConfigNode?, key: String)
  case badVariableName(String)
  case undefinedVariable(String, message: String?)

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
    }
  }
}
