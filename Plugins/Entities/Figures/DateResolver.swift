import Copydesk

/// Turns the parts of a date into ISO 8601, with the help of the day of publication where parts are missing.
struct DateResolver: Sendable {
  let published: PublicationDate?

  /// How far off the nearest such day may be, in days, to be the one that is meant, where no word tells which.
  private static let nearEnough = 120
  /// How near a day must be to be meant against what the words around it say: a page may be older than its date, a verb
  /// be that of another part of the sentence.
  private static let nearest = 30

  /// A full date.
  func day(_ day: Int, month: Int, year: Int) -> String? {
    PublicationDate(year: year, month: month, day: day)?.description
  }

  /// A date without its year: the next or the latest such as the words around it say, else the nearest. Nothing where
  /// that is far off or the words say both.
  ///
  /// Where its weekday is told, and is another one than in that year, the text is not of the time that the page says: it is the
  /// nearest year in which it is right, if that is the one before or after. A slip of a writer looks the same where the day
  /// is near: then it is nothing.
  /// - Parameter weekday: 0 for Monday.
  func day(_ day: Int, month: Int, on weekday: Int? = nil, _ outlook: DateOutlook) -> String? {
    guard let published else { return nil }
    let today = published.dayNumber
    // Eight years, for a 29 February.
    let days = (published.year - 8...published.year + 8)
      .compactMap { PublicationDate(year: $0, month: month, day: day)?.dayNumber }
    guard let nearest = days.min(by: { abs($0 - today) < abs($1 - today) }) else { return nil }
    let distance = abs(nearest - today)
    let found: Int? =
      switch outlook {
      case .toCome:
        // "will open on March 1", of March 6, is not said of the year after.
        nearest < today && distance <= Self.nearest ? nil : days.first { $0 >= today }
      case .past: distance <= Self.nearest ? nearest : days.last { $0 <= today }
      case .contrary: distance <= Self.nearest ? nearest : nil
      case .unknown: distance <= Self.nearEnough ? nearest : nil
      }
    let meant = weekday.map { right(found, nearest, of: days, on: $0) } ?? found
    return meant.flatMap { PublicationDate(dayNumber: $0)?.description }
  }

  /// The day that is meant, by its weekday, of those in several years.
  /// - Parameters:
  ///   - found: the one that the words around it tell.
  ///   - nearest: the one that is the nearest to the day of publication.
  private func right(_ found: Int?, _ nearest: Int, of days: [Int], on weekday: Int) -> Int? {
    func isRight(_ day: Int) -> Bool { PublicationDate(dayNumber: day)?.weekday == weekday }
    func distance(_ day: Int) -> Int { abs(day - (published?.dayNumber ?? day)) }
    if let found, isRight(found) { return found }
    if isRight(nearest) { return nearest }
    guard distance(nearest) > Self.nearest else { return nil }
    return days.filter { isRight($0) && distance($0) <= Self.aYearAndSome }.min {
      distance($0) < distance($1)
    }
  }

  /// How far off a day of the year before or after may be, in days.
  private static let aYearAndSome = 400

  /// `2018-04`.
  func month(_ month: Int, year: Int) -> String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  /// Which of the weeks a weekday or month is of.
  enum Direction: Sendable {
    /// The last one that had come, the day of publication itself too: "on Friday".
    case latest
    /// "last Friday": before the day of publication.
    case before
    /// "next Friday": after it.
    case after
    /// The next one to come, the day of publication itself too: "will meet on Friday".
    case coming
    /// "this Friday": nothing certain.
    case unclear
  }

  /// A weekday, 0 for Monday.
  func weekday(_ weekday: Int, _ direction: Direction) -> String? {
    guard let published else { return nil }
    let back = (published.weekday - weekday + 7) % 7
    switch direction {
    case .latest: return relative(days: -back)
    case .before: return relative(days: back == 0 ? -7 : -back)
    case .after: return relative(days: 7 - back)
    case .coming: return relative(days: (7 - back) % 7)
    case .unclear: return nil
    }
  }

  /// A month beside "last" or "next".
  func month(_ month: Int, _ direction: Direction) -> String? {
    guard let published else { return nil }
    switch direction {
    case .before:
      return self.month(month, year: month < published.month ? published.year : published.year - 1)
    case .after: return self.month(month, year: month > published.month ? published.year : published.year + 1)
    case .latest, .coming, .unclear: return nil
    }
  }

  /// The month or year before, of or after the publication.
  func relative(months: Int) -> String? {
    guard let published else { return nil }
    let total = published.year * 12 + published.month - 1 + months
    return month(total % 12 + 1, year: total / 12)
  }

  /// So many years after the publication's.
  func relative(years: Int) -> String? { published.map { String($0.year + years) } }

  /// So many days after the publication.
  func relative(days: Int) -> String? {
    published.flatMap { PublicationDate(dayNumber: $0.dayNumber + days)?.description }
  }
}
