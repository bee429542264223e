import Copydesk

/// What a line looks like: where its text begins and ends, its words, its end.
enum LineShape {
  /// The line without bullets and the marks of Markdown.
  static func core(of span: Span, in bytes: UnsafeBufferPointer<UInt8>) -> Span {
    var low = span.start
    var high = span.end
    while low < high {
      switch bytes[low] {
      case UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: ">"), UInt8(ascii: " "):
        low += 1
      case UInt8(ascii: "-") where low + 1 < high && bytes[low + 1] == 0x20: low += 2
      case 0xE2 where low + 3 < high && bytes[low + 1] == 0x80 && bytes[low + 2] == 0xA2:
        low += 3  // •
      default:
        while high > low, bytes[high - 1] == UInt8(ascii: "*") || bytes[high - 1] == UInt8(ascii: "_") {
          high -= 1
        }
        return Span(low, high)
      }
    }
    return span
  }

  /// Writes the folded form of a span and counts its words.
  /// - Parameters:
  ///   - room: takes the folded form, which is no longer than the span.
  ///   - written: where it begins in `room`; then where it ends.
  static func fold(
    _ span: Span, in bytes: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>,
    _ written: inout Int
  ) -> Int {
    var words = 0
    var afterBlank = true
    var index = span.start
    var end = written
    precondition(end + span.count <= room.count, "the folded lines are longer than the text")
    while index < span.end {
      // Nearly all of a text.
      if index + 8 <= span.end, let plain = PlainBytes(bytes, at: index, afterBlank: afterBlank) {
        plain.store(in: room, at: end)
        words += plain.words
        afterBlank = plain.endsInBlank
        index += 8
        end += 8
        continue
      }
      let byte = bytes[index]
      let blank = byte < 0x80 ? (byte.isASCIISpace ? 1 : 0) : Blanks.length(at: index, in: bytes)
      if blank > 0 {
        if !afterBlank {
          room[end] = 0x20
          end += 1
        }
        afterBlank = true
        index += blank
        continue
      }
      if afterBlank { words += 1 }
      afterBlank = false
      if byte < 0x80 {
        room[end] = byte.isASCIIUppercase ? byte | 0x20 : byte
        end += 1
        index += 1
      } else if byte == 0xE2, index + 2 < span.end, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
        room[end] = UInt8(ascii: "'")
        end += 1
        index += 3
      } else {
        let (first, second) = LowerCase.pair(byte, index + 1 < span.end ? bytes[index + 1] : nil)
        room[end] = first
        end += 1
        index += 1
        if let second {
          room[end] = second
          end += 1
          index += 1
        }
      }
    }
    written = end
    return words
  }

  /// How many words a span has, counted by the blanks between them.
  static func words(of span: Span, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var words = 0
    var afterBlank = true
    var index = span.start
    while index < span.end {
      let byte = bytes[index]
      let blank = byte < 0x80 ? (byte.isASCIISpace ? 1 : 0) : Blanks.length(at: index, in: bytes)
      if blank == 0, afterBlank { words += 1 }
      afterBlank = blank > 0
      index += max(1, blank)
    }
    return words
  }

  /// How a span ends.
  static func ending(of span: Span, in bytes: UnsafeBufferPointer<UInt8>) -> TextLine.Ending {
    var end = span.end
    func ends(_ first: UInt8, _ second: UInt8) -> Bool {
      end >= 3 && bytes[end - 3] == first && bytes[end - 2] == second
    }
    scan: while end > span.start {
      switch bytes[end - 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): end -= 1
      case 0x9D where ends(0xE2, 0x80), 0x99 where ends(0xE2, 0x80): end -= 3  // ” ’
      case 0x9C where ends(0xE2, 0x80): end -= 3  // “ closes in German
      case 0xBB where end >= 2 && bytes[end - 2] == 0xC2: end -= 2  // »
      case let byte where byte < 0x80 && byte.isASCIISpace: end -= 1
      default: break scan
      }
    }
    guard end > span.start else { return .open }
    switch bytes[end - 1] {
    case UInt8(ascii: "."):
      return end - 2 > span.start && bytes[end - 2] == UInt8(ascii: ".") ? .ellipsis : .stop
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "!"): return .exclamation
    case UInt8(ascii: ":"): return .colon
    case 0xA6 where ends(0xE2, 0x80): return .ellipsis
    case 0x82 where ends(0xE3, 0x80): return .stop  // 。
    case 0xA4 where ends(0xE0, 0xA5): return .stop  // ।
    case 0x81 where ends(0xEF, 0xBC): return .exclamation
    case 0x9F where ends(0xEF, 0xBC): return .question
    default: return .open
    }
  }
}

/// Eight bytes of a line at once: letters, digits and marks of ASCII with single blanks between them, so that folding them
/// is to make the capitals small.
private struct PlainBytes {
  private let folded: UInt64
  /// How many words begin there.
  let words: Int
  /// Whether the last byte is a blank.
  let endsInBlank: Bool

  /// Takes the bytes from a place on; nil where they are something else.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, afterBlank: Bool) {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let word = UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    // Of bytes below 128, adding what is missing to 128 sets the highest bit of those that are as large.
    func atLeast(_ least: UInt8, _ word: UInt64) -> UInt64 { (word &+ ones &* UInt64(0x80 - least)) & highs }
    guard word & highs == 0, atLeast(0x20, word) == highs else { return nil }
    let blanks = ~atLeast(0x21, word) & highs
    let afterBlanks = blanks << 8 | (afterBlank ? 0x80 : 0)
    guard blanks & afterBlanks == 0 else { return nil }
    folded = word | (atLeast(UInt8(ascii: "A"), word) & ~atLeast(UInt8(ascii: "Z") + 1, word)) >> 2
    words = afterBlanks.nonzeroBitCount
    endsInBlank = blanks >> 63 == 1
  }

  @inline(__always)
  func store(in room: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
    UnsafeMutableRawBufferPointer(room).storeBytes(
      of: folded.littleEndian, toByteOffset: index, as: UInt64.self)
  }
}
