import Copydesk

/// One `stage.option=value` of the command line.
public struct Override: Sendable, Hashable {
  /// What was written.
  public let text: String
  /// How diagnostics call its place.
  public let file: String
  /// The stage and the option.
  let target: String
  /// The value, as YAML.
  let value: String?

  /// Reads what follows `--set`.
  public init(_ text: String) {
    self.text = text
    let equals = text.firstIndex(of: "=")
    target = String(text[..<(equals ?? text.endIndex)])
    file = "--set \(target)"
    value = equals.map { String(text[text.index(after: $0)...]) }
  }

  /// Sets an option of the pipeline's output stage to a text, as `-o PATH` does its path.
  public init(output option: String, value: String, flag: String) {
    text = value
    file = flag
    target = "\(Self.anyOutput).\(option)"
    self.value = nil
  }

  static let anyOutput = "<output>"

  /// Its whole text, as the place of a mistake.
  var location: SourceLocation {
    SourceLocation(file: file, line: 1, column: 1, length: text.count)
  }
}

extension DefinitionBuilder {
  /// Puts an override into the nodes, as if the definition had said so.
  mutating func apply(
    _ override: Override, _ stages: inout [StageNode], _ input: inout ConfigNode?,
    _ texts: inout [String: ConfigNode?]
  ) {
    if override.target.hasPrefix(Override.anyOutput) { return applyToOutput(override, &stages) }
    guard let value = value(of: override) else { return }
    if texts.keys.contains(override.target) {
      texts[override.target] = value
      return
    }
    guard let dot = override.target.lastIndex(of: "."), dot != override.target.startIndex else {
      return report(.badOverride(override.text), at: override.location)
    }
    let stage = String(override.target[..<dot])
    let option = String(override.target[override.target.index(after: dot)...])
    if stage == "input" {
      input = setting(option, to: value, in: input, override)
      return
    }
    var matches = stages.indices.filter { stages[$0].id == stage }
    if matches.isEmpty { matches = stages.indices.filter { stages[$0].name == stage } }
    switch matches.count {
    case 0: report(.overrideOfNothing(stage: stage, known: stages.map(\.id)), at: override.location)
    case 1: stages[matches[0]].options = setting(option, to: value, in: stages[matches[0]].options, override)
    default:
      report(.ambiguousOverride(stage: stage, ids: matches.map { stages[$0].id }), at: override.location)
    }
  }

  /// Sets the path of the last output stage.
  private mutating func applyToOutput(_ override: Override, _ stages: inout [StageNode]) {
    let option = String(override.target.dropFirst(Override.anyOutput.count + 1))
    guard let index = stages.lastIndex(where: { catalog[$0.name]?.role == .sink }) else {
      return report(.overrideOfNothing(stage: "output", known: []), at: override.location)
    }
    let value = ConfigNode(.scalar(override.text, isPlain: false), at: override.location)
    stages[index].options = setting(option, to: value, in: stages[index].options, override)
  }

  private mutating func value(of override: Override) -> ConfigNode? {
    guard let text = override.value else {
      report(.badOverride(override.text), at: override.location)
      return nil
    }
    let parsed = YAMLReader.read(text, file: override.file)
    guard parsed.problems.isEmpty else {
      report(.badOverride(override.text), at: override.location)
      return nil
    }
    let offset = override.text.count - text.count
    var node = parsed.node ?? ConfigNode(.null, at: override.location)
    node.location.column += offset
    return node
  }

  private func setting(
    _ option: String, to value: ConfigNode, in node: ConfigNode?, _ override: Override
  ) -> ConfigNode {
    var entries = node?.entries ?? []
    let entry = ConfigNode.Entry(key: option, keyLocation: override.location, value: value)
    if let index = entries.firstIndex(where: { $0.key == option }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
    return ConfigNode(.map(entries), at: node?.location ?? override.location)
  }
}
