import Copydesk
import CopydeskTesting

@testable import Entities

/// The names in a text as `LABEL:text`, in order.
func names(_ string: String) -> [String] {
  let text = Text(string)
  return RuleTagger().names(in: text).map { "\($0.label.rawValue):\(text[$0.span])" }
}

/// The entities of one label that the stage finds, as `text` or `text=value`.
func found(_ label: EntityLabel, in string: String, published: String? = nil) throws -> [String] {
  var document = Document(string)
  document.published = published.flatMap { PublicationDate(iso8601: $0) }
  let result = try run(EntitiesStage.self, on: document) { $0.labels = [label] }
  return result.entities.map { entity in
    result.text[entity.span] + (entity.value.map { "=" + $0 } ?? "")
  }
}
