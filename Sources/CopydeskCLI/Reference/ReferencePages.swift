import Copydesk
import PipelineDefinition

/// The reference in Markdown: a page a stage, one on the grammar of definitions, and an index.
///
/// All of it is made of what stages and the schema declare, so that it cannot say anything else than `copydesk show`,
/// `copydesk check` and an editor do.
struct ReferencePages {
  /// A page: its path below the folder of the reference, and its text.
  typealias Page = (path: String, text: String)

  /// The first line of every page: what is found with it may be replaced.
  static let mark =
    "<!-- Made by `copydesk reference` of what the code declares: change it there, then run `make reference`. -->\n"

  let catalog: StageCatalog

  /// All pages, by path.
  var all: [Page] {
    let stages = catalog.entries.map { entry in
      (path: "stages/\(entry.name).md", text: Self.mark + "\n" + StageReferencePage(entry).text)
    }
    let definition = DefinitionReferencePage(schema: DefinitionSchema(catalog: catalog).json)
    return [("README.md", Self.mark + "\n" + index), ("definition.md", Self.mark + "\n" + definition.text)]
      + stages
  }

  private var index: String {
    let groups: [(heading: String, roles: Set<StageCatalog.Role>)] = [
      ("Stages that work on documents", [.stage, .ordered]), ("Outputs", [.sink]), ("Inputs", [.source]),
    ]
    let tables = groups.map { heading, roles in
      let rows = catalog.entries.filter { roles.contains($0.role) }.map { entry in
        ["[`\(entry.name)`](stages/\(entry.name).md)", entry.abstract]
      }
      return "## \(heading)\n\n" + Markdown.table(["name", "what it does"], rows)
    }
    return """
      # Reference

      - [Definitions](definition.md): every key of a pipeline's YAML file.
      - [copydesk.schema.json](../copydesk.schema.json): the same as a JSON Schema, for completion and help in an editor.

      On the terminal, `copydesk show STAGE` tells what is on these pages.


      """ + tables.joined(separator: "\n")
  }
}

/// Pieces of Markdown.
enum Markdown {
  /// A table; its cells are escaped.
  static func table(_ heads: [String], _ rows: [[String]]) -> String {
    let line: ([String]) -> String = { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ")
        + " |\n"
    }
    return line(heads) + "|" + String(repeating: "---|", count: heads.count) + "\n" + rows.map(line).joined()
  }

  /// A block of YAML.
  static func yaml(_ text: String) -> String { "```yaml\n\(text)\n```\n" }

  /// Text as code.
  static func code(_ text: String) -> String { "`\(text)`" }
}
