import Copydesk

/// Reads a number with the words that scale it: `3.5 million`, `40m`, `1,200`, `74 000`, `three hundred thousand`.
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
    /// Whether it may be two numbers, one behind the other.
    var mayBeTwo = false
    fileprivate var number: Number
    /// The power of ten that scales it.
    fileprivate var power = 0

    /// Its value; nil for what has no one value, such as a range. Made when asked for: most amounts are part of nothing.
    var value: ExactDecimal? {
      var value: ExactDecimal?
      switch number {
      case .digits(let digits): value = ExactDecimal(digits)
      case .grouped(let digits): value = ExactDecimal(grouped: digits)
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
      /// Those of a ``GroupedNumber``, with what is between them.
      case grouped(UnsafeBufferPointer<UInt8>)
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
    case .punctuation: fractions.has(word, folded: folded)
    }
  }

  /// Reads the amount that begins at token `index`.
  /// - Parameter joins: whether groups that are set apart are taken together.
  static func amount(_ view: FigureTokens, at index: Int, joins: Bool = true) -> Amount? {
    guard index < view.count else { return nil }
    var amount: Amount
    switch view.tokens[index].kind {
    case .number:
      amount =
        fraction(view, at: index) ?? (joins ? grouped(view, at: index) : nil) ?? digits(view, at: index)
    case .word:
      guard let spelled = spelled(view, at: index) else { return nil }
      amount = spelled
    case .punctuation:
      guard let part = fractions.value(view, index) else { return nil }
      amount = Amount(end: index + 1, number: .mixed(0, part.above, part.below))
    }
    while let next = scale(view, after: amount.end) {
      if let power = next.power { amount.power += power } else { amount.number = .unclear }
      amount.isScaled = true
      amount.end = next.end
    }
    if let sign = minus(view, before: amount.first ?? index) {
      amount.first = sign
      amount.isNegative = true
    }
    if isPart(view, index) { amount.number = .unclear }
    return amount
  }

  /// Whether several things stand behind an amount: the "transmitters" of "36 100 kilowatt transmitters".
  static func arePlural(_ view: FigureTokens, _ index: Int) -> Bool {
    guard index < view.count, view.tokens[index].kind == .word, !view.startsParagraph(index) else {
      return false
    }
    let word = view.word(index)
    return word.count > 4 && word[0].isASCIILowercase && word[word.count - 1] == UInt8(ascii: "s")
  }

  /// "three-quarters of a million", "half of one percent": the amount is not what is meant.
  private static func isPart(_ view: FigureTokens, _ index: Int) -> Bool {
    guard index > 1, view.isAny(index, of: units), view.isAny(index - 1, of: DateWords.of) else {
      return false
    }
    let word = view.word(index - 2)
    let tail = word.lastIndex(of: UInt8(ascii: "-")).map { word[($0 + 1)...] } ?? word[...]
    return parts.contains(UnsafeBufferPointer(rebasing: tail))
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
    // "£1½ million"
    if let part = fractions.value(view, index + 1), !view.startsParagraph(index + 1) {
      return Amount(
        end: index + 2,
        number: number(view.word(index)[...]).map { .mixed($0, part.above, part.below) } ?? .unclear)
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
    // The "000" of "1-2 000 euros" is no number.
    let isRest = end >= 3 && word[0] == UInt8(ascii: "0") && word[1].isASCIIDigit && view.isNumber(index - 1)
    return scaled(
      isRest ? .unclear : .digits(UnsafeBufferPointer(rebasing: word[..<end])),
      by: UnsafeBufferPointer(rebasing: word[end...]), end: index + 1)
  }

  /// `74 000`, `1·5m`.
  private static func grouped(_ view: FigureTokens, at index: Int) -> Amount? {
    GroupedNumber(view, at: index).map {
      var amount = scaled($0.isCertain ? .grouped($0.digits) : .unclear, by: $0.suffix, end: $0.end)
      amount.mayBeTwo = $0.mayBeTwo
      return amount
    }
  }

  /// A number with the letters behind its last digit, if there are any.
  private static func scaled(_ number: Amount.Number, by suffix: UnsafeBufferPointer<UInt8>, end: Int)
    -> Amount
  {
    guard !suffix.isEmpty else { return Amount(end: end, number: number) }
    guard let power = letters[CaseFolding.hash(suffix)] else { return Amount(end: end, number: .unclear) }
    return Amount(end: end, isScaled: true, number: number, power: power)
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

  /// The word that scales the number before it, and by which power of ten; nil where that is not certain.
  private static func scale(_ view: FigureTokens, after index: Int) -> (end: Int, power: Int?)? {
    guard index < view.count, !view.startsParagraph(index) else { return nil }
    // "$3.5-million"
    let isJoined = view.isMark(index, "-") && view.isAttached(index)
    let place = isJoined ? index + 1 : index
    guard place < view.count, !isJoined || view.isAttached(place) else { return nil }
    if let power = scales.value(view, place) ?? compoundScale(view.word(place)) { return (place + 1, power) }
    // The "b" that begins the next row of a table is no billion.
    let isNextRow = view.tokens[place].traits.contains(.afterNewline)
    return !isNextRow && view.isAny(place, of: unclearScales) ? (place + 1, nil) : nil
  }

  /// The power of "million-a-year", "billion-dollar", "million-plus": that of its first part.
  static func compoundScale(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let hyphen = word.firstIndex(of: UInt8(ascii: "-")), hyphen > 1 else { return nil }
    return scales.value(UnsafeBufferPointer(rebasing: word[..<hyphen]))
  }

  /// What may stand behind the first word of an amount and belong to it: "million", the "a" of "half a million", the
  /// hyphen of "$3.5-million", the "five" of "twenty five".
  static let follow =
    scales.hashes + numbers.hashes + fractions.hashes
    + WordMap([(articleWords + " - " + unclearScaleWords, 0)]).hashes

  private static let units = WordSet("a an one 1")
  private static let parts = WordSet(
    "half quarter quarters third thirds fifth fifths sixth sixths eighth eighths tenth tenths hundredth hundredths"
  )
  /// The letters that are fractions.
  private static let fractions = WordMap<(above: Int, below: Int)>([
    ("½", (1, 2)), ("¼", (1, 4)), ("¾", (3, 4)), ("⅓", (1, 3)), ("⅔", (2, 3)), ("⅕", (1, 5)), ("⅖", (2, 5)),
    ("⅗", (3, 5)),
    ("⅘", (4, 5)), ("⅙", (1, 6)), ("⅚", (5, 6)), ("⅛", (1, 8)), ("⅜", (3, 8)), ("⅝", (5, 8)), ("⅞", (7, 8)),
    ("⅒", (1, 10)),
  ])
  private static let minusWords = WordSet("minus negative")
  private static let minusSigns = WordSet("- − –")
  private static let half = WordSet("half")
  private static let articleWords = "a one"
  private static let articles = WordSet(articleWords)
  /// Words that scale, those of English and of other languages that mean the same wherever they stand.
  static let scales = WordMap<Int>([
    ("hundred hundreds", 2), ("thousand thousands k k.", 3), ("lakh lakhs lac lacs", 5),
    (
      "million millions mln mn mio m millionen millones millón milioni milione milhões milhão miljoen miljoner",
      6
    ),
    ("crore crores cr", 7),
    ("billion billions bn bln mrd mld milliard milliards milliarde milliarden miliardi miljard miljarder", 9),
    ("trillion trillions trn tn", 12),
  ])
  /// What scales, but by how much only its language or its writer knows: "mil" is a thousand, or a million cut short.
  private static let unclearScaleWords = "mil b t m. b. t."
  private static let unclearScales = WordSet(unclearScaleWords)
  private static let letters: [UInt64: Int] = {
    var powers: [UInt64: Int] = [:]
    for (letters, power) in [
      ("k", 3), ("lakh", 5), ("m", 6), ("mn", 6), ("mln", 6), ("mio", 6), ("cr", 7), ("crore", 7), ("b", 9),
      ("bn", 9), ("bln", 9), ("mrd", 9), ("tn", 12), ("trn", 12),
    ] {
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
