import Copydesk

/// One stage of a definition, as it was written: what the checks look at before it is made.
struct StageNode {
  /// What may stand beside a stage's name.
  static let keys = ["id", "on_error", "retry", "when"]

  /// The name by which the catalog knows it.
  var name: String
  /// Where the name stands.
  var location: SourceLocation
  /// The id that the definition gives.
  var givenID: String?
  /// The id that it has: the given one, or its name, numbered where it is not the first.
  var id = ""
  var idLocation: SourceLocation
  /// Its options, checked by nobody yet; nil for a bare name.
  var options: ConfigNode?
  var condition: Condition?
  /// The `when` as it was written.
  var conditionNode: ConfigNode?
  var onError = ErrorPolicy.deadLetter
  /// Where `on_error` stands; nil where the definition is silent.
  var onErrorLocation: SourceLocation?
  var retry: Retry?
  var retryLocation: SourceLocation?
  /// The branches that it stands in, the outermost first.
  var branches: [Branch] = []
  /// Where it is a route, its branches.
  var route: RouteNode?

  init(name: String, location: SourceLocation) {
    self.name = name
    self.location = location
    idLocation = location
  }
}

/// A `route` of a definition.
struct RouteNode {
  struct BranchNode {
    var condition: Condition?
    var conditionNode: ConfigNode?
    var location: SourceLocation
    /// Whether a key of it means nothing, so that its condition may be missing by mistake.
    var isDamaged = false
  }

  /// Its number in the pipeline.
  var number: Int
  var branches: [BranchNode] = []
}
