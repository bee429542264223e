import Copydesk

/// Finds dates: "April 23, 2018", "23 April 2018", "Jan. 5", "2018-04-23", "April 2018", "Monday", "last
/// week", "yesterday", "the 1990s", and a bare year after "in", "since" and the like.
///
/// The value is ISO 8601 where the date is complete (`2018-04-23`, `2018-04`, `2018`), or where the day of
/// publication completes it: "on Friday" is the latest Friday up to that day, a day without a year the nearest such.
/// Both are the next to come where the words around them say so (``DateOutlook``).
struct DateRecogniser: Sendable {
  private let resolver: DateResolver

  /// - Parameter published: the day of publication, where it is known.
  init(published: PublicationDate?) { resolver = DateResolver(published: published) }

  /// The dates in a text, in order.
  func dates(in text: Text) -> [Entity] { text.withFigureTokens { dates(in: $0) } }

  /// Those among tokens, in order.
  func dates(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var index = view.next(.date, from: 0)
    while index < view.count {
      guard let date = date(view, index), date.end <= view.count else {
        index = view.next(.date, from: index + 1)
        continue
      }
      let first = date.first ?? index
      found.append(Entity(view.span(first, date.end), .date, value: date.value))
      index = view.next(.date, from: date.end)
    }
    return found
  }

  private struct Found {
    /// The first token, where it is not the one looked at.
    var first: Int?
    var end: Int
    var value: String?
  }

  private func date(_ view: FigureTokens, _ index: Int) -> Found? {
    switch view.tokens[index].kind {
    case .number: return numeric(view, index) ?? dayFirst(view, index) ?? yearOrDecade(view, index)
    case .word: return monthFirst(view, index) ?? weekday(view, index) ?? relative(view, index)
    case .punctuation: return nil
    }
  }

  // MARK: Numbers first

  /// "2018-04-23", "23/04/2018", "4/23/2018".
  private func numeric(_ view: FigureTokens, _ index: Int) -> Found? {
    let word = view.word(index)
    if word.count >= 10, word[4] == UInt8(ascii: "-"),
      let date = PublicationDate(iso8601: String(decoding: word[..<10], as: UTF8.self)),
      word.count == 10 || word[10] | 0x20 == UInt8(ascii: "t")
    {
      return Found(end: index + 1, value: date.description)
    }
    guard (8...10).contains(word.count) else { return nil }
    for mark in [UInt8(ascii: "/"), UInt8(ascii: ".")] where word.contains(mark) {
      let parts = word.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3, parts[2].count == 4, let a = number(parts[0]), let b = number(parts[1]),
        let year = number(parts[2]), (1...31).contains(a), (1...31).contains(b), min(a, b) <= 12
      else { continue }
      // Which of the two is the month is certain only where one cannot be, or both agree.
      let isDayFirst = a > 12 || mark == UInt8(ascii: ".")
      guard a > 12 || b > 12 || a == b || mark == UInt8(ascii: ".") else { return Found(end: index + 1) }
      let value = resolver.day(isDayFirst ? a : b, month: isDayFirst ? b : a, year: year)
      return value.map { Found(end: index + 1, value: $0) }
    }
    return nil
  }

  /// "23 April 2018", "the 23rd of April".
  private func dayFirst(_ view: FigureTokens, _ index: Int, on weekday: Int? = nil) -> Found? {
    guard let day = dayNumber(view, index) else { return nil }
    let word = view.isAny(day.end, of: DateWords.of) ? day.end + 1 : day.end
    guard let month = month(view, word) else { return nil }
    if let year = year(view, afterDate: word + 1) {
      return Found(
        end: year.end,
        value: day.first == day.last ? resolver.day(day.first, month: month, year: year.year) : nil)
    }
    let isOneDay = day.first == day.last
    let value = isOneDay ? value(day.first, month, on: weekday, index..<word + 1, view) : nil
    return Found(end: word + 1, value: value)
  }

  /// "in 2018", "the 1990s".
  private func yearOrDecade(_ view: FigureTokens, _ index: Int) -> Found? {
    let word = view.word(index)
    if word.count == 5, word[4] == UInt8(ascii: "s"), word[3] == UInt8(ascii: "0"), number(word[..<4]) != nil
    {
      return Found(first: view.isAny(index - 1, of: DateWords.the) ? index - 1 : nil, end: index + 1)
    }
    guard word.count == 4, let year = number(word[...]), (1900...2100).contains(year),
      view.isAny(index - 1, of: DateWords.beforeYear), !view.isMark(index + 1, "%")
    else { return nil }
    return Found(end: index + 1, value: String(year))
  }

