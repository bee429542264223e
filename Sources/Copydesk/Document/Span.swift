/// A half-open range of UTF-8 bytes, in a ``Text`` or in a source file.
///
/// Inside the program a span always counts bytes. What leaves the program (JSON Lines) counts Unicode scalars
/// of `text`; ``ScalarOffsets`` does that translation.
public struct Span: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// One past the last byte; never less than ``start``.
  public var end: Int

  /// Creates a span.
  /// - Precondition: `start <= end`.
  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span must not end before it starts")
    self.start = start
    self.end = end
  }

  /// Creates a span from a range.
  @inlinable public init(_ range: Range<Int>) {
    self.start = range.lowerBound
    self.end = range.upperBound
  }

  /// The span as a range, to subscript bytes with.
  @inlinable public var range: Range<Int> { start..<end }
  /// Its length in bytes.
  @inlinable public var count: Int { end - start }
  /// Whether it covers nothing.
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether every byte of `other` lies inside this span.
  @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two share at least one byte.
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The bytes that both cover, or nil where they share none.
  @inlinable public func intersection(_ other: Span) -> Span? {
    let low = max(start, other.start)
    let high = min(end, other.end)
    return low < high ? Span(low, high) : nil
  }

  /// The span moved by `offset` bytes.
  @inlinable public func shifted(by offset: Int) -> Span { Span(start + offset, end + offset) }
}

extension Span: Comparable {
  /// By start; of two that start together the shorter is first.
  @inlinable public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension Span: CustomStringConvertible {
  public var description: String { "\(start)..<\(end)" }
}
