import Copydesk

/// IP addresses.
extension PersonalData {
  /// Four numbers up to 255. Zeros stand before one only where all have three digits: 1.250.000.000 is an amount.
  func addressV4(at start: Int) -> Int? {
    var index = start
    var isPadded = false
    var hasShort = false
    for part in 0..<4 {
      var value = 0
      var digits = 0
      while at(index).isASCIIDigit, digits < 4 {
        value = value * 10 + Int(at(index) & 15)
        digits += 1
        index += 1
      }
      guard (1...3).contains(digits), value < 256 else { return nil }
      if digits < 3 { hasShort = true }
      if digits > 1, at(index - digits) == UInt8(ascii: "0") { isPadded = true }
      if isPadded, hasShort { return nil }
      if part < 3 {
        guard at(index) == UInt8(ascii: ".") else { return nil }
        index += 1
      }
    }
    // Not inside of a longer number, such as a version.
    guard !isWord(at: index), !(at(index) == UInt8(ascii: ".") && at(index + 1).isASCIIDigit) else {
      return nil
    }
    guard start == 0 || at(start - 1) != UInt8(ascii: "."), !isNumbering(before: start) else { return nil }
    return index
  }

  /// "version 10.4.2.1", "rule 12.3.4.5": the word before says that it is no address.
  private func isNumbering(before start: Int) -> Bool {
    var end = start
    while end > 0, end > start - 3, " :#".utf8.contains(at(end - 1)) { end -= 1 }
    var begin = end
    while begin > 0, end - begin <= Self.longestNumbered, at(begin - 1).isASCIILetter || at(begin - 1) >= 0x80
    {
      begin -= 1
    }
    return begin < end && Self.numbered.contains(UnsafeBufferPointer(rebasing: bytes[begin..<end]))
  }

  private static let longestNumbered = 12
  /// What is numbered with periods, and programs that are.
  private static let numbered = WordSet(
    """
    version versions versión versiones versione versioni versão versie versionen release releases firmware build builds
    update rule rules section sections clause clauses article paragraph chapter annex appendix regel abschnitt kapitel
    artikel regla sección artículo regola sezione règle chapitre java jdk jre player flash firefox chrome safari
    """)

  /// Groups of up to four hexadecimal digits with colons between: eight, or fewer with `::` once. An address of IPv4 may
  /// stand for the last two.
  func addressV6(at start: Int) -> Int? {
    guard start == 0 || at(start - 1) != UInt8(ascii: ":") else { return nil }
    var index = start
    var groups = 0
    var hasGap = false
    while groups < 8 {
      if at(index) == UInt8(ascii: ":"), at(index + 1) == UInt8(ascii: ":") {
        guard !hasGap else { break }
        hasGap = true
        index += 2
      } else if groups > 0, index > start, at(index - 1) != UInt8(ascii: ":") {
        guard at(index) == UInt8(ascii: ":") else { break }
        index += 1
      }
      let begin = index
      while index - begin < 5, isHex(at(index)) { index += 1 }
      guard index > begin else { break }
      guard index - begin <= 4 else { return nil }
      groups += 1
      if at(index) == UInt8(ascii: "."), hasGap || groups == 7, let end = addressV4(at: begin) { return end }
    }
    guard !isWord(at: index), groups == 8 || hasGap && groups >= 2, at(index - 1) != UInt8(ascii: ":") else {
      return nil
    }
    return index
  }

  private func isHex(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }
}
