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

  /// Whether it is `-o PATH`.
  var isOutputPath: Bool { target == "\(Self.anyOutput).path" }

  /// Its whole text, as the place of a mistake.
  var location: SourceLocation {
    SourceLocation(file: file, line: 1, column: 1, length: text.unicodeScalars.count)
  }
}

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
    guard let dot = override.target.lastIndex(of: "."), dot != override.target.startIndex else {
      return report(.badOverride(override.text), at: override.location)
    }
    let stage = String(override.target[..<dot])
    let option = String(override.target[override.target.index(after: dot)...])
    let entry = ConfigNode.Entry(key: option, keyLocation: override.location, value: value)
    if stage == "input" {
      parts.input = ConfigNode.setting(entry, in: parts.input)
      return
    }
    let matches = parts.matches(stage)
    switch matches.count {
    case 0:
      if let profile = parts.removed[stage] {
        return report(.overrideOfRemoved(stage: stage, profile: profile), at: override.location)
      }
      report(.overrideOfNothing(stage: stage, known: parts.stages.map(\.id)), at: override.location)
    case 1: parts.stages[matches[0]].options = ConfigNode.setting(entry, in: parts.stages[matches[0]].options)
    default:
      let ids = matches.map { parts.stages[$0].id }
      report(.ambiguousOverride(stage: stage, ids: ids), at: override.location)
    }
  }
}

extension Override {
  /// The parameter of the definition that it sets, where it is written `with.NAME=value`.
  var parameter: String? {
    target.hasPrefix(Reference.parameterPrefix)
      ? String(target.dropFirst(Reference.parameterPrefix.count)) : nil
  }

  /// The value as a node, at its place on the command line.
  func node(reporting problems: inout [Diagnostic]) -> ConfigNode? {
    guard let value else {
      problems.append(DefinitionProblem.badOverride(text).diagnostic(at: location))
      return nil
    }
    let parsed = YAMLReader.read(value, file: file)
    if let first = parsed.problems.first {
      let problem = DefinitionProblem.malformedOverride(text, reason: first.message)
      problems.append(problem.diagnostic(at: location))
      return nil
    }
    var node = parsed.node ?? ConfigNode(.null, at: location)
    node.location.column += text.unicodeScalars.count - value.unicodeScalars.count
    return node
  }
}
