/// Whether a document goes on, and if not, why.
public enum Verdict: Sendable, Equatable {
  /// It goes to the output.
  case kept
  /// A stage took it out; it goes to the rejects.
  case dropped(reason: String)
  /// It repeats another document; it goes to the rejects.
  case duplicate(of: String, similarity: Double)
  /// It could not be processed; it goes to the dead letters.
  case failed(Failure)

  /// Whether later stages see the document.
  public var isKept: Bool { if case .kept = self { true } else { false } }
}

/// Why a document could not be processed: data, worded by ``Diagnostic``.
public struct Failure: Error, Sendable, Equatable {
  /// The code of the diagnostic, `CD201`.
  public var code: DiagnosticCode
  /// What happened.
  public var message: String
  /// What to do about it.
  public var help: String?
  /// The first byte of the source that is at fault, where one is.
  public var offset: Int?
  /// The stage that failed; nil while reading.
  public var stage: String?
  /// Whether it may work when tried again, as a service that is overloaded does: a definition's `retry` counts these.
  public var isTransient = false

  /// Creates a failure.
  public init(
    _ code: DiagnosticCode, _ message: String, help: String? = nil, offset: Int? = nil,
    stage: String? = nil, isTransient: Bool = false
  ) {
    self.code = code
    self.message = message
    self.help = help
    self.offset = offset
    self.stage = stage
    self.isTransient = isTransient
  }

  /// Any error as a failure: a ``Failure`` as it is, anything else by its description.
  public init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let invalid as InvalidUTF8:
      self.init(
        .notUTF8, "the text is not UTF-8: the byte at offset \(invalid.offset) starts no character",
        help: "say how it is encoded, for instance input: { encoding: windows-1252 }, or convert it to UTF-8",
        offset: invalid.offset)
    default: self.init(.stageFailed, String(describing: error), help: Self.stageHelp)
    }
  }

  /// What to do about a stage that fails and says no more.
  package static let stageHelp = """
    the stage gives no more than that: whoever made it can tell; on_error: keep lets the document by, on_error: drop \
    leaves it out
    """
}
