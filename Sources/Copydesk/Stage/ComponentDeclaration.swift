/// What a component that stands for something outside has learnt of itself when it was made.
///
/// Most components declare what they read and write for their type. One that stands for a program knows it only when
/// the program has said so; then this counts instead.
public struct ComponentDeclaration: Sendable, Hashable {
  /// The name by which the program calls what it offers.
  public var name: String
  /// What it does, in one line.
  public var abstract: String
  /// The fields of a document that it looks at.
  public var reads: [DocumentField]
  /// The fields of a document that it fills or changes.
  public var writes: [DocumentField]
  /// The rules that its trail entries name.
  public var rules: [Rule]
  /// The labels of the entities that it may find; nil where that is not known.
  public var labels: [Entity.Label]?
  /// The options that it takes.
  public var options: [OptionSpec]

  /// Creates a declaration.
  public init(
    name: String, abstract: String = "", reads: [DocumentField] = [], writes: [DocumentField] = [],
    rules: [Rule] = [], labels: [Entity.Label]? = nil, options: [OptionSpec] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.reads = reads
    self.writes = writes
    self.rules = rules
    self.labels = labels
    self.options = options
  }
}

/// A component that learns what it is when it is made.
public protocol SelfDescribing: PipelineComponent {
  /// What it has learnt; nil where it could not ask.
  var declaration: ComponentDeclaration? { get }
}
