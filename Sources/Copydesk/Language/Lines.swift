/// The lines of a text, without their ends (`\n`, `\r\n` or `\r`).
public struct Lines: Sequence, Sendable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// The line without its end.
    public let span: Span
    /// The line and its end.
    public let full: Span
    /// The line without the white space at both ends.
    public let trimmed: Span
    /// Whether there is nothing but white space.
    public var isBlank: Bool { trimmed.isEmpty }
  }

  let utf8: [UInt8]

  /// Iterates over the lines.
  public func makeIterator() -> Iterator { Iterator(utf8: utf8) }

  /// Goes from line to line; O(line length) a step.
  public struct Iterator: IteratorProtocol {
    let utf8: [UInt8]
    var position = 0

    /// The next line.
    public mutating func next() -> Line? {
      guard position < utf8.count else { return nil }
      let start = position
      return utf8.withUnsafeBufferPointer { bytes in
        let lineEnd = Self.lineEnd(bytes, from: start)
        position = lineEnd
        if position < bytes.count {
          let isCRLF = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
          position += isCRLF ? 2 : 1
        }
        let span = Span(start, lineEnd)
        return Line(span: span, full: Span(start, position), trimmed: Self.trimmed(span, bytes))
      }
    }

    /// The place of the first `\n` or `\r` from `start` on, or the end. Eight bytes a step, by the tricks that
    /// ``JSONBytes`` tells of.
    @inline(__always)
    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
      let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
      let raw = UnsafeRawBufferPointer(bytes)
      var index = start
      while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let (feeds, returns) = (word ^ ones &* 0x0A, word ^ ones &* 0x0D)
        let marks = ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & highs
        if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
        index += 8
      }
      while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      return index
    }

    private static func trimmed(_ span: Span, _ utf8: UnsafeBufferPointer<UInt8>) -> Span {
      var low = span.start
      var high = span.end
      while low < high {
        if utf8[low].isASCIISpace {
          low += 1
        } else if low + 1 < high, utf8[low] == 0xC2, utf8[low + 1] == 0xA0 {
          low += 2
        } else {
          break
        }
      }
      while high > low {
        if utf8[high - 1].isASCIISpace {
          high -= 1
        } else if high - 1 > low, utf8[high - 1] == 0xA0, utf8[high - 2] == 0xC2 {
          high -= 2
        } else {
          break
        }
      }
      return Span(low, high)
    }
  }
}

extension Text {
  /// The lines of the text, computed while iterating.
  public var lines: Lines { Lines(utf8: utf8) }
}
