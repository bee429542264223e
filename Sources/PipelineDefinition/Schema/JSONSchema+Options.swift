import Copydesk

extension JSONSchema {
  /// The options of a stage.
  /// - Parameter declared: what takes the values of options that the stage itself leaves open.
  static func options(_ specs: [OptionSpec], declared: [ComponentDeclaration] = []) -> JSONSchema {
    let inner = declared.filter { !$0.options.isEmpty }.map {
      JSONSchema($0.abstract).with(.options($0.options))
    }
    return object(
      specs.map { spec in
        guard spec.kind == .open, !inner.isEmpty else { return (spec.name, option(spec)) }
        return (spec.name, JSONSchema(spec.help).with(.any(of: inner)))
      }, canBeEmpty: true)
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
    case .list(let kind): return list(of: value(kind))
    case .open: return JSONSchema().with("type", "object")
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
