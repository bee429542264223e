import Copydesk

/// A JSON Schema, made member by member in the order in which they are to be read.
struct JSONSchema {
  private var members: [JSONValue.Member] = []

  /// The schema as JSON.
  var json: JSONValue { .object(members) }

  /// An empty schema, which takes anything.
  init(_ description: String? = nil) {
    if let description { members.append(.init("description", .string(description))) }
  }

  /// The schema with one member more.
  func with(_ name: String, _ value: JSONValue?) -> JSONSchema {
    guard let value else { return self }
    var schema = self
    schema.members.append(.init(name, value))
    return schema
  }

  /// The schema with another's members behind its own.
  func with(_ other: JSONSchema) -> JSONSchema {
    var schema = self
    schema.members += other.members
    return schema
  }
}

extension JSONSchema {
  /// What stands in `$defs` under that name.
  static func reference(_ name: String) -> JSONSchema {
    JSONSchema().with("$ref", .string("#/$defs/\(name)"))
  }

  /// One of several.
  static func any(of schemas: [JSONSchema]) -> JSONSchema {
    JSONSchema().with("anyOf", .array(schemas.map(\.json)))
  }

  /// A value of a JSON type, or a text with `${…}` in it, which may turn out to be one.
  static func scalar(_ types: String...) -> JSONSchema {
    JSONSchema().with("type", .array((types + ["string"]).map { .string($0) })).with(
      "pattern", variablePattern)
  }

  /// Text. A definition need not quote what looks like a number.
  static let text = JSONSchema().with("type", ["string", "number", "boolean"])

  /// One of a few words, each with what it means, or a text with `${…}` in it.
  static func choice(_ words: [(word: String, help: String?)]) -> JSONSchema {
    let isTold = words.contains { $0.help != nil }
    let known =
      isTold
      ? JSONSchema().with(
        "oneOf", .array(words.map { JSONSchema($0.help).with("const", .string($0.word)).json }))
      : JSONSchema().with("enum", .array(words.map { .string($0.word) }))
    return any(of: [known, variable])
  }

  /// A list, or a text with `${…}` in it, which a parameter may make one.
  static func list(of item: JSONSchema, atLeast least: Int? = nil) -> JSONSchema {
    JSONSchema().with("type", ["array", "string"]).with("items", item.json)
      .with("minItems", least.map { .number("\($0)") }).with("pattern", variablePattern)
  }

  /// One of a kind, or a list of them.
  static func oneOrSeveral(_ item: JSONSchema) -> JSONSchema { any(of: [item, list(of: item)]) }

  /// A mapping with these keys and no others, or a text with `${…}` in it, which a parameter may make one.
  /// - Parameter canBeEmpty: whether nothing may stand for a mapping without keys.
  static func object(
    _ properties: [(String, JSONSchema)], required: [String] = [], canBeEmpty: Bool = false
  ) -> JSONSchema {
    JSONSchema().with("type", canBeEmpty ? ["object", "null", "string"] : ["object", "string"])
      .with("properties", .object(properties.map { .init($0.0, $0.1.json) }))
      .with("required", required.isEmpty ? nil : .array(required.map { .string($0) }))
      .with("additionalProperties", false).with("pattern", variablePattern)
  }

  /// A mapping of any names to values of a kind.
  static func map(of value: JSONSchema, canBeEmpty: Bool = false) -> JSONSchema {
    JSONSchema().with("type", canBeEmpty ? ["object", "null", "string"] : ["object", "string"])
      .with("additionalProperties", value.json).with("pattern", variablePattern)
  }

  /// Text in which a variable stands.
  static let variable = JSONSchema().with("type", "string").with("pattern", variablePattern)

  private static let variablePattern: JSONValue = "\\$\\{"
}
