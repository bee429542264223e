import Copydesk

extension JSONSchema {
  /// The options of a stage.
  static func options(_ specs: [OptionSpec]) -> JSONSchema {
    let properties = specs.map { ($0.name, option($0)) }
    return JSONSchema().with("type", ["object", "null"])
      .with("properties", .object(properties.map { .init($0.0, $0.1.json) }))
      .with("additionalProperties", false)
  }

  /// One option, with its help and its default.
  static func option(_ spec: OptionSpec) -> JSONSchema {
    JSONSchema(spec.help).with("default", spec.defaultValue.tidied)
      .with(value(spec.kind, range: spec.range))
  }

  private static func value(_ kind: OptionKind, range: OptionRange? = nil) -> JSONSchema {
    switch kind {
    case .boolean: return scalar("boolean")
    case .integer, .number:
      return scalar(kind == .integer ? "integer" : "number").with("minimum", range?.low?.tidied)
        .with("maximum", range?.high?.tidied)
    case .string: return text
    case .choice(let words): return choice(words.map { ($0, nil) })
    // A whole list may come from a parameter: `${with.labels}`.
    case .list(let kind): return any(of: [list(of: value(kind)), variable])
    case .map(let kind): return map(of: value(kind))
    case .optional(let kind): return any(of: [value(kind, range: range), JSONSchema().with("type", "null")])
    }
  }
}

extension JSONValue {
  /// A whole number without the decimal of Swift's `1.0`.
  fileprivate var tidied: JSONValue {
    guard case .number(let digits) = self, digits.hasSuffix(".0") else { return self }
    return .number(String(digits.dropLast(2)))
  }
}
