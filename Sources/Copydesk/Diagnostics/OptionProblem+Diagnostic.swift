extension OptionProblem {
  /// The problem in words.
  /// - Parameter stage: the stage whose option it is.
  public func diagnostic(stage: String) -> Diagnostic {
    switch mistake {
    case .unknown(let name, let known):
      let help =
        known.isEmpty
        ? "\"\(stage)\" takes no options"
        : Suggestion.help(for: name, among: known) ?? "see: copydesk show \(stage)"
      return Diagnostic(
        .unknownOption, "\"\(stage)\" has no option named \"\(name)\"", at: location, help: help)
    case .wrongType(let expected, let found):
      return Diagnostic(
        .wrongType, "expected \(expected), found \(found)", at: location, help: Self.typeHelp(expected, found)
      )
    case .notAChoice(let found, let choices):
      return Diagnostic(
        .notAChoice, "\"\(found)\" is not one of the choices", at: location,
        help: Suggestion.help(for: found, among: choices) ?? "one of: " + choices.joined(separator: ", "))
    case .outOfRange(let found, let range):
      return Diagnostic(.outOfRange, "\(found) is out of range", at: location, help: "the range is \(range)")
    case .invalid(let message, let help):
      return Diagnostic(.invalidOption, message, at: location, help: help)
    }
  }

  private static func typeHelp(_ expected: OptionKind, _ found: String) -> String? {
    switch expected {
    case .boolean where ["yes", "no", "on", "off"].contains { found.lowercased() == "the text \"\($0)\"" }:
      "in YAML 1.2 write true or false"
    case .list: found.hasPrefix("the ") ? "write a list: [ … ]" : nil
    case .optional(let kind): typeHelp(kind, found)
    case .integer, .number: found.hasPrefix("the text") ? "a number is written without quotes" : nil
    default: nil
    }
  }
}
