import ArgumentParser
import Copydesk
import PipelineDefinition

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of pipelines, for completion and help in an editor.",
    discussion: """
      The schema is JSON Schema 2020-12. Editors with a YAML language server take it from a comment at the top of a \
      pipeline:

        copydesk schema > copydesk.schema.json

        # yaml-language-server: $schema=copydesk.schema.json
      """)

  @OptionGroup var pipeline: PipelineWithPrograms

  func run() throws {
    try reportingErrors(code: 1) {
      let definition = try pipeline.definition()
      Terminal.data(DefinitionSchema(catalog: try pipeline.plugins.catalog(), definition: definition).text)
    }
  }
}
