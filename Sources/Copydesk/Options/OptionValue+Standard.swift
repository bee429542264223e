// The types of the standard library that options may have. Plain scalars follow the core schema of YAML 1.2:
// `yes` is a text, `014` is fourteen, `1:30` is a text.

extension Bool: OptionValue {
  public static var kind: OptionKind { .boolean }
  public var json: JSONValue { .bool(self) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Bool? {
    guard case .scalar(let text, isPlain: true) = node.value else { return mismatch(node, &problems) }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return mismatch(node, &problems)
    }
  }
}

extension Int: OptionValue {
  public static var kind: OptionKind { .integer }
  public var json: JSONValue { .number(String(self)) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Int? {
    guard case .scalar(let text, isPlain: true) = node.value, let value = Int(text) else {
      return mismatch(node, &problems)
    }
    return value
  }
}

extension Double: OptionValue {
  public static var kind: OptionKind { .number }
  public var json: JSONValue { .number(String(self)) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Double? {
    guard case .scalar(let text, isPlain: true) = node.value, let value = Double(text), value.isFinite else {
      return mismatch(node, &problems)
    }
    return value
  }
}

extension String: OptionValue {
  public static var kind: OptionKind { .string }
  public var json: JSONValue { .string(self) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> String? {
    guard let text = node.scalar else { return mismatch(node, &problems) }
    return text
  }
}

extension Array: OptionValue where Element: OptionValue {
  public static var kind: OptionKind { .list(of: Element.kind) }
  public var json: JSONValue { .array(map(\.json)) }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> [Element]? {
    guard case .list(let nodes) = node.value else { return mismatch(node, &problems) }
    let values = nodes.compactMap { Element.decode($0, &problems) }
    return values.count == nodes.count ? values : nil
  }
}

extension Dictionary: OptionValue where Key == String, Value: OptionValue {
  public static var kind: OptionKind { .map(of: Value.kind) }
  public var json: JSONValue {
    .object(sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.json) })
  }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> [String: Value]? {
    guard let entries = node.entries else { return mismatch(node, &problems) }
    var values: [String: Value] = [:]
    for entry in entries { values[entry.key] = Value.decode(entry.value, &problems) }
    return values.count == entries.count ? values : nil
  }
}

extension Optional: OptionValue where Wrapped: OptionValue {
  public static var kind: OptionKind { .optional(Wrapped.kind) }
  public var json: JSONValue { map(\.json) ?? .null }

  public static func decode(_ node: ConfigNode, _ problems: inout [OptionProblem]) -> Wrapped?? {
    if case .null = node.value { return .some(nil) }
    return Wrapped.decode(node, &problems).map { .some($0) }
  }
}
