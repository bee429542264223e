import Copydesk

/// Dates and hours, which may follow a telephone number.
extension PersonalData {
  /// Up to so many digits, and no more, that stand there.
  func run(at start: Int, most: Int) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while at(end).isASCIIDigit, end - start < most {
      value = value * 10 + Int(at(end) & 15)
      end += 1
    }
    return end > start && !at(end).isASCIIDigit ? (value, end) : nil
  }

  /// `10.05.2018`, `5/10/18`, `2018-05-10`, `10. Mai 2018`, `10 de mayo de 2018`
  func isDate(at start: Int) -> Bool {
    guard let first = run(at: start, most: 4) else { return false }
    if first.end - start < 3, 1...31 ~= first.value, isMonthAndYear(at: first.end) { return true }
    guard let mark = self.mark(at: first.end), "-./".utf8.contains(mark.byte),
      let second = run(at: first.end + mark.length, most: 2),
      let other = self.mark(at: second.end), other.byte == mark.byte,
      let third = run(at: second.end + other.length, most: 4)
    else { return false }
    // One more of the same makes a longer number of it.
    if let more = self.mark(at: third.end), more.byte == mark.byte, at(third.end + more.length).isASCIIDigit {
      return false
    }
    let lengths = (first.end - start, third.end - second.end - other.length)
    func isDay(_ one: Int, _ other: Int) -> Bool { 1...12 ~= min(one, other) && 1...31 ~= max(one, other) }
    switch lengths {
    case (4, 2): return Self.years ~= first.value && 1...12 ~= second.value && 1...31 ~= third.value
    case (1...2, 4): return Self.years ~= third.value && isDay(first.value, second.value)
    case (1...2, 2): return mark.byte != UInt8(ascii: "-") && isDay(first.value, second.value)
    default: return false
    }
  }

  private static let years = 1000...2099

  /// Whether one to three words and a year stand behind a day, with blanks between.
  private func isMonthAndYear(at day: Int) -> Bool {
    var index = day
    if at(index) == UInt8(ascii: ".") { index += 1 }
    for _ in 0..<3 {
      guard let word = passBlank(index), let end = wordEnd(from: word) else { return false }
      index = end
      if at(index) == UInt8(ascii: ".") || at(index) == UInt8(ascii: ",") { index += 1 }
      if let next = passBlank(index), let year = run(at: next, most: 4) {
        return year.end - next == 4 && Self.years ~= year.value
      }
    }
    return false
  }

  /// `18 Uhr`, `10-18 h`, `8.30 - 17.00 uur`, `9 a.m.`: an hour, or from one to another, with the word for it behind; 24/7.
  func isHour(at start: Int) -> Bool {
    guard let first = clock(at: start) else { return false }
    if first.hour == 24, at(first.end) == UInt8(ascii: "/"), let days = run(at: first.end + 1, most: 1) {
      return days.value == 7
    }
    let end = secondClock(behind: first.end)?.end ?? first.end
    let next = passBlank(end) ?? end
    guard let stop = wordEnd(from: next) else { return false }
    let word = UnsafeBufferPointer(rebasing: bytes[next..<stop])
    if stop - next == 1, word[0] | 0x20 == UInt8(ascii: "a") || word[0] | 0x20 == UInt8(ascii: "p") {
      return at(stop) == UInt8(ascii: ".") && at(stop + 1) | 0x20 == UInt8(ascii: "m")
    }
    return Self.hours.contains(word)
  }

  /// `9-17`, `10:00 - 18:30`: from one hour to a later one, and no digits behind.
  func areHours(at start: Int) -> Bool {
    guard let first = clock(at: start), let second = secondClock(behind: first.end),
      first.hour < second.hour, !isWord(at: second.end)
    else { return false }
    return mark(at: second.end).map { !at(second.end + $0.length).isASCIIDigit } ?? true
  }

  /// What stands behind an hour, or a number of hours; not "am", which is a preposition in German.
  private static let hours = WordSet(
    """
    uhr std stunden h hs hr hrs hour hours o'clock o’clock pm heure heures hora horas ora ore uur uren timer timmar
    tuntia godz godzin godziny hod hodin óra órától órakor saat ч час часа часов година години годин ώρα ώρες
    """)

  /// An hour with its minutes: `18`, `8.30`.
  private func clock(at start: Int) -> (hour: Int, end: Int)? {
    guard let hour = run(at: start, most: 2), hour.value <= 24 else { return nil }
    guard at(hour.end) == UInt8(ascii: ".") || at(hour.end) == UInt8(ascii: ":"),
      let minutes = run(at: hour.end + 1, most: 2), minutes.end - hour.end == 3, minutes.value < 60
    else { return (hour.value, hour.end) }
    return (hour.value, minutes.end)
  }

  /// An hour behind another one and a hyphen or a dash.
  private func secondClock(behind end: Int) -> (hour: Int, end: Int)? {
    let next = passBlank(end) ?? end
    guard let dash = mark(at: next), dash.byte == UInt8(ascii: "-") else { return nil }
    let second = next + dash.length
    return clock(at: passBlank(second) ?? second)
  }

  /// Whether a colon and two digits stand there, as behind an hour.
  func isMinutes(at index: Int) -> Bool {
    at(index) == UInt8(ascii: ":") && run(at: index + 1, most: 2).map { $0.end - index == 3 } ?? false
  }

  private func passBlank(_ index: Int) -> Int? {
    guard let mark = self.mark(at: index), mark.byte == UInt8(ascii: " ") else { return nil }
    return index + mark.length
  }

  /// Where the word ends that starts there; no word for a month or an hour is longer than 24 bytes.
  private func wordEnd(from start: Int) -> Int? {
    var end = start
    while end - start < 24,
      at(end).isASCIILetter || at(end) >= 0x80 && mark(at: end) == nil
        || end > start && at(end) == UInt8(ascii: "'")
    {
      end += 1
    }
    return end > start ? end : nil
  }
}
