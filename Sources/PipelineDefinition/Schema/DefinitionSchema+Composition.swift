import Copydesk

extension DefinitionSchema {
  /// Parameters, templates and profiles.
  var composition: [(name: String, schema: JSONSchema)] {
    [
      ("parameter", parameter),
      (
        "parameterValue",
        JSONSchema("A value for a parameter.").with(.any(of: [Self.plain, .list(of: Self.plain)]))
      ),
      ("template", template), ("profile", profile),
    ]
  }

  private static let plain = JSONSchema().with("type", ["null", "string", "number", "boolean"])

  private var parameter: JSONSchema {
    let long: [(String, JSONSchema)] = [
      (
        "default",
        JSONSchema("The value, where none is given. Without it one must be given.").with(
          .reference("parameterValue"))
      ),
      ("help", JSONSchema("What it is for, in one sentence.").with(.text)),
      (
        "one_of", JSONSchema("The values that it may have.").with(.list(of: Self.plain, atLeast: 1))
      ),
    ]
    return JSONSchema("The default, or more exactly: a default, what it is for, which values it may have.")
      .with(.any(of: [.reference("parameterValue"), .object(long)]))
  }

  private var template: JSONSchema {
    JSONSchema("Stages under a name, with parameters of their own.")
      .with(
        .object(
          [
            (
              "parameters",
              JSONSchema("Values that `${with.NAME}` stands for in its stages.").with(
                .map(of: .reference("parameter")))
            ),
            ("stages", .reference("stages")),
          ], required: ["stages"]))
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
    let other = JSONSchema("Options of the stage with this id to change; false takes it out.")
      .with(.any(of: [JSONSchema().with("type", "object"), Self.absent]))
    return JSONSchema("For each stage, by its id or its name: the options to change.")
      .with("type", "object").with("properties", .object(known.map { .init($0.0, $0.1.json) }))
      .with("additionalProperties", other.json)
  }

  private static let absent = JSONSchema().with("const", false)
}
