extension PublicationDate {
  /// What looks like a date without marks and is of another year is some other number.
  private static let yearsWithoutMarks = 1900..<2100

  /// Reads ISO 8601: `2018-04-23`, optionally with `T14:20`, seconds, their fractions (which are dropped), and a
  /// zone (`Z`, `+02:00`, `-0400`). A blank may stand for the `T`. The marks may be left out, of days from 1900 on:
  /// `20180423T1420Z`. Nil for anything else.
  public init?(iso8601 string: String) {
    var reader = DigitReader(bytes: Array(string.utf8))
    guard let year = reader.number(digits: 4) else { return nil }
    let hasMarks = reader.take("-")
    guard hasMarks || Self.yearsWithoutMarks.contains(year), let month = reader.number(digits: 2),
      !hasMarks || reader.take("-"), let day = reader.number(digits: 2)
    else { return nil }
    var time: Time?
    if reader.take("T") || reader.take(" ") || reader.take("t") {
      guard let hour = reader.number(digits: 2), !hasMarks || reader.take(":"),
        let minute = reader.number(digits: 2)
      else { return nil }
      var second = 0
      if hasMarks ? reader.take(":") : reader.isAtDigit {
        guard let value = reader.number(digits: 2) else { return nil }
        second = value
        if reader.take(".") || reader.take(",") { reader.skipDigits() }
      }
      let before = reader.position
      let offset = reader.zoneOffset()
      if offset == nil, reader.position != before { return nil }
      guard let valid = Time(hour: hour, minute: minute, second: second, offset: offset) else { return nil }
      time = valid
    }
    guard reader.isAtEnd else { return nil }
    self.init(year: year, month: month, day: day, time: time)
  }
}

/// Reads fixed-width numbers from a few bytes.
private struct DigitReader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  var isAtDigit: Bool { position < bytes.count && bytes[position].isASCIIDigit }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard byte.isASCIIDigit else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    position += digits
    return value
  }

  mutating func skipDigits() {
    while position < bytes.count, bytes[position].isASCIIDigit { position += 1 }
  }

  /// Minutes east of UTC; nil without moving where no zone stands here.
  mutating func zoneOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("+") ? 1 : take("-") ? -1 : 0
    guard sign != 0, let hours = number(digits: 2) else { return nil }
    _ = take(":")
    return sign * (hours * 60 + (number(digits: 2) ?? 0))
  }
}
