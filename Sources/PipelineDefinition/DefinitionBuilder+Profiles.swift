import Copydesk

extension DefinitionBuilder {
  /// The parameters of the definition itself, as the command line sets them or at their defaults.
  mutating func parameterValues(_ root: ConfigNode, _ overrides: [Override]) -> ParameterValues {
    let parameters = Parameters(root["parameters"], &problems)
    var given: [ConfigNode.Entry] = []
    for override in overrides {
      guard let name = override.parameter, let value = override.node(reporting: &problems) else { continue }
      given.append(.init(key: name, keyLocation: override.location, value: value))
    }
    return parameters.values(given: given, at: nil, &problems)
  }

  /// The labels of all entities that the stages may find; nil where that is not known.
  static func labels(of stages: [MadeStage]) -> [String]? {
    var labels: [String] = []
    for stage in stages where !(stage.step.component is any Sink) {
      if stage.facts.isSilent { return nil }
      guard stage.facts.writes.contains(.entities) else { continue }
      guard let some = stage.facts.labels else { return nil }
      labels += some.map(\.rawValue)
    }
    return labels
  }

  static func place(ofProfile name: String) -> SourceLocation {
    SourceLocation(file: "--profile \(name)", line: 1, column: 1, length: name.count)
  }

  /// Makes the changes of the profiles that were not chosen too, to find what is wrong with them.
  mutating func checkProfiles(
    _ profiles: Profiles, besides chosen: [String], _ written: DefinitionParts
  ) {
    for name in profiles.names where !chosen.contains(name) {
      var one = profiles
      var parts = written
      one.apply(name, to: &parts, askedAt: nil)
      var found = Array(one.problems.dropFirst(profiles.problems.count))
      for (stage, node) in parts.stages.map({ ($0.name, $0.options) }) + [
        (DefinitionReader.defaultSource, parts.input)
      ] {
        guard let entry = catalog[stage] else { continue }
        var mistakes: [OptionProblem] = []
        entry.checkOptions(node, &mistakes)
        found += mistakes.map { $0.diagnostic(stage: stage) }
      }
      // What is wrong without the profile as well is told once.
      for problem in found where problem.location.map(profiles.contains) ?? false { problems.append(problem) }
    }
  }
}
