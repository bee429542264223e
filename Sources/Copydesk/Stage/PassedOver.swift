/// What a source came upon and did not read, so that a run can tell of it.
///
/// A source hands it out as an item: see ``SourceItem/passedOver``.
public struct PassedOver: Sendable, Hashable {
  /// What was passed over.
  public enum Kind: String, Sendable, CaseIterable {
    /// A file, or a member of an archive, that is of no form that is looked for.
    case file
    /// A record that holds something else than a text.
    case record
    /// A file that an earlier run has written.
    case result
  }

  /// What it is.
  public var kind: Kind
  /// Under which name it is counted with others: the ending of its name, a media type, the path of a result.
  public var name: String

  /// Creates it.
  /// - Parameters:
  ///   - kind: what it is.
  ///   - name: under which name it is counted with others.
  public init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}
