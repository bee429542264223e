import Copydesk

/// What a news desk puts before a headline without making it another: "UPDATE 1-", "EXCLUSIVE:", "Video:".
enum HeadlineMark {
  private static let marks = [
    "breaking news", "breaking", "just in", "update", "updated", "wrapup", "wrap-up", "rpt", "refile",
    "corrected",
    "exclusive", "urgent", "alert", "video", "watch", "live",
  ].map { Array($0.utf8) }

  /// Fewest words that must be left.
  private static let leastWords = 3

  /// The part of the headline behind its marks, of which there may be two.
  static func skip(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = range
    for _ in 0..<2 {
      guard let end = markEnd(source, range),
        NormalisedWords(source, end..<range.upperBound).count >= leastWords
      else { break }
      range = end..<range.upperBound
    }
    return range
  }

  private static func markEnd(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start < range.upperBound, source[start].isASCIISpace || "[#*\"".utf8.contains(source[start]) {
      start += 1
    }
    for mark in marks {
      guard start + mark.count < range.upperBound else { continue }
      let word = source[start..<(start + mark.count)]
      guard zip(word, mark).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { continue }
      let isShouted = !word.contains { $0.isASCIILowercase }
      if let end = separatorEnd(source, start + mark.count, range.upperBound, isShouted) { return end }
    }
    return nil
  }

  /// The end of a number, and of the colon, bar or dash that must follow. A hyphen without blanks divides
  /// only after capitals or a number: "Video-game sales rise" has no mark.
  private static func separatorEnd(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ isShouted: Bool
  ) -> Int? {
    var index = start
    var hasNumber = false
    func skipBlanks() { while index < end, source[index] == 0x20 { index += 1 } }
    skipBlanks()
    while index < end, source[index].isASCIIDigit, index - start < 4 {
      index += 1
      hasNumber = true
    }
    let beforeBlanks = index
    skipBlanks()
    guard index < end else { return nil }
    switch source[index] {
    case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: "]"): return index + 1
    case UInt8(ascii: "-"):
      let standsApart = index > beforeBlanks && index + 1 < end && source[index + 1] == 0x20
      let isScore = hasNumber && index + 1 < end && source[index + 1].isASCIIDigit
      return !isScore && (isShouted || hasNumber || standsApart) ? index + 1 : nil
    case 0xE2:
      let isDash = index + 2 < end && source[index + 1] == 0x80 && (0x93...0x94).contains(source[index + 2])
      return isDash ? index + 3 : nil
    default: return nil
    }
  }
}
