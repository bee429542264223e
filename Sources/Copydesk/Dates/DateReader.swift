/// Reads the parts of a date line from left to right.
struct DateReader {
  private enum Part: Equatable {
    case word(ArraySlice<UInt8>)
    case number(Int, digits: Int)
    case mark(UInt8)
  }

  private let parts: [Part]
  private var index = 0

  private let givenOrder: Bool?

  /// - Parameter isDayFirst: whether 05/03 is in March, where that is known; else the language of the words may tell.
  init(_ folded: ArraySlice<UInt8>, isDayFirst: Bool? = nil) {
    parts = Self.parts(of: folded)
    givenOrder = isDayFirst
  }

  private var isDayFirst: Bool? {
    if let givenOrder { return givenOrder }
    let isTold = parts.contains {
      if case .word(let word) = $0 {
        word.withUnsafeBufferPointer(DateWords.dayFirst.contains)
      } else {
        false
      }
    }
    return isTold ? true : nil
  }

  var isAtEnd: Bool { index == parts.count }

  /// Whether a few words with a small number are left: "2 days ago", "há 2 dias".
  var isAtAge: Bool {
    parts.count - index <= 4
      && parts[index...].count {
        if case .number(let value, _) = $0 { value < 100 } else { false }
      } == 1
  }

  /// Whether a time of the day is left, and nothing else: "…, mis à jour à 16h05".
  var isAtTime: Bool {
    guard number() != nil else { return false }
    var rest = self
    guard rest.time() != nil else { return false }
    rest.skipMarks()
    return rest.isAtEnd
  }

  // MARK: Cutting

