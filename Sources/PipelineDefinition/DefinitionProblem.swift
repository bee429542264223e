import Copydesk

/// What can be wrong with a definition: data. The words are in `DefinitionProblem+Words.swift`.
enum DefinitionProblem {
  case malformedYAML(YAMLMistake)
  case severalDocuments
  case expansionBound(nodes: Int, depth: Int)
  case duplicateKey(String, firstLine: Int)
  case emptyDefinition
  case notAMapping(found: String)
  case unknownKey(String, known: [String], place: String)
  case missingKey(String, example: String)
  case wrongType(expected: ExpectedValue, found: ConfigNode?, key: String)
  case undefinedVariable(String, message: String?)
  case badVariableName(String)
  case malformedStage(found: String)
  case severalStages([String])
  case misplacedOption(String, stage: String)
  case unknownStage(String, known: [String])
  case sourceAsStage(String)
  case duplicateID(String, first: SourceLocation)
  case badID(String)
  case noOutput
  case noOutputAfter(stage: String)
  case sharedPath(String, other: String)
  case wrongEnding(OutputName.Contradiction)
  case unknownCondition(String, known: [String])
  case badOverride(String)
  case malformedOverride(String, reason: String)
  case overrideOfRemoved(stage: String, profile: String)
  case overrideOfNothing(stage: String, known: [String])
  case overrideInside(option: String, found: String)
  case overrideOfReplaced(option: String, ReplacedOutput.Loss)
  case ambiguousOutput([String], option: String)
  case ambiguousOverride(stage: String, ids: [String])

  // Composition
  case unreadableInclude(String)
  case unknownTemplate(String, known: [String], file: String)
  case missingStages(of: String)
  case includeLoop([String])
  case tooManyStages(Int)
  case unknownArgument(String, known: [String])
  case missingArgument(String, help: String?)
  case unknownParameter(String, known: [String])
  case parameterInsideText(String, found: String)
  case unknownProfile(String, known: [String])
  case profileOfNothing(String, known: [String])
  case malformedBranch(found: String)

  // What a whole pipeline does
  case unreachableBranch(taker: Int)
  case unwrittenBranch
  case unwrittenRest
  case unfilledField(stage: String, field: String, fillers: [String])
  case outdatedField(stage: String, changer: String, line: Int)
  case impossibleCondition(String)
  case unknownLabel(String, known: [String])
  case misspeltField(String, meant: String)
  case misplacedKey(String, stage: String)
  case optionWithoutEffect(String, help: String?)
  case notAllowed(stage: String, Permission, remedy: String?)
  case pluginNotAllowed(String, path: String, remedy: String?)
}
