import Copydesk

extension DefinitionBuilder {
  /// Warns of a pipeline that writes nothing and of documents that no output takes; refuses two outputs with one path. A
  /// folder may be shared by outputs of different kinds, whose files have different names.
  mutating func checkOutputs(
    _ stages: [MadeStage], texts: [String: ConfigNode], overrides: [Override], isComplete: Bool,
    at location: SourceLocation
  ) {
    var writers: [String: String] = [:]
    for key in DefinitionParts.textKeys {
      guard let node = texts[key], let path = node.scalar else { continue }
      if let other = writers[Self.normalised(path)] {
        report(OutputProblem.sharedPath(path, other: other), at: node.location)
      }
      writers[Self.normalised(path)] = key
      checkName(ofRecords: path, writer: key, at: node.location)
    }
    for stage in stages {
      guard let sink = stage.step.component as? any Sink else { continue }
      checkName(of: stage.node, destination: sink.destination, overrides)
      let isFolder = sink.destination.hasSuffix("/")
      let path = Self.normalised(sink.destination)
      let place = isFolder ? "\(path)/\(type(of: sink).name)" : path
      if let other = writers[place] {
        report(OutputProblem.sharedPath(sink.destination, other: other), at: stage.node.location)
      }
      writers[place] = stage.step.reference.id
    }
    guard isComplete, !stages.isEmpty else { return }
    if !stages.contains(where: { $0.facts.isSink }) {
      report(OutputProblem.noOutput, at: location)
    } else {
      checkBranches(stages)
      checkTail(stages)
    }
  }

  /// The path without `.`, `..` and double slashes: `out/../out/x` → `out/x`.
  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case ".." where parts.last != nil && parts.last != "..": parts.removeLast()
      default: parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// Warns of a stage behind the last output that its documents come to.
  private mutating func checkTail(_ stages: [MadeStage]) {
    for (index, stage) in stages.enumerated() where !stage.facts.isSink && stage.node.route == nil {
      func hasOutput(_ others: ArraySlice<MadeStage>) -> Bool {
        others.contains { $0.facts.isSink && FieldFlow.share($0, stage) }
      }
      if hasOutput(stages[..<index]), !hasOutput(stages[(index + 1)...]) {
        report(OutputProblem.noOutputAfter(stage: stage.node.name), at: stage.node.location)
      }
    }
  }

  /// Warns of branches that no document takes, and of documents that take a branch no output stands on.
  private mutating func checkBranches(_ stages: [MadeStage]) {
    for stage in stages {
      guard let route = stage.node.route else { continue }
      let outer = stage.step.branches
      let rest = route.branches.firstIndex { $0.condition == nil && !$0.isDamaged }
      for (index, branch) in route.branches.enumerated() {
        if let rest, index > rest {
          report(
            BranchProblem.unreachableBranch(taker: route.branches[rest].location.line), at: branch.location)
        } else if !Self.isWritten(outer + [Branch(route: route.number, index: index)], stages) {
          report(BranchProblem.unwrittenBranch, at: branch.location)
        }
      }
      if rest == nil, !Self.isWritten(outer, passing: route.number, stages) {
        report(BranchProblem.unwrittenRest, at: stage.node.location)
      }
    }
  }

  /// Whether an output may take the documents that go down these branches. Whether one that stands in another route
  /// does is for the check of that route.
  /// - Parameter route: a route none of whose branches they take.
  private static func isWritten(_ path: [Branch], passing route: Int? = nil, _ stages: [MadeStage]) -> Bool {
    stages.contains { stage in
      stage.facts.isSink
        && stage.step.branches.allSatisfy { branch in
          branch.route != route && !path.contains { $0.route == branch.route && $0.index != branch.index }
        }
    }
  }
}
