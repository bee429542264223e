import Copydesk

/// What a first look at a page found, put so that a second one can build on it: what surely belongs to the article,
/// where it begins and ends, in which runs it stands.
///
/// The first look judges a block by itself and by its neighbours. What it cannot see is that most of the page is decided:
/// prose in a menu far below the story reads like the story but stands apart from it, and speaks of other things.
///
/// W. Cohen, V. Carvalho: Stacked sequential learning, IJCAI 2005.
struct FirstLook {
  /// A block, as far as it matters here.
  struct Position {
    /// How many words it has.
    var words: Int
    /// How much it has of what reads like an article.
    var prose: Int
    /// What a neighbour sees of it.
    var sketch: UInt64
  }

  /// How probable each position is.
  let probabilities: [Double]
  /// The same in six steps.
  let coarse: [UInt64]
  private let fine: [UInt64]
  private let positions: [Position]
  /// The prose that is probably of the article.
  private(set) var sure = 0.0
  /// The nearest position before and after each that is surely prose of the article, -1 for none.
  private(set) var previous: [Int32]
  private(set) var next: [Int32]
  private var sureBefore: [Double]
  /// Words before each that are no part of the article.
  private var otherBefore: [Int]
  /// The run of the article that each sure position stands in, the prose of each run, and the run with most.
  private var run: [Int32]
  private var runSure: [Double] = []
  private var longestRun = 0
  /// The share of the words of each position that other positions of the article have too.
  private var kinship: [UInt64]

  /// How many positions that are none of the article end a run of it.
  private static let gapOfRuns = 8

  /// - Parameters:
  ///   - positions: what was looked at.
  ///   - probabilities: how probable each is to belong to the article.
  ///   - wordsOf: the words of a position, as hashes.
  ///   - isTelling: whether a word, by its place among all words, says what a text is about: words that hold sentences
  ///     together do not.
  /// - Complexity: O(words).
  init(
    _ positions: [Position], _ probabilities: [Double], wordsOf: (Int) -> ArraySlice<UInt64>,
    isTelling: (Int) -> Bool = { _ in true }
  ) {
    self.positions = positions
    self.probabilities = probabilities
    coarse = probabilities.map {
      $0 < 0.05 ? 0 : $0 < 0.2 ? 1 : $0 < 0.5 ? 2 : $0 < 0.8 ? 3 : $0 < 0.95 ? 4 : 5
    }
    fine = probabilities.map(Self.step)
    previous = [Int32](repeating: -1, count: positions.count)
    next = previous
    run = previous
    sureBefore = [Double](repeating: 0, count: positions.count)
    otherBefore = [Int](repeating: 0, count: positions.count)
    kinship = [UInt64](repeating: 15, count: positions.count)
    findRuns()
    compare(wordsOf, isTelling)
  }

  /// Steps that are finer where the first look is in doubt. No logarithm: the same on every machine.
  private static let steps: [Double] = [
    0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85,
    0.9,
    0.93, 0.95, 0.97, 0.98, 0.99,
  ]
  private static func step(_ probability: Double) -> UInt64 {
    UInt64(steps.firstIndex { probability < $0 } ?? steps.count)
  }

  /// The prose of a position that is of the article.
  func sure(_ index: Int) -> Double {
    probabilities[index] >= 0.5 ? probabilities[index] * Double(positions[index].prose) : 0
  }

  private mutating func findRuns() {
    var last = -1
    var other = 0
    for index in positions.indices {
      sureBefore[index] = sure
      otherBefore[index] = other
      previous[index] = Int32(last)
      let own = sure(index)
      sure += own
      if own > 0 {
        if last < 0 || index - last > Self.gapOfRuns { runSure.append(0) }
        run[index] = Int32(runSure.count - 1)
        runSure[runSure.count - 1] += own
        last = index
      } else if probabilities[index] < 0.5 {
        other += positions[index].words
      }
    }
    last = -1
    for index in positions.indices.reversed() {
      next[index] = Int32(last)
      if run[index] >= 0 { last = index }
    }
    for index in runSure.indices where runSure[index] > runSure[longestRun] { longestRun = index }
  }

  /// So many words of a position are looked at.
  static let mostWords = 80

