// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years begin in March, so that the leap day is
// the last.
extension PublicationDate {
  /// The day as a number to count with: days of the Gregorian calendar since 1970-01-01.
  public var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Seconds since 1970-01-01, in its own zone where none is told; a day without a time counts from its beginning.
  package var seconds: Int {
    guard let time else { return dayNumber * 86_400 }
    return dayNumber * 86_400 + (time.hour * 60 + time.minute - (time.offset ?? 0)) * 60 + time.second
  }

  /// The day of the week: 0 for Monday to 6 for Sunday.
  public var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 }

  /// The day of a number; nil for one outside of the years 1 to 9999.
  /// - Parameters:
  ///   - dayNumber: days since 1970-01-01.
  ///   - time: the time of the day.
  public init?(dayNumber: Int, time: Time? = nil) {
    let (shifted, isTooLarge) = dayNumber.addingReportingOverflow(719_468)
    guard !isTooLarge, shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, time: time)
  }
}
