import Copydesk

/// The stages that find what was said before: the same headline, the same text.
public enum DeduplicationPlugin: Plugin {
  /// Its name.
  public static let name = "deduplication"
  /// Its version.
  public static let version = "0.1.0"
  /// What it offers.
  public static let components: [any PipelineComponent.Type] = [
    DedupeHeadlines.self, DedupeDocuments.self, DedupeParagraphs.self, DedupeLines.self,
  ]
}

/// What becomes of a document that repeats an earlier one.
public enum DuplicateAction: String, OptionChoice {
  /// It goes to the rejects.
  case drop
  /// It stays in the output, with the earlier document's id in `duplicate_of`.
  case mark
}
