import ArgumentParser
import Cleaning
import Copydesk
import Databases
import Deduplication
import Entities
import External
import Files
import Filters
import Foundation
import PipelineDefinition
import PluginHost
import Summaries

/// The stages that ship. This list is the only place where the host knows of them.
enum Shipped {
  static let plugins: [any Plugin.Type] = [
    FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
    SummariesPlugin.self, ExternalPlugin.self, FiltersPlugin.self, DatabasesPlugin.self,
  ]

  static func catalog() throws -> StageCatalog { try StageCatalog(plugins) }
}

/// The plugins that are loaded at run time.
struct PluginOptions: ParsableArguments {
  @Option(
    name: .customLong("plugin"),
    help: ArgumentHelp("Load a plugin with more stages; may be repeated.", valueName: "path"),
    completion: .file(extensions: ["copydeskplugin", "so"]))
  var plugins: [String] = []

  /// One for the process: a library is loaded once.
  static let loader = PluginLoader()

  /// The stages that ship, and those of the plugins that are named or found.
  ///
  /// One that was found and cannot be loaded is told of and left out: the pipeline at hand may not need it.
  /// - Throws: ``CopydeskError`` where a plugin that is named cannot be loaded, or two offer one stage.
  func catalog() throws -> StageCatalog {
    var catalog = try Shipped.catalog()
    for path in plugins { try Self.load(path, into: &catalog) }
    for path in PluginFolders(environment: ProcessInfo.processInfo.environment).files {
      let plugin: LoadedPlugin
      do throws(CopydeskError) {
        plugin = try Self.loader.load(path)
      } catch {
        Terminal.show(error.diagnostics.map { Diagnostic(.warning, $0.code, $0.message, help: $0.help) })
        continue
      }
      try Self.add(plugin, to: &catalog)
    }
    return catalog
  }

  /// Loads a plugin and adds its stages, unless they are there already.
  static func load(_ path: String, into catalog: inout StageCatalog) throws(CopydeskError) {
    try add(try loader.load(path), to: &catalog)
  }

  private static func add(_ plugin: LoadedPlugin, to catalog: inout StageCatalog) throws(CopydeskError) {
    if plugin.stages.contains(where: { catalog[$0]?.file?.path == plugin.path }) { return }
    try plugin.add(to: &catalog)
  }
}
