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
    let label = entities[next].label.rawValue
    return hasBegun ? .inside(label) : .begin(label)
  }
}
