import Copydesk

/// Holds each sentence of an answer against the text: are its words, its names and its numbers there?
///
/// This finds what a model made up of whole cloth, not what it put together wrongly: a sentence may pass and still be
/// untrue.
struct AnswerCheck {
  /// A sentence of the answer and what was found of it.
  struct Verdict: Equatable {
    let sentence: String
    /// The share of its content words that the text has.
    let share: Double
    /// Numbers and names in it that the text does not have.
    let missing: [String]
    /// The sentence of the text that is most like it.
    let evidence: Span?

    /// Whether the text bears it out.
    func isSupported(atLeast least: Double) -> Bool { missing.isEmpty && share >= least }
  }

  private let text: Text
  private let keys: Set<UInt64>
  private let numbers: Set<String>
  private let sentences: [(span: Span, keys: Set<UInt64>)]

  /// - Parameter title: counts as part of the text.
  /// - Complexity: O(words).
  init(_ text: Text, title: String?) {
    self.text = text
    let headline = Text(title ?? "")
    keys = Self.keys(text, text.tokens.indices).union(Self.keys(headline, headline.tokens.indices))
    numbers = Set(
      (text.tokens.map { (text, $0) } + headline.tokens.map { (headline, $0) }).compactMap(Self.number))
    sentences = text.sentences.map { ($0.span, Self.keys(text, $0.tokens)) }
  }

  /// A verdict for each sentence of the answer.
  func verdicts(on answer: String) -> [Verdict] {
    let answer = Text(answer)
    return answer.sentences.map { verdict(on: $0, of: answer) }
  }

  private func verdict(on sentence: Sentence, of answer: Text) -> Verdict {
    let wanted = Self.keys(answer, sentence.tokens)
    let found = wanted.intersection(keys)
    var missing: [String] = []
    var isFirst = true
    for token in answer.tokens[sentence.tokens] where token.kind != .punctuation {
      defer { isFirst = false }
      if let number = Self.number(answer, token) {
        if !numbers.contains(number) { missing.append(answer[token.span]) }
      } else if token.isCapitalised, !isFirst, let key = Self.key(answer, token), !keys.contains(key) {
        missing.append(answer[token.span])
      }
    }
    let best = sentences.map { (share: Double($0.keys.intersection(wanted).count), span: $0.span) }
      .max { ($0.share, $1.span.start) < ($1.share, $0.span.start) }
    return Verdict(
      sentence: answer[sentence.span], share: wanted.isEmpty ? 1 : Double(found.count) / Double(wanted.count),
      missing: missing, evidence: best.flatMap { $0.share > 0 ? $0.span : nil })
  }

  private static func keys(_ text: Text, _ tokens: Range<Int>) -> Set<UInt64> {
    Set(text.tokens[tokens].compactMap { key(text, $0) })
  }

  private static func key(_ text: Text, _ token: Token) -> UInt64? {
    text.utf8.withUnsafeBufferPointer { Stem.key(token, $0) }
  }

  /// The digits of a number without what groups them: "1,200" and "1200" are one.
  private static func number(_ text: Text, _ token: Token) -> String? {
    guard token.kind == .number else { return nil }
    return text[token.span].filter { $0 != "," }
  }
}
