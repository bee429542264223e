/// A set of stages under one name and version.
///
/// ```swift
/// public enum AcmePlugin: Plugin {
///   public static let name = "acme"
///   public static let version = "1.2.0"
///   public static let components: [any PipelineComponent.Type] = [MinimumWords.self, Redact.self]
/// }
/// ```
public protocol Plugin: Sendable {
  /// Its name.
  static var name: String { get }
  /// Its version.
  static var version: String { get }
  /// The stages, sinks and sources it offers.
  static var components: [any PipelineComponent.Type] { get }
}
