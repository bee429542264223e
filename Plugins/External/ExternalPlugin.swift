import Copydesk

/// A stage that is a program: a stage in any language.
public enum ExternalPlugin: Plugin {
  public static let name = "external"
  public static let version = "0.1.0"
  public static let components: [any PipelineComponent.Type] = [External.self]
}
