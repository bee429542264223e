import Copydesk

/// Telephone numbers. What follows such a number in digits, a date or an hour, is none of it: of all groups of digits
/// that it may end with, the last one counts with which it is such a number.
extension PersonalData {
  /// `+` and 8 to 15 digits; `(area) number`; `212-555-0100`. Blanks, hyphens, dots and brackets may stand between.
  func phone(at start: Int) -> Int? {
    guard mayBePhone(at: start) else { return nil }
    let first = bytes[start]
    var groups = PhoneGroups()
    var index = first.isASCIIDigit ? start : start + 1
    var isOpen = first == UInt8(ascii: "(")
    var end: Int?
    while at(index).isASCIIDigit {
      let begin = index
      while at(index).isASCIIDigit, groups.digits.count < 16 {
        groups.digits.append(at(index) & 15)
        index += 1
      }
      guard groups.digits.count <= 15, index - start < Self.longestPhone else { return end }
      groups.lengths.append(index - begin)
      if first == UInt8(ascii: "+"), isTrunkZero(begin, index) { groups.digits.removeLast() }
      if !isOpen, isPhone(groups, start, end: index) { end = index }
      guard let gap = self.gap(at: index, in: groups) else { break }
      let next = index + gap.length
      // Nothing that is set in brackets, or behind one that closes, is a part of a number that is complete.
      if end != nil, gap.hasBracket || isOpenEnded(groups, first) && isTime(at: next, behind: groups, gap) {
        break
      }
      if first == UInt8(ascii: "("), groups.gaps.isEmpty, isDate(at: next) { return nil }
      if gap.hasBracket { isOpen = gap.opens }
      groups.gaps.append(gap.marks)
      index = next
    }
    // "+49 (30 123456)": a bracket around the wrong part.
    if end == nil, isOpen, first == UInt8(ascii: "+"), isPhone(groups, start, end: index) { return index }
    return end
  }

  /// Whether nothing else tells how many digits such a number has.
  private func isOpenEnded(_ groups: PhoneGroups, _ first: UInt8) -> Bool {
    first != UInt8(ascii: "+") || PhoneGroups.length(ofCountryIn: groups.digits) == nil
  }

  /// Whether a date or an hour follows the groups. Hours without a word for them do where the number is long enough.
  private func isTime(at next: Int, behind groups: PhoneGroups, _ gap: Gap) -> Bool {
    isDate(at: next) || isHour(at: next)
      || groups.digits.count >= 10 && gap.marks == PhoneGroups.blank && areHours(at: next)
  }

  /// In bytes: blanks that do not break take two or three.
  private static let longestPhone = 48

  /// Whether a number may start there, as far as its first group tells: a code that no country has is none, brackets hold
  /// an area and nothing else, and of the others the first group has one digit or three.
  private func mayBePhone(at start: Int) -> Bool {
    var end = bytes[start].isASCIIDigit ? start : start + 1
    let begin = end
    while at(end).isASCIIDigit, end - begin < 6 { end += 1 }
    switch bytes[start] {
    case UInt8(ascii: "+"): return end > begin && at(begin) != UInt8(ascii: "0") && !isDecimal(from: begin)
    case UInt8(ascii: "("): return 2...5 ~= end - begin && at(end) == UInt8(ascii: ")")
    default: return end - begin == 1 || end - begin == 3 || 4...5 ~= end - begin && beginsInBrackets(start)
    }
  }

  /// What stands between two groups of digits.
  private struct Gap {
    var marks: UInt32 = 0
    var length = 0
    var hasBracket = false
    /// Whether the last of its brackets opens.
    var opens = false
  }

  /// The marks up to the next group: one, or a bracket with others beside it; a slash between blanks up to the end of the
  /// codes of country and area.
  private func gap(at index: Int, in groups: PhoneGroups) -> Gap? {
    var gap = Gap()
    var count = 0
    while count < 4, let mark = self.mark(at: index + gap.length) {
      gap.marks = gap.marks << 8 | UInt32(mark.byte)
      gap.length += mark.length
      count += 1
      guard mark.byte == UInt8(ascii: "(") || mark.byte == UInt8(ascii: ")") else { continue }
      gap.hasBracket = true
      gap.opens = mark.byte == UInt8(ascii: "(")
    }
    guard count > 0, at(index + gap.length).isASCIIDigit,
      count == 1 || gap.hasBracket || groups.isArea && gap.marks == PhoneGroups.slashBetweenBlanks
    else { return nil }
    return gap
  }

