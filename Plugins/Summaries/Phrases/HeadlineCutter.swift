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
    let start = afterDateline(sentence)
    var end = sentence.upperBound
    while end > start, tokens[end - 1].kind == .punctuation, !isPercent(tokens[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    let range = start..<end
    let close = attribution(range) ?? clauseEnd(range) ?? (words(range) <= most ? range.upperBound : nil)
    guard var close = close ?? phraseEnd(range) else { return nil }
    if words(start..<close) > most {
      guard let shorter = clauseEnd(start..<close) ?? phraseEnd(start..<close) else { return nil }
      close = shorter
    }
    while close > start, tokens[close - 1].kind == .punctuation, !isPercent(tokens[close - 1]) { close -= 1 }
    // "on Thursday" is for the date line.
    if close - start > Self.fewest + 1, word(close - 2) == "on", Self.days.contains(word(close - 1)) {
      close -= 2
    }
    guard words(start..<close) >= Self.fewest else { return nil }
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

  /// Where ", the authority said on Monday" begins.
  private func attribution(_ range: Range<Int>) -> Int? {
    guard let comma = range.last(where: { word($0) == "," && words(range.lowerBound..<$0) >= Self.fewest })
    else { return nil }
    let tail = (comma + 1)..<range.upperBound
    return tail.contains { Self.speech.contains(tokens[$0], of: text) } && words(tail) <= 12 ? comma : nil
  }

  /// The last end of a clause that leaves no more words than may be.
  private func clauseEnd(_ range: Range<Int>) -> Int? {
    range.last { index in
      let count = words(range.lowerBound..<index)
      guard count >= Self.fewest, count <= most else { return false }
      return Self.clauseMarks.contains(word(index)) || Self.clauseWords.contains(tokens[index], of: text)
    }
  }

  /// The last place before a preposition that leaves no more words than may be.
  private func phraseEnd(_ range: Range<Int>) -> Int? {
    range.last { index in
      let count = words(range.lowerBound..<index)
      return count >= Self.fewest && count <= most && Self.prepositions.contains(tokens[index], of: text)
    }
  }

  private func words(_ range: Range<Int>) -> Int {
    range.reduce(0) {
      $0 + (tokens[$1].kind == .punctuation || tokens[$1].traits.contains(.possessive) ? 0 : 1)
    }
  }

  private func isPercent(_ token: Token) -> Bool { text[token.span] == "%" || text[token.span] == ")" }

  private func word(_ index: Int) -> String { text[tokens[index].span] }

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
  private static let speech = WordSet(
    "said says announced reported told according confirmed officials sources added statement")
}
