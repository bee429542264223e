extension OptionProblem {
  /// The problem in words.
  /// - Parameter stage: the stage whose option it is.
  public func diagnostic(stage: String) -> Diagnostic {
    switch mistake {
    case .unknown(let name, let known):
      let help = Self.unknownHelp(name, known, stage)
      return Diagnostic(
        .unknownOption, "\"\(stage)\" has no option named \"\(name)\"", at: location, help: help)
    case .notOptions(let found, let known):
      return Diagnostic(
        .wrongType, "\"\(stage)\" takes options by their names, found \(found)", at: location,
        help: Self.namesHelp(found, known, stage))
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

  private static func unknownHelp(_ name: String, _ known: [String], _ stage: String) -> String {
    if known.isEmpty { return "\"\(stage)\" takes no options" }
    if let colon = name.firstIndex(of: ":"), known.contains(String(name[..<colon])) {
      return "put a space after the colon: \(name[...colon]) \(name[name.index(after: colon)...])"
    }
    return Suggestion.help(for: name, among: known) ?? "see: copydesk show \(stage)"
  }

  private static func namesHelp(_ found: String, _ known: [String], _ stage: String) -> String {
    guard let first = known.first else { return "\"\(stage)\" takes no options" }
    return found == "a list"
      ? "leave the dashes and [ ] out; for instance: { \(first): … }" : "for instance: { \(first): … }"
  }

  private static func typeHelp(_ expected: OptionKind, _ found: String) -> String? {
    let text = found.hasPrefix("the text \"") ? String(found.dropFirst(10).dropLast()) : nil
    if found == "nothing" { return "give it a value, or leave it out" }
    switch expected {
    case .boolean:
      switch text?.lowercased() {
      case "true", "false": return "write it without quotes and in lower case"
      case "yes", "on", "y": return "write true; in YAML 1.2, \(text ?? "yes") is a text"
      case "no", "off", "n": return "write false; in YAML 1.2, \(text ?? "no") is a text"
      default: return nil
      }
    case .integer, .number:
      guard let text else {
        guard found.hasPrefix("the number ") else { return "give it one number" }
        guard found.contains(where: \.isNumber) else { return "write it in digits" }
        let isTooLarge = found.dropFirst(11).allSatisfy { $0.isNumber || $0 == "-" }
        return isTooLarge ? "a whole number has at most 18 digits" : "write it without a fraction"
      }
      if Double(text) != nil { return "write it without quotes: \(text)" }
      if text.hasSuffix("%") { return "write a part of one: 0.5 for 50%" }
      return "write it in digits"
    case .list(let kind):
      if let text {
        var element = text
        if case .choice(let words) = kind { element = Suggestion.nearest(to: text, among: words) ?? text }
        // A star or a bracket would begin something else in YAML.
        let isPlain = element.first?.isLetter == true && element.allSatisfy { $0.isLetter || $0.isNumber }
        if !isPlain, element.contains(where: { "\"\\".contains($0) }) { return "write a list: [ … ]" }
        return "write a list: [\(isPlain ? element : "\"\(element)\"")]"
      }
      return found.hasPrefix("the ") ? "write a list: [ … ]" : nil
    case .string, .choice: return found == "a list" ? "give one value, without brackets and dashes" : nil
    case .optional(let kind): return typeHelp(kind, found)
    case .map, .open: return nil
    }
  }
}
