/// What a stage is told about the pipeline that it is made for.
public struct StageContext: Sendable {
  /// The name of the pipeline.
  public var pipeline: String
  /// The stage as trails will name it.
  public var stage: StageReference
  /// The folder of the file that the stage is written in: relative paths of a definition start there.
  public var folder: String
  /// What the user has allowed. A stage that asks for more (``PipelineComponent/permissions``) is made all the same,
  /// so that it can be checked, but must leave it.
  public var permissions: Set<Permission>
  /// The environment variables of the user.
  public var environment: [String: String]
  /// The folder with what comes with Copydesk for authors of stages in other languages, where it is known.
  public var library: String?
  /// Bytes of memory that what the stage remembers of documents may take; nil where the user has set no bound.
  public var memory: Int?
  /// Where to tell what goes on.
  public var log: StageLog
  /// Where the files that stages name are noted.
  package var namedFiles: NamedFiles?

  /// Creates a context; the defaults serve tests.
  public init(
    pipeline: String = "test", stage: StageReference = StageReference(id: "test"), folder: String = ".",
    permissions: Set<Permission> = [], environment: [String: String] = [:], library: String? = nil,
    memory: Int? = nil, log: StageLog = .none
  ) {
    self.pipeline = pipeline
    self.stage = stage
    self.folder = folder
    self.permissions = permissions
    self.environment = environment
    self.library = library
    self.memory = memory
    self.log = log
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

/// Thrown by a stage's initialiser where values inside of an option are wrong: each mistake with its own place.
public struct InvalidOptions: Error, Sendable {
  /// The mistakes.
  public var problems: [OptionProblem]

  /// Creates the error.
  public init(_ problems: [OptionProblem]) { self.problems = problems }
}
