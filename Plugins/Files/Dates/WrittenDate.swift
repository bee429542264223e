import Copydesk

/// Reads dates that people and feeds write other than in ISO 8601:
///
/// | form                                                                | such as                          |
/// |---------------------------------------------------------------------|----------------------------------|
/// | that of mail (RFC 5322)                                             | `Tue, 05 Mar 2024 23:30:00 GMT`  |
/// | an English month by its name                                        | `March 5, 2024`, `5 Mar 2024`    |
/// | the year first, with strokes, slashes or dots, or nothing between   | `2024-3-5`, `2024/03/05`, `20240305` |
/// | dots, the day first                                                 | `5.3.2024`                       |
///
/// A time may follow: `14:30`, `11:30 PM`, `23:30:00 +0100`. All of the words have to be understood.
struct WrittenDate {
  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private var words: ArraySlice<Substring>
  /// Whether nothing stands between the numbers: `20240305T2330`.
  private var isCompact = false

  /// The date; nil for what is none, or may be two.
  static func read(_ value: String) -> PublicationDate? {
    var reader = WrittenDate(value)
    return reader.date()
  }

  private init(_ value: String) {
    // A comment may name the zone: `+0200 (CEST)`.
    words = value.prefix { $0 != "(" }.split { " ,\t\u{A0}\u{202F}".contains($0) }[...]
    if let first = words.first, first.first?.isNumber ?? false, let mark = first.firstIndex(of: "T") {
      let time = first[first.index(after: mark)...]
      words = ([first[..<mark]] + (time.isEmpty ? [] : [time]) + Array(words.dropFirst()))[...]
    }
  }

  private mutating func date() -> PublicationDate? {
    if let first = words.first, Self.isDay(first) { words.removeFirst() }
    guard let (year, month, day) = numbered() ?? named() else { return nil }
    guard !words.isEmpty else { return PublicationDate(year: year, month: month, day: day) }
    guard let time = WrittenTime.read(words, isCompact: isCompact) else { return nil }
    return PublicationDate(year: year, month: month, day: day, time: time)
  }

  private static func isDay(_ word: Substring) -> Bool {
    let letters = word.prefix(while: \.isLetter)
    return letters.count >= 3 && letters.count >= word.count - 1
      && days.contains(letters.prefix(3).lowercased())
  }

  // MARK: Days

  private typealias Day = (year: Int, month: Int, day: Int)

  /// A date of numbers alone.
  private mutating func numbered() -> Day? {
    guard let word = words.first, let day = Self.compact(word) ?? Self.separated(word) else { return nil }
    isCompact = word.count == 8 && word.allSatisfy(\.isNumber)
    words.removeFirst()
    return day
  }

  private static func compact(_ word: Substring) -> Day? {
    guard word.count == 8, let number = PublicationDate.number(word) else { return nil }
    return (number / 10_000, number / 100 % 100, number % 100)
  }

  private static func separated(_ word: Substring) -> Day? {
    guard let mark = word.first(where: { "-/.".contains($0) }) else { return nil }
    let parts = word.split(separator: mark, omittingEmptySubsequences: false)
    let numbers = parts.compactMap(PublicationDate.number)
    guard numbers.count == 3, parts.count == 3, (1...2).contains(parts[1].count) else { return nil }
    if parts[0].count == 4, (1...2).contains(parts[2].count) { return (numbers[0], numbers[1], numbers[2]) }
    // With slashes it would be the month that comes first, or the day.
    guard mark == ".", (1...2).contains(parts[0].count), parts[2].count == 4 else { return nil }
    return (numbers[2], numbers[1], numbers[0])
  }

  /// A date with the name of a month: the day and the month in either order, and the year.
  private mutating func named() -> Day? {
    guard words.count >= 3 else { return nil }
    let three = Array(words.prefix(3))
    let found: Day?
    if let day = Self.dayOfMonth(three[0]), let month = Self.month(three[1]),
      let year = Self.year(three[2], short: true)
    {
      found = (year, month, day)
    } else if let month = Self.month(three[0]), let day = Self.dayOfMonth(three[1]),
      let year = Self.year(three[2], short: false)
    {
      found = (year, month, day)
    } else {
      found = nil
    }
    if found != nil { words.removeFirst(3) }
    return found
  }

  /// `5`, `05`, `5th`.
  private static func dayOfMonth(_ word: Substring) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    guard (1...2).contains(digits.count),
      ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count).lowercased())
    else { return nil }
    return PublicationDate.number(digits)
  }

  /// `March`, `Mar`, `Mar.`, `Sept.`
  private static func month(_ word: Substring) -> Int? {
    let name = (word.last == "." ? word.dropLast() : word).lowercased()
    return months.firstIndex { $0 == name || $0.prefix(3) == name || $0.prefix(4) == name && name == "sept" }
      .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// - Parameter short: whether two digits will do, as they did in mail.
  private static func year(_ word: Substring, short: Bool) -> Int? {
    guard word.count == 4 || short && word.count == 2 else { return nil }
    return PublicationDate.year(word)
  }
}
