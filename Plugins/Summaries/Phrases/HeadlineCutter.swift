import Copydesk

/// Cuts a sentence down to its first statement.
struct HeadlineCutter {
  private static let fewest = 4
  private let text: Text
  private let tokens: [Token]
  private let most: Int

  init(_ text: Text, most: Int) {
    self.text = text
    self.most = most
    tokens = text.tokens
  }

  /// The words of the headline within the tokens of a sentence; nil where no cut leaves enough of them.
  func cut(_ sentence: Range<Int>) -> Span? {
    var end = sentence.upperBound
    guard let start = afterOpening(afterDateline(sentence)..<end) else { return nil }
    while end > start, tokens[end - 1].kind == .punctuation, !isPercent(tokens[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    let range = start..<end
    let close = attribution(range) ?? clauseEnd(range) ?? (words(range) <= most ? range.upperBound : nil)
    guard var close = close ?? phraseEnd(range) else { return nil }
    if words(start..<close) > most {
      guard let shorter = clauseEnd(start..<close) ?? phraseEnd(start..<close) else { return nil }
      close = shorter
    }
    guard trim(&close, from: start) else { return nil }
    // "on Thursday" is for the date line.
    if close - start > Self.fewest + 1, word(close - 2) == "on", Self.days.contains(word(close - 1)) {
      close -= 2
      guard trim(&close, from: start) else { return nil }
    }
    guard words(start..<close) >= Self.fewest, isBalanced(start..<close) else { return nil }
    // "The port authority said"
    guard !Self.said.contains(tokens[close - 1], of: text) else { return nil }
    return Span(tokens[start].start, tokens[close - 1].end)
  }

  /// "GENEVA (Meridian Wire) — Delegates …": the words after the dash, where it stands near the start.
  private func afterDateline(_ range: Range<Int>) -> Int {
    for index in range.prefix(12) where ["—", "–", "--", "-"].contains(word(index)) {
      let before = tokens[range.lowerBound..<index]
      let isDateline =
        before.first.map { $0.isCapitalised } ?? false
        && before.allSatisfy { $0.kind != .word || $0.isCapitalised }
      if isDateline { return index + 1 }
    }
    return range.lowerBound
  }

  /// "In a locked room, ten men chose": the statement behind what a sentence opens with; nil where none is found behind a
  /// clause that is none by itself.
  private func afterOpening(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let isClause = Self.subordinators.contains(tokens[range.lowerBound], of: text)
    let isTime =
      range.count > 2 && Self.times.contains(tokens[range.lowerBound + 1], of: text)
      && Self.subordinators.contains(tokens[range.lowerBound + 2], of: text)
    // Without its condition the statement is another one.
    if Self.conditions.contains(tokens[range.lowerBound], of: text) { return nil }
    // "Over 100 firefighters, many of them volunteers"
    let isOpening =
      Self.openings.contains(tokens[range.lowerBound], of: text)
      && !(range.count > 1 && tokens[range.lowerBound + 1].kind == .number && !isYear(range.lowerBound + 1))
    guard isClause || isTime || isOpening else { return range.lowerBound }
    let commas = range.filter { word($0) == "," }
    for (number, comma) in commas.enumerated() {
      let next = number + 1 < commas.count ? commas[number + 1] : range.upperBound
      let rest = (comma + 1)..<next
      guard let first = rest.first, tokens[first].kind == .word else { continue }
      // "In Orveston, Larne and Pell, voters", "As leaders gather in Larne, which is calm, voters"
      let isName =
        next < range.upperBound
        && rest.allSatisfy { tokens[$0].isCapitalised || Self.joins.contains(tokens[$0], of: text) }
      let goesOn =
        Self.clauseWords.contains(tokens[first], of: text) || Self.joins.contains(tokens[first], of: text)
      // "In Larne, a town of 20,000 people, voters", "Under the plan, announced on Monday, the state"
      let isInserted =
        next < range.upperBound && rest.count <= Self.longestInsertion
        && !rest.contains { Self.auxiliaries.contains(tokens[$0], of: text) }
      if !isName, !goesOn, !isInserted, words((comma + 1)..<range.upperBound) >= Self.fewest {
        return comma + 1
      }
    }
    return isClause || isTime ? nil : range.lowerBound
  }

  /// "In 2019, the guild"
  private func isYear(_ index: Int) -> Bool {
    let word = text.utf8[tokens[index].span.range]
    return word.count == 4 && word.allSatisfy(\.isASCIIDigit)
  }

  /// Takes off what no statement ends with: marks, articles, prepositions.
  /// - Returns: whether a statement may be left: none that ended in "are" is one.
  private func trim(_ close: inout Int, from start: Int) -> Bool {
    while close > start {
      let last = tokens[close - 1]
      if last.kind == .punctuation ? isPercent(last) : !Self.neverLast.contains(last, of: text) {
        return last.kind == .punctuation || !Self.auxiliaries.contains(last, of: text)
      }
      close -= 1
    }
    return false
  }

  /// Whether each quotation in it is whole.
  private func isBalanced(_ range: Range<Int>) -> Bool {
    var (plain, open) = (0, 0)
    for index in range where tokens[index].kind == .punctuation {
      switch word(index) {
      case "\"": plain += 1
      case "“": open += 1
      case "”": open -= 1
      default: break
      }
    }
    return plain % 2 == 0 && open == 0
  }

  /// Where ", the authority said on Monday" begins.
  private func attribution(_ range: Range<Int>) -> Int? {
    guard let comma = range.last(where: { word($0) == "," && words(range.lowerBound..<$0) >= Self.fewest })
    else { return nil }
    let tail = (comma + 1)..<range.upperBound
    return tail.contains { Self.speech.contains(tokens[$0], of: text) } && words(tail) <= 12 ? comma : nil
  }

  /// The last end of a clause that leaves no more words than may be.
  private func clauseEnd(_ range: Range<Int>) -> Int? {
    lastCut(range) { index in
      // "as well as"
      if word(index) == "as", word(index - 1) == "well" { return false }
      return Self.clauseMarks.contains(word(index)) || Self.clauseWords.contains(tokens[index], of: text)
    }
  }

  /// The last place before a preposition that leaves no more words than may be.
  private func phraseEnd(_ range: Range<Int>) -> Int? {
    lastCut(range) { Self.prepositions.contains(tokens[$0], of: text) && !isWithinName($0) }
  }

  /// The last place that meets a condition of those before which there are neither too few words nor too many.
  private func lastCut(_ range: Range<Int>, _ isCut: (Int) -> Bool) -> Int? {
    var (count, found) = (0, Int?.none)
    for index in range {
      if count > most { break }
      if count >= Self.fewest, isCut(index) { found = index }
      count += words(index..<index + 1)
    }
    return found
  }

  /// "the Securities and Exchange Commission", "Larne and Orveston"
  private func isWithinName(_ index: Int) -> Bool {
    Self.joins.contains(tokens[index], of: text) && index > 0 && tokens[index - 1].isCapitalised
      && index + 1 < tokens.count && tokens[index + 1].isCapitalised
  }

  private func words(_ range: Range<Int>) -> Int {
    range.reduce(0) {
      $0 + (tokens[$1].kind == .punctuation || tokens[$1].traits.contains(.possessive) ? 0 : 1)
    }
  }

  private func isPercent(_ token: Token) -> Bool { text[token.span] == "%" || text[token.span] == ")" }

  private func word(_ index: Int) -> String { text[tokens[index].span] }

  /// Tokens of what may stand between two commas and be no statement.
  private static let longestInsertion = 8
  private static let days: Set = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let clauseMarks: Set = [",", ";", ":", "—", "–", "--"]
  private static let clauseWords = WordSet(
    "after before while as because although though when where which who whose since unless until following amid"
  )
  private static let prepositions = WordSet(
    "in on at for with from by to over under during against between through into despite about and but near along"
  )
  /// With these a sentence opens that says where or when.
  private static let openings = WordSet("in on at during under amid despite following by with")
  /// With these a clause begins that is no statement by itself.
  private static let subordinators = WordSet("as while when after before since once into")
  /// With these a clause begins without which the rest is not what was said.
  private static let conditions = WordSet("if unless although though because until whether")
  private static let times = WordSet("years months weeks days hours minutes decades")
  private static let joins = WordSet("and or but")
  private static let neverLast = WordSet(
    """
    a an the his her its their our my your this these those of in on at for with from by to over under during against between
    into despite about and but or near along as than that not
    """)
  private static let auxiliaries = WordSet(
    """
    is are was were be been being has have had will would could should may might must can do does did isn't aren't wasn't
    weren't
    """)
  private static let said = WordSet("said says added told")
  private static let speech = WordSet(
    "said says announced reported told according confirmed officials sources added statement")
}
