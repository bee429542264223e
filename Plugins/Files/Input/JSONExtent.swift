import Copydesk

/// Finds where a value of JSON ends, piece by piece, without a look at what it says.
///
/// A value that is broken ends where it cannot go on: at a line's end inside of a string, or where another object begins
/// inside of an object that has named no member for it.
/// - Complexity: O(bytes); holds a byte a level.
struct JSONExtent {
  /// Where the value ends.
  struct End {
    /// The first byte that is no part of it.
    let index: Int
    /// Whether its braces and quotes match.
    let isWhole: Bool
  }

  /// Deeper than that nothing is but damage.
  private static let deepest = 10_000

  /// The brackets that are open.
  private var open: [UInt8] = []
  private var isInString = false
  private var isEscaped = false
  /// Whether anything of it was seen.
  private var hasBegun = false
  /// The last byte that was no white space.
  private var last: UInt8 = 0

  /// Looks at the next bytes of the value.
  /// - Returns: nil where it goes on behind them.
  mutating func end(in bytes: ArraySlice<UInt8>) -> End? {
    let base = bytes.startIndex
    return bytes.withUnsafeBufferPointer { bytes -> End? in
      var index = 0
      while index < bytes.count {
        if isInString, !isEscaped {
          // Most of a record is within strings.
          while index < bytes.count, !Self.isSpecial(bytes[index]) { index += 1 }
          guard index < bytes.count else { return nil }
        }
        defer { index += 1 }
        if let isWhole = step(bytes[index]) {
          return End(index: base + index + (isWhole == .after ? 1 : 0), isWhole: isWhole != .broken)
        }
      }
      return nil
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x0A
  }

  private enum Step { case after, before, broken }

  private mutating func step(_ byte: UInt8) -> Step? {
    if isInString {
      if byte == 0x0A { return .broken }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
        if open.isEmpty { return .after }
      }
      return nil
    }
    defer { if !byte.isASCIISpace { last = byte } }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isMisplaced = byte == UInt8(ascii: "{") && open.last == byte && last != UInt8(ascii: ":")
      if isMisplaced || open.count == Self.deepest || open.isEmpty && hasBegun { return .broken }
      open.append(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      // What stands where a value should begin is taken for one, so that reading goes on.
      if open.popLast() == nil { return hasBegun ? .before : .after }
      if open.isEmpty { return .after }
    case UInt8(ascii: ","), 0x0A: if open.isEmpty { return hasBegun ? .before : .after }
    default: break
    }
    hasBegun = true
    return nil
  }
}
