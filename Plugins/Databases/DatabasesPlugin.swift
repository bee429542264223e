import Copydesk

/// Writes documents into databases.
public enum DatabasesPlugin: Plugin {
  public static let name = "databases"
  public static let version = "0.1.0"
  public static let components: [any PipelineComponent.Type] = [SQLiteOutput.self]
}
