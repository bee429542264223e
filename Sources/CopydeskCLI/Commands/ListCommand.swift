import ArgumentParser
import Copydesk
import Foundation

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the pipelines, the stages and the plugins there are.")

  enum Kind: String, ExpressibleByArgument, CaseIterable { case pipelines, stages, plugins }

  @Argument(help: "What to list: pipelines, stages or plugins; the first two when left out.")
  var kind: Kind?

  @OptionGroup var plugins: PluginOptions

  func run() throws {
    try reportingErrors(code: 1) {
      let catalog = try plugins.catalog()
      if kind == .plugins { return PluginList(PluginOptions.loader.plugins).show() }
      if kind != .stages { listPipelines() }
      if kind == nil { Terminal.output("\n") }
      if kind != .pipelines { listStages(of: catalog) }
    }
  }

  private func listPipelines() {
    let style = Style(for: STDOUT_FILENO)
    let names = PipelineLocator().names
    Terminal.output(style.bold("Pipelines") + "\n")
    let width = names.map(\.name.count).max() ?? 0
    for (name, path) in names {
      Terminal.output("  \(pad(name, width))  \(style.dim(path))\n")
    }
  }

  private func listStages(of catalog: StageCatalog) {
    let style = Style(for: STDOUT_FILENO)
    let entries = catalog.entries
    let width = entries.map(\.name.count).max() ?? 0
    Terminal.output(style.bold("Stages") + "\n")
    for entry in entries where entry.role != .source {
      Terminal.output("  \(pad(entry.name, width))  \(entry.abstract)\n")
    }
    Terminal.output(style.dim("  more about one: copydesk show STAGE") + "\n")
  }
}

/// The text, filled with blanks to a width.
func pad(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
