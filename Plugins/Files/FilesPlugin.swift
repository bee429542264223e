import Copydesk

/// Reads documents from files and folders, and writes them out again.
public enum FilesPlugin: Plugin {
  public static let name = "files"
  public static let version = "0.1.0"
  public static let components: [any PipelineComponent.Type] = [
    FileSource.self, JSONLinesOutput.self, MarkdownOutput.self, SiteOutput.self, TableOutput.self,
    TextOutput.self, TaggedOutput.self, SpaCyOutput.self, BratOutput.self, PageOutput.self,
  ]
}
