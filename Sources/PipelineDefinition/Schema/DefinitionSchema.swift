import Copydesk

/// The JSON Schema (2020-12) of definitions, for completion, hover help and checks in editors.
///
/// It is made of what the stages of a catalog declare. What it cannot express, such as two stages with one id, only
/// `copydesk check` finds; what it refuses, `check` refuses.
public struct DefinitionSchema: Sendable {
  let catalog: StageCatalog
  /// For stages that stand for programs, by their name, what the programs have declared.
  private let declared: [String: [ComponentDeclaration]]

  /// Creates the schema of definitions that name the stages of a catalog.
  /// - Parameter definition: where stages of this definition stand for programs, what these declare is in the schema.
  public init(catalog: StageCatalog, definition: Definition? = nil) {
    self.catalog = catalog
    declared = (definition?.steps ?? []).reduce(into: [:]) { declared, step in
      guard let stage = step.component as? any SelfDescribing, let declaration = stage.declaration else {
        return
      }
      declared[type(of: stage).name.rawValue, default: []].append(declaration)
    }
  }

  /// The schema.
  public var json: JSONValue {
    JSONSchema()
      .with("$schema", "https://json-schema.org/draft/2020-12/schema")
      .with("title", "Copydesk pipeline")
      .with("description", "What to read, and the stages that each document goes through, in order.")
      .with("type", "object")
      .with("properties", .object(topLevel.map { .init($0.0, $0.1.json) }))
      .with("additionalProperties", false)
      .with("anyOf", .array(["stages", "templates"].map { .object([.init("required", [.string($0)])]) }))
      .with("$defs", .object(parts.map { .init($0.name, $0.schema.json) }))
      .json
  }

  /// The schema as text, with a line end.
  public var text: String { json.indented + "\n" }

  // MARK: The top of a definition

  private var topLevel: [(String, JSONSchema)] {
    [
      ("name", Self.optionalText("What the pipeline is called; the file's name, where left out.")),
      ("description", Self.optionalText("What the pipeline is for, in a line.")),
      (
        "parameters",
        JSONSchema("Values that `${with.NAME}` stands for; whoever includes the file may give others.").with(
          .map(of: .reference("parameter"), canBeEmpty: true))
      ),
      (
        "plugins",
        JSONSchema("Plugins with more stages: paths, which start at the folder of this file.").with(
          "type", "array"
        ).with("items", JSONSchema().with("type", "string").json)
      ),
      ("input", sourceOptions),
      (
        "profiles",
        JSONSchema("Sets of changes, of which --profile NAME chooses one.").with(
          .map(of: .reference("profile"), canBeEmpty: true))
      ),
      (
        "templates",
        JSONSchema("Pieces of pipelines, which `include` puts among the stages.").with(
          .map(of: .reference("template")))
      ),
      ("stages", JSONSchema.reference("stages").with("minItems", 1)),
      (
        "rejects",
        Self.optionalText(
          "The file for documents that a stage dropped and for duplicates; beside the output, where left out."
        )
      ),
      (
        "dead_letters",
        Self.optionalText(
          "The file for documents that could not be processed; beside the output, where left out.")
      ),
      (
        "tests",
        JSONSchema("Examples of what the pipeline does, which `copydesk test` tries.").with("type", "array")
          .with("items", JSONSchema.reference("test").json).with("minItems", 1)
      ),
    ]
  }

  private static func optionalText(_ description: String) -> JSONSchema {
    JSONSchema(description).with("type", ["string", "number", "boolean", "null"])
  }

  private var sourceOptions: JSONSchema {
    guard let source = catalog[DefinitionReader.defaultSource] else { return JSONSchema() }
    return describe(source).with(.reference(Self.name(of: source)))
  }

  // MARK: Parts

  /// What stands in `$defs`: pieces with a name of their own.
  private var parts: [(name: String, schema: JSONSchema)] {
    let options = catalog.entries.map { entry in
      (
        name: Self.name(of: entry),
        schema: JSONSchema.options(entry.options, declared: declared[entry.name] ?? [])
      )
    }
    return steps + conditions + composition + tests + options
  }

  /// The name of the piece that holds a stage's options.
  static func name(of entry: StageCatalog.Entry) -> String { "options.\(entry.name)" }

  /// The stages that may stand in `stages`.
  var stages: [StageCatalog.Entry] { catalog.entries.filter { $0.role != .source } }

  /// What an editor shows of a stage.
  func describe(_ entry: StageCatalog.Entry) -> JSONSchema {
    var markdown = entry.abstract
    if !entry.discussion.isEmpty { markdown += "\n\n" + entry.discussion }
    if !entry.example.isEmpty { markdown += "\n\n```yaml\n\(entry.example)\n```" }
    return JSONSchema(entry.abstract).with("markdownDescription", .string(markdown))
  }
}
