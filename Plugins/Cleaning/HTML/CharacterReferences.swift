/// Decodes character references by the WHATWG HTML Living Standard §13.2.5.72 to 80, keeping positions.
///
/// The same walk does what the standard does to its input before and after: line ends become line feeds, and
/// U+0000 is dropped or replaced.
enum CharacterReferences {
  /// Where the text stands, which decides what is decoded.
  enum Mode: Sendable {
    /// Between tags, in a title or a text area.
    case text
    /// In an attribute: `&copy=1` and `&copyright` stay as they are, since old links contain such.
    case attribute
    /// In a script or style: no references at all.
    case raw
  }

  /// What a reference stands for: one scalar or two, or none for a dropped U+0000.
  struct Value: Sendable, Equatable {
    /// The first scalar.
    var first: Unicode.Scalar?
    /// The second one, which 93 of the names have.
    var second: Unicode.Scalar?

    /// Hands on the bytes in UTF-8.
    @inline(__always)
    func forEachByte(_ body: (UInt8) -> Void) {
      if let first { for byte in UTF8.encode(first) ?? UTF8.encodedReplacementCharacter { body(byte) } }
      if let second { for byte in UTF8.encode(second) ?? UTF8.encodedReplacementCharacter { body(byte) } }
    }
  }

  /// A piece of text: taken over as it is, or decoded from what stands in the input.
  enum Piece: Sendable, Equatable {
    /// The bytes of the input stand for themselves.
    case verbatim(Range<Int>)
    /// The bytes of the range stand for the value.
    case decoded(Value, from: Range<Int>)
  }

  /// Walks `range` piece by piece. The ranges of the pieces follow one another without gaps, none is empty.
  /// - Complexity: O(length of the range).
  @inline(__always)
  static func forEachPiece(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, mode: Mode, _ body: (Piece) -> Void
  ) {
    let end = range.upperBound
    // Without references nothing is looked for twice: the line feed stands in for the ampersand's place.
    let mark: UInt8 = mode == .raw ? 0x0D : 0x26
    var verbatim = range.lowerBound
    var index = verbatim
    while true {
      index = HTMLBytes.find(mark, 0x0D, 0x00, in: bytes, from: index, to: end)
      if index == end { break }
      guard let (value, length) = special(bytes, at: index, end: end, mode: mode) else {
        index += 1
        continue
      }
      if verbatim < index { body(.verbatim(verbatim..<index)) }
      body(.decoded(value, from: index..<(index + length)))
      index += length
      verbatim = index
    }
    if verbatim < end { body(.verbatim(verbatim..<end)) }
  }

  /// The value of a range.
  /// - Complexity: O(length of the range).
  static func decode(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, mode: Mode
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    append(range, in: bytes, mode: mode, to: &result)
    return result
  }

  /// Adds the value of a range to `result`.
  /// - Complexity: O(length of the range).
  static func append(
    _ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, mode: Mode, to result: inout [UInt8]
  ) {
    forEachPiece(in: bytes, range, mode: mode) { piece in
      switch piece {
      case .verbatim(let run): result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[run]))
      case .decoded(let value, _): value.forEachByte { result.append($0) }
      }
    }
  }

  /// What starts at `index`, where an ampersand, a carriage return or U+0000 is.
  private static func special(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int, mode: Mode
  ) -> (Value, Int)? {
    switch bytes[index] {
    case 0x0D:
      let isPair = index + 1 < end && bytes[index + 1] == 0x0A
      return (Value(first: "\n"), isPair ? 2 : 1)
    case 0x00: return (Value(first: mode == .text ? nil : "\u{FFFD}"), 1)
    default: return reference(in: bytes, at: index, end: end, mode: mode)
    }
  }

  /// What the reference at `index` stands for and how long it is, the ampersand included.
  private static func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int, end: Int, mode: Mode
  ) -> (Value, Int)? {
    let start = index + 1
    guard start < end else { return nil }
    if bytes[start] == 0x23 {
      return numeric(in: bytes, at: start + 1, end: end).map { (Value(first: $0.scalar), $0.length + 2) }
    }
    guard let match = CharacterReferenceTable.shared.match(in: bytes, at: start, end: end) else { return nil }
    let after = start + match.length
    if mode == .attribute && !match.hasSemicolon && after < end {
      let next = bytes[after]
      if next == 0x3D || HTMLBytes.isLetter(next) || HTMLBytes.isDigit(next) { return nil }
    }
    return (match.value, match.length + 1)
  }
}
