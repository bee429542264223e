import Copydesk

/// Leaves out documents that no corpus should hold, and takes personal data out of those that stay.
public enum FiltersPlugin: Plugin {
  public static let name = "filters"
  public static let version = "0.1.0"
  public static let components: [any PipelineComponent.Type] = [
    FilterLanguage.self, FilterLength.self, FilterQuality.self, FilterRepetition.self, FilterURLs.self,
    FilterWords.self, RedactPII.self,
  ]
}
