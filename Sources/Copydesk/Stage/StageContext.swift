/// What a stage is told about the pipeline that it is made for.
public struct StageContext: Sendable {
  /// The name of the pipeline.
  public var pipeline: String
  /// The stage as trails will name it.
  public var stage: StageReference

  /// Creates a context; the defaults serve tests.
  public init(pipeline: String = "test", stage: StageReference = StageReference(id: "test")) {
    self.pipeline = pipeline
    self.stage = stage
  }
}

/// Thrown by a stage's initialiser where its options contradict each other or name something that is not
/// there.
public struct InvalidOption: Error, Sendable {
  /// The option at fault, as a definition writes it.
  public var option: String
  /// What is wrong.
  public var message: String
  /// What to do.
  public var help: String?

  /// Creates the error.
  public init(_ option: String, _ message: String, help: String? = nil) {
    self.option = option
    self.message = message
    self.help = help
  }
}
