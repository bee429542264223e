extension OptionSpec {
  /// Reads values for options that are known only at run time, such as those that a program declares.
  /// - Parameters:
  ///   - specs: the options there are.
  ///   - node: the mapping given for them; nil or nothing where all keep their defaults.
  ///   - problems: what is wrong is added to it.
  /// - Returns: every option with its value, in the order of `specs`; nil where there are mistakes.
  public static func read(
    _ specs: [OptionSpec], _ node: ConfigNode?, _ problems: inout [OptionProblem]
  ) -> [JSONValue.Member]? {
    let before = problems.count
    let known = specs.map(\.name)
    var given: [String: JSONValue] = [:]
    switch node?.value {
    case nil, .null: break
    case .map(let entries):
      for entry in entries {
        if let spec = specs.first(where: { $0.name == entry.key }) {
          given[entry.key] = spec.read(entry.value, &problems)
        } else {
          problems.append(OptionProblem(.unknown(name: entry.key, known: known), at: entry.keyLocation))
        }
      }
    case .scalar, .list:
      if let node {
        let mistake = OptionProblem.Mistake.wrongType(
          expected: .map(of: .string), found: node.kindDescription)
        problems.append(OptionProblem(mistake, at: node.location))
      }
    }
    guard problems.count == before else { return nil }
    return specs.map { JSONValue.Member($0.name, given[$0.name] ?? $0.defaultValue) }
  }

  /// Reads a value for this option; nil where it is wrong.
  public func read(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> JSONValue? {
    guard let value = kind.read(node, &problems) else { return nil }
    guard range?.contains(value) ?? true else {
      let mistake = OptionProblem.Mistake.outOfRange(
        found: node.scalar ?? "it", range: range?.description ?? "")
      problems.append(OptionProblem(mistake, at: node.location))
      return nil
    }
    return value
  }
}

extension OptionKind {
  /// Reads a value of this kind; nil where it is of another, which is reported.
  func read(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> JSONValue? {
    switch self {
    case .boolean: return Bool.decode(node, &problems)?.json
    case .integer: return Int.decode(node, &problems)?.json
    case .number: return Double.decode(node, &problems)?.json
    case .string: return String.decode(node, &problems)?.json
    case .choice(let words):
      guard let word = String.decode(node, &problems) else { return nil }
      if words.contains(word) { return .string(word) }
      problems.append(OptionProblem(.notAChoice(found: word, choices: words), at: node.location))
      return nil
    case .list(let kind):
      guard case .list(let nodes) = node.value else { return mismatch(node, &problems) }
      let values = nodes.compactMap { kind.read($0, &problems) }
      return values.count == nodes.count ? .array(values) : nil
    case .map(let kind):
      guard let entries = node.entries else { return mismatch(node, &problems) }
      let members = entries.compactMap { entry in
        kind.read(entry.value, &problems).map { JSONValue.Member(entry.key, $0) }
      }
      return members.count == entries.count ? .object(members) : nil
    case .open: return mismatch(node, &problems)
    case .optional(let kind): return node.value == .null ? .null : kind.read(node, &problems)
    }
  }

  private func mismatch(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> JSONValue? {
    problems.append(
      OptionProblem(.wrongType(expected: self, found: node.kindDescription), at: node.location))
    return nil
  }
}

extension OptionRange {
  /// Whether a number lies inside; true of anything else.
  public func contains(_ value: JSONValue) -> Bool {
    guard let number = Self.number(value) else { return true }
    return number >= Self.number(low) ?? -.infinity && number <= Self.number(high) ?? .infinity
  }

  private static func number(_ value: JSONValue?) -> Double? {
    if case .number(let digits) = value { Double(digits) } else { nil }
  }
}
