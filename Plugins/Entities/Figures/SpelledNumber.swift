import Copydesk

/// Reads a number that is written out in several words: "two hundred and fifty million", "twenty five", "a thousand and one".
struct SpelledNumber {
  /// Its value, one past its last token, and whether a word scaled it; nil where no number stands there.
  private(set) var found: (value: Int, end: Int, isScaled: Bool)?

  private let view: FigureTokens
  /// What "thousand" and its like have made already.
  private var total = 0
  /// What has been read since.
  private var current = 0
  /// The power of the last of these: each is smaller than the one before.
  private var lastPower = Int.max
  private var isBehindScale = false

  /// - Parameter isArticle: whether the first word is the "a" of "a hundred and fifty".
  init(_ view: FigureTokens, at index: Int, isArticle: Bool) {
    self.view = view
    var place = index
    if isArticle {
      current = 1
      place += 1
    }
    while place < view.count, !view.startsParagraph(place) || place == index {
      let isJoined = isBehindScale && view.isAny(place, of: Self.and)
      let word = isJoined ? place + 1 : place
      if let number = AmountReader.numbers.value(view, word) {
        guard add(number, isJoined: isJoined) else { break }
        // What is added counts only where no scale follows that makes another number of it.
        if !isNextScaleTooGreat(after: word) {
          found = (total + current, word + 1, lastPower < .max || isBehindHundred)
        }
      } else if !isJoined, let power = AmountReader.scales.value(view, word) {
        guard scale(by: power) else { break }
        found = (total + current, word + 1, true)
      } else {
        break
      }
      place = word + 1
    }
  }

  private var isBehindHundred = false

  private mutating func add(_ number: Int, isJoined: Bool) -> Bool {
    let isUnit = !isJoined && current % 10 == 0 && current % 100 >= 20 && (1...9).contains(number)
    guard current == 0 && (total == 0 || number < 1000) || isUnit || isBehindScale && current % 100 == 0
    else {
      return false
    }
    current += number
    isBehindScale = false
    return true
  }

  private mutating func scale(by power: Int) -> Bool {
    if power == 2 {
      guard (1...99).contains(current) else { return false }
      current *= 100
      isBehindHundred = true
    } else {
      guard power < lastPower, current > 0 else { return false }
      total += current * (0..<power).reduce(1) { value, _ in value * 10 }
      current = 0
      lastPower = power
    }
    isBehindScale = true
    return true
  }

  /// "two million and three million": the second is a number of its own.
  private func isNextScaleTooGreat(after word: Int) -> Bool {
    guard word + 1 < view.count, !view.startsParagraph(word + 1),
      let power = AmountReader.scales.value(view, word + 1)
    else { return false }
    return power == 2 ? current > 99 : power >= lastPower
  }

  private static let and = WordSet("and")
}
