import Copydesk

/// Reads a number with the words that scale it: `3.5 million`, `40m`, `1,200`, `three hundred thousand`.
struct AmountReader {
  /// What was read.
  struct Amount {
    /// Its first token, where it is not the one that was looked at: a minus, or the whole number before a fraction.
    var first: Int?
    /// One past its last token.
    var end: Int
    /// Whether it is below zero.
    var isNegative = false
    /// Whether a word or letter scaled it.
    var isScaled = false
    fileprivate var number: Number
    /// The power of ten that scales it.
    fileprivate var power = 0

    /// Its value; nil for what has no one value, such as a range. Made when asked for: most amounts are part of nothing.
    var value: ExactDecimal? {
      var value: ExactDecimal?
      switch number {
      case .digits(let digits): value = ExactDecimal(digits)
      case .word(let number): value = ExactDecimal(number)
      case .mixed(let whole, let numerator, let denominator):
        value = ExactDecimal(whole, and: numerator, over: denominator)
      case .unclear: value = nil
      }
      value?.shift(by: power)
      value?.isNegative = isNegative
      return value
    }

    /// Whether its digits may be those of another language, where the point is no decimal point.
    var mayBeGrouped: Bool {
      guard !isScaled, case .digits(let digits) = number else { return false }
      return ExactDecimal.mayBeGrouped(digits)
    }

    /// How many digits stand before a point.
    var wholeDigits: Int {
      guard case .digits(let digits) = number else { return 0 }
      return digits.prefix { $0 != UInt8(ascii: ".") }.count
    }

    fileprivate enum Number {
      case digits(UnsafeBufferPointer<UInt8>)
      case word(Int)
      case mixed(Int, Int, Int)
      case unclear
    }
  }

  /// Whether an amount may begin with the word: a number, or a word that is one or comes before one.
  static func mayBegin(_ word: UnsafeBufferPointer<UInt8>, _ token: Token, _ folded: UInt64) -> Bool {
    switch token.kind {
    case .number: true
    case .word:
      numbers.has(word, folded: folded) || articles.contains(hash: max(1, folded))
        || half.contains(hash: max(1, folded))
    case .punctuation: false
    }
  }

  /// Reads the amount that begins at token `index`.
  static func amount(_ view: FigureTokens, at index: Int) -> Amount? {
    guard index < view.count else { return nil }
    var amount: Amount
    switch view.tokens[index].kind {
    case .number: amount = fraction(view, at: index) ?? digits(view, at: index)
    case .word:
      guard let spelled = spelled(view, at: index) else { return nil }
      amount = spelled
    case .punctuation: return nil
    }
    while let next = scale(view, after: amount.end) {
      amount.power += next.power
      amount.isScaled = true
      amount.end = next.end
    }
    if let sign = minus(view, before: amount.first ?? index) {
      amount.first = sign
      amount.isNegative = true
    }
    return amount
  }

  /// The minus or the word for one that stands before an amount: "-0.3", "minus 3". A hyphen within a range, or one that
  /// joins two words, is none.
  static func minus(_ view: FigureTokens, before index: Int) -> Int? {
    let place = index - 1
    guard place >= 0, !view.startsParagraph(index) else { return nil }
    if view.isAny(place, of: minusWords) { return place }
    guard view.isAny(place, of: minusSigns), view.isAttached(index) else { return nil }
    let standsFree = place == 0 || !view.isAttached(place) || view.isMark(place - 1, "(")
    return standsFree ? place : nil
  }

  /// `1/2`, and `3 1/2` with the number before it, at whichever of the two `index` is.
  private static func fraction(_ view: FigureTokens, at index: Int) -> Amount? {
    if let fraction = lone(view, at: index) {
      let hasWhole =
        index > 0 && view.isNumber(index - 1) && !view.isAttached(index) && !view.startsParagraph(index)
      guard hasWhole, let whole = number(view.word(index - 1)[...]) else {
        return Amount(end: index + 1, number: .mixed(0, fraction.above, fraction.below))
      }
      return Amount(
        first: index - 1, end: index + 1, number: .mixed(whole, fraction.above, fraction.below))
    }
    // "$3 1/2 million": the fraction is what follows.
    guard view.isNumber(index + 1), !view.isAttached(index + 1), !view.startsParagraph(index + 1),
      let fraction = lone(view, at: index + 1), let whole = number(view.word(index)[...])
    else { return nil }
    return Amount(end: index + 2, number: .mixed(whole, fraction.above, fraction.below))
  }

