import Copydesk
import PipelineDefinition

/// Which parts of a pipeline its tests have seen at work.
public struct TestCoverage: Sendable {
  /// The stages in order, without the outputs.
  public private(set) var stages: [Stage] = []
  /// The branches of the routes in order.
  public private(set) var branches: [Branch] = []

  /// One stage.
  public struct Stage: Sendable, Equatable {
    /// Its id and line.
    public var reference: StageReference
    /// Documents that came to it.
    public var reached = 0
    /// Its `when`, where it has one: for how many of those it did not hold.
    public var refused: Int?
    /// Its rules in the order in which it declares them, and those that were seen beside them.
    public var rules: [RuleCount] = []

    /// Documents that it worked on.
    public var worked: Int { reached - (refused ?? 0) }
    /// Whether it worked on no document at all.
    public var isIdle: Bool { worked == 0 }
    /// Whether its `when` held for all that came, so that no test shows what it is for.
    public var alwaysHolds: Bool { refused == 0 && reached > 0 }
    /// Whether its `when` held for none that came.
    public var neverHolds: Bool { refused.map { $0 == reached && reached > 0 } ?? false }
  }

  /// How often a rule decided.
  public struct RuleCount: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Entries in trails.
    public var count: Int
  }

  /// One branch of a route.
  public struct Branch: Sendable, Equatable {
    /// The route's id and line.
    public var route: StageReference
    /// Its number in the route, from 1.
    public var number: Int
    /// Documents that took it.
    public var taken: Int
  }

  /// Counts what the documents of tests have come to.
  public init(_ definition: Definition, _ outcomes: [TestOutcome]) {
    let documents = outcomes.flatMap(\.documents)
    let steps = definition.steps.filter { !($0.component is any Sink) }
    var place: [String: Int] = [:]
    for (index, step) in steps.enumerated() { place[step.reference.id] = index }
    let ends = documents.map { document in
      Self.lastStage(of: document).map { id in place[id] ?? -1 } ?? steps.count
    }
    for (index, step) in steps.enumerated() {
      var stage = Stage(reference: step.reference)
      if step.condition != nil { stage.refused = 0 }
      var counts: [String: Int] = [:]
      for (document, end) in zip(documents, ends) where end >= index {
        guard step.branches.allSatisfy({ document.branches[$0.route] == $0.index }) else { continue }
        stage.reached += 1
        for entry in document.trail.entries where entry.stage?.id == step.reference.id {
          if entry.rule == "when.not_met" { stage.refused? += 1 } else { counts[entry.rule, default: 0] += 1 }
        }
      }
      if let router = step.component as? Router {
        for branch in 0..<router.branches {
          let taken = documents.count { $0.branches[router.route] == branch }
          branches.append(Branch(route: step.reference, number: branch + 1, taken: taken))
        }
      } else {
        stage.rules = Self.rules(of: type(of: step.component), counts)
      }
      stages.append(stage)
    }
  }

  /// The stage that a document ended at, `input` for one that could not be read; nil for one that came through.
  private static func lastStage(of document: Document) -> String? {
    switch document.verdict {
    case .kept: nil
    case .dropped: document.trail.entries.last { $0.action == .dropped }?.stage?.id
    case .duplicate: document.trail.entries.last { $0.action == .duplicate }?.stage?.id
    case .failed(let failure): failure.stage ?? ""
    }
  }

  private static func rules(of component: any PipelineComponent.Type, _ counts: [String: Int]) -> [RuleCount]
  {
    var rest = counts
    var rules: [RuleCount] = []
    for rule in component.rules {
      var count = 0
      for (name, number) in counts where rule.covers(name) {
        count += number
        rest[name] = nil
      }
      rules.append(RuleCount(name: rule.name, count: count))
    }
    return rules + rest.sorted { $0.key < $1.key }.map { RuleCount(name: $0.key, count: $0.value) }
  }
}
