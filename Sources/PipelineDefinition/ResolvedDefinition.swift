import Copydesk

/// A definition as it works: what was included, parameters, variables, profiles, the command line and defaults put in,
/// and for each value where it comes from. Its ``yaml`` can be run in its place.
public struct ResolvedDefinition: Sendable {
  /// One line of the YAML.
  public struct Line: Sendable, Hashable {
    /// The YAML.
    public var text: String
    /// Where its value comes from: `news.yaml:9`, `default`, `--set clean.min_words`, `$OUT, news.yaml:21`.
    public var origin: String?
  }

  /// The lines in order.
  public private(set) var lines: [Line] = []

  /// The definition, with the origin of each value as a comment.
  public var yaml: String {
    let width = min(56, lines.filter { $0.origin != nil }.map(\.text.count).max() ?? 0)
    return lines.map { line in
      guard let origin = line.origin else { return line.text + "\n" }
      let gap = String(repeating: " ", count: max(0, width - line.text.count))
      return "\(line.text)\(gap)  # \(origin)\n"
    }.joined()
  }

  init(
    name: String, description: ConfigNode?, parts: DefinitionParts, stages: [MadeStage],
    source: DefinitionBuilder.MadeSource?, origins: Origins, catalog: StageCatalog
  ) {
    let writer = Writer(origins: origins, catalog: catalog)
    lines.append(Line(text: "name: \(writer.flow(.scalar(name, isPlain: true)))"))
    if let description { lines.append(writer.line("description", description)) }
    lines.append(Line(text: "input:"))
    lines += writer.options(of: DefinitionReader.defaultSource, parts.input, indent: 2)
    lines.append(Line(text: "stages:"))
    lines += writer.list(stages.map(\.node)[...], depth: 0, indent: 2)
    for key in DefinitionParts.textKeys {
      if let node = parts.texts[key] { lines.append(writer.line(key, node)) }
    }
  }

  private struct Writer {
    let origins: Origins
    let catalog: StageCatalog

    func line(_ key: String, _ node: ConfigNode, indent: Int = 0) -> Line {
      Line(text: "\(blanks(indent))\(key): \(flow(node.value))", origin: origin(node.location))
    }

    /// The stages of one list: those that stand in no more than `depth` branches, and below each route the others.
    func list(_ stages: ArraySlice<StageNode>, depth: Int, indent: Int) -> [Line] {
      var lines: [Line] = []
      var rest = stages
      while let stage = rest.popFirst() {
        let inner = rest.prefix { $0.branches.count > depth }
        rest = rest.dropFirst(inner.count)
        lines += self.stage(stage, inner, indent: indent)
      }
      return lines
    }

    private func stage(_ stage: StageNode, _ inner: ArraySlice<StageNode>, indent: Int) -> [Line] {
      var lines: [Line] = []
      if let route = stage.route {
        lines.append(Line(text: "\(blanks(indent))- route:", origin: origin(stage.location)))
        for (index, branch) in route.branches.enumerated() {
          var lead = "- "
          if let node = branch.conditionNode {
            lines.append(line("\(lead)when", node, indent: indent + 4))
            lead = "  "
          }
          lines.append(Line(text: "\(blanks(indent + 4))\(lead)stages:"))
          let own = inner.filter { $0.branches[stage.branches.count].index == index }
          lines += list(own[...], depth: stage.branches.count + 1, indent: indent + 8)
        }
      } else {
        let options = options(of: stage.name, stage.options, indent: indent + 4)
        let colon = options.isEmpty && !hasMore(stage) ? "" : ":"
        lines.append(Line(text: "\(blanks(indent))- \(stage.name)\(colon)", origin: origin(stage.location)))
        lines += options
      }
      if stage.givenID != nil {
        let id = ConfigNode(.scalar(stage.id, isPlain: true), at: stage.idLocation)
        lines.append(line("id", id, indent: indent + 2))
      }
      if let node = stage.conditionNode { lines.append(line("when", node, indent: indent + 2)) }
      if let location = stage.onErrorLocation {
        lines.append(
          Line(text: "\(blanks(indent + 2))on_error: \(stage.onError.rawValue)", origin: origin(location)))
      }
      if let retry = stage.retry, let location = stage.retryLocation {
        let text = "retry: { times: \(retry.times), wait: \(retry.wait) }"
        lines.append(Line(text: blanks(indent + 2) + text, origin: origin(location)))
      }
      return lines
    }

    private func hasMore(_ stage: StageNode) -> Bool {
      stage.givenID != nil || stage.conditionNode != nil || stage.onErrorLocation != nil || stage.retry != nil
    }

    /// All options of a stage, those at their defaults too.
    func options(of stage: String, _ node: ConfigNode?, indent: Int) -> [Line] {
      (catalog[stage]?.options ?? []).map { option in
        if let given = node?[option.name] { return line(option.name, given, indent: indent) }
        let text = flow(ConfigNode(json: option.defaultValue).value)
        return Line(text: "\(blanks(indent))\(option.name): \(text)", origin: "default")
      }
    }

    func origin(_ location: SourceLocation) -> String {
      let place = location.file.hasPrefix("-") ? location.file : "\(location.file):\(location.line)"
      return origins[location].map { "\($0), \(place)" } ?? place
    }

    /// A value on one line.
    func flow(_ value: ConfigNode.Value) -> String {
      switch value {
      case .null: return "null"
      case .scalar(let text, let isPlain):
        if isPlain, !text.isEmpty, text.allSatisfy(Self.isSafe), text.first != "-" || Double(text) != nil {
          return text
        }
        var json = JSONWriter()
        json.string(Array(Reference.escaped(text).utf8))
        return String(decoding: json.bytes, as: UTF8.self)
      case .list(let nodes): return "[" + nodes.map { flow($0.value) }.joined(separator: ", ") + "]"
      case .map(let entries):
        let parts = entries.map { "\(flow(.scalar($0.key, isPlain: true))): \(flow($0.value.value))" }
        return parts.isEmpty ? "{}" : "{ " + parts.joined(separator: ", ") + " }"
      }
    }

    private static func isSafe(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || "_./+-".contains(character))
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
  }
}

extension ConfigNode {
  /// A value of JSON as a definition would write it; it stands nowhere.
  fileprivate init(json: JSONValue) {
    let nowhere = SourceLocation(file: "", line: 1, column: 1)
    switch json {
    case .null: self.init(.null, at: nowhere)
    case .bool(let bool): self.init(.scalar(bool ? "true" : "false", isPlain: true), at: nowhere)
    case .number(let digits): self.init(.scalar(digits, isPlain: true), at: nowhere)
    case .string(let text): self.init(.scalar(text, isPlain: !Self.looksLikeAnotherType(text)), at: nowhere)
    case .array(let values): self.init(.list(values.map { ConfigNode(json: $0) }), at: nowhere)
    case .object(let members):
      let entries = members.map {
        Entry(key: $0.name, keyLocation: nowhere, value: ConfigNode(json: $0.value))
      }
      self.init(.map(entries), at: nowhere)
    }
  }

  private static func looksLikeAnotherType(_ text: String) -> Bool {
    Double(text) != nil || ["true", "false", "null"].contains(text.lowercased())
  }
}
