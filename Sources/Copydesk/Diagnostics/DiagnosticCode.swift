/// The number of a diagnostic: stable, so that it can be looked up, searched for and silenced.
///
/// `CD1xx` are mistakes in a definition or on the command line, `CD2xx` cost one document, `CD3xx` end a run.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // Definitions
  case unreadableDefinition = "CD100"
  case malformedYAML = "CD101"
  case unknownStage = "CD102"
  case unknownOption = "CD103"
  case wrongType = "CD104"
  case outOfRange = "CD105"
  case notAChoice = "CD106"
  case duplicateKey = "CD107"
  case unknownKey = "CD108"
  case missingKey = "CD109"
  case expansionBound = "CD110"
  case undefinedVariable = "CD111"
  case malformedStage = "CD112"
  case duplicateID = "CD113"
  case invalidOption = "CD114"
  case badOverride = "CD115"
  case unknownPipeline = "CD116"
  case noOutput = "CD117"
  case missingInput = "CD118"
  case sharedPath = "CD119"
  case unfilledField = "CD120"
  case impossibleCondition = "CD121"
  case optionWithoutEffect = "CD122"
  case unknownTemplate = "CD123"
  case includeLoop = "CD124"
  case badParameter = "CD125"
  case unknownProfile = "CD126"
  case malformedTest = "CD127"
  case unwrittenBranch = "CD128"
  case unreachableBranch = "CD129"
  case notAllowed = "CD140"

  // Documents
  case notUTF8 = "CD201"
  case binaryFile = "CD202"
  case malformedJSON = "CD203"
  case unreadableFile = "CD204"
  case tooLarge = "CD205"
  case stageFailed = "CD206"
  case badRecord = "CD207"

  // Runs
  case cannotWrite = "CD301"
  case stoppedByDocument = "CD302"
  case programFailed = "CD311"
}
