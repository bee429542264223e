import Copydesk

/// Names the records of a file, or the members of an archive, one after the other.
protocol ItemSequence: Sendable {
  /// The next one, or nil at the end.
  mutating func next() -> SourceItem?
}

/// One failure, and nothing more.
struct FailedSequence: ItemSequence {
  private var item: SourceItem?

  init(_ item: SourceItem) { self.item = item }

  mutating func next() -> SourceItem? { item.take() }
}
