import Copydesk

/// The stages that find the article in a page or in a text dump.
public enum CleaningPlugin: Plugin {
  /// `cleaning`
  public static let name = "cleaning"
  /// Its version.
  public static let version = "0.1.0"
  /// The stages it offers.
  public static let components: [any PipelineComponent.Type] = [Clean.self, CleanRecurring.self]
}
