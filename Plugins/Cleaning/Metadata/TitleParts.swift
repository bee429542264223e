import Copydesk

/// The title of a page, taken apart where the names of a site and its sections are put to a headline.
///
/// ```
/// Council backs tram line | Local | The Harbour Courier
/// ```
struct TitleParts {
  /// Where a heading stands in the title.
  enum Place {
    case whole, start, middle, end
  }

  /// The letters and digits of the title, folded.
  private var letters: [UInt8] = []
  /// Where parts begin and end in ``letters``.
  private var bounds = [0]

  /// - Complexity: O(length).
  init(_ title: String) {
    let bytes = LowerCase.folded(title)
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let length = Self.separator(at: index, in: bytes)
      if length > 0 {
        close(bytes[start..<index])
        start = index + length
      }
      index += max(1, length)
    }
    close(bytes[start...])
  }

  private mutating func close(_ part: ArraySlice<UInt8>) {
    letters += Self.letters(part)
    if bounds.last != letters.count { bounds.append(letters.count) }
  }

  /// Where a heading is one of the parts, or several in a row; nil where it is not.
  /// - Parameter heading: its ``letters(of:)``.
  func place(of heading: [UInt8]) -> Place? {
    guard !heading.isEmpty, heading.count <= letters.count else { return nil }
    if heading.count == letters.count { return heading == letters ? .whole : nil }
    for start in bounds {
      let end = start + heading.count
      guard end <= letters.count, bounds.contains(end), letters[start..<end].elementsEqual(heading) else {
        continue
      }
      return start == 0 ? .start : end == letters.count ? .end : .middle
    }
    return nil
  }

  /// Whether a heading puts parts together that the title keeps apart: a kicker and a headline, say.
  func glues(_ heading: String) -> Bool {
    let own = TitleParts(heading)
    for start in bounds {
      let end = start + own.letters.count
      guard end <= letters.count, letters[start..<end].elementsEqual(own.letters) else { continue }
      return bounds.count { $0 > start && $0 < end } > own.bounds.count - 2
    }
    return false
  }

  /// Whether a heading is more than half of the title.
  func isMost(_ heading: [UInt8]) -> Bool { heading.count * 2 > letters.count }

  /// What two writings of a headline have in common.
  static func letters(of heading: String) -> [UInt8] { letters(LowerCase.folded(heading)) }

  private static func letters(_ folded: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(folded.count)
    var index = folded.startIndex
    while index < folded.endIndex {
      let byte = folded[index]
      // Quotation marks, dashes and bullets.
      if byte == 0xE2 || byte == 0xC2 {
        index += byte == 0xE2 ? 3 : 2
        continue
      }
      if byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit { out.append(byte) }
      index += 1
    }
    return out
  }

  /// How long the mark between two parts is that stands here; 0 for none.
  private static func separator(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    func byte(_ offset: Int) -> UInt8 {
      index + offset >= bytes.startIndex && index + offset < bytes.endIndex ? bytes[index + offset] : 0x20
    }
    switch byte(0) {
    case UInt8(ascii: "|"): return 1
    case UInt8(ascii: "_"): return byte(-1) >= 0x80 ? 1 : 0
    case UInt8(ascii: ":"): return byte(1) == 0x20 ? 1 : 0
    case UInt8(ascii: "-"): return byte(1) == 0x20 && byte(-1) == 0x20 || byte(-1) >= 0x80 ? 1 : 0
    case 0xC2: return [0xAB, 0xB7, 0xBB].contains(byte(1)) ? 2 : 0  // « · »
    case 0xE2:
      // – — • ‹ ›
      return byte(1) == 0x80 && [0x93, 0x94, 0xA2, 0xB9, 0xBA].contains(byte(2)) && byte(-1) == 0x20 ? 3 : 0
    case 0xEF: return byte(1) == 0xBD && byte(2) == 0x9C ? 3 : 0  // ｜
    default: return 0
    }
  }
}