  // MARK: Words first

  /// "April 23, 2018", "Jan. 5", "April 2018", "in May".
  private func monthFirst(_ view: FigureTokens, _ index: Int, on weekday: Int? = nil) -> Found? {
    guard let month = month(view, index) else { return nil }
    if let day = dayNumber(view, index + 1) {
      let isOneDay = day.first == day.last
      if let year = year(view, afterDate: day.end) {
        return Found(
          end: year.end, value: isOneDay ? resolver.day(day.first, month: month, year: year.year) : nil)
      }
      let value = isOneDay ? value(day.first, month, on: weekday, index..<day.end, view) : nil
      return Found(end: day.end, value: value)
    }
    if let year = year(view, afterDate: index + 1) {
      return Found(end: year.end, value: resolver.month(month, year: year.year))
    }
    guard DateWords.months.value(view, index) != nil, !isPartOfName(view, index) else { return nil }
    let isUsual = !view.isAny(index, of: DateWords.ambiguousMonths)
    return isUsual || view.isAny(index - 1, of: DateWords.beforeMonth) ? Found(end: index + 1) : nil
  }

  /// "Monday", "Monday, April 23, 2018", "Mon, 23 April".
  private func weekday(_ view: FigureTokens, _ index: Int) -> Found? {
    guard view.tokens[index].isCapitalised else { return nil }
    let full = DateWords.weekdays.value(view, index)
    guard let day = full ?? DateWords.shortWeekdays.value(view, index),
      full == nil || !DayNames.isName(day, at: index, in: view)
    else { return nil }
    let next = view.isMark(index + 1, ",") ? index + 2 : index + 1
    if next < view.count, !view.startsParagraph(next),
      let date = monthFirst(view, next, on: day) ?? dayFirst(view, next, on: day), date.end > next + 1
    {
      return Found(end: date.end, value: date.value)
    }
    if full != nil, DayNames.isFeast(day, at: index, in: view) {
      return Found(first: index - 1, end: index + 1)
    }
    return full.map {
      let told = WeekdayContext.direction(of: index, in: view)
      let isToCome = told == nil && DateOutlook(of: index, to: index + 1, in: view) == .toCome
      return Found(end: index + 1, value: resolver.weekday($0, told ?? (isToCome ? .coming : .latest)))
    }
  }

  /// "last week", "next Friday", "yesterday".
  private func relative(_ view: FigureTokens, _ index: Int) -> Found? {
    if let days = DateWords.days.value(view, index) {
      return Found(end: index + 1, value: resolver.relative(days: days))
    }
    guard let direction = DateWords.directions.value(view, index), index + 1 < view.count,
      !view.startsParagraph(index + 1)
    else { return nil }
    let next = index + 1
    if let unit = DateWords.units.value(view, next) {
      return Found(end: next + 1, value: value(of: unit, direction))
    }
    guard view.tokens[next].isCapitalised else { return nil }
    if let weekday = DateWords.weekdays.value(view, next) {
      let isOfMonth = WeekdayContext.isOfMonth(next, in: view)
      return Found(end: next + 1, value: resolver.weekday(weekday, isOfMonth ? .unclear : direction))
    }
    guard let month = DateWords.months.value(view, next), dayNumber(view, next + 1) == nil,
      year(view, afterDate: next + 1) == nil
    else { return nil }
    return Found(end: next + 1, value: resolver.month(month, direction))
  }

  private func value(of unit: DateWords.Unit, _ direction: DateResolver.Direction) -> String? {
    let step = direction == .before ? -1 : direction == .after ? 1 : 0
    switch unit {
    case .month: return resolver.relative(months: step)
    case .year: return resolver.relative(years: step)
    case .week, .other: return nil
    }
  }

  // MARK: Lists

  /// Most days in a list of which the last has the year of all.
  private static let mostInList = 8

  /// The day of a date without a year, which is these tokens: of the year of a list's last date, or of the one that the
  /// words around it tell.
  private func value(
    _ day: Int, _ month: Int, on weekday: Int?, _ place: Range<Int>, _ view: FigureTokens
  ) -> String? {
    if let last = yearOfList(view, place.upperBound, month) {
      // "December 30 and January 2, 2024": which year the first is of is not said.
      return last.month < month ? nil : resolver.day(day, month: month, year: last.year)
    }
    if let year = countedYear(view, place.upperBound) { return resolver.day(day, month: month, year: year) }
    let outlook = DateOutlook(of: place.lowerBound, to: place.upperBound, in: view)
    return resolver.day(day, month: month, on: weekday, outlook)
  }

