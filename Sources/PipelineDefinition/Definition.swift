import Copydesk

/// A pipeline that passed its checks: what to read, and the stages in order, each made and ready.
public struct Definition: Sendable {
  /// Its name; the file's, where the definition gives none.
  public var name: String
  /// How the user named it: by its name or the path of its file; nil where nobody did.
  public var reference: String?
  /// The path that the user gave its output in place of its own; nil where they gave none.
  public var output: String?
  /// What it is for.
  public var description: String?
  /// Where documents come from.
  public var source: any Source
  /// The stages in order.
  public var steps: [Step]
  /// Where rejected documents go, where the definition says so.
  public var rejects: String?
  /// Where failed documents go, where the definition says so.
  public var deadLetters: String?
  /// The definition as it works, with includes, parameters, variables, profiles and defaults put in, each value with
  /// where it comes from; nil for one that was not read from a file.
  public var resolved: ResolvedDefinition?
  /// The files that its stages depend on: lists, gazetteers, programs.
  package var namedFiles: [NamedFiles.File] = []
  /// Examples of what the pipeline does, which `copydesk test` holds it to.
  public var tests: [DefinitionTest] = []

  /// One stage of a pipeline.
  public struct Step: Sendable {
    /// Its id and its line, as trails name it.
    public var reference: StageReference
    /// The stage: a `Stage`, an `OrderedStage` or a `Sink`.
    public var component: any PipelineComponent
    /// Which documents it works on; all, where nil.
    public var condition: Condition?
    /// What becomes of a document that it fails on.
    public var onError: ErrorPolicy
    /// How often it is tried again on a failure that may pass; never, where nil.
    public var retry: Retry?
    /// The branches that it stands in, the outermost first. It sees the documents that take all of them.
    public var branches: [Branch]

    /// Creates a step.
    public init(
      reference: StageReference, component: any PipelineComponent, condition: Condition? = nil,
      onError: ErrorPolicy = .deadLetter, retry: Retry? = nil, branches: [Branch] = []
    ) {
      self.reference = reference
      self.component = component
      self.condition = condition
      self.onError = onError
      self.retry = retry
      self.branches = branches
    }
  }

  /// The files of the plugins that its stages come from, each once; those that are a part of the program have none.
  public var plugins: [PluginFile] = []

  /// Creates a definition.
  public init(name: String, source: any Source, steps: [Step]) {
    self.name = name
    self.source = source
    self.steps = steps
  }

  /// The path of the first output, beside which rejects and dead letters go.
  public var destination: String? {
    steps.lazy.compactMap { ($0.component as? any Sink)?.destination }.first
  }
}

/// How a stage is tried again on failures that may pass (``Copydesk/Failure/isTransient``).
public struct Retry: Sendable, Hashable {
  /// How many times at most, after the first attempt.
  public var times: Int
  /// Seconds before the second attempt; doubled before each one after it, up to 30.
  public var wait: Double

  /// Creates it.
  public init(times: Int, wait: Double) {
    self.times = times
    self.wait = wait
  }

  /// Seconds to wait before the attempt of that number; the first that waits is 1.
  public func wait(before attempt: Int) -> Double {
    min(30, wait * Double(1 << min(20, max(0, attempt - 1))))
  }
}

/// One way that documents can take at a `route` of a pipeline.
public struct Branch: Sendable, Hashable {
  /// The number of the route in its pipeline, from 0.
  public var route: Int
  /// The number of the branch in its route, from 0.
  public var index: Int

  /// Creates it.
  public init(route: Int, index: Int) {
    self.route = route
    self.index = index
  }
}

/// What becomes of a document that a stage fails on.
public enum ErrorPolicy: String, Sendable, CaseIterable, OptionChoice {
  /// It goes to the rejects.
  case drop
  /// It goes on as it was before the stage, and the trail says so.
  case keep
  /// It goes to the dead letters, with the error and its original bytes.
  case deadLetter = "dead_letter"
  /// The run stops.
  case stop
}
