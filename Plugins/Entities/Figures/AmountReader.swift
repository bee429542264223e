import Copydesk

/// Reads a number with the words that scale it: `3.5 million`, `40m`, `1,200`, `three hundred thousand`.
struct AmountReader {
  /// What was read.
  struct Amount {
    /// One past its last token.
    var end: Int
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
      case .unclear: value = nil
      }
      value?.shift(by: power)
      return value
    }

    fileprivate enum Number {
      case digits(UnsafeBufferPointer<UInt8>)
      case word(Int)
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
    case .number: amount = digits(view, at: index)
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
    return amount
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
    if let number = numbers.value(view, index) { return Amount(end: index + 1, number: .word(number)) }
    let isHalf = view.isAny(index, of: half)
    let article = isHalf ? index + 1 : index
    guard view.isAny(article, of: articles), scales.value(view, article + 1) != nil else { return nil }
    return Amount(end: article + 1, number: .word(isHalf ? 5 : 1), power: isHalf ? -1 : 0)
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
  /// hyphen of "$3.5-million".
  static let follow = scales.hashes + WordMap([(articleWords + " -", 0)]).hashes

  private static let half = WordSet("half")
  private static let articleWords = "a one"
  private static let articles = WordSet(articleWords)
  private static let scales = WordMap<Int>([
    ("hundred", 2), ("thousand", 3), ("million mln m", 6), ("billion bn", 9), ("trillion trn tn", 12),
  ])
  private static let letters: [UInt64: Int] = {
    var powers: [UInt64: Int] = [:]
    for (letters, power) in [("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("b", 9), ("bn", 9), ("tn", 12)] {
      powers[Array(letters.utf8).withUnsafeBufferPointer { CaseFolding.hash($0) }] = power
    }
    return powers
  }()
  private static let numbers: WordMap<Int> = {
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
