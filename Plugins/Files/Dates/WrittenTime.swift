import Copydesk

/// Reads the time that follows a date: `14:30`, `at 11:30 PM`, `23:30:00.5 +0100`, `10:15AM EST`, `10:00 GMT+2`.
enum WrittenTime {
  /// - Parameters:
  ///   - words: all that follows the date, and something does.
  ///   - isCompact: whether the hour and the minute may stand together, as in `2330`.
  /// - Returns: nil where one of the words is no part of a time.
  static func read(_ words: ArraySlice<Substring>, isCompact: Bool) -> PublicationDate.Time? {
    var words = words
    if words.first?.lowercased() == "at" { words.removeFirst() }
    guard let first = words.popFirst() else { return nil }
    let digits = first.prefix { $0.isNumber || $0 == ":" || $0 == "." }
    guard let clock = clock(digits, isCompact: isCompact) else { return nil }
    if digits.count < first.count { words = ([first.dropFirst(digits.count)] + Array(words))[...] }
    var hour = clock.hour
    if let half = words.first.flatMap(half) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
      words.removeFirst()
    }
    // `+0000 UTC` says it twice.
    guard words.count <= 2, words.allSatisfy(isZone) else { return nil }
    return PublicationDate.Time(hour: hour, minute: clock.minute, offset: words.first.flatMap(offset))
  }

  private static func clock(_ word: Substring, isCompact: Bool) -> (hour: Int, minute: Int)? {
    var parts = word.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1, isCompact, word.count == 4 || word.count == 6 {
      parts = [word.prefix(2), word.dropFirst(2).prefix(2)] + (word.count == 6 ? [word.dropFirst(4)] : [])
    }
    // Fractions of seconds.
    if parts.count == 3, let dot = parts[2].firstIndex(of: ".") { parts[2] = parts[2][..<dot] }
    let numbers = parts.compactMap(PublicationDate.number)
    guard (2...3).contains(parts.count), numbers.count == parts.count, (1...2).contains(parts[0].count),
      parts.dropFirst().allSatisfy({ $0.count == 2 }), parts.count == 2 || numbers[2] <= 60
    else { return nil }
    return (numbers[0], numbers[1])
  }

  /// The hours that `AM` and `PM` add.
  private static func half(_ word: Substring) -> Int? {
    switch word.lowercased().filter({ $0 != "." }) {
    case "am": 0
    case "pm": 12
    default: nil
    }
  }

  /// A name of a few letters, or a distance from UTC.
  private static func isZone(_ word: Substring) -> Bool {
    let sign = word.firstIndex { $0 == "+" || $0 == "-" } ?? word.endIndex
    let name = word[..<sign]
    guard name.utf8.count <= 5, name.utf8.allSatisfy(\.isASCIILetter) else { return false }
    guard sign != word.endIndex else { return true }
    let digits = word[sign...].dropFirst().filter { $0 != ":" }
    return ["", "gmt", "utc"].contains(name.lowercased()) && (1...4).contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Minutes east of UTC, where the zone is known.
  private static func offset(_ word: Substring) -> Int? {
    guard let sign = word.firstIndex(where: { $0 == "+" || $0 == "-" }) else {
      return PublicationDate.offset(word)
    }
    let digits = word[sign...].dropFirst().filter { $0 != ":" }
    let hours = digits.count <= 2 ? String(repeating: "0", count: 2 - digits.count) + digits + "00" : digits
    return PublicationDate.offset(
      Substring("\(word[sign])" + String(repeating: "0", count: 4 - hours.count) + hours))
  }
}
