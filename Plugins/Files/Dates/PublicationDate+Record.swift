import Copydesk

extension PublicationDate {
  /// Reads a date as records of all kinds write it: as people and feeds do, or as a Unix time.
  ///
  /// Nil for anything else, and for what may be two dates: `03/05/2024` is in March or in May.
  /// - Parameter isDayFirst: whether 03/05 is in May, where that is known.
  init?(record value: String, isDayFirst: Bool? = nil) {
    guard let date = PublicationDate(written: value, isDayFirst: isDayFirst) ?? UnixTime.date(value) else {
      return nil
    }
    self = date
  }
}
