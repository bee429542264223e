import Copydesk

extension DefinitionBuilder {
  /// Puts an override into the nodes, as if the definition had said so.
  mutating func apply(_ override: Override, to parts: inout DefinitionParts) {
    if override.target.hasPrefix(Override.anyOutput) { return applyToOutput(override, &parts.stages) }
    if override.parameter != nil { return }
    guard let value = override.node(reporting: &problems) else { return }
    if DefinitionParts.textKeys.contains(override.target) {
      parts.texts[override.target] = value
      return
    }
    if !parts.matches(override.target).isEmpty || parts.removed[override.target] != nil {
      return takeOut(override, value, of: &parts)
    }
    guard override.words.count > 1, override.words[0] != "" else {
      return report(OverrideProblem.badOverride(override.text), at: override.location)
    }
    guard let place = place(of: override, in: parts) else {
      let known = parts.stages.map(\.id)
      return report(
        OverrideProblem.overrideOfNothing(stage: override.stage(like: known), known: known),
        at: override.location)
    }
    switch place.owner {
    case .input:
      let specs = catalog[DefinitionReader.defaultSource]?.options ?? []
      if let options = setting(override, place.path, to: value, in: parts.input, specs) {
        parts.input = options
      }
    case .stages(let indices) where indices.count > 1:
      let ids = indices.map { parts.stages[$0].id }
      report(OverrideProblem.ambiguousOverride(stage: place.name, ids: ids), at: override.location)
    case .stages(let indices):
      let stage = parts.stages[indices[0]]
      if let lost = replaced?.loses(place.path[0], of: stage, called: place.name, in: catalog) {
        return report(OverrideProblem.overrideOfReplaced(option: place.path[0], lost), at: override.location)
      }
      let specs = catalog[stage.name]?.options ?? []
      guard let options = setting(override, place.path, to: value, in: stage.options, specs) else { return }
      parts.stages[indices[0]].options = options
    case .removed(let cause):
      report(OverrideProblem.overrideOfRemoved(stage: place.name, by: cause), at: override.location)
    }
  }

  /// `redact.pii=false`: takes a stage out, as a profile does.
  private mutating func takeOut(_ override: Override, _ value: ConfigNode, of parts: inout DefinitionParts) {
    guard case .scalar("false", isPlain: true) = value.value else {
      return report(OverrideProblem.overrideOfStage(override.target), at: override.location)
    }
    let indices = parts.matches(override.target)
    guard let index = indices.first else { return }
    guard indices.count == 1 else {
      let ids = indices.map { parts.stages[$0].id }
      return report(
        OverrideProblem.ambiguousOverride(stage: override.target, ids: ids), at: override.location)
    }
    let stage = parts.stages.remove(at: index)
    parts.removed[stage.id] = "--set \(override.text)"
  }

  /// Whose option an override sets.
  private enum Owner {
    case input
    /// Several, where they have one name.
    case stages([Int])
    case removed(by: String)
  }

  /// What an override sets: the longest beginning that names a stage, and what follows it. Names of stages have dots,
  /// too.
  private func place(
    of override: Override, in parts: DefinitionParts
  ) -> (owner: Owner, name: String, path: [String])? {
    let words = override.words.map(String.init)
    for count in (1..<words.count).reversed() {
      let name = words[..<count].joined(separator: ".")
      // What is the name of another stage is not taken for an option of this one.
      if count < words.count - 1, catalog[words.dropLast().joined(separator: ".")] != nil { return nil }
      guard let owner = owner(name, in: parts) else { continue }
      return (owner, name, Array(words[count...]))
    }
    return nil
  }

  private func owner(_ name: String, in parts: DefinitionParts) -> Owner? {
    if name == "input" { return .input }
    let matches = parts.matches(name)
    if !matches.isEmpty { return .stages(matches) }
    if let replaced, replaced.names.contains(name) {
      return parts.stages.firstIndex { $0.id == replaced.id }.map { .stages([$0]) }
    }
    return parts.removed[name].map { .removed(by: $0) }
  }

  /// The options with one set, or a name in one that is a mapping; nil where it holds no names, which is reported.
  private mutating func setting(
    _ override: Override, _ path: [String], to value: ConfigNode, in options: ConfigNode?,
    _ specs: [OptionSpec]
  ) -> ConfigNode? {
    func entry(_ key: String, _ value: ConfigNode) -> ConfigNode.Entry {
      ConfigNode.Entry(key: key, keyLocation: override.location, value: value)
    }
    // Of an option that there is not, that is told when the stage is made.
    guard path.count > 1, let spec = specs.first(where: { $0.name == path[0] }) else {
      return ConfigNode.setting(entry(path[0], value), in: options)
    }
    guard let keys = spec.kind.keys(path.dropFirst()) else {
      report(OverrideProblem.overrideInside(option: path[0], found: "\(spec.kind)"), at: override.location)
      return nil
    }
    // From the outside in, what the definition gives; then from the inside out, what becomes of it.
    var givens = [options?[path[0]]]
    for key in keys { givens.append(givens.last.flatMap { $0?[key] }) }
    for (name, given) in zip([path[0]] + keys, givens.dropLast()) {
      guard let given, given.value != .null, given.entries == nil else { continue }
      report(
        OverrideProblem.overrideInside(option: name, found: given.kindDescription), at: override.location)
      return nil
    }
    var inner = value
    for (key, given) in zip(keys, givens).reversed() {
      inner = ConfigNode.setting(entry(key, inner), in: given)
      // Its parts come from two places; the later one counts.
      inner.location = value.location
    }
    return ConfigNode.setting(entry(path[0], inner), in: options)
  }
}

extension OptionKind {
  /// The names that lead to a value in a mapping of this kind; nil where it is none. Where its values are no mappings
  /// themselves, all the rest is one name, with its dots.
  fileprivate func keys(_ path: ArraySlice<String>) -> [String]? {
    switch self {
    case .optional(let kind): kind.keys(path)
    case .open: Array(path)
    case .map(let kind):
      if let first = path.first, path.count > 1, let rest = kind.keys(path.dropFirst()) {
        [first] + rest
      } else {
        [path.joined(separator: ".")]
      }
    default: nil
    }
  }
}
