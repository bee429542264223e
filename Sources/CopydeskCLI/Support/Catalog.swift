import Cleaning
import Copydesk
import Deduplication
import Entities
import External
import Files
import Summaries

/// The stages that ship. This list is the only place where the host knows of them.
enum Shipped {
  static let plugins: [any Plugin.Type] = [
    FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
    SummariesPlugin.self, ExternalPlugin.self,
  ]

  static func catalog() throws -> StageCatalog { try StageCatalog(plugins) }
}
