extension PublicationDate {
  /// Longer than this is no date.
  private static let longest = 120

  /// Reads a date as pages, feeds, mail and records write it:
  ///
  /// | form                                                        | such as                                |
  /// |-------------------------------------------------------------|----------------------------------------|
  /// | ISO 8601, also with single digits, or slashes or dots       | `2024-03-05T10:00Z`, `2024/3/5`         |
  /// | that of mail (RFC 5322)                                      | `Tue, 05 Mar 2024 23:30:00 GMT`         |
  /// | that of C's `asctime`, with or without a zone                | `Tue Mar 05 23:30:00 +0000 2024`        |
  /// | a month by its name, in the languages most scraped           | `March 5, 2024`, `le 5 mars 2024 à 10 h` |
  /// | numbers alone, the day first after dots                      | `5.3.2024`, `25/03/2024`                |
  /// | Chinese, Japanese and Korean                                 | `2024年3月5日`                           |
  ///
  /// A time and a zone may follow or stand ahead, words such as "Published on" before all. A wrong day of the week does
  /// not matter. Nil for anything else, and for what may be two dates: `03/05/2024` is in March or in May.
  /// - Parameters:
  ///   - value: what is written.
  ///   - isDayFirst: whether 03/05 is in May, where that is known.
  public init?(written value: String, isDayFirst: Bool? = nil) {
    guard value.utf8.count <= Self.longest else { return nil }
    let date =
      PublicationDate(iso8601: value)
      ?? DateLine(reading: DateLine.folded(value), isDayFirst: isDayFirst)?.date
      ?? PublicationDate(ideographic: value)
    guard let date else { return nil }
    self = date
  }
}
