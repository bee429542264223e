import Copydesk

extension DefinitionSchema {
  /// Parameters, templates and profiles.
  var composition: [(name: String, schema: JSONSchema)] {
    [
      ("parameter", parameter),
      (
        "parameterValue",
        JSONSchema("A value for a parameter: of any kind, as it stands in its place.")
      ),
      ("template", template), ("profile", profile),
    ]
  }

  private var parameter: JSONSchema {
    let long: [(String, JSONSchema)] = [
      (
        "default",
        JSONSchema("The value, where none is given. Without it one must be given.").with(
          .reference("parameterValue"))
      ),
      ("help", JSONSchema("What it is for, in one sentence.").with(.text)),
      (
        "one_of", JSONSchema("The values that it may have.").with(.list(of: .text))
      ),
    ]
    return JSONSchema(
      "The default, or more exactly: a default, what it is for, which values it may have. Nothing: it must be given."
    )
    .with(.any(of: [Self.short, .object(long)]))
  }

  /// A default that is no mapping.
  private static let short = JSONSchema().with("type", ["null", "string", "number", "boolean", "array"])

  private var template: JSONSchema {
    let long = JSONSchema.object(
      [
        ("description", JSONSchema("What it is for.").with(.text)),
        (
          "parameters",
          JSONSchema("Values that `${with.NAME}` stands for in its stages.").with(
            .map(of: .reference("parameter")))
        ),
        ("stages", .reference("stages")),
      ], required: ["stages"])
    return JSONSchema("Stages under a name, with parameters of their own; or the list of stages alone.")
      .with(.any(of: [long, .reference("stages")]))
  }

  private var profile: JSONSchema {
    var known = stages.map { entry in
      (
        entry.name,
        JSONSchema("Options of the stage to change; false takes it out.")
          .with(.any(of: [.reference(Self.name(of: entry)), Self.absent]))
      )
    }
    if let source = catalog[DefinitionReader.defaultSource] {
      known.append(
        ("input", JSONSchema("Options of the input to change.").with(.reference(Self.name(of: source)))))
    }
    for key in DefinitionParts.textKeys {
      known.append((key, JSONSchema("The file to write them to instead.").with(.text)))
    }
    let other = JSONSchema("Options of the stage with this id to change; false takes it out.")
      .with(.any(of: [JSONSchema().with("type", ["object", "null"]), Self.absent]))
    return JSONSchema("For each stage, by its id or its name: the options to change.")
      .with("type", ["object", "null"]).with("properties", .object(known.map { .init($0.0, $0.1.json) }))
      .with("additionalProperties", other.json)
  }

  private static let absent = JSONSchema().with("const", false)
}
