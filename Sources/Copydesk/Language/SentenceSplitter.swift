/// Finds the sentences in a row of tokens.
///
/// A paragraph's end ends a sentence. So does `.`, `!`, `?` or an ellipsis, with the quotes and brackets that
/// close after it, unless what follows goes on in lower case, or the period belongs to a title, an initial or
/// an abbreviation after which a name follows, or the quote is followed by who said it.
///
/// - Complexity: O(tokens).
struct SentenceSplitter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tokens: [Token]
  private let newlineEnds: Bool
  private var otherPeriods: OtherPeriods

  private init(bytes: UnsafeBufferPointer<UInt8>, tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    newlineEnds = !LineLayout.isHardWrapped(bytes)
    otherPeriods = OtherPeriods(bytes: bytes, tokens: tokens)
  }

  /// The sentences of a text.
  static func sentences(of utf8: [UInt8], tokens: [Token]) -> [Sentence] {
    utf8.withUnsafeBufferPointer { buffer in
      var splitter = SentenceSplitter(bytes: buffer, tokens: tokens)
      return splitter.sentences()
    }
  }

  private mutating func sentences() -> [Sentence] {
    var found: [Sentence] = []
    found.reserveCapacity(tokens.count / 16 + 1)
    var start = 0
    var startsParagraph = true
    var index = 0
    while index < tokens.count {
      let end = boundary(after: index)
      if let end {
        found.append(
          Sentence(
            span: Span(tokens[start].start, tokens[end - 1].end), tokens: start..<end,
            startsParagraph: startsParagraph))
        startsParagraph = end < tokens.count && isParagraphStart(end)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// The index of the token that starts the next sentence, if the one that holds token `index` ends there.
  private mutating func boundary(after index: Int) -> Int? {
    let next = index + 1
    if next == tokens.count || isParagraphStart(next) { return next }
    guard isTerminator(index) else { return nil }
    let (start, closesQuote) = skipClosers(from: next)
    if start == tokens.count || isParagraphStart(start) { return start }
    if startsSentence(start, after: index, closesQuote: closesQuote) {
      return start == next && otherPeriods.goesOn(after: index, at: start) ? nil : start
    }
    return start == next && otherPeriods.ends(withAcronym: index, before: start) ? start : nil
  }

  private func isParagraphStart(_ index: Int) -> Bool {
    let traits = tokens[index].traits
    if traits.contains(.afterBlankLine) { return true }
    return newlineEnds && traits.contains(.afterNewline) && !goesOnFromLineBefore(index)
  }

  /// Whether the token opens a line that goes on from the one before, broken at a fixed width.
  private func goesOnFromLineBefore(_ index: Int) -> Bool {
    guard index > 0, tokens[index].kind != .punctuation else { return false }
    let last = tokens[index - 1]
    let endsInComma = bytes[last.start] == UInt8(ascii: ",")
    guard endsInComma || last.kind == .number || (last.kind == .word && !isTerminator(index - 1)),
      let lines = LineLayout.lines(around: tokens[index].start, in: bytes)
    else { return false }
    let first = tokens[index]
    let isLower = first.kind == .word && !first.isCapitalised && isCased(first)
    if isLower, !hasInnerCapital(first) { return lines.before >= LineLayout.leastBeforeLowerCase }
    if lines.before >= LineLayout.leastFull, endsInComma || Self.neverLast.contains(word(last)) {
      return true
    }
    return lines.isBroken(before: first.end - first.start)
      && !Abbreviations.sentenceOpeners.contains(word(first))
  }

  /// Words that no heading and no item of a list ends with.
  private static let neverLast = WordSet(
    "a an the of and or to in for with by from at on as that than its his her their our is was are were")

  /// Whether a sentence may end with this token.
  private func isTerminator(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .punctuation:
      switch bytes[token.start] {
      case UInt8(ascii: "."): return !isListNumber(before: index)
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      default: return bytes[token.start] >= 0x80 && Self.wideTerminators.contains(word(token))
      }
    case .word: return token.end - token.start > 1 && bytes[token.end - 1] == UInt8(ascii: ".")
    case .number: return false
    }
  }

  /// `…`, and the full stops of Chinese, Hindi, Urdu and Arabic.
  private static let wideTerminators = WordSet("… 。 ！ ？ । ۔ ؟")

  /// "1. Item" at the start of a line is no sentence of its own.
  private func isListNumber(before index: Int) -> Bool {
    guard index > 0, tokens[index - 1].kind == .number, tokens[index - 1].traits.contains(.afterNewline)
    else { return false }
    return tokens[index - 1].end - tokens[index - 1].start <= 2
      && tokens[index].start == tokens[index - 1].end
  }

  /// Skips the quotes and brackets that close at the end of a sentence.
  private func skipClosers(from index: Int) -> (next: Int, closesQuote: Bool) {
    var index = index
    var closesQuote = false
    while index < tokens.count, !tokens[index].traits.contains(.afterSpace) {
      if isNoteMark(tokens[index]) {
        index += 1
        continue
      }
      guard tokens[index].kind == .punctuation, let closer = closer(tokens[index]) else { break }
      if closer == .quote, opensNext(index) { break }
      closesQuote = closesQuote || closer == .quote
      index += 1
    }
    return (index, closesQuote)
  }

  /// "48 percent.¹²": raised figures, which lead to a note.
  private func isNoteMark(_ token: Token) -> Bool {
    guard bytes[token.start] == 0xC2 || bytes[token.start] == 0xE2 else { return false }
    var index = token.start
    while index < token.end {
      switch (bytes[index], index + 1 < token.end ? bytes[index + 1] : 0) {
      case (0xC2, 0xB2), (0xC2, 0xB3), (0xC2, 0xB9): index += 2
      case (0xE2, 0x81) where index + 2 < token.end && bytes[index + 2] >= 0xB0: index += 3
      default: return false
      }
    }
    return true
  }

  /// `failed."We`, where a blank was lost: the quote opens what follows.
  private func opensNext(_ index: Int) -> Bool {
    guard bytes[tokens[index].start] == UInt8(ascii: "\""), index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    return next.kind == .word && next.isCapitalised && !next.traits.contains(.afterSpace)
  }

  private enum Closer { case quote, bracket, terminator }

  private func closer(_ token: Token) -> Closer? {
    switch bytes[token.start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .quote
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return .bracket
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .terminator
    case 0xE2, 0xC2, 0xE3:
      return Self.closingQuotes.contains(word(token)) ? .quote : nil
    default: return nil
    }
  }

  private static let closingQuotes = WordSet("” ’ » › “ 」 』")

  /// Whether the token at `index` may open a sentence after the terminator at `terminator`.
  private func startsSentence(_ index: Int, after terminator: Int, closesQuote: Bool) -> Bool {
    let first = firstWord(from: index)
    let mark = tokens[terminator]
    if isDash(tokens[index]), !opensItem(index, after: mark),
      mark.kind == .word || bytes[mark.start] == UInt8(ascii: ".")
    {
      return false
    }
    if mark.kind == .word { return abbreviationEnds(terminator, before: first ?? index) }
    let needsNoBlank = closesQuote || bytes[mark.start] >= 0x80
    guard tokens[index].traits.contains(.afterSpace) || needsNoBlank else {
      // "end.The": a blank was lost, but only after a word and before a capital.
      return terminator > 0 && tokens[terminator - 1].kind == .word
        && (tokens[index].isCapitalised && !isCode(from: terminator - 1, to: index) || opensNext(index))
    }
    guard let first else { return true }
    let token = tokens[first]
    if token.kind == .word, !token.isCapitalised, isCased(token), !hasInnerCapital(token) { return false }
    if closesQuote, isAttribution(from: first) { return false }
    return true
  }

  /// "LRN.O", "VOWG.DE": what is in capitals on both sides of a period is the code of a share, and no lost blank.
  private func isCode(from first: Int, to last: Int) -> Bool {
    [first, last].allSatisfy { index in
      bytes[tokens[index].start..<tokens[index].end].allSatisfy { $0.isASCIIUppercase }
    }
  }

  /// "DULUTH, Minn. — The city": what follows a full stop and a dash goes on.
  private func isDash(_ token: Token) -> Bool { Self.dashes.contains(word(token)) }

  private static let dashes = WordSet("- -- --- – —")

  /// "- Oil rose." on a line of its own, behind a sentence: an item of a list. Not "DULUTH, Minn.", broken before its dash.
  private func opensItem(_ index: Int, after mark: Token) -> Bool {
    mark.kind == .punctuation && tokens[index].traits.contains(.afterNewline)
      && Self.itemDashes.contains(word(tokens[index])) && index + 1 < tokens.count
      && tokens[index + 1].traits.contains(.afterSpace)
  }

  private static let itemDashes = WordSet("- – —")

  /// Whether an abbreviation at the end of which a sentence may end does end one before the word at `index`.
  private func abbreviationEnds(_ terminator: Int, before index: Int) -> Bool {
    let mark = tokens[terminator]
    let stem = UnsafeBufferPointer(rebasing: bytes[mark.start..<(mark.end - 1)])
    if Abbreviations.titles.contains(stem) || Abbreviations.inner.contains(stem) { return false }
    guard index < tokens.count, tokens[index].isCapitalised else { return false }
    if stem.count == 1, terminator > 0, Abbreviations.lettered.contains(word(tokens[terminator - 1])) {
      return true
    }
    if stem.count == 3, stem[1] == UInt8(ascii: "."), stem[2] == UInt8(ascii: "m") {
      return !Abbreviations.afterHours.contains(word(tokens[index]))
    }
    return Abbreviations.sentenceOpeners.contains(word(tokens[index]))
  }

  /// "Smith said", "said Smith": the quote before it belongs to the same sentence.
  private func isAttribution(from index: Int) -> Bool {
    var index = index
    var names = 0
    while index < tokens.count, names < 4, tokens[index].kind == .word {
      if Self.speechVerbs.contains(word(tokens[index])) { return names > 0 && isPhraseEnd(index + 1) }
      guard tokens[index].isCapitalised, !Abbreviations.sentenceOpeners.contains(word(tokens[index]))
      else { return false }
      names += 1
      index += 1
    }
    return false
  }

  private func isPhraseEnd(_ index: Int) -> Bool {
    index >= tokens.count || tokens[index].kind == .punctuation || isParagraphStart(index)
  }

  private static let speechVerbs = WordSet("said says told added asked wrote tweeted replied warned insisted")

  /// The first token from `index` on that is no opening quote, bracket or dash.
  private func firstWord(from index: Int) -> Int? {
    var index = index
    while index < tokens.count, tokens[index].kind == .punctuation {
      if index > 0, isParagraphStart(index) { return nil }
      index += 1
    }
    return index < tokens.count ? index : nil
  }

  /// "iPhone", "eBay": a name that may open a sentence although it begins in lower case.
  private func hasInnerCapital(_ token: Token) -> Bool {
    bytes[token.start..<token.end].contains { $0.isASCIIUppercase }
  }

  /// Whether the word is of a script that has capitals.
  private func isCased(_ token: Token) -> Bool {
    let scalar = decodeScalar(bytes, at: token.start).scalar
    return scalar.isASCII || scalar.properties.isLowercase
  }

  private func word(_ token: Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[token.start..<token.end])
  }
}