  /// `1/2`: most numbers have no stroke in them.
  private static func lone(_ view: FigureTokens, at index: Int) -> (above: Int, below: Int)? {
    let word = view.word(index)
    guard let stroke = word.firstIndex(of: UInt8(ascii: "/")), let above = number(word[..<stroke]),
      let below = number(word[(stroke + 1)...]), above < below
    else { return nil }
    return (above, below)
  }

  /// One or two digits.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...2).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `3.5`, `40m`, `1.2bn`.
  private static func digits(_ view: FigureTokens, at index: Int) -> Amount {
    let word = view.word(index)
    let end = word.lastIndex { $0.isASCIIDigit }.map { $0 + 1 } ?? word.count
    let digits = Amount.Number.digits(UnsafeBufferPointer(rebasing: word[..<end]))
    guard end < word.count else { return Amount(end: index + 1, number: digits) }
    let suffix = CaseFolding.hash(UnsafeBufferPointer(rebasing: word[end...]))
    guard let power = letters[suffix] else { return Amount(end: index + 1, number: .unclear) }
    return Amount(end: index + 1, isScaled: true, number: digits, power: power)
  }

  /// `five`, `twenty-five`, `a million`, `half a million`.
  private static func spelled(_ view: FigureTokens, at index: Int) -> Amount? {
    if numbers.value(view, index) != nil { return compound(view, at: index, isArticle: false) }
    let isHalf = view.isAny(index, of: half)
    let article = isHalf ? index + 1 : index
    guard view.isAny(article, of: articles), scales.value(view, article + 1) != nil else { return nil }
    if !isHalf { return compound(view, at: article, isArticle: true) }
    return Amount(end: article + 1, number: .word(5), power: -1)
  }

  /// `two hundred and fifty`. What stands behind another number is part of one that is not understood.
  private static func compound(_ view: FigureTokens, at index: Int, isArticle: Bool) -> Amount? {
    SpelledNumber(view, at: index, isArticle: isArticle).found.map { found in
      let isBehindNumber =
        index > 0 && !view.startsParagraph(index)
        && (numbers.value(view, index - 1) != nil || scales.value(view, index - 1) != nil)
      return Amount(
        end: found.end, isScaled: found.isScaled, number: isBehindNumber ? .unclear : .word(found.value))
    }
  }

  private static func scale(_ view: FigureTokens, after index: Int) -> (end: Int, power: Int)? {
    guard index < view.count, !view.startsParagraph(index) else { return nil }
    if let power = scales.value(view, index) { return (index + 1, power) }
    // "$3.5-million"
    if view.isMark(index, "-"), view.isAttached(index), index + 1 < view.count, view.isAttached(index + 1),
      let power = scales.value(view, index + 1)
    {
      return (index + 2, power)
    }
    return nil
  }

  /// What may stand behind the first word of an amount and belong to it: "million", the "a" of "half a million", the
  /// hyphen of "$3.5-million", the "five" of "twenty five".
  static let follow = scales.hashes + numbers.hashes + WordMap([(articleWords + " -", 0)]).hashes

  private static let minusWords = WordSet("minus negative")
  private static let minusSigns = WordSet("- − –")
  private static let half = WordSet("half")
  private static let articleWords = "a one"
  private static let articles = WordSet(articleWords)
  static let scales = WordMap<Int>([
    ("hundred", 2), ("thousand", 3), ("million mln m", 6), ("billion bn", 9), ("trillion trn tn", 12),
  ])
  private static let letters: [UInt64: Int] = {
    var powers: [UInt64: Int] = [:]
    for (letters, power) in [("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("b", 9), ("bn", 9), ("tn", 12)] {
      powers[Array(letters.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }] = power
    }
    return powers
  }()
  static let numbers: WordMap<Int> = {
    let small = """
      zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
      seventeen eighteen nineteen
      """.split(separator: " ").map(String.init)
    let tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ").map(String.init)
    var lists = small.enumerated().map { ($0.element, $0.offset) }
    for (index, ten) in tens.enumerated() {
      lists.append((ten, (index + 2) * 10))
      for unit in 1...9 { lists.append((ten + "-" + small[unit], (index + 2) * 10 + unit)) }
    }
    return WordMap(lists)
  }()
}
