extension Text {
  /// Makes a new text out of an old one and keeps the source map.
  ///
  /// ```swift
  /// var builder = Text.Builder(editing: text)
  /// builder.copy(headline)
  /// builder.insert("\n\n")
  /// builder.replace(reference, with: "&")   // `&amp;` in the source
  /// let edited = builder.finish()
  /// ```
  ///
  /// Pieces may be taken in any order; what is not copied is left out.
  /// - Complexity: O(*n*) for all calls together, *n* being the bytes written and the map segments copied.
  public struct Builder {
    private let original: Text
    private var bytes: [UInt8] = []
    private var map = SourceMap()
    /// What was taken over last and is still to be copied: spans that follow each other are copied as one.
    private var run = Span(0, 0)

    /// Starts an empty text made of parts of `text`.
    public init(editing text: Text) {
      original = text
      bytes.reserveCapacity(text.count)
    }

    /// How many bytes have been written so far: where the next piece will start.
    public var count: Int { bytes.count + run.count }
    /// The last byte written.
    public var lastByte: UInt8? { run.isEmpty ? bytes.last : original.utf8[run.end - 1] }

    /// Takes over a span of the old text as it is.
    /// - Precondition: the span starts and ends between characters of the old text.
    public mutating func copy(_ span: Span) {
      precondition(span.start >= 0 && span.end <= original.count, "a text can be made of what it has")
      if span.isEmpty { return }
      if span.start == run.end, !run.isEmpty {
        run.end = span.end
      } else {
        copyRun()
        run = span
      }
    }

    private mutating func copyRun() {
      guard !run.isEmpty else { return }
      original.utf8.withUnsafeBufferPointer { utf8 in
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run.range]))
      }
      map.append(run, of: original.map)
      run = Span(0, 0)
    }

    /// Writes `string` for a span of the old text.
    public mutating func replace(_ span: Span, with string: String) {
      copyRun()
      let count = bytes.count
      bytes.append(contentsOf: string.utf8)
      map.append(bytes.count - count, from: original.source(of: span), isVerbatim: false)
    }

    /// Writes one Unicode scalar for a span of the old text.
    public mutating func replace(_ span: Span, with scalar: Unicode.Scalar) {
      copyRun()
      let count = bytes.count
      bytes.append(contentsOf: String(scalar).utf8)
      map.append(bytes.count - count, from: original.source(of: span), isVerbatim: false)
    }

    /// Writes text that came from nowhere in the source, such as a line break between two blocks.
    public mutating func insert(_ string: StaticString) {
      copyRun()
      let before = map.isEmpty ? original.source(of: Span(0, 0)).start : map.lastSourceEnd
      string.withUTF8Buffer { bytes.append(contentsOf: $0) }
      map.append(string.utf8CodeUnitCount, from: Span(before, before), isVerbatim: false)
    }

    /// The new text.
    public consuming func finish() -> Text {
      copyRun()
      return Text(unchecked: bytes, map: map)
    }
  }

  /// The text without `spans`, which must be sorted and must not overlap.
  /// - Complexity: O(*n*).
  func removing(_ spans: [Span]) -> Text {
    var builder = Builder(editing: self)
    var kept = 0
    for span in spans {
      builder.copy(Span(kept, span.start))
      kept = span.end
    }
    builder.copy(Span(kept, count))
    return builder.finish()
  }
}

extension SourceMap {
  var isEmpty: Bool { segments.isEmpty }
  var lastSourceEnd: Int { segments.last.map { $0.source + $0.sourceLength } ?? 0 }
}