  /// The mark between digits that stands there, as one of ASCII: blanks that do not break or are narrow count as blanks,
  /// hyphens that do not break and dashes as hyphens.
  func mark(at index: Int) -> (byte: UInt8, length: Int)? {
    let byte = at(index)
    if byte < 0x80 { return " -.()/".utf8.contains(byte) ? (byte, 1) : nil }
    if byte == 0xC2 { return at(index + 1) == 0xA0 ? (UInt8(ascii: " "), 2) : nil }
    guard byte == 0xE2, at(index + 1) == 0x80 else { return nil }
    switch at(index + 2) {
    // Blanks as wide as a digit or a period, thin and narrow ones.
    case 0x87...0x89, 0xAF: return (UInt8(ascii: " "), 3)
    // Hyphens, the dash as wide as a digit, and the en dash.
    case 0x90...0x93: return (UInt8(ascii: "-"), 3)
    default: return nil
    }
  }

  /// "+44 (0)20": the zero that is dialled within the country only, which is no digit of the number.
  private func isTrunkZero(_ begin: Int, _ end: Int) -> Bool {
    end - begin == 1 && bytes[begin] == UInt8(ascii: "0") && at(begin - 1) == UInt8(ascii: "(")
      && at(end) == UInt8(ascii: ")")
  }

  /// Whether the groups are a telephone number that starts and ends there.
  private func isPhone(_ groups: PhoneGroups, _ start: Int, end: Int) -> Bool {
    guard !isWord(at: end) || isExtension(at: end), !isMinutes(at: end) || groups.lengths.last ?? 0 > 2 else {
      return false
    }
    let lengths = groups.lengths
    switch bytes[start] {
    case UInt8(ascii: "+"):
      return 8...groups.mostDigits ~= groups.digits.count && !groups.isAmount
    case UInt8(ascii: "("):
      if lengths == [3, 3, 4] { return true }
      return !lengths.starts(with: [3, 3, 4]) && lengths.count > 1 && 8...12 ~= groups.digits.count
        && !isCitation(groups, start) && !groups.areScores
    default:
      if beginsInBrackets(start), at(end) == UInt8(ascii: ")") { return groups.isNational }
      guard lengths == [3, 3, 4] || lengths == [1, 3, 3, 4] && groups.digits[0] == 1 else { return false }
      // With marks between, it may be a longer code; with blanks alone, a row of a table.
      let next = at(end) == UInt8(ascii: ",") ? (byte: at(end), length: 1) : mark(at: end)
      guard let next, at(end + next.length).isASCIIDigit else { return true }
      return !(groups.hasMarks ? "-." : " -./,").utf8.contains(next.byte)
        || next.byte == UInt8(ascii: " ") && (isDate(at: end + next.length) || isHour(at: end + next.length))
    }
  }

  /// `(089/99529727)`: whether a bracket opens before a zero.
  private func beginsInBrackets(_ start: Int) -> Bool {
    at(start - 1) == UInt8(ascii: "(") && bytes[start] == UInt8(ascii: "0")
  }

  /// "212-555-0100x45"
  private func isExtension(at index: Int) -> Bool {
    at(index) | 0x20 == UInt8(ascii: "x") && at(index + 1).isASCIIDigit
  }

  /// Whether brackets hold a year, or the issue of a volume, and not an area: `395 (1998) 1234-1245`.
  private func isCitation(_ groups: PhoneGroups, _ start: Int) -> Bool {
    if groups.lengths[0] == 4, groups.digits[0] == 1 || groups.digits.starts(with: [2, 0]) { return true }
    var before = start - 1
    while at(before) == UInt8(ascii: " ") { before -= 1 }
    return at(before).isASCIIDigit && at(before - 1).isASCIIDigit
  }

  /// Whether what follows the plus is a number with decimals, alone or the first of a pair as coordinates are:
  /// `+40.712776, -74.005974`. A telephone number in two groups with a dot between has the digits of its country:
  /// `+1.2125550100`.
  private func isDecimal(from start: Int) -> Bool {
    guard let whole = run(at: start, most: 3), at(whole.end) == UInt8(ascii: "."),
      let decimals = run(at: whole.end + 1, most: 15)
    else { return false }
    var next = decimals.end
    var isPair = [UInt8(ascii: ","), UInt8(ascii: ";")].contains(at(next))
    if isPair { next += 1 }
    if let blank = mark(at: next), blank.byte == UInt8(ascii: " ") { next += blank.length }
    if at(next) == UInt8(ascii: "-") || at(next) == UInt8(ascii: "+") {
      next += 1
      isPair = isPair || decimals.end - whole.end > 4
    }
    if isPair, let other = run(at: next, most: 3), at(other.end) == UInt8(ascii: "."),
      at(other.end + 1).isASCIIDigit
    {
      return true
    }
    if let mark = self.mark(at: decimals.end), at(decimals.end + mark.length).isASCIIDigit { return false }
    let digits = (Array(bytes[start..<whole.end]) + bytes[(whole.end + 1)..<decimals.end]).map { $0 & 15 }
    return PhoneGroups.length(ofCountryIn: digits).map { $0 != digits.count } ?? (digits.count < 10)
  }
}
