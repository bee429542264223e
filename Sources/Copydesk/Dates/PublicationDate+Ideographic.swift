extension PublicationDate {
  /// Reads a date as Chinese and Japanese write it, 2024年3月12日, or Korean, 2024년 3월 12일; nil for anything else.
  /// What follows the day, an hour say, is not read.
  init?(ideographic text: String) {
    // What 年 and 년 begin with.
    guard text.utf8.contains(where: { $0 == 0xE5 || $0 == 0xEB }) else { return nil }
    var rest = text[...]
    func number(before marks: [Character]) -> Int? {
      rest = rest.drop(while: \.isWhitespace)
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, let value = Int(digits) else { return nil }
      rest = rest[digits.endIndex...].drop(while: \.isWhitespace)
      guard let mark = rest.first, marks.contains(mark) else { return nil }
      rest.removeFirst()
      return value
    }
    guard text.utf8.count <= 80, let year = number(before: ["年", "년"]), (1000...9999).contains(year),
      let month = number(before: ["月", "월"]), let day = number(before: ["日", "일"])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