  private static func parts(of bytes: ArraySlice<UInt8>) -> [Part] {
    var parts: [Part] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      let byte = bytes[index]
      if byte.isASCIIDigit {
        var value = 0
        while index < bytes.endIndex, bytes[index].isASCIIDigit {
          value = min(value * 10 + Int(bytes[index] &- 0x30), 1_000_000)
          index += 1
        }
        parts.append(.number(value, digits: index - start))
      } else if isLetter(bytes, index) {
        while index < bytes.endIndex, isLetter(bytes, index) { index += 1 }
        parts.append(.word(bytes[start..<index]))
      } else {
        // Dashes and dots of more than one byte count as a hyphen.
        if byte != 0x20 { parts.append(.mark(byte < 0x80 ? byte : UInt8(ascii: "-"))) }
        index += 1
        while index < bytes.endIndex, bytes[index].isUTF8Continuation { index += 1 }
      }
    }
    return parts
  }

  private static func isLetter(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    // The wide colon of East Asia is a mark.
    if byte == 0xEF, index + 1 < bytes.endIndex, bytes[index + 1] == 0xBC { return false }
    return byte.isASCIILetter || (byte >= 0xC3 && byte != 0xE2)
      || (byte.isUTF8Continuation && index > bytes.startIndex && isLetter(bytes, index - 1))
  }

  // MARK: Steps

  private func word(at offset: Int = 0) -> ArraySlice<UInt8>? {
    guard index + offset < parts.count, case .word(let word) = parts[index + offset] else { return nil }
    return word
  }

  private func number(at offset: Int = 0) -> (value: Int, digits: Int)? {
    guard index + offset < parts.count, case .number(let value, let digits) = parts[index + offset] else {
      return nil
    }
    return (value, digits)
  }

  private func mark(at offset: Int = 0) -> UInt8? {
    guard index + offset < parts.count, case .mark(let mark) = parts[index + offset] else { return nil }
    return mark
  }

  private mutating func skip(words: WordSet) -> Bool {
    guard let word = word(), word.withUnsafeBufferPointer(words.contains) else { return false }
    index += 1
    return true
  }

  private mutating func skipMarks() { while mark() != nil { index += 1 } }

  // MARK: The parts of a date line

  /// "Published on:", "Last updated".
  mutating func label() -> DateLine.Kind {
    var kind = DateLine.Kind.bare
    while true {
      if skip(words: DateWords.updated) {
        kind = .updated
      } else if skip(words: DateWords.published) {
        if kind == .bare { kind = .published }
      } else if kind != .bare || word() != nil, skip(words: DateWords.fillers) {
        continue
      } else {
        skipMarks()
        return kind
      }
    }
  }

  mutating func date() -> PublicationDate? {
    if skip(words: DateWords.weekdays) {
      skipMarks()
      // "sexta-feira"
      if skip(words: DateWords.weekdays) { skipMarks() }
      _ = skip(words: DateWords.fillers)
    }
    if let date = yearLast() { return date }
    let timeAhead = timeAhead()
    guard let (year, month, day) = day() else { return nil }
    _ = skip(words: DateWords.weekdays)
    if let timeAhead {
      skipMarks()
      return PublicationDate(year: year, month: month, day: day, time: timeAhead)
    }
    let before = index
    skipMarks()
    while skip(words: DateWords.fillers) { skipMarks() }
    guard number() != nil else {
      // "5 марта 2024 г."
      if !isAtEnd {
        index = before
        skipMarks()
      }
      return PublicationDate(year: year, month: month, day: day)
    }
    guard let time = time() else { return nil }
    skipMarks()
    return PublicationDate(year: year, month: month, day: day, time: time)
  }

  /// The year behind the time, as C's `asctime` has it: "Mar 5 10:00:00 2024", "Oct 10 20:19:24 +0000 2018", and with
  /// the zone last.
  private mutating func yearLast() -> PublicationDate? {
    let before = index
    if let month = monthName(), let day = number(), day.digits <= 2 {
      index += 1
      if mark(at: 1) == UInt8(ascii: ":"), number() != nil, number(at: 2) != nil, var time = time(),
        let year = number(), year.digits == 4
      {
        index += 1
        if time.offset == nil { time.offset = zone() }
        skipMarks()
        return PublicationDate(year: year.value, month: month, day: day.value, time: time)
      }
    }
    index = before
    return nil
  }

  /// The time of the day in front of the day: "9:45 p.m. ET March 2, 2024".
  private mutating func timeAhead() -> PublicationDate.Time? {
    guard number() != nil else { return nil }
    let isClock = mark(at: 1) == UInt8(ascii: ":") && number(at: 2) != nil
    guard isClock || isHalf(word(at: 1), mark(at: 2)) else { return nil }
    let before = index
    guard let time = time() else {
      index = before
      return nil
    }
    skipMarks()
    while skip(words: DateWords.fillers) { skipMarks() }
    if skip(words: DateWords.weekdays) { skipMarks() }
    return time
  }

  private func isHalf(_ word: ArraySlice<UInt8>?, _ mark: UInt8?) -> Bool {
    guard let word, word.first == UInt8(ascii: "a") || word.first == UInt8(ascii: "p") else { return false }
    return word.count == 2 ? word.last == UInt8(ascii: "m") : word.count == 1 && mark == UInt8(ascii: ".")
  }

  private mutating func day() -> (Int, Int, Int)? {
    if let first = number() {
      return first.digits == 4 ? isoDay() ?? yearFirst() : dayFirst(first.value)
    }
    guard let month = monthName(), let day = number(), day.digits <= 2 else { return nil }
    index += 1
    if let suffix = word(), suffix.withUnsafeBufferPointer(DateWords.ordinals.contains) { index += 1 }
    if mark() == UInt8(ascii: ",") || mark() == UInt8(ascii: ".") { index += 1 }
    guard let year = number(), year.digits == 4 else { return nil }
    index += 1
    return (year.value, month, day.value)
  }

  /// 2018-05-09, 2018/05/09
  private mutating func isoDay() -> (Int, Int, Int)? {
    guard let year = number(), let mark = mark(at: 1), "-/.".utf8.contains(mark), let month = number(at: 2),
      month.digits <= 2, self.mark(at: 3) == mark, let day = number(at: 4), day.digits <= 2
    else { return nil }
    index += 5
    return (year.value, month.value, day.value)
  }

  /// 2018. április 23., as Hungarian has it.
  private mutating func yearFirst() -> (Int, Int, Int)? {
    guard let year = number(), mark(at: 1) == UInt8(ascii: "."), word(at: 2) != nil else { return nil }
    index += 2
    guard let month = monthName(), let day = number(), day.digits <= 2 else { return nil }
    index += 1
    if mark() == UInt8(ascii: ".") { index += 1 }
    return (year.value, month, day.value)
  }

  /// 23 April 2018, 23rd of April, 2018, 23. Mai 2018, 23/04/2018, 23.04.2018
  private mutating func dayFirst(_ day: Int) -> (Int, Int, Int)? {
    if let mark = mark(at: 1), "/.-".utf8.contains(mark), let month = number(at: 2), self.mark(at: 3) == mark,
      let year = number(at: 4)
    {
      guard year.digits == 4, month.digits <= 2 else { return nil }
      index += 5
      // With periods the day is first everywhere; with other marks one of the two must be above 12, or both
      // alike.
      if mark == UInt8(ascii: ".") || day > 12 || day == month.value
        || isDayFirst == true && month.value <= 12
      {
        return (year.value, month.value, day)
      }
      return month.value > 12 || isDayFirst == false ? (year.value, day, month.value) : nil
    }
    index += 1
    if let suffix = word(), suffix.withUnsafeBufferPointer(DateWords.ordinals.contains) { index += 1 }
    skipMarks()
    _ = skip(words: DateWords.of)
    guard let month = monthName() else { return nil }
    skipMarks()
    _ = skip(words: DateWords.of)
    guard let year = year() else { return nil }
    index += 1
    return (year, month, day)
  }

  /// A year of four digits, or of two before a time, as in old mail (RFC 5322, 4.3): "5 Mar 24 23:30".
  private func year() -> Int? {
    guard let year = number() else { return nil }
    if year.digits == 4 { return year.value }
    guard year.digits == 2, number(at: 1) != nil, mark(at: 2) == UInt8(ascii: ":") else { return nil }
    return year.value + (year.value < 50 ? 2000 : 1900)
  }

  private mutating func monthName() -> Int? {
    guard let word = word(), word.count >= 3 else { return nil }
    let month = DateWords.months.firstIndex { word.withUnsafeBufferPointer($0.contains) }
    guard let month else { return nil }
    index += 1
    if mark() == UInt8(ascii: ".") { index += 1 }
    return month + 1
  }

  /// 14:20, 14.20 Uhr, 9:15:30 AM EDT, 9 p.m., 14:20+02:00, 18:30Z
  private mutating func time() -> PublicationDate.Time? {
    guard var hour = number()?.value else { return nil }
    index += 1
    var (minute, second) = (0, 0)
    var hasMinutes = false
    if let mark = mark(), mark == UInt8(ascii: ":") || mark == UInt8(ascii: "."), let value = number(at: 1) {
      (minute, hasMinutes) = (value.value, true)
      index += 2
      if self.mark() == UInt8(ascii: ":"), let value = number(at: 1) {
        second = value.value
        index += 2
      }
      if self.mark() == UInt8(ascii: "."), number(at: 1) != nil { index += 2 }
    } else if let word = word(), word.elementsEqual("h".utf8) {
      index += 1
      hasMinutes = true
      if let value = number() {
        minute = value.value
        index += 1
      }
    }
    if let half = half() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half ? 12 : 0)
    } else if !hasMinutes {
      return nil
    }
    _ = skip(words: DateWords.hourWords)
    return PublicationDate.Time(hour: hour, minute: minute, second: second, offset: zone())
  }

  /// False for a.m., true for p.m.
  private mutating func half() -> Bool? {
    guard let word = word(), let first = word.first, first == UInt8(ascii: "a") || first == UInt8(ascii: "p")
    else {
      return nil
    }
    if word.count == 2, word.last == UInt8(ascii: "m") {
      index += 1
    } else if word.count == 1, mark(at: 1) == UInt8(ascii: "."),
      self.word(at: 2)?.elementsEqual("m".utf8) ?? false
    {
      index += 3
    } else {
      return nil
    }
    if mark() == UInt8(ascii: ".") { index += 1 }
    return first == UInt8(ascii: "p")
  }

  private mutating func zone() -> Int? {
    let before = index
    skipUnlessSign()
    var minutes: Int?
    if isAtOffset {
      minutes = offset()
      // `+0000 UTC` says it twice.
      if let word = word(), TimeZones.offset(of: word) != nil { index += 1 }
    } else if let word = word(), let known = TimeZones.offset(of: word) {
      index += 1
      minutes = known == 0 && isAtOffset ? offset() : known  // GMT+2
    } else {
      index = before
      return nil
    }
    skipRemark()
    return minutes
  }

  private var isAtOffset: Bool {
    (mark() == UInt8(ascii: "+") || mark() == UInt8(ascii: "-")) && number(at: 1) != nil
  }

  /// Minutes east of UTC; nil for `-0000`, which says that nobody knows them (RFC 5322, 3.3).
  private mutating func offset() -> Int? {
    guard let sign = mark(), let number = number(at: 1) else { return nil }
    index += 2
    var minutes = number.digits <= 2 ? number.value * 60 : number.value / 100 * 60 + number.value % 100
    if number.digits <= 2, mark() == UInt8(ascii: ":"), let more = self.number(at: 1) {
      minutes += more.value
      index += 2
    }
    guard sign == UInt8(ascii: "-") else { return minutes }
    return minutes == 0 && number.digits == 4 ? nil : -minutes
  }

  /// A remark may name the zone: `+0200 (CEST)`.
  private mutating func skipRemark() {
    guard mark() == UInt8(ascii: "("),
      let end = parts[index...].firstIndex(of: .mark(UInt8(ascii: ")")))
    else { return }
    index = end + 1
  }

  private mutating func skipUnlessSign() {
    while let mark = mark(), mark != UInt8(ascii: "+"), mark != UInt8(ascii: "-") { index += 1 }
  }
}
