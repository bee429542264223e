extension DiagnosticCode {
  /// What it means, with an example, and why there is a check. A new code does not compile without one.
  public var story: DiagnosticStory {
    switch self {
    case .unreadableDefinition: .unreadableDefinition
    case .malformedYAML: .malformedYAML
    case .unknownStage: .unknownStage
    case .unknownOption: .unknownOption
    case .wrongType: .wrongType
    case .outOfRange: .outOfRange
    case .notAChoice: .notAChoice
    case .duplicateKey: .duplicateKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .expansionBound: .expansionBound
    case .undefinedVariable: .undefinedVariable
    case .malformedStage: .malformedStage
    case .duplicateID: .duplicateID
    case .invalidOption: .invalidOption
    case .badOverride: .badOverride
    case .unknownPipeline: .unknownPipeline
    case .noOutput: .noOutput
    case .missingInput: .missingInput
    case .sharedPath: .sharedPath
    case .unfilledField: .unfilledField
    case .impossibleCondition: .impossibleCondition
    case .optionWithoutEffect: .optionWithoutEffect
    case .unknownTemplate: .unknownTemplate
    case .includeLoop: .includeLoop
    case .badParameter: .badParameter
    case .unknownProfile: .unknownProfile
    case .malformedTest: .malformedTest
    case .unwrittenBranch: .unwrittenBranch
    case .unreachableBranch: .unreachableBranch
    case .overlappingInputs: .overlappingInputs
    case .notAllowed: .notAllowed

    case .notUTF8: .notUTF8
    case .binaryFile: .binaryFile
    case .malformedJSON: .malformedJSON
    case .unreadableFile: .unreadableFile
    case .tooLarge: .tooLarge
    case .stageFailed: .stageFailed
    case .badRecord: .badRecord

    case .cannotWrite: .cannotWrite
    case .stoppedByDocument: .stoppedByDocument
    case .cannotResume: .cannotResume
    case .nothingRead: .nothingRead
    case .cannotWatch: .cannotWatch
    case .programFailed: .programFailed
    case .otherIndex: .otherIndex
    case .damagedIndex: .damagedIndex
    case .indexInUse: .indexInUse

    case .unreadablePlugin: .unreadablePlugin
    case .incompatiblePlugin: .incompatiblePlugin
    case .pluginStageName: .pluginStageName
    case .pluginBuildFailed: .pluginBuildFailed
    }
  }
}
