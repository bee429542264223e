import Copydesk

/// The words of which dates are made.
enum DateWords {
  /// Months by name, 1 to 12.
  static let months = WordMap<Int>([
    ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7),
    ("august", 8),
    ("september", 9), ("october", 10), ("november", 11), ("december", 12),
  ])
  /// Months shortened, which only a number makes a date.
  static let shortMonths = WordMap<Int>([
    ("jan jan.", 1), ("feb feb.", 2), ("mar mar.", 3), ("apr apr.", 4), ("jun jun.", 6), ("jul jul.", 7),
    ("aug aug.", 8), ("sep sep. sept sept.", 9), ("oct oct.", 10), ("nov nov.", 11), ("dec dec.", 12),
  ])
  /// Months whose name is a verb too, or a person's: a capital is not enough.
  static let ambiguousMonths = WordSet("march may")
  /// Weekdays, 0 for Monday.
  static let weekdays = WordMap<Int>([
    ("monday", 0), ("tuesday", 1), ("wednesday", 2), ("thursday", 3), ("friday", 4), ("saturday", 5),
    ("sunday", 6),
  ])
  /// Weekdays shortened, which only a date after them makes one.
  static let shortWeekdays = WordMap<Int>([
    ("mon mon.", 0), ("tue tue. tues tues.", 1), ("wed wed.", 2), ("thu thu. thur thur. thurs thurs.", 3),
    ("fri fri.", 4), ("sat sat.", 5), ("sun sun.", 6),
  ])
  /// Before a bare year.
  static let beforeYear = WordSet("in since by until till before after during early late mid from")
  /// Before a month that stands alone.
  static let beforeMonth = WordSet("in since until till by during before after early late mid from of")
  /// Which week, month or year.
  static let directions = WordMap<DateResolver.Direction>([
    ("last", .before), ("next", .after), ("this", .unclear),
  ])
  /// What "last" and "next" may stand before.
  static let units = WordMap<Unit>([
    ("week weekend", .week), ("month", .month), ("year", .year), ("decade century quarter", .other),
    ("spring summer autumn fall winter", .other),
  ])
  /// A stretch of time.
  enum Unit: Sendable { case week, month, year, other }
  /// Days counted from the publication.
  static let days = WordMap<Int>([("yesterday", -1), ("today", 0), ("tomorrow", 1)])
  static let of = WordSet("of")
  static let the = WordSet("the")

  /// Whether a date may begin with the word, which is no number.
  static func mayBegin(_ word: UnsafeBufferPointer<UInt8>, _ folded: UInt64) -> Bool {
    months.has(word, folded: folded) || shortMonths.has(word, folded: folded)
      || weekdays.has(word, folded: folded) || shortWeekdays.has(word, folded: folded)
      || days.has(word, folded: folded) || directions.has(word, folded: folded)
  }
}
