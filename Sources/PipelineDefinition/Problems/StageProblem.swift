import Copydesk

/// What can be wrong with a single stage.
enum StageProblem: DefinitionProblem {
  case malformedStage(found: String)
  case severalStages([String])
  case misplacedOption(String, stage: String)
  case unknownStage(String, known: [String])
  case sourceAsStage(String)
  case duplicateID(String, first: SourceLocation)
  case badID(String)
  case unknownCondition(String, known: [String])

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
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