  private mutating func compare(_ wordsOf: (Int) -> ArraySlice<UInt64>, _ isTelling: (Int) -> Bool) {
    let sureOnes = positions.indices.filter { run[$0] >= 0 }
    var counts = HashNumbers(capacity: sureOnes.reduce(64) { $0 + min(Self.mostWords, positions[$1].words) })
    for index in sureOnes {
      let words = wordsOf(index).prefix(Self.mostWords)
      for place in words.indices where isTelling(place) { counts.add(words[place]) }
    }
    for index in positions.indices where positions[index].words >= 4 {
      // Its own words are no kin of it; a word that it has twice passes, which happens seldom.
      let own = run[index] >= 0 ? 1 : 0
      var told = 0
      var found = 0
      let words = wordsOf(index).prefix(Self.mostWords)
      for place in words.indices where isTelling(place) {
        told += 1
        if counts[words[place]] ?? 0 > own { found += 1 }
      }
      if told >= 3 { kinship[index] = Bins.share(found, of: told) }
    }
  }

  // MARK: Features

  /// A share in tenths; none and nearly all are steps of their own, 15 stands for a share of nothing.
  static func share(_ part: Double, of whole: Double) -> UInt64 {
    guard whole >= 1 else { return 15 }
    let share = part / whole
    return share < 0.02 ? 0 : share > 0.98 ? 11 : UInt64(1 + max(0, min(9, share * 10)))
  }

  private func coarse(_ index: Int) -> UInt64 { coarse.indices.contains(index) ? coarse[index] : 7 }

  /// Adds the features of a position that need no elements.
  func describe(_ index: Int, in out: inout FeatureWriter) {
    let own = coarse[index]
    let sketch = positions[index].sketch
    out.add(0)
    out.add(fine[index])
    out.add(fine[index], sketch)
    out.add(own, sketch)
    addNeighbours(index, own, &out)
    addPlace(index, own, sketch, &out)
    addRuns(index, own, &out)
    let after = Self.share(sure - sureBefore[index] - sure(index), of: sure)
    out.add(kinship[index], own)
    out.add(kinship[index], sketch)
    out.add(kinship[index], Bins.logarithmic(Int(sure)))
    out.add(kinship[index] * 16 + after, own)
  }

  private func addNeighbours(_ index: Int, _ own: UInt64, _ out: inout FeatureWriter) {
    let (before, after) = (coarse(index - 1), coarse(index + 1))
    out.add(fine[index], before)
    out.add(fine[index], after)
    out.add(before * 8 + own, after)
    out.add(coarse(index - 2) * 8 + before, own)
    out.add(after * 8 + coarse(index + 2), own)
    for reach in [3, 10] {
      let before = kept(max(0, index - reach)..<index)
      let after = kept((index + 1)..<(index + 1 + reach))
      out.add(before, own)
      out.add(after, own)
      out.add(before, after)
    }
  }

  /// The share of the words of some positions that are of the article.
  private func kept(_ range: Range<Int>) -> UInt64 {
    var words = 0.0
    var kept = 0.0
    for index in range.clamped(to: positions.indices) {
      words += Double(positions[index].words)
      kept += probabilities[index] * Double(positions[index].words)
    }
    return Self.share(kept, of: words)
  }

  /// How far it is from what is surely the article.
  private func addPlace(_ index: Int, _ own: UInt64, _ sketch: UInt64, _ out: inout FeatureWriter) {
    let before = Self.share(sureBefore[index], of: sure)
    out.add(before, own)
    out.add(before, sketch)
    let (previous, next) = (Int(previous[index]), Int(next[index]))
    let back = previous < 0 ? 40 : Bins.logarithmic(index - previous)
    let ahead = next < 0 ? 40 : Bins.logarithmic(next - index)
    out.add(back, own)
    out.add(ahead, own)
    out.add(back, ahead)
    out.add(back, sketch)
    out.add(ahead, sketch)
    let wordsBack = previous < 0 ? 40 : Bins.logarithmic(otherBefore[index] - otherBefore[previous])
    let wordsAhead = next < 0 ? 40 : Bins.logarithmic(otherBefore[next] - otherBefore[index])
    out.add(wordsBack, own)
    out.add(wordsAhead, own)
    out.add(wordsBack, wordsAhead)
  }

  private func addRuns(_ index: Int, _ own: UInt64, _ out: inout FeatureWriter) {
    let nearest = run[index] >= 0 ? index : Int(previous[index] < 0 ? next[index] : previous[index])
    let number = nearest < 0 ? -1 : Int(run[nearest])
    let share = number < 0 ? 15 : Self.share(runSure[number], of: sure)
    let side: UInt64 = number < 0 ? 3 : number < longestRun ? 0 : number == longestRun ? 1 : 2
    out.add(share, own)
    out.add(side, own)
    out.add(share * 4 + side, own)
    out.add(side, Bins.logarithmic(runSure.count))
    out.add(Bins.logarithmic(Int(sure)), own)
  }
}
