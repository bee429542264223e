import Copydesk

extension DefinitionProblem {
  /// The problems of what is put together: includes, parameters, profiles, branches.
  func compositionDiagnostic(at location: SourceLocation?) -> Diagnostic {
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
    default: parameterDiagnostic(at: location)
    }
  }

  /// The problems of parameters and of what is given for them.
  private func parameterDiagnostic(at location: SourceLocation?) -> Diagnostic {
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
    default: branchDiagnostic(at: location)
    }
  }

  /// The problems of branches.
  private func branchDiagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .unreachableBranch(let taker):
      Diagnostic(
        .warning, .unreachableBranch, "no document takes this branch", at: location,
        help: "the branch on line \(taker) has no \"when\" and takes all that come to it; put it last")
    case .unwrittenBranch:
      Diagnostic(
        .warning, .unwrittenBranch, "no output takes the documents of this branch", at: location,
        help: "put an output into the branch, or one after the route; what none takes goes to the rejects")
    case .unwrittenRest:
      Diagnostic(
        .warning, .unwrittenBranch, "no output takes the documents for which no branch holds", at: location,
        help:
          "add a branch without \"when\", or an output after the route; what none takes goes to the rejects")
    default: flowDiagnostic(at: location)
    }
  }

  /// The problems of what a whole pipeline does.
  private func flowDiagnostic(at location: SourceLocation?) -> Diagnostic {
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
    default: permissionDiagnostic(at: location)
    }
  }
}

extension DefinitionProblem {
  /// The problems of what a definition may do.
  private func permissionDiagnostic(at location: SourceLocation?) -> Diagnostic {
    switch self {
    case .notAllowed(let stage, let permission, let remedy):
      Diagnostic(
        .notAllowed, "\"\(stage)\" wants to \(permission.rawValue), and this definition is not allowed to",
        at: location, help: remedy ?? Self.permissionHelp)
    case .pluginNotAllowed(let plugin, let path, let remedy):
      Diagnostic(
        .notAllowed,
        "\"\(plugin)\" was neither built nor checked here, and this definition is not trusted to load it",
        at: location,
        help:
          "if you trust the plugin: copydesk plugin check \(ShellWord.quoted(path)), which runs it; otherwise "
          + (remedy ?? Self.permissionHelp))
    // All that was told on the way here, named so that a problem without words does not compile.
    case .malformedYAML, .severalDocuments, .expansionBound, .duplicateKey, .emptyDefinition, .notAMapping,
      .unknownKey, .missingKey, .wrongType, .undefinedVariable, .badVariableName, .malformedStage,
      .severalStages, .misplacedOption, .unknownStage, .sourceAsStage, .duplicateID, .badID, .noOutput,
      .noOutputAfter, .sharedPath, .wrongEnding, .unknownCondition, .badOverride, .malformedOverride,
      .overrideOfRemoved, .overrideOfNothing, .overrideInside, .overrideOfReplaced, .ambiguousOutput,
      .ambiguousOverride, .unreadableInclude, .unknownTemplate, .missingStages, .includeLoop, .tooManyStages,
      .unknownArgument, .missingArgument, .unknownParameter, .parameterInsideText, .unknownProfile,
      .profileOfNothing, .malformedBranch, .unreachableBranch, .unwrittenBranch, .unwrittenRest,
      .unfilledField, .outdatedField, .impossibleCondition, .unknownLabel, .misspeltField, .misplacedKey,
      .optionWithoutEffect:
      Diagnostic(
        .malformedYAML, "the definition is wrong here", at: location,
        help: "compare it with what copydesk show and Documentation/Reference say")
    }
  }

  private static var permissionHelp: String { "read what it starts; then allow it with --allow-external" }
}

extension [String] {
  /// Each once, in the order of the first.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
