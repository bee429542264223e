/// A document's text: contiguous, valid UTF-8 that remembers where in the source file each byte came from.
///
/// ```swift
/// let text = Text("Syrian troops begin offensive. They advance.")
/// text.sentences.map { text[$0.span] }   // two sentences
/// ```
///
/// A text is a value. It changes as a whole, through ``Builder``, or through ``Document/remove(_:)``, which
/// also writes the trail; either way the ``map`` is kept, so that any span leads back to bytes of the
/// original file. Tokens and sentences are computed at first use, once, and shared by all stages until the
/// text changes.
public struct Text: Sendable {
  /// The bytes: always valid UTF-8.
  public let utf8: [UInt8]
  /// The way back to the source file.
  public let map: SourceMap
  let analysis = AnalysisCache()

  /// A text of its own, whose source is itself.
  public init(_ string: String = "") {
    self.init(unchecked: Array(string.utf8), map: SourceMap(identity: string.utf8.count))
  }

  /// A text from bytes that stand in the source file from `sourceStart` on.
  /// - Throws: ``InvalidUTF8`` with the place of the first byte that is not UTF-8.
  public init(validating bytes: [UInt8], sourceStart: Int = 0) throws(InvalidUTF8) {
    if let offset = firstInvalidUTF8(in: bytes) { throw InvalidUTF8(offset: sourceStart + offset) }
    self.init(unchecked: bytes, map: SourceMap(identity: bytes.count, sourceStart: sourceStart))
  }

  init(unchecked utf8: [UInt8], map: SourceMap) {
    self.utf8 = utf8
    self.map = map
  }

  /// Its length in bytes.
  public var count: Int { utf8.count }
  /// Whether there is no text.
  public var isEmpty: Bool { utf8.isEmpty }
  /// The span of all of it.
  public var span: Span { Span(0, utf8.count) }
  /// All of it as a string.
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The text of a span.
  /// - Precondition: the span lies inside the text.
  public subscript(span: Span) -> String { String(decoding: utf8[span.range], as: UTF8.self) }

  /// The span of the source file that holds everything `span` came from.
  public func source(of span: Span) -> Span { map.source(of: span) }

  /// The text with a way back that goes on through another text, into whose bytes its own leads.
  func leading(on other: Text) -> Text { Text(unchecked: utf8, map: map.leading(on: other.map)) }

  /// The first character of the text that came from a place of the source file or from behind it; the text's end where
  /// none did.
  ///
  /// For texts whose parts stand in the order of the source, as a text does that was only read or cleaned.
  /// - Complexity: O(log *n*) looks at the map.
  package func place(ofSource source: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.source(of: Span(middle, middle)).start < source { low = middle + 1 } else { high = middle }
    }
    while low < count, utf8[low].isUTF8Continuation { low += 1 }
    return low
  }

  /// The place in the source file of each of some places of the text, such as the starts of its words.
  /// - Parameter offsets: places in the text, the first one first.
  /// - Complexity: O(*n*) for all of them together.
  public func sourceOffsets(of offsets: [UInt32]) -> [Int] { map.sources(ofOrdered: offsets) }
}

extension Text: Equatable {
  /// Two texts are equal when they say the same; where they came from does not matter.
  public static func == (a: Text, b: Text) -> Bool { a.utf8 == b.utf8 }
}

extension Text: CustomStringConvertible {
  public var description: String { string }
}

/// The bytes at `offset` of the source file are not UTF-8.
public struct InvalidUTF8: Error, Equatable {
  /// Where the first offending byte stands.
  public let offset: Int

  /// Creates the error.
  public init(offset: Int) { self.offset = offset }
}
