import Copydesk

/// The lines of a mailbox between messages: `From anna@example.org Tue Mar  5 10:00:00 2024`.
enum FromLine {
  /// Whether what follows `From ` is a sender and a date with its hour, and nothing else. A sender without an address is
  /// one only before a day of the week: the lines of a text may begin with "From Monday, 5 March 2024".
  static func hasDate(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split(maxSplits: 1, whereSeparator: \.isASCIISpace)
    guard words.count == 2, words[1].count < 100 else { return false }
    let date = String(decoding: words[1], as: UTF8.self)
    guard PublicationDate(written: date)?.time != nil else { return false }
    return words[0].contains(UInt8(ascii: "@")) || beginsWithDay(date)
  }

  private static func beginsWithDay(_ date: String) -> Bool {
    let word = date.drop { $0.isWhitespace }.prefix { $0.isLetter }
    return DateWords.weekdays.contains(word.lowercased())
  }
}
