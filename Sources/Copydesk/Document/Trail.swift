/// Every decision taken about one document, in order. `copydesk why` reads it.
public struct Trail: Sendable, Equatable {
  /// The decisions.
  public private(set) var entries: [TrailEntry] = []
  /// The stage that decides at the moment; the runner sets it before each stage.
  package var author: StageReference?

  /// Creates an empty trail.
  public init() {}

  /// Adds a decision, signed with the stage that is at work.
  public mutating func append(_ entry: TrailEntry) {
    var signed = entry
    signed.stage = signed.stage ?? author
    // Most documents that have any decision have a few.
    if entries.isEmpty { entries.reserveCapacity(4) }
    entries.append(signed)
  }
}

/// One decision: what was done, by which rule, on which bytes of the source, on what evidence.
public struct TrailEntry: Sendable, Equatable {
  /// What kind of decision it was.
  public enum Action: String, Sendable, CaseIterable {
    /// A part of the text was taken out.
    case removed
    /// A field was read out of the text.
    case lifted
    /// The document was taken out.
    case dropped
    /// The document was found to repeat another.
    case duplicate
    /// A stage failed and the document went on as it was before.
    case recovered
    /// Something worth knowing that changed nothing.
    case noted
  }

  /// The stage that decided, and the line of the definition that asked for it.
  public var stage: StageReference?
  /// What was done.
  public var action: Action
  /// The rule that said so, lower case with dots: `footer.share`.
  public var rule: String
  /// The bytes of the source file it concerns.
  public var source: Span?
  /// The document's field that was filled.
  public var field: String?
  /// What was measured.
  public var measured: Double?
  /// The limit it was held against.
  public var limit: Double?
  /// The id of another document.
  public var reference: String?
  /// What of that document it concerns: bytes of the file that it came from.
  public var referenceSource: Span?
  /// Why a stage failed that was to be kept all the same.
  public var reason: String?

  /// Creates an entry; the trail adds the stage.
  public init(
    _ action: Action, rule: String, source: Span? = nil, field: String? = nil, measured: Double? = nil,
    limit: Double? = nil, reference: String? = nil, referenceSource: Span? = nil
  ) {
    self.action = action
    self.rule = rule
    self.source = source
    self.field = field
    self.measured = measured
    self.limit = limit
    self.reference = reference
    self.referenceSource = referenceSource
  }
}

extension TrailEntry {
  /// The rule of an entry that says that the document which this one repeats is of an earlier run.
  package static let earlierRun = "document.earlier_run"
}

extension [TrailEntry] {
  /// Whether the document that this one repeats is of an earlier run, so that its id says nothing in this one.
  package var repeatEarlierRun: Bool { contains { $0.rule == TrailEntry.earlierRun } }

  /// What a document that this one repeats is called here, where another may have its id.
  package func called(_ id: String) -> String { repeatEarlierRun ? id + " of an earlier run" : id }
}

/// A stage of a pipeline as a trail names it: its id in the definition and the place where it is asked for.
public struct StageReference: Sendable, Hashable {
  /// The stage's id; its name, where the definition gives it no other.
  public var id: String
  /// The line of the definition, counted from 1.
  public var line: Int?
  /// The file that the line is in, where it is not the definition itself but one that it includes.
  public var file: String?

  /// Creates a reference.
  public init(id: String, line: Int? = nil, file: String? = nil) {
    self.id = id
    self.line = line
    self.file = file
  }
}
