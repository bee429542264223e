import Copydesk

/// What a first look at the lines of a text found, summed up: see ``BlockFirstLook``, which does the same for blocks.
struct LineFirstLook {
  /// How probable each line is, and what of it is surely of the article: words, those of lines that are no prose in part.
  private(set) var sums: FoundSums
  /// The nearest line before and after each that is surely prose of the article, -1 for none.
  private(set) var previous: [Int32]
  private(set) var next: [Int32]
  var runCount: Int { runSure.count }

  private let lines: TextLines
  private var kinships: [UInt8] = []
  private var run: [Int32]
  private var runSure: [Double] = []
  private var best = 0

  /// How many lines further the next one of a run may stand.
  private static let gap = 8
  /// So much of the words counts of a line that is no prose.
  private static let shareOfRest = 0.3
  private static let mostWords = 80

  /// - Complexity: O(words).
  init(_ lines: TextLines, _ probabilities: [Double], _ words: LineWords) {
    self.lines = lines
    sums = FoundSums(probabilities)
    previous = [Int32](repeating: -1, count: lines.count)
    next = previous
    run = previous
    var last = -1
    for index in lines.indices {
      sums.add(words: lines[index].words, sure: sure(index))
      previous[index] = Int32(last)
      guard probabilities[index] >= 0.5, lines.isProse(index) else { continue }
      if last < 0 || index - last > Self.gap { runSure.append(0) }
      run[index] = Int32(runSure.count - 1)
      runSure[runSure.count - 1] += sure(index)
      last = index
    }
    last = -1
    for index in lines.indices.reversed() {
      next[index] = Int32(last)
      if run[index] >= 0 { last = index }
    }
    for index in runSure.indices where runSure[index] > runSure[best] { best = index }
    compare(words)
  }

  private mutating func compare(_ words: LineWords) {
    var counts = HashNumbers(capacity: min(4_000, Int(sums.sure) + 64))
    for index in lines.indices where run[index] >= 0 {
      for place in words.places(index).prefix(Self.mostWords) where words.isTelling(place) {
        counts.add(words.hashes[place])
      }
    }
    for index in lines.indices {
      // Its own words are no kin of it.
      let own = run[index] >= 0 ? 1 : 0
      var told = 0
      var found = 0
      for place in words.places(index).prefix(Self.mostWords) where words.isTelling(place) {
        told += 1
        if counts[words.hashes[place]] ?? 0 > own { found += 1 }
      }
      kinships.append(told < 2 ? 63 : UInt8(found * 60 / told))
    }
  }

  /// The words of a line that are surely of the article.
  func sure(_ index: Int) -> Double {
    let probability = sums.probabilities[index]
    guard probability >= 0.5 else { return 0 }
    let words = probability * Double(lines[index].words)
    return lines.isProse(index) ? words : words * Self.shareOfRest
  }

  // MARK: Runs and words

  /// Of the nearest run of the article, how much is sure, and how many runs it is away from the one with most.
  func run(near index: Int) -> (share: Double, distance: Int) {
    guard !runSure.isEmpty else { return (0, 32) }
    let nearest = run[index] >= 0 ? index : Int(previous[index] < 0 ? next[index] : previous[index])
    let number = Int(run[nearest])
    return (runSure[number], max(-30, min(30, number - best)))
  }

  /// How much of what a line speaks of, in sixtieths, other sure lines speak of too; 63 where it speaks of nothing.
  func kinship(_ index: Int) -> Int { Int(kinships[index]) }

  /// The mean of some lines.
  func kinship(of range: Range<Int>) -> Int {
    var sum = 0
    var count = 0
    for index in range where kinships[index] < 63 {
      sum += Int(kinships[index])
      count += 1
    }
    return count == 0 ? 63 : sum / count
  }
}
