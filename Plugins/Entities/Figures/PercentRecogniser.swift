import Copydesk

/// Finds shares in percent: "3.5 percent", "12%", "five per cent", "5 percentage points". The value is the
/// number.
struct PercentRecogniser: Sendable {
  /// The percentages in a text, in order.
  func percentages(in text: Text) -> [Entity] { text.withFigureTokens { percentages(in: $0) } }

  /// Those among tokens, in order.
  func percentages(in view: FigureTokens) -> [Entity] {
    var found: [Entity] = []
    var index = view.next(.amount, from: 0)
    while index < view.count {
      guard let amount = AmountReader.amount(view, at: index),
        let end = signEnd(view, amount.end)
      else {
        index = view.next(.amount, from: index + 1)
        continue
      }
      // "108 109 percent" is hardly of a hundred thousand.
      let value = amount.mayBeTwo ? nil : amount.value?.description
      found.append(Entity(view.span(amount.first ?? index, end), .percent, value: value))
      index = view.next(.amount, from: end)
    }
    return found
  }

  /// One past the sign or the words that make a number a percentage.
  private func signEnd(_ view: FigureTokens, _ index: Int) -> Int? {
    guard index < view.count, !view.startsParagraph(index) else { return nil }
    if view.isMark(index, "%") { return index + 1 }
    let word = view.isMark(index, "-") && view.isAttached(index) ? index + 1 : index
    if view.isAny(word, of: Self.percent) { return word + 1 }
    if view.isAny(word, of: Self.per), view.isAny(word + 1, of: Self.cent) { return word + 2 }
    if view.isAny(word, of: Self.percentage), view.isAny(word + 1, of: Self.points) { return word + 2 }
    return nil
  }

  /// What may stand behind a number that is a share.
  static let follow = WordMap([(percentWords + " % - per percentage", 0)]).hashes

  private static let percentWords = "percent pct pct. ％"
  private static let percent = WordSet(percentWords)
  private static let per = WordSet("per")
  private static let cent = WordSet("cent")
  private static let percentage = WordSet("percentage")
  private static let points = WordSet("point points")
}
