import Copydesk

/// What a `when` asks of one field.
///
/// ```yaml
/// when: { field: { section: [Sport, World], score: { at_least: 0.5 }, title: { contains: storm } } }
/// ```
///
/// Numbers are compared as numbers (`1,200` is one), and what is no number, such as `50%`, is neither more nor less than one.
/// Dates in ISO 8601 are compared as far as the test says them, `at_most: 2024` is all of that year, and times of day in
/// their zones. All else is compared as text.
public struct FieldTest: Sendable, Hashable {
  /// It says one of these.
  public var oneOf: [String]?
  /// It is not less.
  public var atLeast: String?
  /// It is not more.
  public var atMost: String?
  /// It holds this piece of text, in any case.
  public var contains: String?

  /// Creates a test.
  public init(
    oneOf: [String]? = nil, atLeast: String? = nil, atMost: String? = nil, contains: String? = nil
  ) {
    self.oneOf = oneOf
    self.atLeast = atLeast
    self.atMost = atMost
    self.contains = contains
  }

  /// Whether it holds for a value; for a list, whether it holds for one element. A field that is not there meets
  /// nothing.
  func holds(for value: JSONValue?) -> Bool {
    guard let value else { return false }
    if case .array(let elements) = value { return elements.contains { holds(for: $0) } }
    guard let text = Self.text(of: value) else { return false }
    if let oneOf, !oneOf.contains(where: { Self.isSame($0, text) }) { return false }
    let date = Self.isDate(text) ? PublicationDate(iso8601: text) : nil
    if let atLeast, !(date.flatMap { Self.isNotBefore($0, atLeast) } ?? Self.isInOrder(atLeast, text)) {
      return false
    }
    if let atMost, !(date.flatMap { Self.isNotAfter($0, atMost) } ?? Self.isInOrder(text, atMost)) {
      return false
    }
    if let contains, !text.lowercased().contains(contains.lowercased()) { return false }
    return true
  }

  /// Whether it holds for a date, which is in ISO 8601 and may be more exact than what is asked.
  func holds(for date: PublicationDate) -> Bool {
    let text = date.description
    if let oneOf, !oneOf.contains(where: { text.hasPrefix($0) && !$0.isEmpty }) { return false }
    if let atLeast, !(Self.isNotBefore(date, atLeast) ?? (text >= atLeast)) { return false }
    if let atMost, !(Self.isNotAfter(date, atMost) ?? (text <= atMost)) { return false }
    if let contains, !text.lowercased().contains(contains.lowercased()) { return false }
    return true
  }

  private static func text(of value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .number(let digits): digits
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    if let a = number(a), let b = number(b) { return a == b }
    return false
  }

  static func isInOrder(_ a: String, _ b: String) -> Bool {
    switch (number(a), number(b)) {
    case (let a?, let b?): a <= b
    // "May 10, 2018" is neither before nor after "2018-05-10", as nobody says what it is.
    case (nil, nil): isDate(a) == isDate(b) && a <= b
    // "2024-05-01" is not before 2024.
    case (nil, _): isDate(a) && a <= b
    case (_, nil): isDate(b) && a <= b
    }
  }

  /// A number, as people write it in tables, too: `1,200`.
  private static func number(_ text: String) -> Double? {
    if let number = Double(text) { return number }
    guard text.utf8.contains(UInt8(ascii: ",")) else { return nil }
    let whole = text.prefix { $0 != "." }
    let groups = whole.drop { $0 == "-" || $0 == "+" }.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.allSatisfy { $0.utf8.allSatisfy(\.isASCIIDigit) }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard isGrouped, (1...3).contains(groups[0].count), !text.dropFirst(whole.count).contains(",") else {
      return nil
    }
    return Double(text.replacing(",", with: ""))
  }

  /// Whether a date is not before a limit; nil where that is no date, nor a year or a month.
  private static func isNotBefore(_ date: PublicationDate, _ limit: String) -> Bool? {
    guard isDate(limit) || isYear(limit) else { return nil }
    return isInOrder(limit, date) ?? (date.description >= limit)
  }

  /// Whether a date is not after a limit, which means all of a year, a month or a day; nil where that is none.
  private static func isNotAfter(_ date: PublicationDate, _ limit: String) -> Bool? {
    guard isDate(limit) || isYear(limit) else { return nil }
    return isInOrder(date, limit) ?? (date.description.prefix(limit.count) <= limit)
  }

  private static func isYear(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy(\.isASCIIDigit)
  }

  /// Whether it begins with a year and a month.
  private static func isDate(_ text: String) -> Bool {
    let head = Array(text.utf8.prefix(7))
    return head.count == 7 && head[4] == UInt8(ascii: "-")
      && [0, 1, 2, 3, 5, 6].allSatisfy { head[$0].isASCIIDigit }
  }

  /// The seconds of two times that are both told in their zones, or both without one.
  private static func clocks(_ date: PublicationDate, _ limit: String) -> (Int, Int)? {
    guard let time = date.time, let other = PublicationDate(iso8601: limit), let otherTime = other.time,
      (time.offset == nil) == (otherTime.offset == nil)
    else { return nil }
    return (date.seconds, other.seconds)
  }

  /// Whether a date is not before a limit; nil where they cannot be told apart by more than their text.
  private static func isInOrder(_ limit: String, _ date: PublicationDate) -> Bool? {
    guard let (seconds, least) = clocks(date, limit) else { return nil }
    return least <= seconds
  }

  /// Whether a date is not after a limit, of which a minute is meant as a whole.
  private static func isInOrder(_ date: PublicationDate, _ limit: String) -> Bool? {
    guard let (seconds, most) = clocks(date, limit) else { return nil }
    let clock = limit.utf8.drop { $0 != UInt8(ascii: "T") && $0 != 0x20 }.dropFirst().prefix {
      $0.isASCIIDigit || $0 == UInt8(ascii: ":")
    }
    let isMinute = clock.count { $0 == UInt8(ascii: ":") } < 2
    return seconds <= most || isMinute && seconds < most + 60
  }

  struct Limits: StageOptions {
    @Option("The values that it may have.") var oneOf: [String]? = nil
    @Option("The least value.") var atLeast: String? = nil
    @Option("The greatest value.") var atMost: String? = nil
    @Option("A piece of text, in any case.") var contains: String? = nil
  }

  /// Reads what is asked of one field: a value, a list of values, or limits.
  static func decode(_ entry: ConfigNode.Entry, _ problems: inout [Diagnostic]) -> FieldTest? {
    if let value = entry.value.scalar { return FieldTest(oneOf: [value]) }
    var found: [OptionProblem] = []
    defer { problems += found.map { $0.diagnostic(stage: entry.key) } }
    if case .list = entry.value.value {
      return [String].decode(entry.value, &found).map { FieldTest(oneOf: $0) }
    }
    return Limits.decode(entry.value, &found).map {
      FieldTest(oneOf: $0.oneOf, atLeast: $0.atLeast, atMost: $0.atMost, contains: $0.contains)
    }
  }
}
