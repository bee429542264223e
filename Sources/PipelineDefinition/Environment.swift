import Copydesk

/// Puts environment variables into a definition: `${NAME}`, `${NAME:-default}`, `${NAME:?what to say}`; `$${`
/// stands for `${` itself.
struct EnvironmentExpansion {
  let environment: [String: String]
  private(set) var problems: [Diagnostic] = []

  init(_ environment: [String: String]) {
    self.environment = environment
  }

  /// The node with all its scalars expanded.
  mutating func expand(_ node: ConfigNode) -> ConfigNode {
    var result = node
    switch node.value {
    case .null: break
    case .scalar(let text, let isPlain):
      guard text.contains("${") else { break }
      result.value = .scalar(expand(text, at: node.location), isPlain: isPlain)
    case .list(let nodes): result.value = .list(nodes.map { expand($0) })
    case .map(let entries):
      result.value = .map(
        entries.map { .init(key: $0.key, keyLocation: $0.keyLocation, value: expand($0.value)) })
    }
    return result
  }

  private mutating func expand(_ text: String, at location: SourceLocation) -> String {
    var out = ""
    var rest = text[...]
    while let mark = rest.range(of: "${") {
      let before = rest[..<mark.lowerBound]
      if before.hasSuffix("$") {
        out += before.dropLast() + "${"
        rest = rest[mark.upperBound...]
        continue
      }
      out += before
      guard let end = rest[mark.upperBound...].firstIndex(of: "}") else {
        out += rest[mark.lowerBound...]
        return out
      }
      out += value(of: rest[mark.upperBound..<end], at: location)
      rest = rest[rest.index(after: end)...]
    }
    return out + rest
  }

  private mutating func value(of reference: Substring, at location: SourceLocation) -> String {
    let colon = reference.firstIndex(of: ":")
    let name = String(reference[..<(colon ?? reference.endIndex)])
    let isSet = !(environment[name] ?? "").isEmpty
    if isSet || (colon == nil && environment[name] != nil) { return environment[name] ?? "" }
    let rest = colon.map { reference[reference.index(after: $0)...] } ?? ""
    if rest.hasPrefix("-") { return String(rest.dropFirst()) }
    let message = rest.hasPrefix("?") && rest.count > 1 ? String(rest.dropFirst()) : nil
    problems.append(DefinitionProblem.undefinedVariable(name, message: message).diagnostic(at: location))
    return ""
  }
}

extension Substring {
  /// The first place where `text` stands.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
