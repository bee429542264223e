/// The day, and where it is known the time, at which an article was published.
///
/// A civil date as the source printed it: no time zone is guessed. Its description is ISO 8601
/// (`2018-04-23`, `2018-05-09T14:20Z`, `2018-05-12T09:15:30-04:00`), with seconds where they are not 0.
public struct PublicationDate: Hashable, Sendable {
  /// The year of the Gregorian calendar.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day, 1 to 31.
  public var day: Int
  /// The time of day, where the source gave one.
  public var time: Time?

  /// A time of day.
  public struct Time: Hashable, Sendable {
    /// The hour, 0 to 23.
    public var hour: Int
    /// The minute, 0 to 59.
    public var minute: Int
    /// The second, 0 to 59; 0 where the source gave none.
    public var second: Int
    /// Minutes east of UTC, where the source gave a zone.
    public var offset: Int?

    /// Creates a time of day.
    ///
    /// A second that no minute has, as the leap second, counts as none.
    public init?(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
      guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
      self.hour = hour
      self.minute = minute
      self.second = (0...59).contains(second) ? second : 0
      self.offset = offset
    }
  }

  /// Creates a date; nil for a day that the calendar does not have.
  public init?(year: Int, month: Int, day: Int, time: Time? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.time = time
  }

  static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: return 31
    }
  }
}

extension PublicationDate: CustomStringConvertible {
  public var description: String {
    var out = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    if let time {
      out += "T\(padded(time.hour, 2)):\(padded(time.minute, 2))"
      if time.second != 0 { out += ":\(padded(time.second, 2))" }
      if let offset = time.offset {
        let minutes = abs(offset)
        out +=
          offset == 0 ? "Z" : "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
      }
    }
    return out
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
