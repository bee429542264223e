import Copydesk

/// Numbers of payment cards.
extension PersonalData {
  /// 13 to 19 digits, alone or in groups with one blank or hyphen between, that pass the Luhn check and begin as cards
  /// do. Groups are of four digits or more, but for the last. What follows in digits, a date or a check number, is none
  /// of it: of all groups that it may end with, the last one counts with which it is a card's.
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
      } else if index - group >= 4, let next = passBetweenDigits(index) {
        index = next
        group = next
      } else {
        break
      }
    }
    return end
  }

  /// Where the next group begins, behind a blank or a hyphen.
  private func passBetweenDigits(_ index: Int) -> Int? {
    guard let mark = self.mark(at: index), mark.byte == UInt8(ascii: " ") || mark.byte == UInt8(ascii: "-"),
      at(index + mark.length).isASCIIDigit
    else { return nil }
    return index + mark.length
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
}
