import Copydesk

/// A line of a page that says who wrote the story and when, in one.
///
/// ```
/// By Jane Doe | March 12, 2024             Published 12 March 2024 by Jane Doe
/// Von Anna Berg, 12. März 2024, 14:30      Par Jean Dupont – le 12 mars 2024
/// ```
struct CreditLine {
  /// The names as they stand in the line.
  private(set) var names: String?
  /// The date, with the time where the line has one.
  private(set) var date: PublicationDate?

  /// Words of a line that is looked at.
  private static let mostWords = 24

  /// Whether ``date`` is said to be that of a change.
  private(set) var isChange = false
  private let isDayFirst: Bool?

  /// Reads a line; one without a year is a byline or nothing. What is neither a name nor a date may stand between bars, "The Courier" say; elsewhere it means that
  /// the line is something else, of which nothing is read.
  /// - Parameter isDayFirst: whether 05/03 is in March, where that is known.
  /// - Complexity: O(words²), of at most 24 words.
  init(_ line: String, isDayFirst: Bool? = nil) {
    self.isDayFirst = isDayFirst
    // Of nearly all lines the bytes tell that there is nothing to take apart.
    guard Self.mayHoldBoth(line.utf8) else {
      names = Byline(line)?.names
      return
    }
    let parts = Self.parts(of: line).map { BlankWords.of($0, atMost: Self.mostWords) }
    for (index, words) in parts.enumerated() {
      guard let words, !words.isEmpty else { continue }
      read(words[...], clock: parts.dropFirst(index + 1).first ?? nil)
    }
  }

  /// What stands between bars and dots.
  private static func parts(of line: String) -> [Substring] {
    guard line.utf8.allSatisfy({ $0 < 0x80 }) else {
      return line.split { $0 == "|" || $0 == "·" || $0 == "•" }
    }
    return line.utf8.split(separator: UInt8(ascii: "|")).map { Substring($0) }
  }

  /// - Parameter clock: the words behind the next bar, which may be the time of the day.
  private mutating func read(_ words: ArraySlice<Substring>, clock: [Substring]?) {
    let text = words.joined(separator: " ")
    if names == nil, let found = Byline(text)?.names {
      names = found
    } else if let found = PageMetadata.date(text, isDayFirst: isDayFirst) {
      let isChange = DateLine(text, isDayFirst: isDayFirst)?.kind == .updated
      guard date == nil || self.isChange && !isChange else { return }
      date = clock.flatMap { self.date(text, at: $0) } ?? found
      self.isChange = isChange
    } else if names == nil, date == nil, words.contains(where: Self.isYear) {
      readBoth(words)
    }
  }

  /// The date with the time of the day, where the words are one.
  private func date(_ date: String, at clock: [Substring]) -> PublicationDate? {
    guard clock.count <= 4, !clock.contains(where: Self.isYear),
      clock.contains(where: { $0.utf8.contains(where: \.isASCIIDigit) })
    else { return nil }
    return PageMetadata.date(([date[...]] + clock).joined(separator: " "), isDayFirst: isDayFirst)
  }

  /// Names and a date, mostly with a comma, a dash, a "by" or an "on" in between.
  private mutating func readBoth(_ words: ArraySlice<Substring>) {
    for place in words.indices.dropFirst() {
      let isDash = Self.isDash(words[place]) || words[place] == "/"
      let isBetween = isDash || Self.endsInComma(words[place - 1])
      guard
        isBetween || BylineWords.leads.contains(words[place].lowercased()) || Byline.opens(words[place])
          || Self.mayBeginDate(words[place])
      else { continue }
      let before = Self.text(words[..<place])
      let after = Self.text(words[(isDash ? place + 1 : place)...])
      if let names = Byline(before)?.names, let date = PageMetadata.date(after, isDayFirst: isDayFirst) {
        (self.names, self.date) = (names, date)
        return
      }
      if let date = PageMetadata.date(before, isDayFirst: isDayFirst), let names = Byline(after)?.names {
        (self.names, self.date) = (names, date)
        return
      }
    }
  }

  /// "on 7 May 2021", "July 10, 2015"
  private static func mayBeginDate(_ word: Substring) -> Bool {
    guard let first = word.utf8.first else { return false }
    return first.isASCIIDigit || DateLine.mayBegin(word)
  }

  /// A date with a place before it: "Jaén, 3 may 2024 - 14:30 CEST", "Orveston – 3 May 2024".
  ///
  /// "Weather forecast, 3 May 2024" looks alike, so this holds only where such a line can be no headline.
  static func dateBehindPlace(_ line: String, isDayFirst: Bool?) -> DateLine? {
    guard let words = BlankWords.of(line[...], atMost: mostWords), words.count >= 3 else { return nil }
    for place in words.indices.dropFirst().prefix(mostWordsOfPlace) {
      let isDash = isDash(words[place])
      guard isDash || endsInComma(words[place - 1]) else { continue }
      let isName = words[..<place].allSatisfy { word in
        word.first.map { $0.isLetter && !$0.isLowercase } ?? false && !DateLine.mayBegin(word)
      }
      guard isName else { return nil }
      let rest = words[(isDash ? place + 1 : place)...].joined(separator: " ")
      if let date = DateLine(rest, isDayFirst: isDayFirst) { return date }
    }
    return nil
  }

  private static let mostWordsOfPlace = 3

  private static func isDash(_ word: Substring) -> Bool { word == "-" || word == "–" || word == "—" }

  private static func endsInComma(_ word: Substring) -> Bool { word.utf8.last == UInt8(ascii: ",") }

  /// Some words without the comma behind them.
  private static func text(_ words: ArraySlice<Substring>) -> String {
    let text = words.joined(separator: " ")
    return text.utf8.last == UInt8(ascii: ",") ? String(text.dropLast()) : text
  }

  /// Whether there is a number of a year, in whatever script its words are.
  private static func mayHoldBoth(_ line: String.UTF8View) -> Bool {
    var digits = 0
    for byte in line {
      digits = byte.isASCIIDigit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  private static func isYear(_ word: Substring) -> Bool {
    var digits = 0
    for byte in word.utf8 { digits = byte.isASCIIDigit ? digits + 1 : digits >= 4 ? digits : 0 }
    return digits >= 4
  }
}
