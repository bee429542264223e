/// The number of a diagnostic: stable, so that it can be looked up, searched for and silenced.
///
/// `CD1xx` are mistakes in a definition or on the command line, `CD2xx` cost one document, `CD3xx` end a run,
/// `CD4xx` are about plugins.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // Definitions
  /// A definition that cannot be read.
  case unreadableDefinition = "CD100"
  /// A definition that is not YAML.
  case malformedYAML = "CD101"
  /// A stage that does not exist.
  case unknownStage = "CD102"
  /// An option that the stage does not have.
  case unknownOption = "CD103"
  /// A value of another kind than expected.
  case wrongType = "CD104"
  /// A number outside its range.
  case outOfRange = "CD105"
  /// A word that is not among the choices.
  case notAChoice = "CD106"
  /// A name that is given twice.
  case duplicateKey = "CD107"
  /// A key that means nothing at its place.
  case unknownKey = "CD108"
  /// Something that a definition needs is not there.
  case missingKey = "CD109"
  /// Aliases that grow without bound.
  case expansionBound = "CD110"
  /// An environment variable that is not set.
  case undefinedVariable = "CD111"
  /// A stage that is written in a wrong way.
  case malformedStage = "CD112"
  /// Two stages with one id.
  case duplicateID = "CD113"
  /// Options that a stage does not take.
  case invalidOption = "CD114"
  /// A --set that sets nothing.
  case badOverride = "CD115"
  /// A pipeline that does not exist.
  case unknownPipeline = "CD116"
  /// A pipeline that writes nothing.
  case noOutput = "CD117"
  /// Nothing to read.
  case missingInput = "CD118"
  /// Two outputs that write one file.
  case sharedPath = "CD119"
  /// A stage that comes before what it needs.
  case unfilledField = "CD120"
  /// A condition that never holds.
  case impossibleCondition = "CD121"
  /// An option that changes nothing.
  case optionWithoutEffect = "CD122"
  /// A template that does not exist.
  case unknownTemplate = "CD123"
  /// An include that leads back to itself.
  case includeLoop = "CD124"
  /// A parameter that is wrong or not given.
  case badParameter = "CD125"
  /// A profile that does not exist, or that changes nothing.
  case unknownProfile = "CD126"
  /// A test that is written in a wrong way.
  case malformedTest = "CD127"
  /// Documents that no output takes.
  case unwrittenBranch = "CD128"
  /// A branch that no document takes.
  case unreachableBranch = "CD129"
  /// An input that lies within another one.
  case overlappingInputs = "CD130"
  /// Something that the user has not allowed.
  case notAllowed = "CD140"

  // Documents
  /// A text that is not UTF-8.
  case notUTF8 = "CD201"
  /// A file that is not text.
  case binaryFile = "CD202"
  /// A record that is not JSON.
  case malformedJSON = "CD203"
  /// A file that cannot be read.
  case unreadableFile = "CD204"
  /// A document that is too large.
  case tooLarge = "CD205"
  /// A stage that failed on a document.
  case stageFailed = "CD206"
  /// A record that is not a document.
  case badRecord = "CD207"

  // Runs
  /// A result that cannot be written.
  case cannotWrite = "CD301"
  /// A run that a document stopped.
  case stoppedByDocument = "CD302"
  /// An unfinished run that cannot be resumed.
  case cannotResume = "CD303"
  /// A run that found no document.
  case nothingRead = "CD304"
  /// A pipeline or an input that cannot be watched.
  case cannotWatch = "CD305"
  /// A program that could not go on.
  case programFailed = "CD311"
  /// An index that was made with other settings.
  case otherIndex = "CD321"
  /// An index that is not as it was written.
  case damagedIndex = "CD322"
  /// An index that another run works with.
  case indexInUse = "CD323"

  // Plugins
  /// A plugin that cannot be loaded.
  case unreadablePlugin = "CD401"
  /// A plugin that was made for another Copydesk.
  case incompatiblePlugin = "CD402"
  /// A plugin's stage with a name it cannot have.
  case pluginStageName = "CD403"
  /// A plugin that does not build.
  case pluginBuildFailed = "CD404"
}
