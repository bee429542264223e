import Copydesk

/// Numbers that count seconds or milliseconds since the year 1970, as databases and feeds write dates.
enum UnixTime {
  /// 1990 to 2099: other numbers are something else.
  private static let seconds = 631_152_000..<4_102_444_800
  private static let secondsInDay = 86_400

  /// The date in UTC; nil for what is no such number. Fractions of a second are dropped.
  static func date(_ digits: String) -> PublicationDate? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }),
      let number = Int(parts[0])
    else { return nil }
    if seconds.contains(number) { return date(seconds: number) }
    return seconds.contains(number / 1_000) ? date(seconds: number / 1_000) : nil
  }

  private static func date(seconds: Int) -> PublicationDate? {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: secondsInDay)
    let time = PublicationDate.Time(
      hour: rest / 3_600, minute: rest % 3_600 / 60, second: rest % 60, offset: 0)
    return PublicationDate(dayNumber: days, time: time)
  }
}
