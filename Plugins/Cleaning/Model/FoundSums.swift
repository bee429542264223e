/// What a first look found of the parts of a document, blocks or lines, summed up from its beginning: so that of any row of
/// them it can be told at once how much is probably of the article.
struct FoundSums {
  /// How probable each part is to belong to the article, and the highest of all.
  let probabilities: [Double]
  private(set) var highest = 0.0
  /// How much is surely of the article, in all, and before each part.
  private(set) var sure = 0.0
  private(set) var sureBefore: [Double] = []
  /// Sums over all parts before each, and over all.
  private var sums: [Double] = [0]
  private var wordSums: [Double] = [0]
  private var keptSums: [Double] = [0]
  private var otherSums: [Double] = [0]

  /// Starts with nothing summed up: ``add(words:sure:)`` must follow for each part, in order.
  init(_ probabilities: [Double]) { self.probabilities = probabilities }

  /// Adds the next part.
  /// - Parameters:
  ///   - words: how many words it has.
  ///   - own: how much of it is surely of the article.
  mutating func add(words: Int, sure own: Double) {
    let index = sureBefore.count
    let probability = probabilities[index]
    let words = Double(words)
    highest = max(highest, probability)
    sums.append(sums[index] + probability)
    wordSums.append(wordSums[index] + words)
    keptSums.append(keptSums[index] + probability * words)
    otherSums.append(otherSums[index] + (probability < 0.5 ? words : 0))
    sureBefore.append(sure)
    sure += own
  }

  // MARK: Of some parts

  /// The sum of their probabilities.
  func sum(_ range: Range<Int>) -> Double { of(range, sums) }
  /// Their words.
  func words(_ range: Range<Int>) -> Double { of(range, wordSums) }
  /// Their words, as far as they are probably of the article.
  func keptWords(_ range: Range<Int>) -> Double { of(range, keptSums) }
  /// The words of those that are none of the article, from a part up to another.
  func other(between low: Int, and high: Int) -> Double { otherSums[high] - otherSums[low] }

  private func of(_ range: Range<Int>, _ sums: [Double]) -> Double {
    range.isEmpty ? 0 : sums[range.upperBound] - sums[range.lowerBound]
  }
}

extension NumberRow {
  /// Adds how probable a part is, and those beside it; and how much of what is surely of the article it is itself, and
  /// what is before and after it.
  /// - Parameters:
  ///   - offsets: which of the others.
  ///   - own: how much of the part is surely of the article.
  mutating func add(_ found: FoundSums, at index: Int, beside offsets: [Int], sure own: Double) {
    add(probability: found.probabilities[index])
    for offset in offsets {
      if found.probabilities.indices.contains(index + offset) {
        add(probability: found.probabilities[index + offset])
      } else {
        addNothing()
      }
    }
    add(probability: found.highest)
    add(little: own, of: found.sure)
    add(log: Int(found.sure))
    add(found.sureBefore[index], of: found.sure)
    add(found.sure - found.sureBefore[index] - own, of: found.sure)
  }
}
