import Copydesk

/// The stage that finds names and figures.
public enum EntitiesPlugin: Plugin {
  /// The plugin's name.
  public static let name = "entities"
  /// The plugin's version.
  public static let version = "0.1.0"
  /// What the plugin offers.
  public static let components: [any PipelineComponent.Type] = [EntitiesStage.self]
}
