import Copydesk

/// Numbers of cards and telephones. What follows such a number in digits, a date or an hour, is none of it: of all groups of
/// digits that it may end with, the last one counts with which it is such a number.
extension PersonalData {
  // MARK: Cards

  /// 13 to 19 digits, alone or in groups with one blank or hyphen between, that pass the Luhn check and begin as cards
  /// do. Groups are of four digits or more, but for the last.
  func card(at start: Int) -> Int? {
    guard bytes[start].isASCIIDigit else { return nil }
    var digits: [UInt8] = []
    var index = start
    var group = start
    var end: Int?
    while index < bytes.count, digits.count < 19 {
      if bytes[index].isASCIIDigit {
        digits.append(bytes[index] & 15)
        index += 1
        if digits.count == 4, !Self.beginsAsCard(digits) { return nil }
        guard !at(index).isASCIIDigit, digits.count >= 13, !isWord(at: index), Self.passesLuhn(digits) else {
          continue
        }
        end = index
      } else if isBetweenDigits(index), index - group >= 4 {
        index += 1
        group = index
      } else {
        break
      }
    }
    return end
  }

  private func isBetweenDigits(_ index: Int) -> Bool {
    (bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "-")) && at(index + 1).isASCIIDigit
  }

  /// Whether issuers of cards have numbers that begin so: 3 to 6, and 2221 to 2720.
  private static func beginsAsCard(_ digits: [UInt8]) -> Bool {
    let number = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    return 3000...6999 ~= number || 2221...2720 ~= number
  }

  /// H. P. Luhn: Computer for verifying numbers. US patent 2,950,048, 1960.
  static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  // MARK: Telephones

  /// Groups of digits with little between them, as a telephone number has.
  private struct Groups {
    /// How many digits each has.
    var lengths: [Int] = []
    var digits: [UInt8] = []
    /// Whether something else than blanks stands between two of them.
    var hasMarks = false

    /// Whether there are no more digits than the codes of a country and an area have.
    var isArea: Bool { digits.count <= 7 }
  }

  /// `+` and 8 to 15 digits; `(area) number`; `212-555-0100`. Blanks, hyphens, dots and brackets may stand between.
  func phone(at start: Int) -> Int? {
    let first = bytes[start]
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "(") || first.isASCIIDigit else { return nil }
    var groups = Groups()
    var index = first.isASCIIDigit ? start : start + 1
    guard at(index).isASCIIDigit else { return nil }
    var end: Int?
    while at(index).isASCIIDigit {
      let begin = index
      while at(index).isASCIIDigit, groups.digits.count < 16 {
        groups.digits.append(at(index) & 15)
        index += 1
      }
      guard groups.digits.count <= 15, index - start < 28 else { break }
      groups.lengths.append(index - begin)
      if first == UInt8(ascii: "+"), isTrunkZero(begin, index) { groups.digits.removeLast() }
      if isPhone(groups, start, end: index) { end = index }
      guard let next = passMarks(index, &groups) else { break }
      index = next
    }
    return end
  }

  /// Where the next group begins, behind what may stand before it.
  private func passMarks(_ index: Int, _ groups: inout Groups) -> Int? {
    var next = index
    while " -.()/".utf8.contains(at(next)), next - index < 4 { next += 1 }
    guard next > index, at(next).isASCIIDigit,
      isSeparator(Span(index, next)) || (groups.isArea && isSlash(Span(index, next)))
    else { return nil }
    if next - index > 1 || at(index) != UInt8(ascii: " ") { groups.hasMarks = true }
    return next
  }

  /// "+44 (0)20": the zero that is dialled within the country only, which is no digit of the number.
  private func isTrunkZero(_ begin: Int, _ end: Int) -> Bool {
    end - begin == 1 && bytes[begin] == UInt8(ascii: "0") && at(begin - 1) == UInt8(ascii: "(")
      && at(end) == UInt8(ascii: ")")
  }

  /// "040 / 555": a slash between blanks.
  private func isSlash(_ span: Span) -> Bool {
    span.count == 3 && bytes[span.start + 1] == UInt8(ascii: "/") && bytes[span.start] == UInt8(ascii: " ")
      && bytes[span.end - 1] == UInt8(ascii: " ")
  }

  /// One mark, or a bracket with a mark or another bracket beside it.
  private func isSeparator(_ span: Span) -> Bool {
    span.count == 1 || bytes[span.range].contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
  }

  /// Whether the groups are a telephone number that starts and ends there.
  private func isPhone(_ groups: Groups, _ start: Int, end: Int) -> Bool {
    guard !isWord(at: end) else { return false }
    let lengths = groups.lengths
    switch bytes[start] {
    case UInt8(ascii: "+"):
      return 8...Self.mostDigits(groups.digits) ~= groups.digits.count && !Self.isAmount(groups)
    case UInt8(ascii: "("):
      if lengths == [3, 3, 4] { return true }
      return !lengths.starts(with: [3, 3, 4]) && lengths.count > 1 && 8...12 ~= groups.digits.count
        && 2...5 ~= lengths[0] && !isCitation(groups, start)
    default:
      guard lengths == [3, 3, 4] || lengths == [1, 3, 3, 4] && groups.digits[0] == 1 else { return false }
      // With marks between, it may be a longer code; with blanks alone, a row of a table.
      return !at(end + 1).isASCIIDigit || !(groups.hasMarks ? "-." : " -./,").utf8.contains(at(end))
    }
  }

  /// Whether brackets hold a year, or the issue of a volume, and not an area: `395 (1998) 1234-1245`.
  private func isCitation(_ groups: Groups, _ start: Int) -> Bool {
    if groups.lengths[0] == 4, groups.digits.starts(with: [1, 9]) || groups.digits.starts(with: [2, 0]) {
      return true
    }
    var before = start - 1
    while at(before) == UInt8(ascii: " ") { before -= 1 }
    return at(before).isASCIIDigit && at(before - 1).isASCIIDigit
  }

  /// "+2 500 000 000 euros": thousands with blanks between. A number may be written in groups of three, too, but few end
  /// with three zeros, and where its country is known it has as many digits as all of that country.
  private static func isAmount(_ groups: Groups) -> Bool {
    guard !groups.hasMarks, let first = groups.lengths.first, first <= 3, groups.lengths.count > 1,
      groups.lengths.dropFirst().allSatisfy({ $0 == 3 }), groups.digits.suffix(3).allSatisfy({ $0 == 0 })
    else { return false }
    let code = groups.digits.prefix(first).reduce(0) { $0 * 10 + Int($1) }
    if let length = lengths[code] { return groups.digits.count != length }
    return groups.digits.count < 11 || groups.digits.suffix(6).allSatisfy { $0 == 0 }
  }

  /// How many digits a number has at most that begins with the code of its country (ITU-T E.164), where all of the country
  /// are as long; 15 for any other.
  private static func mostDigits(_ digits: [UInt8]) -> Int {
    for count in 1...min(3, digits.count) {
      let code = digits.prefix(count).reduce(0) { $0 * 10 + Int($1) }
      if let most = lengths[code] { return most }
    }
    return 15
  }

  private static let lengths = [
    1: 11, 7: 11, 20: 12, 27: 11, 30: 12, 31: 11, 32: 11, 33: 11, 34: 11, 36: 11, 40: 11, 41: 11, 44: 12,
    45: 10,
    47: 10, 48: 11, 51: 11, 52: 12, 56: 11, 57: 12, 61: 11, 63: 12, 65: 10, 66: 11, 82: 12, 90: 12, 91: 12,
    92: 12,
    98: 12, 351: 12, 353: 12, 380: 12, 420: 12, 421: 12, 852: 11, 966: 12, 971: 12, 972: 12,
  ]
}
