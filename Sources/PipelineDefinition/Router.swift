import Copydesk

/// Sends each document down the first branch whose condition holds: the `route` of a definition.
///
/// ```yaml
/// - route:
///     - when: { language: de }
///       stages: [acme.german]
///     - stages: [entities]        # all others
/// ```
///
/// It only notes the choice on the document; the stages of a branch, which follow in the list, look at the note. A
/// document for which no branch holds passes by all of them.
public struct Router: Stage {
  public static let name: StageName = "route"
  public static let abstract = "Sends each document down the first branch whose condition holds."
  public static let rules = [
    Rule("route.*", "The document takes the branch of that number, counted from 1, or none.")
  ]

  /// The number of the route in the pipeline.
  package let route: Int
  private let conditions: [Condition?]
  /// How many branches there are.
  package var branches: Int { conditions.count }

  /// Creates a route without branches.
  public init(options: NoOptions, context: StageContext) { self.init(route: 0, conditions: []) }

  /// Creates a route.
  /// - Parameters:
  ///   - route: its number in the pipeline.
  ///   - conditions: for each branch, what must hold; nil takes all.
  public init(route: Int, conditions: [Condition?]) {
    self.route = route
    self.conditions = conditions
  }

  public func process(_ document: inout Document) {
    let branch = conditions.firstIndex { $0?.holds(for: document) ?? true }
    document.branches[route] = branch ?? -1
    document.trail.append(TrailEntry(.noted, rule: branch.map { "route.\($0 + 1)" } ?? "route.none"))
  }
}
