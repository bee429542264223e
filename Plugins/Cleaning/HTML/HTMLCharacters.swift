import Copydesk

/// The characters that a piece of a page stands for, with their positions: character references are decoded, line ends
/// become line feeds, and U+0000 is dropped or replaced, as the WHATWG HTML Living Standard says.
enum HTMLCharacters {
  /// What a reference stands for, or nothing for a dropped U+0000.
  typealias Value = CharacterReferences.Value

  /// Where the text stands, which decides what is decoded.
  enum Mode: Sendable {
    /// Between tags, in a title or a text area.
    case text
    /// In an attribute: `&copy=1` and `&copyright` stay as they are, since old links contain such.
    case attribute
    /// In a script or style: no references at all.
    case raw
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
    default:
      return CharacterReferences.reference(in: bytes, at: index, end: end, isInAttribute: mode == .attribute)
    }
  }
}
