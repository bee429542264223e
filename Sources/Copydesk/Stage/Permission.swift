/// Something that a stage does besides reading and changing documents, and that a definition from elsewhere must not do
/// without the user's word.
public enum Permission: String, Sendable, CaseIterable {
  /// Start programs that the definition names.
  case startPrograms = "start programs"
  /// Load plugins that the definition names.
  case loadPlugins = "load plugins"
}
