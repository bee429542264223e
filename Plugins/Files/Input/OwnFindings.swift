import Copydesk

/// What was found in the text of a record that Copydesk wrote: entities with what they name, and the summary.
///
/// It is taken up where it is of the text that the record has: where all spans lie in it, and what the record says stands
/// there does. Else it stays with the record, as metadata: its text was changed, or the findings were.
struct OwnFindings {
  private var entities: [Entity] = []
  private var names: [EntityName] = []
  private var summary: Summary?

  /// Takes what holds out of the members of a record.
  init(takenFrom members: inout [JSONValue.Member], of text: Text) {
    let found = members.filter { Self.fields.contains($0.name) }
    guard !found.isEmpty else { return }
    func value(_ name: String) -> JSONValue? { found.last { $0.name == name }?.value }
    let places = ByteOffsets(text)
    var taken: Set<String> = []
    if let list = value("entities"), let entities = Self.entities(list, in: text, places),
      let names = Self.names(value("names"))
    {
      self.entities = entities
      self.names = names
      taken = ["entities", "names"]
    }
    if let list = value("summary_sentences"),
      let summary = Self.summary(list, saying: value("summary"), in: text, places)
    {
      self.summary = summary
      taken.formUnion(["summary", "summary_sentences"])
    }
    members.removeAll { taken.contains($0.name) }
  }

  /// Hands what was found to the document.
  func fill(_ document: inout Document) {
    if !entities.isEmpty { document.setEntities(entities, names: names) }
    document.summary = summary
  }

  private static let fields: Set<String> = ["entities", "names", "summary", "summary_sentences"]

  private static func entities(_ list: JSONValue, in text: Text, _ places: ByteOffsets) -> [Entity]? {
    guard case .array(let items) = list else { return nil }
    var entities: [Entity] = []
    entities.reserveCapacity(items.count)
    for item in items {
      guard let span = places.span(item), let label = item["label"]?.string, !label.isEmpty,
        item["text"]?.string.map({ text.utf8[span.range].elementsEqual($0.utf8) }) ?? true
      else { return nil }
      var entity = Entity(span, Entity.Label(rawValue: label), value: item["value"]?.string)
      entity.id = item["id"]?.string
      entity.title = item["title"]?.string
      entity.confidence = item["confidence"]?.number
      entities.append(entity)
    }
    return entities
  }

  private static func names(_ list: JSONValue?) -> [EntityName]? {
    guard let list else { return [] }
    guard case .array(let items) = list else { return nil }
    let names = items.compactMap { item in
      if let id = item["id"]?.string, let label = item["label"]?.string, let name = item["name"]?.string {
        EntityName(id: id, label: Entity.Label(rawValue: label), name: name)
      } else {
        nil
      }
    }
    return names.count == items.count ? names : nil
  }

  private static func summary(
    _ list: JSONValue, saying words: JSONValue?, in text: Text, _ places: ByteOffsets
  ) -> Summary? {
    guard case .array(let items) = list, !items.isEmpty else { return nil }
    let sentences = items.compactMap(places.span)
    guard sentences.count == items.count else { return nil }
    let summary = Summary(sentences: sentences, method: "")
    return words == nil || words?.string == summary.string(in: text) ? summary : nil
  }
}

extension ByteOffsets {
  /// The bytes that an object's `start` and `end` tell in scalars; nil where they are none of the text.
  fileprivate func span(_ item: JSONValue) -> Span? {
    guard let scalars = item.span, let start = self[scalars.start], let end = self[scalars.end] else {
      return nil
    }
    return Span(start, end)
  }
}
