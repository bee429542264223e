import Copydesk

/// A number of several tokens: its thousands are set apart by blanks or apostrophes, "74 000", "1'200'000", or its decimals by
/// a raised point, "1·5".
struct GroupedNumber {
  /// One past its last token.
  let end: Int
  /// From its first digit to its last, with what stands between them.
  let digits: UnsafeBufferPointer<UInt8>
  /// The letters behind the last digit, which may scale it: the "m" of "1·5m".
  let suffix: UnsafeBufferPointer<UInt8>
  /// Whether it is one number and no two: "3 800 euros" may be the third of a list and 800 euros.
  let isCertain: Bool
  /// Whether an ordinary blank is all that joins two groups: "36 100 kilowatt sets" may be many sets of 100.
  let mayBeTwo: Bool

  /// Reads the number that begins at token `index`; nil where a single token is all of it.
  init?(_ view: FigureTokens, at index: Int) {
    guard index + 1 < view.count, view.tokens[index].kind == .number,
      (1...3) ~= view.tokens[index].span.count, Self.isWhole(view.word(index)), !Self.isDay(view, index)
    else { return nil }
    var last = index
    var groups = 0
    var isPlain = true
    if view.word(index)[0] != UInt8(ascii: "0") {
      while let next = Self.group(view, after: last) {
        isPlain = isPlain && next.isPlain && view.word(next.token)[0] != UInt8(ascii: "0")
        (last, groups) = (next.token, groups + 1)
        if view.word(last).count > 3 { break }
      }
    }
    if groups == 0, let decimals = Self.decimals(view, after: index) {
      (last, isPlain) = (decimals, false)
    }
    guard last > index else { return nil }
    end = last + 1
    let word = view.word(last)
    let count = word.lastIndex { $0.isASCIIDigit }.map { $0 + 1 } ?? 0
    let (first, behind) = (view.tokens[index].start, view.tokens[last].start + count)
    digits = UnsafeBufferPointer(rebasing: view.bytes[first..<behind])
    suffix = UnsafeBufferPointer(rebasing: word[count...])
    mayBeTwo = isPlain && groups == 1
    isCertain = !isPlain || groups > 1 || !Self.isNumbered(view, index)
  }

  /// The next three digits, and whether nothing but a plain blank is before them. The last three may have decimals.
  private static func group(_ view: FigureTokens, after last: Int) -> (token: Int, isPlain: Bool)? {
    let next = last + 1
    guard next < view.count else { return nil }
    let token = view.isAny(next, of: apostrophes) && view.isAttached(next) ? next + 1 : next
    guard view.isNumber(token), isGroup(view.word(token)), !view.tokens[token].traits.contains(.afterNewline)
    else { return nil }
    if token > next { return view.isAttached(token) ? (token, false) : nil }
    let gap = view.bytes[view.tokens[last].end..<view.tokens[token].start]
    if gap.count == 1 { return (token, true) }
    // No-break, figure, thin and narrow no-break spaces.
    let isBlank =
      gap.elementsEqual([0xC2, 0xA0])
      || (gap.count == 3 && gap.starts(with: [0xE2, 0x80])
        && [0x87, 0x89, 0xAF].contains(gap[gap.endIndex - 1]))
    return isBlank ? (token, false) : nil
  }

  /// The token behind a raised point.
  private static func decimals(_ view: FigureTokens, after index: Int) -> Int? {
    guard view.isAny(index + 1, of: points), view.isAttached(index + 1), view.isNumber(index + 2),
      view.isAttached(index + 2), !view.word(index + 2).contains(where: isJoint)
    else { return nil }
    return index + 2
  }

  /// "1·5-2": a range, a date or whatever else.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isASCIIDigit && !byte.isASCIILetter
  }

  /// `800`, and `800,50` or `800.5`, which nothing follows.
  private static func isGroup(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 3, isWhole(UnsafeBufferPointer(rebasing: word[..<3])) else { return false }
    if word.count == 3 { return true }
    let isPoint = word[3] == UInt8(ascii: ",") || word[3] == UInt8(ascii: ".")
    return isPoint && (5...6) ~= word.count && isWhole(UnsafeBufferPointer(rebasing: word[4...]))
  }

  private static func isWhole(_ word: UnsafeBufferPointer<UInt8>) -> Bool { word.allSatisfy(\.isASCIIDigit) }

  /// "On May 12 500 dollars were stolen".
  private static func isDay(_ view: FigureTokens, _ index: Int) -> Bool {
    guard index > 0, view.tokens[index - 1].isCapitalised else { return false }
    return DateWords.months.value(view, index - 1) != nil
      || DateWords.shortMonths.value(view, index - 1) != nil
  }

  /// Whether a word with a capital stands before the number, which may be a name that has one: "Boeing 737", "Article 3".
  /// "EUR" is none.
  private static func isNumbered(_ view: FigureTokens, _ index: Int) -> Bool {
    guard index > 0, !view.startsParagraph(index), view.tokens[index - 1].isCapitalised else { return false }
    return !(view.tokens[index - 1].traits.contains(.allCaps) && view.word(index - 1).count == 3)
  }

  private static let apostrophes = WordSet("' ’")
  private static let points = WordSet("·")
}
