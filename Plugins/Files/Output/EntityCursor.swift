import Copydesk

/// Goes through the entities of a document beside its tokens.
struct EntityCursor {
  enum Place { case outside, begin(String), inside(String) }

  private let entities: [Entity]
  private var next = 0
  private var hasBegun = false

  init(_ entities: [Entity]) { self.entities = entities }

  /// Where a token stands; tokens come in order.
  mutating func place(of token: Span) -> Place {
    while next < entities.count, entities[next].span.end <= token.start {
      next += 1
      hasBegun = false
    }
    guard next < entities.count, entities[next].span.overlaps(token) else { return .outside }
    defer { hasBegun = true }
    let label = entities[next].label.asOneWord
    return hasBegun ? .inside(label) : .begin(label)
  }
}

extension Entity.Label {
  /// The label with `_` for each blank, for the formats in which a blank ends it. Programs of the user's own may give any.
  var asOneWord: String {
    guard rawValue.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return rawValue }
    return String(rawValue.map { $0.isWhitespace ? "_" : $0 })
  }
}
