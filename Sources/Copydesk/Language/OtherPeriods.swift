/// Periods of languages other than English that end no sentence: "z. B.", "4 Mio. Euro", "am 3. Oktober", "EE. UU.",
/// "l'art. 12", "l'A. S. Monaco".
///
/// What a text is written in is asked only where such a sign stands before what looks like a new sentence, so that texts
/// without any pay nothing, and a text that is not in one of these languages is never read by their rules.
struct OtherPeriods {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [Token]
  /// What the text is written in, once that was asked.
  private var language: ProseLanguage??

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Whether the sentence goes on after the period that is the token `mark`, although what follows at `next` looks like a
  /// new one.
  mutating func goesOn(after mark: Int, at next: Int) -> Bool {
    guard mark > 0, isPeriod(mark), tokens[mark - 1].end == tokens[mark].start else { return false }
    let last = tokens[mark - 1]
    switch last.kind {
    case .number: return isOrdinal(mark - 1, next)
    case .word: return isAbbreviation(mark - 1, next) || isRoman(mark - 1, next)
    case .punctuation: return false
    }
  }

  /// Whether a sentence ends with the acronym that is the token `mark`, period and all: "Aceites del Sur S.A. La empresa".
  mutating func ends(withAcronym mark: Int, before next: Int) -> Bool {
    let token = tokens[mark]
    guard token.kind == .word, token.end - token.start >= 4, token.isCapitalised, tokens[next].isCapitalised,
      tokens[next].traits.contains(.afterSpace), !Self.particles.contains(word(next)),
      Abbreviations.isAcronym(UnsafeBufferPointer(rebasing: bytes[token.start..<token.end - 1]))
    else { return false }
    return likely()?.opensSentence(with: word(next)) ?? false
  }

  /// What names may go on with after initials: "J.R. De la Fuente".
  private static let particles = WordSet("de di da do dos das del della dalla van von den der du des le")

  private mutating func likely() -> ProseLanguage? {
    if let language { return language }
    let found = ProseLanguage.likely(tokens, bytes)
    language = .some(found)
    return found
  }

  // MARK: Abbreviations

  private mutating func isAbbreviation(_ index: Int, _ next: Int) -> Bool {
    let stem = stem(of: index)
    if stem.count == 1 { return isLetter(stem[0], index, next) }
    if stem.count == 2, stem[0] == stem[1], stem[0].isASCIIUppercase, isDoubled(index, stem, next) {
      return true
    }
    guard !tokens[index].traits.contains(.allCaps) || stem.count == 2, isListed(stem), let language = likely()
    else { return false }
    let lists = Abbreviations.lists(of: language)
    if lists.inner.contains(stem) { return true }
    if lists.numeric.contains(stem) { return tokens[next].kind == .number }
    let isOpen = lists.open.contains(stem) || (language == .german && isStreet(stem))
    return isOpen && !opensSentence(next, language)
  }

  private func isListed(_ stem: UnsafeBufferPointer<UInt8>) -> Bool {
    Abbreviations.ofOtherLanguages.contains(stem) || isStreet(stem)
  }

  /// "Hauptstr."
  private func isStreet(_ stem: UnsafeBufferPointer<UInt8>) -> Bool {
    stem.count > 4 && stem.suffix(3).elementsEqual("str".utf8)
  }

  /// "z. B.", "s. XX", "l'A. S. Monaco".
  private mutating func isLetter(_ letter: UInt8, _ index: Int, _ next: Int) -> Bool {
    if letter.isASCIIUppercase {
      let isElided = tokens[index].end - tokens[index].start > 1
      guard isElided, tokens[next].isCapitalised else { return false }
      return [.french, .italian].contains(likely())
    }
    // Not the unit of "80 km/h".
    let isAlone =
      tokens[index].traits.contains(.afterSpace) || index == 0
      || bytes[tokens[index - 1].start] == UInt8(ascii: "(")
      || isPeriod(index - 1)
    guard letter.isASCIILetter, isAlone, let language = likely() else { return false }
    // "u. a." may end a sentence; in the other languages vowels are words.
    if letter == UInt8(ascii: "a"), language == .german { return !opensSentence(next, language) }
    return language == .german || !"aeiouy".utf8.contains(letter)
  }