  /// "next year", "of this year" behind a day.
  private func countedYear(_ view: FigureTokens, _ end: Int) -> Int? {
    let first = view.isAny(end, of: DateWords.of) ? end + 1 : end
    guard let published = resolver.published, first + 1 < view.count, !view.startsParagraph(first),
      let direction = DateWords.directions.value(view, first), view.isAny(first + 1, of: Self.yearWord)
    else { return nil }
    return published.year + (direction == .before ? -1 : direction == .after ? 1 : 0)
  }

  private static let yearWord = WordSet("year")

  /// The year, and the month, of the last date of a list: "May 3, 4 and 5, 2023", "3 May and 5 June 2023".
  private func yearOfList(_ view: FigureTokens, _ end: Int, _ month: Int) -> (year: Int, month: Int)? {
    var (index, month) = (end, month)
    for _ in 0..<Self.mostInList {
      var next = view.isMark(index, ",") ? index + 1 : index
      if view.isAny(next, of: Self.listWords) { next += 1 }
      guard next > index, next < view.count, !view.startsParagraph(next) else { return nil }
      let before = self.month(view, next)
      guard let day = dayNumber(view, before == nil ? next : next + 1) else { return nil }
      let after = before == nil ? self.month(view, day.end) : nil
      month = before ?? after ?? month
      index = after == nil ? day.end : day.end + 1
      if let year = year(view, afterDate: index) { return (year.year, month) }
    }
    return nil
  }

  private static let listWords = WordSet("and or to through until & – -")

  // MARK: Parts

  /// A month's name with its capital, in full or shortened.
  private func month(_ view: FigureTokens, _ index: Int) -> Int? {
    guard index < view.count, view.tokens[index].kind == .word, view.tokens[index].isCapitalised,
      !view.startsParagraph(index) || index == 0 || view.tokens[index].kind == .word
    else { return nil }
    return DateWords.months.value(view, index) ?? DateWords.shortMonths.value(view, index)
  }

  /// "April Jones", "Theresa May": the month's name is a person's.
  private func isPartOfName(_ view: FigureTokens, _ index: Int) -> Bool {
    let next = index + 1
    guard next < view.count, view.tokens[next].kind == .word, !view.startsParagraph(next) else {
      return false
    }
    return view.tokens[next].isCapitalised && DateWords.weekdays.value(view, next) == nil
  }

  /// A day or a few days of the month: "5", "23rd", "14-16", "9–12".
  private func dayNumber(_ view: FigureTokens, _ index: Int) -> (first: Int, last: Int, end: Int)? {
    guard view.isNumber(index), !view.startsParagraph(index) || index == 0 else { return nil }
    let word = view.word(index)
    let digits = word.prefix { $0.isASCIIDigit }
    guard (1...2).contains(digits.count), let day = number(digits), (1...31).contains(day) else { return nil }
    let rest = word[digits.endIndex...]
    if rest.isEmpty {
      if view.isAny(index + 1, of: Self.enDash), view.isAttached(index + 1), view.isNumber(index + 2),
        view.isAttached(index + 2), let last = number(view.word(index + 2)), (1...31).contains(last),
        last > day
      {
        return (day, last, index + 3)
      }
      return (day, day, index + 1)
    }
    if rest.count == 2, Self.ordinals.contains(UnsafeBufferPointer(rebasing: rest)) {
      return (day, day, index + 1)
    }
    guard rest.first == UInt8(ascii: "-"), let last = number(rest.dropFirst()), (1...31).contains(last),
      last > day
    else { return nil }
    return (day, last, index + 1)
  }

  private static let enDash = WordSet("–")

  private static let ordinals = WordSet("st nd rd th")

  /// The year after a day or a month, with or without a comma.
  private func year(_ view: FigureTokens, afterDate index: Int) -> (year: Int, end: Int)? {
    let place = view.isMark(index, ",") ? index + 1 : index
    guard view.isNumber(place), !view.startsParagraph(place) else { return nil }
    let word = view.word(place)
    guard word.count == 4, let year = number(word[...]), (1000...2100).contains(year) else { return nil }
    return (year, place + 1)
  }

  private func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var value = 0
    for byte in digits {
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
