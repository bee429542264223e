import Copydesk

/// What stages are told of the world around a definition, and what the user allows them.
public struct Surroundings: Sendable {
  /// What stages may do besides reading and changing documents.
  ///
  /// It is given the names of all files that a definition is made of: what one of them says may be changed by another.
  public var allows: @Sendable (_ files: [String]) -> Set<Permission>
  /// Whether the plugin at a path may be loaded even where the definition that names it is not allowed to.
  public var knowsPlugin: @Sendable (_ path: String) -> Bool
  /// How the user can allow it, for the message that says that something is not allowed.
  public var remedy: @Sendable (_ files: [String]) -> String?
  /// The environment variables of the user; the reader's.
  var environment: [String: String] = [:]
  /// The folder with what comes with Copydesk for authors of stages in other languages.
  public var library: String?
  /// Bytes of memory that what stages keep, of documents and for each thread, may take; nil where there is no bound.
  public var memory: Int?
  /// How many threads will work on documents.
  public var workers = 1
  /// Where stages tell what goes on.
  public var log: StageLog

  /// Creates it; the defaults allow nothing.
  public init(
    allows: @escaping @Sendable (_ files: [String]) -> Set<Permission> = { _ in [] },
    knowsPlugin: @escaping @Sendable (_ path: String) -> Bool = { _ in false },
    remedy: @escaping @Sendable (_ files: [String]) -> String? = { _ in nil },
    library: String? = nil, log: StageLog = .none
  ) {
    self.allows = allows
    self.knowsPlugin = knowsPlugin
    self.remedy = remedy
    self.library = library
    self.log = log
  }
}