  /// "EE. UU.", "CC. OO.": plurals of Spanish.
  private mutating func isDoubled(_ index: Int, _ stem: UnsafeBufferPointer<UInt8>, _ next: Int) -> Bool {
    if isDouble(next), next + 1 < tokens.count, isPeriod(next + 1) { return likely() == .spanish }
    guard index >= 2, isPeriod(index - 1), isDouble(index - 2), likely() == .spanish else { return false }
    return !opensSentence(next, .spanish)
  }

  private func isDouble(_ index: Int) -> Bool {
    let word = word(index)
    return word.count == 2 && word[0] == word[1] && word[0].isASCIIUppercase
  }

  // MARK: Numbers

  /// "am 3. Oktober", "im 1. Stock", "am 5. 10. 2024".
  private mutating func isOrdinal(_ index: Int, _ next: Int) -> Bool {
    let number = word(index)
    guard number.count <= 3, number.allSatisfy(\.isASCIIDigit) else { return false }
    if tokens[next].kind == .number { return number.count <= 2 && isDate(index, next) && likely() == .german }
    guard tokens[next].kind == .word, tokens[next].isCapitalised,
      Abbreviations.germanMonths.contains(word(next)) || Abbreviations.germanCounted.contains(word(next))
        || isCounted(index), likely() == .german
    else { return false }
    return !ProseLanguage.german.opensSentence(with: word(next))
  }

  /// Whether an article stands before the number, or another ordinal and a word that joins them.
  private func isCounted(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if Abbreviations.germanArticles.contains(word(index - 1)) { return true }
    return Abbreviations.germanJoins.contains(word(index - 1)) && index >= 3 && isPeriod(index - 2)
      && tokens[index - 3].kind == .number
  }

  /// "5. 10. 2024", at either period.
  private func isDate(_ index: Int, _ next: Int) -> Bool {
    let isFirst = word(next).count <= 2 && next + 2 < tokens.count && isPeriod(next + 1)
    let isSecond = index >= 2 && isPeriod(index - 1) && tokens[index - 2].kind == .number
    return isFirst || (isSecond && word(next).count == 4)
  }

  /// "Papst Johannes Paul II. Ehren": German writes the number of a monarch as an ordinal.
  private mutating func isRoman(_ index: Int, _ next: Int) -> Bool {
    let number = word(index)
    guard number.count <= 5, number.allSatisfy({ "IVX".utf8.contains($0) }), index > 0,
      tokens[index - 1].kind == .word, tokens[index - 1].isCapitalised, tokens[next].isCapitalised,
      likely() == .german
    else { return false }
    return !ProseLanguage.german.opensSentence(with: word(next))
  }

  // MARK: Looking around

  /// Whether the first word from `next` on is one with which sentences begin.
  private func opensSentence(_ next: Int, _ language: ProseLanguage) -> Bool {
    var index = next
    while index < tokens.count, tokens[index].kind == .punctuation { index += 1 }
    return index < tokens.count && tokens[index].isCapitalised && language.opensSentence(with: word(index))
  }

  private func isPeriod(_ index: Int) -> Bool {
    bytes[tokens[index].start] == UInt8(ascii: ".") && tokens[index].end - tokens[index].start == 1
  }

  /// The word without what is elided before it: of "l'art" the "art".
  private func stem(of index: Int) -> UnsafeBufferPointer<UInt8> {
    let word = word(index)
    // The typographic apostrophe ends with 0x99.
    guard let mark = word.lastIndex(where: { $0 == UInt8(ascii: "'") || $0 == 0x99 }),
      mark + 1 < word.count,
      word[mark] != 0x99 || mark >= 2 && word[mark - 2] == 0xE2 && word[mark - 1] == 0x80
    else { return word }
    return UnsafeBufferPointer(rebasing: word[(mark + 1)...])
  }

  private func word(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[tokens[index].start..<tokens[index].end])
  }
}
