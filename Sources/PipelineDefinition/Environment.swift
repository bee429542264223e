import Copydesk

/// Puts environment variables into a definition: `${NAME}`, `${NAME:-default}`, `${NAME:?what to say}`; `$${`
/// stands for `${` itself. `${with.NAME}` is a parameter and left alone.
struct EnvironmentExpansion {
  let environment: [String: String]
  private(set) var problems: [Diagnostic] = []
  private(set) var origins = Origins()

  init(_ environment: [String: String]) {
    self.environment = environment
  }

  /// The node with all its scalars expanded.
  /// - Parameter keys: entries of the outermost mapping that are left as they are.
  mutating func expand(_ node: ConfigNode, leaving keys: Set<String> = []) -> ConfigNode {
    var result = node
    switch node.value {
    case .null: break
    case .scalar(let text, let isPlain):
      guard text.contains(Reference.opening) else { break }
      result.value = expand(text, isPlain, at: node.location)
    case .list(let nodes): result.value = .list(nodes.map { expand($0) })
    case .map(let entries):
      result.value = .map(
        entries.map { entry in
          let value = keys.contains(entry.key) ? entry.value : expand(entry.value)
          return .init(key: entry.key, keyLocation: entry.keyLocation, value: value)
        })
    }
    return result
  }

  private mutating func expand(_ text: String, _ isPlain: Bool, at location: SourceLocation)
    -> ConfigNode.Value
  {
    let pieces = Reference.pieces(of: text)
    var out = ""
    var names: [String] = []
    for piece in pieces {
      switch piece {
      case .text(let text): out += text
      case .reference(let reference) where reference.parameter != nil: out += reference.whole
      case .reference(let reference):
        let (name, value) = value(of: reference.body, at: location)
        names.append("$\(name)")
        out += value
      }
    }
    if !names.isEmpty { origins[location] = names.joined(separator: ", ") }
    // A value that is one variable may be a number although it is quoted, as it has to be between braces.
    let isOne = pieces.count == 1 && !names.isEmpty
    let hasParameter = out.contains(Reference.opening + Reference.parameterPrefix)
    return .scalar(hasParameter ? out : Reference.unescaped(out), isPlain: isPlain || isOne)
  }

  private mutating func value(of body: String, at location: SourceLocation) -> (name: String, value: String) {
    let colon = body.firstIndex(of: ":")
    let name = String(body[..<(colon ?? body.endIndex)])
    guard let first = name.utf8.first, !first.isASCIIDigit,
      name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") })
    else {
      problems.append(DocumentProblem.badVariableName(name).diagnostic(at: location))
      return (name, "")
    }
    let isSet = !(environment[name] ?? "").isEmpty
    if isSet || (colon == nil && environment[name] != nil) { return (name, environment[name] ?? "") }
    let rest = colon.map { body[body.index(after: $0)...] } ?? ""
    if rest.hasPrefix("-") { return (name, String(rest.dropFirst())) }
    let message = rest.hasPrefix("?") && rest.count > 1 ? String(rest.dropFirst()) : nil
    problems.append(DocumentProblem.undefinedVariable(name, message: message).diagnostic(at: location))
    return (name, "")
  }
}
