/// Cuts HTML into tokens by the states of the WHATWG HTML Living Standard §13.2.5, without copying.
///
/// As in the standard, whoever builds the tree tells the tokenizer what an element holds:
/// ``enterRawText(of:)`` after the start tag of a `script`, `title` and the like, and ``allowsCDATA`` inside
/// `svg` and `math`. ``tokens(of:)`` does that by the tag names alone.
///
/// The pointer must outlive the tokenizer, which is made and used inside `withUnsafeBufferPointer`.
/// - Complexity: O(*n*) for the whole input; each byte is looked at a bounded number of times.
struct HTMLTokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  let end: Int
  private let tags = HTMLTagTable.shared
  /// The raw text element that is open; ``HTMLTag/unknown`` in normal data.
  var rawTag = HTMLTag.unknown
  /// Whether `<![CDATA[` starts text (inside `svg` and `math`) or a comment that is not well-formed.
  var allowsCDATA = false
  /// The next byte to read.
  var position = 0

  /// Starts at the first byte of valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.end = bytes.count
  }

  /// Says that what follows is the content of a raw text element.
  mutating func enterRawText(of tag: HTMLTag) { rawTag = tag }

  /// The next token, or nil at the end of the input.
  mutating func next() -> HTMLToken? {
    guard position < end else { return nil }
    if rawTag != .unknown, let token = nextRawText() { return token }
    let start = position
    let token: HTMLToken
    if bytes[start] == 0x3C && startsMarkup(at: start) {
      token = markup(at: start)
    } else if start == 0 && end >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF {
      token = HTMLToken(kind: .ignored, start: 0, end: 3, contentStart: 0, contentEnd: 0)
    } else {
      let stop = endOfText(from: start)
      token = HTMLToken(kind: .text, start: start, end: stop, contentStart: start, contentEnd: stop)
    }
    position = token.end
    return token
  }

  /// Whether the `<` at `index` starts anything but text.
  @inline(__always)
  private func startsMarkup(at index: Int) -> Bool {
    guard index &+ 1 < end else { return false }
    let byte = bytes[index &+ 1]
    if HTMLBytes.isLetter(byte) || byte == 0x21 || byte == 0x3F { return true }
    return byte == 0x2F && index &+ 2 < end
  }

  @inline(__always)
  private func endOfText(from start: Int) -> Int {
    var index = start
    while true {
      index = HTMLBytes.find(0x3C, in: bytes, from: index, to: end)
      if index == end || (index > start && startsMarkup(at: index)) { return index }
      index &+= 1
    }
  }

  @inline(__always)
  private func markup(at start: Int) -> HTMLToken {
    switch bytes[start &+ 1] {
    case 0x21: return declaration(at: start)
    case 0x3F: return bogusComment(at: start, from: start &+ 1)
    case 0x2F:
      let byte = bytes[start &+ 2]
      if HTMLBytes.isLetter(byte) { return tag(.endTag, at: start, name: start &+ 2) }
      if byte == 0x3E { return ignored(start, start &+ 3) }
      return bogusComment(at: start, from: start &+ 2)
    default: return tag(.startTag, at: start, name: start &+ 1)
    }
  }

  @inline(__always)
  private func tag(_ kind: HTMLToken.Kind, at start: Int, name: Int) -> HTMLToken {
    var key = HTMLTagTable.Key()
    var index = name
    while index < end {
      let byte = bytes[index]
      if byte == 0x3E || byte == 0x2F || HTMLBytes.isSpace(byte) { break }
      key.append(byte)
      index &+= 1
    }
    var attributes = HTMLAttributeScanner(bytes, from: index, to: end)
    while attributes.next() != nil {}
    // A tag that the end of the input cuts off is no token in the standard.
    guard attributes.isAtTagEnd else { return ignored(start, end) }
    return HTMLToken(
      kind: kind, tag: tags.tag(of: key), isSelfClosing: attributes.isSelfClosing,
      start: start, end: attributes.position &+ 1, contentStart: index, contentEnd: attributes.position,
      nameKey: key.folded)
  }

  /// A token for bytes that stand for nothing.
  func ignored(_ start: Int, _ stop: Int) -> HTMLToken {
    HTMLToken(kind: .ignored, start: start, end: stop, contentStart: start, contentEnd: start)
  }
}

extension HTMLTokenizer {
  /// All tokens of an input, raw text told by the tag names alone: for tests and for looking at an input
  /// flat.
  static func tokens(of input: [UInt8]) -> [HTMLToken] {
    input.withUnsafeBufferPointer { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      var tokens: [HTMLToken] = []
      while let token = tokenizer.next() {
        tokens.append(token)
        if token.kind == .startTag && token.tag.isRawText { tokenizer.enterRawText(of: token.tag) }
      }
      return tokens
    }
  }
}
