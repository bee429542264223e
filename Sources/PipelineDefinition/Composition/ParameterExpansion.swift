import Copydesk

/// Puts parameters into the nodes of a definition.
///
/// A value that is `${with.NAME}` and nothing else becomes the parameter's value, a list or a mapping too, and keeps
/// the place where that value was given: what is wrong with it is shown there. Inside a longer text the parameter
/// must be a text or a number.
struct ParameterExpansion {
  let values: ParameterValues
  private(set) var problems: [Diagnostic] = []
  private(set) var origins = Origins()

  init(_ values: ParameterValues) { self.values = values }

  /// The node with all its scalars expanded.
  mutating func expand(_ node: ConfigNode) -> ConfigNode {
    expanded(node) ?? ConfigNode(.null, at: node.location)
  }

  /// Nil for a value that stands for a parameter there is not: it is left out, so that one mistake is not told twice.
  private mutating func expanded(_ node: ConfigNode) -> ConfigNode? {
    var result = node
    switch node.value {
    case .null: break
    case .scalar(let text, let isPlain):
      guard text.contains(Reference.opening + Reference.parameterPrefix) else { break }
      return expand(text, isPlain, at: node.location)
    case .list(let nodes): result.value = .list(nodes.compactMap { expanded($0) })
    case .map(let entries):
      result.value = .map(
        entries.compactMap { entry in
          expanded(entry.value).map { .init(key: entry.key, keyLocation: entry.keyLocation, value: $0) }
        })
    }
    return result
  }

  private mutating func expand(_ text: String, _ isPlain: Bool, at location: SourceLocation) -> ConfigNode? {
    let pieces = Reference.pieces(of: text)
    if pieces.count == 1, case .reference(let reference) = pieces[0], let name = reference.parameter {
      guard let value = value(of: name, at: location) else { return nil }
      origins[value.location] = "with.\(name)"
      return value
    }
    var out = ""
    for piece in pieces {
      switch piece {
      case .text(let text): out += Reference.unescaped(text)
      case .reference(let reference):
        guard let name = reference.parameter else {
          out += reference.whole
          continue
        }
        guard let value = value(of: name, at: location) else { continue }
        if let scalar = value.scalar {
          out += scalar
        } else {
          let problem = ParameterProblem.parameterInsideText(name, found: value.kindDescription)
          problems.append(problem.diagnostic(at: location))
        }
        origins[location] = "with.\(name)"
      }
    }
    return ConfigNode(.scalar(out, isPlain: isPlain), at: location)
  }

  private mutating func value(of name: String, at location: SourceLocation) -> ConfigNode? {
    if let value = values[name] { return value }
    if !values.missing.contains(name) {
      problems.append(
        ParameterProblem.unknownParameter(name, known: values.names).diagnostic(at: location))
    }
    return nil
  }
}
