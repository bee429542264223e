/// Where personal data stood that was taken out: what pages do not quote, nor what other rules took out with it. Data that
/// nobody looked for, in what went before, is not known here.
package struct PersonalSpans {
  private let spans: [Span]

  /// - Complexity: O(*n* log *n*).
  package init(_ trail: [TrailEntry]) {
    spans = trail.compactMap { $0.action == .removed && $0.rule.hasPrefix("pii.") ? $0.source : nil }.sorted()
  }

  /// Whether some of it is in a span of the source.
  /// - Complexity: O(log *n*).
  package func touch(_ span: Span) -> Bool {
    guard !spans.isEmpty else { return false }
    var low = 0
    var high = spans.count
    // The first one that begins at the end of the span or behind it; none reaches into the next one.
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < span.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].end > span.start
  }
}
