import Copydesk

/// The runs of prose in a text: the longest of them is most of the article, more often than not.
struct LineRuns {
  /// The run of each line of prose, and of the lines between two of one run; -1 for all others.
  private var run: [Int32]
  /// The first and the last line of the longest run.
  private let longest: ClosedRange<Int>
  /// The words of the longest run, and of all.
  private let share: UInt64
  /// What the longest run speaks of; nothing where no line asks.
  private var topics: HashSet64
  /// Whether all words of the longest run are among its topics: then its own lines need not ask.
  private let isWhole: Bool
  /// The nearest line of prose before and after each.
  private var previous: [Int32]
  private var next: [Int32]

  /// How many lines that are no prose end a run.
  private static let gap = 3
  private static let mostWords = 4_000

  /// - Complexity: O(words).
  init(_ lines: TextLines, _ words: LineWords) {
    run = [Int32](repeating: -1, count: lines.count)
    previous = run
    next = run
    var runs: [(range: ClosedRange<Int>, words: Int)] = []
    var last = -1
    var all = 0
    for (index, line) in lines.enumerated() {
      previous[index] = Int32(last)
      guard line.isProse else { continue }
      all += line.words
      if last >= 0, index - last <= Self.gap {
        let old = runs[runs.count - 1]
        runs[runs.count - 1] = (old.range.lowerBound...index, old.words + line.words)
      } else {
        runs.append((index...index, line.words))
      }
      last = index
    }
    last = -1
    for index in lines.indices.reversed() {
      next[index] = Int32(last)
      if lines.isProse(index) { last = index }
    }
    for (number, one) in runs.enumerated() { for index in one.range { run[index] = Int32(number) } }
    let best = runs.max { $0.words < $1.words }
    longest = best?.range ?? 0...0
    share = Bins.share(best?.words ?? 0, of: all)
    topics = HashSet64(capacity: min(Self.mostWords, best?.words ?? 0))
    var ownWords = 0
    for index in longest where best != nil && lines.isProse(index) { ownWords += words.places(index).count }
    isWhole = ownWords <= min(Self.mostWords, topics.mostHashes)
    // A line that speaks of nothing, or nearly so, does not ask either.
    guard
      !isWhole
        || lines.indices.contains(where: { index in
          !(longest.contains(index) && lines.isProse(index))
            && words.tellingCount(Self.asked(index, words)) > 1
        })
    else { return }
    var taken = 0
    for index in longest where best != nil && lines.isProse(index) && taken < Self.mostWords {
      for place in words.places(index) where words.isTelling(place) {
        topics.insert(words.hashes[place])
        taken += 1
      }
    }
  }

  /// Where a line stands to the longest run: before it, in it, after it, and how far.
  func place(_ index: Int) -> UInt64 {
    if longest.contains(index) { return 0 }
    return index < longest.lowerBound
      ? 64 + Bins.logarithmic(longest.lowerBound - index) : 128 + Bins.logarithmic(index - longest.upperBound)
  }

  /// How much of the prose the longest run has.
  var shareOfLongest: UInt64 { share }

  /// How far it is to the nearest prose before and after.
  func distances(_ index: Int) -> UInt64 {
    let back = previous[index] < 0 ? 15 : min(14, UInt64(index - Int(previous[index])))
    let ahead = next[index] < 0 ? 15 : min(14, UInt64(Int(next[index]) - index))
    return back * 16 + ahead
  }

  /// The words of a line that are asked about.
  private static func asked(_ line: Int, _ words: LineWords) -> Range<Int> { words.places(line).prefix(60) }

  /// How much of what a line speaks of the longest run speaks of, too.
  func kinship(_ line: Int, _ words: LineWords, isProse: Bool) -> UInt64 {
    let places = Self.asked(line, words)
    if isWhole, isProse, longest.contains(line) {
      let told = words.tellingCount(places)
      return told < 2 ? 14 : Bins.share(told, of: told)
    }
    var told = 0
    var found = 0
    for place in places where words.isTelling(place) {
      told += 1
      if topics.contains(words.hashes[place]) { found += 1 }
    }
    return told < 2 ? 14 : Bins.share(found, of: told)
  }
}
