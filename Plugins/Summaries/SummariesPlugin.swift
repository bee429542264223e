import Copydesk

/// Stages that say in few words what a document is about.
public enum SummariesPlugin: Plugin {
  public static let name = "summaries"
  public static let version = "0.1.0"
  public static let components: [any PipelineComponent.Type] = [
    Summarize.self, Keyphrases.self, Headline.self, DigestOutput.self, LanguageModelSummary.self,
  ]
}
