/// Where a document came from, and its original bytes.
public struct DocumentSource: Sendable {
  /// What the bytes hold.
  public enum Format: String, Sendable, CaseIterable {
    /// Text without markup.
    case text
    /// Markdown.
    case markdown
    /// An HTML page.
    case html
  }

  /// The file, as it was named on the command line or found below it; `-` is standard input.
  public let path: String
  /// The bytes of the file that this document was read from.
  public let span: Span
  /// What the text holds before any stage has seen it.
  public let format: Format
  /// The original bytes. A slice of a shared buffer, so that records of one file cost nothing.
  public let bytes: ArraySlice<UInt8>
  /// How the bytes stand for characters: the document's text is UTF-8 whatever they are.
  public let encoding: TextEncoding

  /// Creates the source of a document read from `span` of the file at `path`.
  public init(
    path: String, span: Span, format: Format = .text, bytes: ArraySlice<UInt8>, encoding: TextEncoding = .utf8
  ) {
    self.path = path
    self.span = span
    self.format = format
    self.bytes = bytes
    self.encoding = encoding
  }

  /// A source without a file.
  public init(bytes: [UInt8], format: Format = .text) {
    self.init(path: "-", span: Span(0, bytes.count), format: format, bytes: bytes[...])
  }
}

/// How a source came by a document: what a dead letter must tell so that it can be read again.
package struct SourceReading: Sendable {
  /// The format to read it by, as the source calls it: a record of JSON Lines holds text but is read as a record.
  package var format: String
  /// Whether its bytes could be read.
  package var hasBytes: Bool
  /// What its source wants to know besides its bytes, such as the names of a table's columns.
  package var context: (any Sendable)?
  /// Whether it has failed in an earlier run, and is run again.
  package var isReplayed: Bool

  package init(format: String, hasBytes: Bool, context: (any Sendable)? = nil, isReplayed: Bool = false) {
    self.format = format
    self.hasBytes = hasBytes
    self.context = context
    self.isReplayed = isReplayed
  }

  /// How a source came by a document of `item`.
  package init(_ item: SourceItem) {
    self.init(
      format: item.format, hasBytes: item.bytes != nil, context: item.context, isReplayed: item.isReplayed)
  }

  /// What a dead letter says of ``context``.
  package var note: String? {
    guard let note = (context as? any NotedContext)?.note, note.utf8.count <= Self.longestNote else {
      return nil
    }
    return note
  }

  /// It stands in each dead letter.
  private static let longestNote = 1 << 12
}

/// What a source wants to know besides an item's bytes, where it can be written into a dead letter.
package protocol NotedContext: Sendable {
  /// What ``ReplayableSource/context(of:format:)`` makes it of.
  var note: String { get }
}

/// A context that was stored.
package struct StoredContext: NotedContext {
  package let note: String

  package init(note: String) { self.note = note }
}

/// A source that can read more of its documents again than their bytes alone would let it.
package protocol ReplayableSource: Source {
  /// The context of an item that has failed; nil where it has none.
  func context(of note: String, format: String) -> (any Sendable)?
}
