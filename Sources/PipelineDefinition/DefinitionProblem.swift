import Copydesk

/// What can be wrong with a definition: data. The words are in `DefinitionProblem+Words.swift`.
enum DefinitionProblem {
  case malformedYAML(String)
  case severalDocuments
  case expansionBound(nodes: Int, depth: Int)
  case duplicateKey(String, firstLine: Int)
  case emptyDefinition
  case notAMapping(found: String)
  case unknownKey(String, known: [String], place: String)
  case missingKey(String, example: String)
  case wrongType(expected: String, found: String, key: String)
  case undefinedVariable(String, message: String?)
  case malformedStage(found: String)
  case severalStages([String])
  case misplacedOption(String, stage: String)
  case unknownStage(String, known: [String])
  case sourceAsStage(String)
  case duplicateID(String, firstLine: Int)
  case noOutput
  case sharedPath(String, other: String)
  case unknownCondition(String, known: [String])
  case badOverride(String)
  case overrideOfNothing(stage: String, known: [String])
  case ambiguousOverride(stage: String, ids: [String])
}
