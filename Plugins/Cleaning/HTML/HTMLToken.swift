/// A piece of markup or text, as ranges of the input: nothing is copied.
///
/// The ranges of the tokens of an input follow one another without gaps.
struct HTMLToken: Sendable, Equatable {
  /// What a token is.
  enum Kind: UInt8, Sendable {
    case text, startTag, endTag, comment, doctype
    /// Bytes that stand for nothing: a byte order mark, `</>`, a tag that the end of the input cuts off.
    case ignored
  }

  /// What it is.
  var kind: Kind
  /// The element name of a tag; ``HTMLTag/unknown`` for other tokens and names that are not listed.
  var tag = HTMLTag.unknown
  /// Of a start tag: whether it ends in `/>`. HTML elements ignore that, foreign ones are then empty.
  var isSelfClosing = false
  /// Of text: whether character references are left as they are (script, style, CDATA).
  var isRaw = false
  /// The first byte.
  var start: Int
  /// One past the last byte.
  var end: Int
  /// Where the inner part starts; see ``content``.
  var contentStart: Int
  /// Where the inner part ends.
  var contentEnd: Int
  /// Of a tag: its name in one word, equal for equal names; see ``HTMLTagTable/Key``.
  var nameKey: UInt64 = 0

  /// The whole token.
  var range: Range<Int> { start..<end }
  /// Of a tag its attributes, of text and of comments the text without what encloses it.
  var content: Range<Int> { contentStart..<contentEnd }
  /// Of a tag: its name as spelled in the input.
  var nameRange: Range<Int> {
    let first = start + (kind == .endTag ? 2 : 1)
    return first..<max(first, contentStart)
  }
}
