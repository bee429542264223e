import Copydesk

/// The words before the news in an agency's first sentence: "LUCERNE, Switzerland (Meridian Wire) — ".
struct Dateline {
  /// Where it stands, up to the first byte of the news.
  let span: Span
  /// Who wires it: the words in brackets.
  let agency: String?

  private static let dashes: Set = ["—", "–", "--", "-"]

  /// The dateline of a text, looked for in its first five sentences; nil where there is none.
  /// - Complexity: O(1).
  init?(_ text: Text) {
    let tokens = text.tokens
    for sentence in text.sentences.prefix(5) {
      guard let dash = Self.dash(sentence.tokens, tokens, text), dash + 1 < sentence.tokens.upperBound else {
        continue
      }
      span = Span(sentence.span.start, tokens[dash + 1].start)
      let before = sentence.tokens.lowerBound..<dash
      let open = before.last { text[tokens[$0].span] == "(" }
      let close = before.last { text[tokens[$0].span] == ")" }
      if let open, let close, open + 1 < close {
        agency = text[Span(tokens[open + 1].start, tokens[close - 1].end)]
      } else {
        agency = nil
      }
      return
    }
    return nil
  }

  /// The dash that ends it: only capitalised words and marks before it, and a place in capitals or an agency in brackets.
  private static func dash(_ range: Range<Int>, _ tokens: [Token], _ text: Text) -> Int? {
    guard let dash = range.prefix(14).first(where: { dashes.contains(text[tokens[$0].span]) }) else {
      return nil
    }
    let before = tokens[range.lowerBound..<dash]
    guard let first = before.first, first.isCapitalised,
      before.allSatisfy({ $0.kind != .word || $0.isCapitalised })
    else { return nil }
    let place = text[first.span]
    let isShouted = place.count > 2 && place.allSatisfy(\.isUppercase)
    return isShouted || before.contains { text[$0.span] == ")" } ? dash : nil
  }
}
