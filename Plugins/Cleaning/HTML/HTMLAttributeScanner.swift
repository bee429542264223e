/// Where an attribute stands in the input. The value is still encoded; it is empty where there is none.
struct HTMLAttribute: Sendable, Equatable {
  /// The name as spelled.
  var name: Range<Int>
  /// The value without its quotes.
  var value: Range<Int>
}

/// Walks the attributes of a tag by the attribute states of the WHATWG HTML Living Standard §13.2.5.32 to 40.
///
/// The tokenizer uses it to find the end of a tag, and the tree to read the attributes later: so both agree.
/// The pointer must outlive the scanner, which is made and used inside `withUnsafeBufferPointer`.
struct HTMLAttributeScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  /// The last `/` that stood between attributes, not inside one.
  private var slash = -1
  /// The next byte to read; after the last attribute that of the `>`, or the end.
  private(set) var position: Int

  /// Starts after the name of a tag. The scanner stops at the tag's `>` or at `end`.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    self.bytes = bytes
    self.position = start
    self.end = end
  }

  /// Whether the tag's `>` was found.
  var isAtTagEnd: Bool { position < end && bytes[position] == 0x3E }
  /// Whether the tag ends in `/>`.
  var isSelfClosing: Bool { slash >= 0 && slash == position - 1 }

  /// The next attribute, or nil at the end of the tag.
  ///
  /// The standard drops an attribute whose name came before; that is left to the reader.
  /// - Complexity: O(length of the attribute).
  @inline(__always)
  mutating func next() -> HTMLAttribute? {
    while position < end {
      let byte = bytes[position]
      if byte == 0x3E { return nil }
      if byte == 0x2F {
        slash = position
      } else if !HTMLBytes.isSpace(byte) {
        return attribute()
      }
      position &+= 1
    }
    return nil
  }

  @inline(__always)
  private mutating func attribute() -> HTMLAttribute {
    let nameStart = position
    // An equals sign in the first place belongs to the name.
    position &+= 1
    while position < end {
      let byte = bytes[position]
      if byte == 0x3D || byte == 0x3E || byte == 0x2F || HTMLBytes.isSpace(byte) { break }
      position &+= 1
    }
    let name = nameStart..<position
    var ahead = position
    while ahead < end && HTMLBytes.isSpace(bytes[ahead]) { ahead &+= 1 }
    guard ahead < end, bytes[ahead] == 0x3D else { return HTMLAttribute(name: name, value: name.end) }
    position = ahead &+ 1
    while position < end && HTMLBytes.isSpace(bytes[position]) { position &+= 1 }
    return HTMLAttribute(name: name, value: value())
  }

  @inline(__always)
  private mutating func value() -> Range<Int> {
    guard position < end else { return end..<end }
    let quote = bytes[position]
    var start = position
    if quote == 0x22 || quote == 0x27 {
      start &+= 1
      let close = HTMLBytes.find(quote, in: bytes, from: start, to: end)
      position = min(close &+ 1, end)
      return start..<close
    }
    while position < end && bytes[position] != 0x3E && !HTMLBytes.isSpace(bytes[position]) { position &+= 1 }
    return start..<position
  }
}

extension Range<Int> {
  /// The empty range at the upper bound.
  fileprivate var end: Range<Int> { upperBound..<upperBound }
}
