import Copydesk

/// The parts of a definition that profiles and the command line change, before the stages are made.
struct DefinitionParts {
  var stages: [StageNode]
  var input: ConfigNode?
  /// The entries whose value is a text: `rejects`, `dead_letters`.
  var texts: [String: ConfigNode]
  static let textKeys = ["rejects", "dead_letters"]
  /// The stages that a profile or the command line takes out, by id, with what does so, in words.
  var removed: [String: String] = [:]

  /// The stages that a name means: those with that id, else those of that name.
  func matches(_ name: String) -> [Int] {
    let byID = stages.indices.filter { stages[$0].id == name }
    return byID.isEmpty ? stages.indices.filter { stages[$0].name == name } : byID
  }
}

extension ConfigNode {
  /// The elements, where it is a list.
  var elements: [ConfigNode] {
    if case .list(let nodes) = value { nodes } else { [] }
  }

  /// The mapping with an entry set.
  static func setting(_ entry: Entry, in node: ConfigNode?) -> ConfigNode {
    var entries = node?.entries ?? []
    if let index = entries.firstIndex(where: { $0.key == entry.key }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
    return ConfigNode(.map(entries), at: node?.location ?? entry.keyLocation)
  }
}

/// The `profiles:` of a definition: named sets of changes to its stages' options.
///
/// ```yaml
/// profiles:
///   quick: { summarize: { method: lead }, dedupe.documents: false }   # false takes the stage out
/// ```
struct Profiles {
  private let entries: [ConfigNode.Entry]
  private(set) var problems: [Diagnostic] = []
  private(set) var origins = Origins()

  init(_ node: ConfigNode?) {
    entries = node?.entries ?? []
    if let node, node.entries == nil, node.value != .null {
      let problem = DocumentProblem.wrongType(
        expected: .profiles, found: node,
        key: "profiles")
      problems.append(problem.diagnostic(at: node.location))
    }
  }

  var names: [String] { entries.map(\.key) }

  /// Whether something stands in one of the profiles.
  func contains(_ location: SourceLocation) -> Bool {
    func isIn(_ node: ConfigNode) -> Bool {
      node.location == location
        || (node.entries ?? []).contains { $0.keyLocation == location || isIn($0.value) }
        || node.elements.contains(where: isIn)
    }
    return entries.contains { $0.keyLocation == location || isIn($0.value) }
  }

  /// Makes the changes of one profile.
  /// - Parameter location: where the profile was asked for.
  mutating func apply(_ name: String, to parts: inout DefinitionParts, askedAt location: SourceLocation?) {
    guard let profile = entries.first(where: { $0.key == name }) else {
      return report(CompositionProblem.unknownProfile(name, known: names), at: location)
    }
    guard let changes = profile.value.entries else {
      if profile.value.value != .null {
        report(
          DocumentProblem.wrongType(
            expected: .profile, found: profile.value, key: name),
          at: profile.value.location)
      }
      return
    }
    for change in changes { apply(change, of: name, to: &parts) }
  }

  private mutating func apply(_ change: ConfigNode.Entry, of profile: String, to parts: inout DefinitionParts)
  {
    note(change.value, "profile \(profile)")
    if DefinitionParts.textKeys.contains(change.key) {
      parts.texts[change.key] = change.value
      return
    }
    if change.key == "input" {
      guard let entries = options(of: change) else { return }
      for entry in entries { parts.input = ConfigNode.setting(entry, in: parts.input) }
      return
    }
    let matches = parts.matches(change.key)
    guard let index = matches.first else {
      let known = parts.stages.map(\.id) + DefinitionParts.textKeys + ["input"]
      return report(CompositionProblem.profileOfNothing(change.key, known: known), at: change.keyLocation)
    }
    guard matches.count == 1 else {
      let ids = matches.map { parts.stages[$0].id }
      return report(OverrideProblem.ambiguousOverride(stage: change.key, ids: ids), at: change.keyLocation)
    }
    if case .scalar("false", isPlain: true) = change.value.value {
      let stage = parts.stages.remove(at: index)
      parts.removed[stage.id] = "the profile \"\(profile)\""
      return
    }
    guard let entries = options(of: change) else { return }
    for entry in entries {
      parts.stages[index].options = ConfigNode.setting(entry, in: parts.stages[index].options)
    }
  }

  private mutating func options(of change: ConfigNode.Entry) -> [ConfigNode.Entry]? {
    if case .null = change.value.value { return [] }
    guard let entries = change.value.entries else {
      report(
        DocumentProblem.wrongType(
          expected: .optionsOrFalse, found: change.value, key: change.key),
        at: change.value.location)
      return nil
    }
    return entries
  }

  /// Remembers of every value of a change that a profile gave it.
  private mutating func note(_ node: ConfigNode, _ origin: String) {
    origins[node.location] = origin
    for entry in node.entries ?? [] { note(entry.value, origin) }
  }

  private mutating func report(_ problem: some DefinitionProblem, at location: SourceLocation?) {
    problems.append(problem.diagnostic(at: location))
  }
}
