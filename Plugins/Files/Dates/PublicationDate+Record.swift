import Copydesk

extension PublicationDate {
  /// Longer than this is no date.
  private static let longest = 64

  /// Reads a date as records of all kinds write it: ISO 8601, what ``WrittenDate`` reads, or a Unix time.
  ///
  /// Nil for anything else, and for what may be two dates: `03/05/2024` is in March or in May.
  init?(record value: String) {
    if let date = PublicationDate(iso8601: value) {
      self = date
    } else if value.utf8.count <= Self.longest, let date = WrittenDate.read(value) ?? UnixTime.date(value) {
      self = date
    } else {
      return nil
    }
  }
}
