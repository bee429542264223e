import Copydesk

/// What the groups of features that depend on one word add up to, kept by the numbers of words (``WordTypes``): a
/// frequent word costs one addition of a vector where it had ten features to look up.
///
/// A word's sums are kept from the second time on, for most words come once.
struct WordSums: Sendable {
  /// The groups of features that depend on one word. Those of the ends of rows are asked of few words, and lie apart.
  enum Group: Int {
    case here, inProse, before, after, beforeLast, afterNext, first, last, beforeRow, afterRow

    @inline(__always) var bit: UInt16 { 1 << UInt16(rawValue) }
  }

  private static let ofWords = 6
  private static let ofEnds = 4

  /// What is kept of a word: a bit for each sum that is there, and for each that was asked for before; and where its
  /// sums are, none being -1.
  private struct Kept: Sendable {
    var known: UInt16 = 0
    var met: UInt16 = 0
    var block: Int32 = -1
    var ends: Int32 = -1
  }

  /// A sum that is being looked up, and the position that waits for it.
  private struct Awaited: Sendable {
    var word: Int32
    var group: Group
    var position: Int
  }

  private var words: [Kept] = []
  /// Blocks of a row for each group, of words and of the ends of rows.
  private var rows: [LabelScores] = []
  private var endRows: [LabelScores] = []
  private var awaited: [Awaited] = []
  private var found: [LabelScores] = []

  /// Forgets everything.
  mutating func forget() {
    rows.removeAll(keepingCapacity: true)
    endRows.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }

  /// Has the sums of these words fetched from memory, for they are as good as anywhere. This changes nothing but the
  /// time that ``add(_:_:to:)`` takes.
  func expect(_ view: ModelWords, _ range: Range<Int>) {
    rows.withUnsafeBytes { rows in
      guard let base = rows.baseAddress else { return }
      for index in range {
        let word = Int(view.words[index].number)
        guard word >= 0, word < words.count else { continue }
        let block = Int(words[word].block)
        guard block >= 0 else { continue }
        let size = Self.ofWords * MemoryLayout<LabelScores>.stride
        let start = base + block * size
        start.fetchAhead()
        (start + 64).fetchAhead()
        (start + 128).fetchAhead()
        (start + size - 1).fetchAhead()
      }
    }
  }

  /// Adds what a group of a word's features adds up to.
  /// - Returns: the group's bit where that is not known.
  @inline(__always)
  func add(_ group: Group, _ number: Int32, to sum: inout LabelScores) -> UInt16 {
    let word = Int(number)
    guard word >= 0, word < words.count else { return group.bit }
    let kept = words[word]
    guard kept.known & group.bit != 0 else { return group.bit }
    if group.rawValue < Self.ofWords {
      sum &+= rows[Int(kept.block) &* Self.ofWords &+ group.rawValue]
    } else {
      sum &+= endRows[Int(kept.ends) &* Self.ofEnds &+ group.rawValue &- Self.ofWords]
    }
    return 0
  }

  /// Whether a sum that is not known is to be kept, now that it is asked for: the caller then writes the features for
  /// ``keep(_:addingTo:_:)``.
  mutating func isKept(_ group: Group, _ number: Int32, of position: Int) -> Bool {
    guard number >= 0 else { return false }
    let word = Int(number)
    if word >= words.count {
      words.append(contentsOf: repeatElement(Kept(), count: word + 1 - words.count))
    }
    guard words[word].met & group.bit != 0 else {
      words[word].met |= group.bit
      return false
    }
    awaited.append(Awaited(word: number, group: group, position: position))
    return true
  }

  /// Keeps what the features add up to that were written of each awaited sum, and adds it to the scores of the
  /// position that waits for it.
  mutating func keep(_ features: FeatureRoom, addingTo scores: inout [LabelScores], _ scorer: FeatureScorer) {
    found.removeAll(keepingCapacity: true)
    found.append(contentsOf: repeatElement(LabelScores(repeating: 0), count: awaited.count))
    scorer.add(features.features, ends: features.ends, to: &found, from: 0)
    for (sum, one) in zip(found, awaited) {
      scores[one.position] &+= sum
      keep(sum, of: Int(one.word), one.group)
    }
    awaited.removeAll(keepingCapacity: true)
  }

  private mutating func keep(_ sum: LabelScores, of word: Int, _ group: Group) {
    if group.rawValue < Self.ofWords {
      if words[word].block < 0 {
        words[word].block = Int32(rows.count / Self.ofWords)
        rows.append(contentsOf: repeatElement(LabelScores(repeating: 0), count: Self.ofWords))
      }
      rows[Int(words[word].block) * Self.ofWords + group.rawValue] = sum
    } else {
      if words[word].ends < 0 {
        words[word].ends = Int32(endRows.count / Self.ofEnds)
        endRows.append(contentsOf: repeatElement(LabelScores(repeating: 0), count: Self.ofEnds))
      }
      endRows[Int(words[word].ends) * Self.ofEnds + group.rawValue - Self.ofWords] = sum
    }
    words[word].known |= group.bit
  }
}
