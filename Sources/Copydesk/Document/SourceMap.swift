/// Leads from today's text back to the bytes of the original file.
///
/// The text is covered by segments without a gap. A *verbatim* segment stands byte for byte in the source; a
/// *rewritten* one (a decoded `&amp;`, a JSON escape) as a whole came from a source range as a whole; an
/// inserted one (a line break between two blocks of a page) came from nowhere and has an empty source range.
public struct SourceMap: Sendable, Equatable {
  ///
  /// A text that was put together of small pieces has as many of them, so one takes 16 bytes: a text and what it came from
  /// are less than 4 GiB, as nearly all that is made of a text has it; a place in a file is what it is.
  package struct Segment: Sendable, Equatable {
    private var sourceAndKind: Int
    private var text32: UInt32
    private var sourceLength32: UInt32

    /// - Parameters:
    ///   - text: where the segment starts in the text; it ends where the next one starts.
    ///   - source: where it starts in the source file.
    ///   - sourceLength: how many bytes of the source it stands for.
    ///   - isVerbatim: whether text and source are the same bytes.
    package init(text: Int, source: Int, sourceLength: Int, isVerbatim: Bool) {
      sourceAndKind = source &<< 1 | (isVerbatim ? 1 : 0)
      text32 = UInt32(text)
      sourceLength32 = UInt32(sourceLength)
    }

    /// Where the segment starts in the text; it ends where the next one starts.
    package var text: Int { Int(text32) }
    /// Where it starts in the source file.
    package var source: Int { sourceAndKind >> 1 }
    /// How many bytes of the source it stands for.
    package var sourceLength: Int {
      get { Int(sourceLength32) }
      set { sourceLength32 = UInt32(newValue) }
    }
    /// Whether text and source are the same bytes.
    package var isVerbatim: Bool { sourceAndKind & 1 == 1 }
  }

  package private(set) var segments: [Segment]
  private(set) var textLength: Int

  /// The map of `length` bytes that stand unchanged in the source from `sourceStart` on.
  public init(identity length: Int, sourceStart: Int = 0) {
    segments = [Segment(text: 0, source: sourceStart, sourceLength: length, isVerbatim: true)]
    textLength = length
  }

  init(segments: [Segment], textLength: Int) {
    self.segments = segments
    self.textLength = textLength
  }

  init() {
    segments = []
    textLength = 0
  }

  /// The smallest span of the source that holds everything `span` came from.
  ///
  /// A span of nothing, or of inserted text only, gives the empty span at its place.
  /// - Complexity: O(log *s* + *k*) for *s* segments, of which the span touches *k*.
  public func source(of span: Span) -> Span {
    var low = Int.max
    var high = Int.min
    var place = segments.last.map { $0.source + $0.sourceLength } ?? 0
    forEachPiece(of: span) { piece, _ in
      place = piece.start
      if !piece.isEmpty {
        low = min(low, piece.start)
        high = max(high, piece.end)
      }
    }
    return low < high ? Span(low, high) : Span(place, place)
  }

  /// The parts of the source that `span` came from, in text order, neighbours merged.
  public func sources(of span: Span) -> [Span] {
    var pieces: [Span] = []
    forEachPiece(of: span) { piece, _ in
      if piece.isEmpty { return }
      if let last = pieces.last, last.end == piece.start {
        pieces[pieces.count - 1].end = piece.end
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  /// Where each of some places of the text came from; of one inside a rewritten part, where that part begins.
  /// - Parameter offsets: places in the text, in order.
  /// - Complexity: O(*n* + *s*) for *n* places and *s* segments.
  func sources(ofOrdered offsets: [UInt32]) -> [Int] {
    guard !segments.isEmpty else { return offsets.map { Int($0) } }
    return segments.withUnsafeBufferPointer { segments in
      var segment = 0
      return offsets.map { offset in
        let offset = Int(offset)
        while segment + 1 < segments.count, segments[segment + 1].text <= offset { segment += 1 }
        let found = segments[segment]
        return found.isVerbatim ? found.source + (offset - found.text) : found.source
      }
    }
  }

  /// Calls `body` with the source span of each part of `span` and with whether that part is verbatim.
  func forEachPiece(of span: Span, _ body: (_ source: Span, _ isVerbatim: Bool) -> Void) {
    guard !segments.isEmpty else { return }
    var index = segmentIndex(at: span.start)
    repeat {
      let segment = segments[index]
      let end = index + 1 < segments.count ? segments[index + 1].text : textLength
      if segment.isVerbatim {
        let low = max(span.start, segment.text)
        let high = max(low, min(span.end, end))
        let shift = segment.source - segment.text
        body(Span(low + shift, high + shift), true)
      } else {
        body(Span(segment.source, segment.source + segment.sourceLength), false)
      }
      index += 1
    } while index < segments.count && segments[index].text < span.end
  }

  /// The last segment that starts at or before `offset`.
  private func segmentIndex(at offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].text <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The map that goes on through `other`, into whose text this one leads.
  /// - Complexity: O(*n* log *m* + pieces) for *n* segments of this one and *m* of the other.
  func leading(on other: SourceMap) -> SourceMap {
    var map = SourceMap()
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].text : textLength
      let span = Span(segment.source, segment.source + segment.sourceLength)
      if segment.isVerbatim {
        map.append(Span(span.start, span.start + (end - segment.text)), of: other)
      } else {
        map.append(end - segment.text, from: other.source(of: span), isVerbatim: false)
      }
    }
    return map
  }

  /// Makes room for segments that will be appended.
  mutating func reserve(_ count: Int) { segments.reserveCapacity(count) }

  /// Appends `length` bytes of text that came from `source`; merges with the segment before where they run
  /// on.
  @inline(__always)
  mutating func append(_ length: Int, from source: Span, isVerbatim: Bool) {
    guard length > 0 else { return }
    defer { textLength += length }
    let last = segments.count - 1
    if isVerbatim, last >= 0, segments[last].isVerbatim,
      segments[last].source + segments[last].sourceLength == source.start
    {
      segments[last].sourceLength += source.count
    } else {
      segments.append(
        Segment(text: textLength, source: source.start, sourceLength: source.count, isVerbatim: isVerbatim))
    }
  }

  /// Appends the part of `other` that covers `span` of its text.
  mutating func append(_ span: Span, of other: SourceMap) {
    guard !span.isEmpty, !other.segments.isEmpty else { return }
    let first = other.segmentIndex(at: span.start)
    let last = other.segmentIndex(at: span.end - 1)
    if segments.isEmpty { segments.reserveCapacity(last - first + 1) }
    other.segments.withUnsafeBufferPointer { others in
      for index in first...last {
        let segment = others[index]
        let end = index + 1 < others.count ? others[index + 1].text : other.textLength
        let low = max(span.start, segment.text)
        let high = min(span.end, end)
        if segment.isVerbatim {
          let source = segment.source + (low - segment.text)
          append(high - low, from: Span(source, source + (high - low)), isVerbatim: true)
        } else {
          append(
            high - low, from: Span(segment.source, segment.source + segment.sourceLength), isVerbatim: false)
        }
      }
    }
  }
}
