extension Text {
  /// Texts one behind the other, each of which begins a line.
  package static func onLinesOfTheirOwn(_ texts: [Text]) -> Text {
    guard texts.count > 1 else { return texts.first ?? Text() }
    var bytes: [UInt8] = []
    var map = SourceMap()
    for text in texts where !text.isEmpty {
      if let last = bytes.last, last != 0x0A {
        bytes.append(0x0A)
        map.append(1, from: Span(map.lastSourceEnd, map.lastSourceEnd), isVerbatim: false)
      }
      bytes += text.utf8
      map.append(text.span, of: text.map)
    }
    return bytes.isEmpty ? texts[0] : Text(unchecked: bytes, map: map)
  }

  /// Puts a text together from bytes that stand in a file in another form: in chunks, with quotes doubled, in another
  /// character set. For authors of sources.
  ///
  /// ```swift
  /// var assembly = Text.Assembly()
  /// assembly.append(bytes[4..<9], from: 104)            // as they stand
  /// assembly.append("é".utf8, insteadOf: Span(109, 110))  // what one byte of Latin-1 stands for
  /// let text = try assembly.finish()
  /// ```
  /// - Complexity: O(*n*) for all calls together.
  public struct Assembly {
    private var bytes: [UInt8] = []
    private var map = SourceMap()
    /// Where the first piece stands, for a text that turns out empty.
    private var start: Int?

    /// Starts with nothing.
    public init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// How many bytes have been put in.
    public var count: Int { bytes.count }

    /// Appends bytes that stand so in the file, from `source` on.
    public mutating func append(_ piece: ArraySlice<UInt8>, from source: Int) {
      start = start ?? source
      bytes.append(contentsOf: piece)
      map.append(piece.count, from: Span(source, source + piece.count), isVerbatim: true)
    }

    /// Appends bytes that a span of the file stands for as a whole.
    public mutating func append(_ piece: some Collection<UInt8>, insteadOf source: Span) {
      start = start ?? source.start
      bytes.append(contentsOf: piece)
      map.append(piece.count, from: source, isVerbatim: false)
    }

    /// The text.
    /// - Throws: ``InvalidUTF8`` where what was put in is not UTF-8; the place is one of the file.
    public consuming func finish() throws(InvalidUTF8) -> Text {
      guard let offset = firstInvalidUTF8(in: bytes) else {
        let isEmpty = bytes.isEmpty
        return Text(unchecked: bytes, map: isEmpty ? SourceMap(identity: 0, sourceStart: start ?? 0) : map)
      }
      throw InvalidUTF8(offset: map.source(of: Span(offset, offset + 1)).start)
    }
  }
}
