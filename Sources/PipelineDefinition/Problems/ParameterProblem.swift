import Copydesk

/// What can be wrong with parameters and with what is given for them.
enum ParameterProblem: DefinitionProblem {
  case unknownArgument(String, known: [String])
  case missingArgument(String, help: String?)
  case unknownParameter(String, known: [String])
  case parameterInsideText(String, found: String)

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .unknownArgument(let name, let known):
      Diagnostic(
        .badParameter, "there is no parameter named \"\(name)\" here", at: location,
        help: known.isEmpty
          ? "what is included takes no parameters" : Suggestion.help(for: name, among: known))
    case .missingArgument(let name, let help):
      Diagnostic(
        .badParameter, "the parameter \"\(name)\" is not given" + (help.map { ": \($0)" } ?? ""),
        at: location,
        help: "give it under \"with:\", or a default where it is declared")
    case .unknownParameter(let name, let known):
      Diagnostic(
        .badParameter, "no parameter is named \"\(name)\"", at: location,
        help: known.isEmpty
          ? "declare it: parameters: { \(name): … }"
          : Suggestion.help(for: name, among: known)
            ?? "declare it under \"parameters:\"")
    case .parameterInsideText(let name, let found):
      Diagnostic(
        .badParameter, "the parameter \"\(name)\" is put inside a text, but it is \(found)", at: location,
        help: "make the value \"${with.\(name)}\" and nothing else")
    }
  }
}
