import Copydesk

/// Days of the Gregorian calendar as numbers, to count with.
///
/// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years begin in March, so that
/// the leap day is the last.
struct CivilDay: Comparable, Sendable {
  /// Days since 1970-01-01.
  var number: Int

  init(number: Int) { self.number = number }

  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  init(_ date: PublicationDate) { self.init(year: date.year, month: date.month, day: date.day) }

  static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  /// 0 for Monday to 6 for Sunday.
  var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  /// `2018-04-23`.
  var iso8601: String? {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return PublicationDate(year: year, month: month, day: day)?.description
  }
}
