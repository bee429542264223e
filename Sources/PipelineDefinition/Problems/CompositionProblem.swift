import Copydesk

/// What can be wrong with what is put together: includes, templates, profiles, branches.
enum CompositionProblem: DefinitionProblem {
  case unreadableInclude(String)
  case unknownTemplate(String, known: [String], file: String)
  case missingStages(of: String)
  case includeLoop([String])
  case tooManyStages(Int)
  case unknownProfile(String, known: [String])
  case profileOfNothing(String, known: [String])
  case malformedBranch(found: String)

  func diagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .unreadableInclude(let file):
      Diagnostic(
        .unreadableDefinition, "cannot read the included file \"\(file)\"", at: location,
        help: "its path starts at the folder of the file that includes it")
    case .unknownTemplate(let name, let known, let file):
      Diagnostic(
        .unknownTemplate, "\(file) has no template named \"\(name)\"", at: location,
        help: Suggestion.help(for: name, among: known)
          ?? "name one of its \"templates:\", or a file by its path (with a \"/\" or \".yaml\")")
    case .missingStages(let target):
      Diagnostic(
        .missingKey, "\"\(target)\" has no \"stages\" to include", at: location,
        help: "give it some: stages: [clean]")
    case .includeLoop(let chain):
      Diagnostic(
        .includeLoop, "this include leads back to itself", at: location, help: chain.joined(separator: " → "))
    case .tooManyStages(let most):
      Diagnostic(
        .expansionBound, "the definition grows beyond \(most) stages", at: location,
        help: "templates multiply what they include; include fewer of them inside each other")
    case .unknownProfile(let name, let known):
      Diagnostic(
        .unknownProfile, "the definition has no profile named \"\(name)\"", at: location,
        help: known.isEmpty
          ? "it has none; declare one under \"profiles:\"" : Suggestion.help(for: name, among: known))
    case .profileOfNothing(let stage, let known):
      Diagnostic(
        .unknownProfile, "the profile changes \"\(stage)\", which is not a stage of the pipeline",
        at: location,
        help: Suggestion.help(for: stage, among: known))
    case .malformedBranch(let found):
      Diagnostic(
        .malformedStage, "a branch of a route is a \"when\" and \"stages\", found \(found)", at: location,
        help: "write: - { when: { language: de }, stages: [ … ] }; without \"when\" it takes the rest")
    }
  }
}
