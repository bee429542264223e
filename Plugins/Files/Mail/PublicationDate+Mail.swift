import Copydesk

extension PublicationDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let zones = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360,
    "pst": -480, "pdt": -420,
  ]

  /// Reads the date of a message (RFC 5322): `Thu, 10 May 2018 12:00:00 +0200`, the day of the week and the seconds left
  /// out or not. Nil for anything else.
  init?(mail value: String) {
    // A comment may name the zone: `+0200 (CEST)`.
    let plain = value.prefix { $0 != "(" }
    var words = plain.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" })[...]
    if let first = words.first, first.allSatisfy(\.isLetter) { words.removeFirst() }
    guard words.count >= 3, let day = Self.number(words[words.startIndex]),
      let month = Self.months.firstIndex(of: words[words.startIndex + 1].prefix(3).lowercased()),
      let year = Self.year(words[words.startIndex + 2])
    else { return nil }
    let rest = words.dropFirst(3)
    self.init(
      year: year, month: month + 1, day: day,
      time: rest.first.flatMap { Self.time($0, zone: rest.dropFirst().first) })
  }

  /// Two and three digits are of the times before the year 2000, and of some years after it (RFC 5322, 4.3).
  static func year(_ digits: Substring) -> Int? {
    guard let number = number(digits) else { return nil }
    switch digits.count {
    case 2: return number + (number < 50 ? 2000 : 1900)
    case 3: return number + 1900
    default: return number
    }
  }

  /// Digits and nothing else: `Int` would take a sign as well.
  static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy(\.isASCIIDigit) ? Int(digits) : nil
  }

  private static func time(_ clock: Substring, zone: Substring?) -> Time? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map(number)
    guard let parts = parts as? [Int], (2...3).contains(parts.count) else { return nil }
    return Time(hour: parts[0], minute: parts[1], offset: zone.flatMap(offset))
  }

  /// Minutes east of UTC. `-0000` says that nobody knows (RFC 5322, 3.3).
  static func offset(_ zone: Substring) -> Int? {
    if let known = zones[zone.lowercased()] { return known }
    guard let sign = zone.first, sign == "+" || sign == "-", zone.count == 5, zone != "-0000",
      let digits = number(zone.dropFirst()), digits % 100 < 60, digits < 2400
    else { return nil }
    let minutes = digits / 100 * 60 + digits % 100
    return sign == "-" ? -minutes : minutes
  }
}
