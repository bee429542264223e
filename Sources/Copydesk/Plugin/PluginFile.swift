/// The file that a plugin was loaded from, as a run's report names it.
public struct PluginFile: Sendable, Hashable {
  /// The plugin's name.
  public let plugin: String
  /// The plugin's version.
  public let version: String
  /// The file, with all links followed.
  public let path: String
  /// The SHA-256 of the file in hexadecimal digits, as `sha256sum` prints it.
  public let hash: String

  /// Creates it.
  public init(plugin: String, version: String, path: String, hash: String) {
    self.plugin = plugin
    self.version = version
    self.path = path
    self.hash = hash
  }
}
