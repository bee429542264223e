import Copydesk

/// One example of what a pipeline does: an element of a definition's `tests`.
///
/// ```yaml
/// tests:
///   - name: a share footer goes
///     input: |
///       The harbour reopened on Monday.
///
///       Like this:
///     expect:
///       text: The harbour reopened on Monday.
///       removed: ["Like this:"]
/// ```
public struct DefinitionTest: Sendable, Hashable {
  /// What it shows.
  public var name: String
  /// Where it stands.
  public var location: SourceLocation
  /// The documents that go through the stages, in this order.
  public var inputs: [Input]
  /// Whether the inputs are a list, so that `expect` names them by their ids.
  public var namesDocuments: Bool
  /// What must hold of each document, in the order of the definition.
  public var expectations: [Expectation]
  /// Which documents must have been found to tell the same; one that is not named stands alone.
  public var clusters: [[String]]?

  /// Whether nothing is expected, so that the test can tell nothing.
  public var expectsNothing: Bool { clusters == nil && expectations.allSatisfy { $0.checks.isEmpty } }

  /// One document that goes in.
  public struct Input: Sendable, Hashable {
    /// Where its text is.
    public enum Content: Sendable, Hashable {
      /// In the definition.
      case text(String)
      /// In a file.
      case file(path: String)
    }

    /// Names it among the documents of the test.
    public var id: String
    /// Where its text is.
    public var content: Content
    /// What the text holds; where nil it is found out as in a run.
    public var format: DocumentSource.Format?
    /// Fields that are filled before the first stage, as those of a record are.
    public var title: String?
    /// See ``title``.
    public var byline: String?
    /// See ``title``.
    public var section: String?
    /// See ``title``.
    public var published: PublicationDate?
    /// See ``title``.
    public var language: String?
    /// See ``title``.
    public var metadata: [JSONValue.Member] = []

    init(id: String, content: Content) {
      self.id = id
      self.content = content
    }
  }

  /// What must hold of one document.
  public struct Expectation: Sendable, Hashable {
    /// The document's id.
    public var document: String
    /// What must hold.
    public var checks: [Check]

    /// Creates an expectation.
    public init(document: String, checks: [Check]) {
      self.document = document
      self.checks = checks
    }
  }

  /// The id of a test's only document, where it is not given.
  static let onlyDocument = "document"
}

extension DefinitionTest {
  /// One thing that must hold of a document: a key of `expect`. An empty list says that there must be none.
  public enum Check: Sendable, Hashable {
    /// Where it ends.
    case verdict(Verdict)
    /// The whole of a field; nil where it must not be filled. White space at its ends does not count.
    case field(Field, String?)
    /// Some of the metadata; null where there must be none of that name.
    case metadata([JSONValue.Member])
    /// Pieces of the text.
    case contains([String])
    /// What must not be in the text.
    case lacks([String])
    /// Entities that must be among those found.
    case entities([Entity])
    /// Lines of the source that must have been taken out.
    case removed([String])
    /// Rules that must stand in the trail.
    case rules([String])

    /// Its key in a definition.
    public var key: String {
      switch self {
      case .verdict: "verdict"
      case .field(let field, _): field.rawValue
      case .metadata: "metadata"
      case .contains: "contains"
      case .lacks: "lacks"
      case .entities: "entities"
      case .removed: "removed"
      case .rules: "rules"
      }
    }

    static let keys =
      ["verdict", "metadata", "contains", "lacks", "entities", "removed", "rules"]
      + Field.allCases.map(\.rawValue)
  }

  /// Where a document ends, as a test calls it.
  public enum Verdict: String, Sendable, CaseIterable, OptionChoice {
    /// In the output.
    case kept
    /// Among the rejects, for what a stage found.
    case dropped
    /// Among the rejects, for it repeats another.
    case duplicate
    /// Among the dead letters.
    case failed
  }

  /// A field of which the whole is compared.
  public enum Field: String, Sendable, CaseIterable {
    /// A field of the document.
    case title, byline, section, published, language, text, summary
    /// The id of the document that it repeats.
    case duplicateOf = "duplicate_of"
    /// Why it was dropped or failed.
    case reason
    /// The code of its failure.
    case code
  }

  /// A name or a figure in the text.
  public struct Entity: Sendable, Hashable {
    /// Its label.
    public var label: String
    /// The words of the text.
    public var text: String
    /// Its value in a normal form, where that is of interest.
    public var value: String?

    /// Creates it.
    public init(label: String, text: String, value: String? = nil) {
      self.label = label
      self.text = text
      self.value = value
    }
  }
}
