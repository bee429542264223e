import Copydesk

extension DefinitionSchema {
  /// The list of stages and what may stand in it.
  var steps: [(name: String, schema: JSONSchema)] {
    [
      (
        "stages",
        JSONSchema("The stages, in the order in which each document goes through them.")
          .with(.list(of: .reference("step")))
      ),
      (
        "step",
        JSONSchema("A stage by its name, a stage with options, an `include`, or a `route`.")
          .with(.any(of: [bareStage, .reference("stage"), .reference("include"), .reference("route")]))
      ),
      ("stage", stage), ("include", include), ("route", route), ("branch", branch), ("retry", retry),
    ]
  }

  /// A name alone: all defaults.
  private var bareStage: JSONSchema {
    JSONSchema().with("type", "string").with(
      "oneOf",
      .array(
        stages.map { entry in
          describe(entry).with("const", .string(entry.name)).json
        }))
  }

  /// `summarize: { sentences: 3 }`, with what may stand beside it.
  private var stage: JSONSchema {
    let named = stages.map { ($0.name, describe($0).with(.reference(Self.name(of: $0)))) }
    let beside: [(String, JSONSchema)] = [
      (
        "id",
        JSONSchema("What trails, profiles and --set call the stage; its name, where left out.").with(.text)
      ),
      (
        "when",
        JSONSchema("Which documents the stage works on; the others pass by.").with(.reference("condition"))
      ),
      (
        "on_error",
        JSONSchema("What becomes of a document that the stage fails on.").with("default", "dead_letter")
          .with(.choice(ErrorPolicy.allCases.map { ($0.rawValue, $0.help) }))
      ),
      ("retry", .reference("retry")),
    ]
    return JSONSchema("A stage: its name with its options, and beside it what concerns the stage as a whole.")
      .with(.object(named + beside))
      .with("oneOf", .array(stages.map { .object([.init("required", [.string($0.name)])]) }))
  }

  private var include: JSONSchema {
    JSONSchema("Puts the stages of a template, or of another file, in this place.")
      .with(
        .object(
          [
            (
              "include",
              JSONSchema(
                "A template of this file by its name, a YAML file by its path, or a template of another file: path#name."
              ).with(.text)
            ),
            (
              "with",
              JSONSchema("Values for the parameters of what is included.").with(
                .map(of: .reference("parameterValue"), canBeEmpty: true))
            ),
          ], required: ["include"]))
  }

  private var route: JSONSchema {
    JSONSchema(
      "A fork: each document takes the first branch whose `when` holds. One that takes none passes by."
    )
    .with(
      .object(
        [
          (
            "route",
            JSONSchema("The branches, in the order in which they are tried.").with(
              .list(of: .reference("branch"), atLeast: 1))
          ),
          ("id", JSONSchema("What trails call the fork.").with(.text)),
          (
            "when",
            JSONSchema("Which documents come to the fork; the others pass by.").with(.reference("condition"))
          ),
        ], required: ["route"]))
  }

  private var branch: JSONSchema {
    JSONSchema("A way that documents can take.")
      .with(
        .object(
          [
            (
              "when",
              JSONSchema("Which documents take it; all that come to it, where left out.").with(
                .reference("condition"))
            ),
            ("stages", .reference("stages")),
          ], required: ["stages"]))
  }

  private var retry: JSONSchema {
    let times = Retry.Fields.specs.filter { $0.name == "times" }.map { JSONSchema.option($0) }
    return JSONSchema(
      "How often the stage is tried again on a failure that may pass: a number, or more exactly."
    )
    .with(.any(of: times + [.options(Retry.Fields.specs)]))
  }
}

extension ErrorPolicy {
  /// What becomes of the document, in a sentence.
  var help: String {
    switch self {
    case .drop: "It goes to the rejects."
    case .keep: "It continues as it was before the stage, and its trail says so."
    case .deadLetter: "It goes to the dead letters, with the error and its original bytes."
    case .stop: "The run stops."
    }
  }
}
