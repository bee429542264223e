import Copydesk

/// A plugin that was loaded: what it is, where from, and what it offers.
public struct LoadedPlugin: Sendable {
  /// What it is made in.
  public enum Kind: Sendable {
    /// Swift, compiled against the API of this program.
    case swift(any Plugin.Type)
    /// C, or another language by way of the C interface.
    case native([RuntimeStage])
  }

  /// Its name.
  public let name: String
  /// Its version.
  public let version: String
  /// Its file, with all links followed.
  public let path: String
  /// The SHA-256 of its file, as `sha256sum` prints it.
  public let hash: String
  /// What it is made in, with the stages.
  public let kind: Kind

  /// Its file, as a run's report names it.
  public var file: PluginFile { PluginFile(plugin: name, version: version, path: path, hash: hash) }

  /// The names of its stages, in its own order.
  public var stages: [String] {
    switch kind {
    case .swift(let plugin): plugin.components.map { $0.name.rawValue }
    case .native(let stages): stages.map(\.declaration.name)
    }
  }

  /// Adds its stages to a catalog.
  /// - Throws: ``CopydeskError`` where another plugin offers one of their names.
  public func add(to catalog: inout StageCatalog) throws(CopydeskError) {
    switch kind {
    case .swift(let plugin): try catalog.add(plugin, from: file)
    case .native(let stages): try catalog.add(stages, plugin: name, from: file)
    }
  }
}
