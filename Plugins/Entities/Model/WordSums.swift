import Copydesk

/// What the groups of features that depend on one word add up to, kept by the numbers of words (``WordTypes``): a
/// frequent word costs one addition of a vector where it had ten features to look up.
///
/// A word's sums are kept from the second time on, for most words come once.
struct WordSums: Sendable {
  /// The groups of features that depend on one word. Those that are asked of few words lie apart.
  struct Group {
    let rawValue: Int

    /// The word itself where it is not the first of a sentence of prose, with what that tells.
    static var inProse: Group { Group(rawValue: 0) }
    static var before: Group { Group(rawValue: 1) }
    static var after: Group { Group(rawValue: 2) }
    static var beforeLast: Group { Group(rawValue: 3) }
    static var afterNext: Group { Group(rawValue: 4) }
    /// The word itself, anywhere else.
    static var here: Group { Group(rawValue: 5) }
    static var first: Group { Group(rawValue: 6) }
    static var last: Group { Group(rawValue: 7) }
    static var beforeRow: Group { Group(rawValue: 8) }
    static var afterRow: Group { Group(rawValue: 9) }

    @inline(__always) var bit: UInt16 { 1 &<< UInt16(truncatingIfNeeded: rawValue) }
  }

  private static let ofWords = 5
  private static let ofEnds = 5
  private static let allOfWords: UInt16 = 1 << UInt16(ofWords) - 1

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
  /// Where the sums of the words of a part lie, with two words before and two behind; -1 where one is missing.
  private var expected: [Int32] = []
  private var found: [LabelScores] = []

  /// Forgets everything.
  mutating func forget() {
    rows.removeAll(keepingCapacity: true)
    endRows.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
  }

  /// Has what is known of words fetched from memory.
  func expect(_ expected: [ModelWords.Word]) {
    words.withUnsafeBytes { words in
      guard let base = words.baseAddress else { return }
      for word in expected where word.number >= 0 && Int(word.number) < self.words.count {
        (base + Int(word.number) &* MemoryLayout<Kept>.stride).fetchAhead()
      }
    }
  }

  /// Has the sums of the words of a part and of those beside it fetched, for they are as good as anywhere.
  func expect(_ part: SentencePart, _ expected: [ModelWords.Word]) {
    let size = Self.ofWords * MemoryLayout<LabelScores>.stride
    let first = max(part.sentence.lowerBound, part.tokens.lowerBound - 2)
    let end = min(part.sentence.upperBound, part.tokens.upperBound + 2)
    rows.withUnsafeBytes { rows in
      guard let base = rows.baseAddress else { return }
      for index in first..<end {
        let kept = kept(expected[index].number)
        if kept.ends >= 0 { fetchEnds(kept.ends) }
        guard kept.block >= 0 else { continue }
        let start = base + Int(kept.block) * size
        start.fetchAhead()
        (start + 64).fetchAhead()
        (start + size - 1).fetchAhead()
      }
    }
  }

  @inline(__always)
  private func kept(_ number: Int32) -> Kept {
    number >= 0 && Int(number) < words.count ? words[Int(number)] : Kept()
  }

  /// Looks where the sums of the words of a part and of those beside it lie.
  /// - Parameter part: two words before it and behind it are looked at, those beyond the sentence as
  ///   ``ModelWords/Word/beyond``.
  mutating func find(_ view: UnsafeBufferPointer<ModelWords.Word>, _ part: SentencePart) {
    while expected.count < part.tokens.count + 4 { expected.append(-1) }
    let first = part.tokens.lowerBound - 2
    for index in first..<(part.tokens.upperBound + 2) {
      let isWithin = part.sentence.contains(index)
      let kept = kept(isWithin ? view[index].number : WordTypes.beyond)
      // What is beyond a sentence is never the word in question, and has no sum of that.
      let wanted = isWithin ? Self.allOfWords : Self.allOfWords & ~Group.inProse.bit
      // A word of which a sum is missing is looked at sum by sum.
      expected[index - first] = kept.known & wanted == wanted ? kept.block : -1
    }
  }

  /// Has the sums of a word at the end of a row fetched.
  @inline(__always)
  private func fetchEnds(_ block: Int32) {
    endRows.withUnsafeBytes { rows in
      guard let base = rows.baseAddress else { return }
      let start = base + Int(block) * Self.ofEnds * MemoryLayout<LabelScores>.stride
      start.fetchAhead()
      (start + 64).fetchAhead()
    }
  }

  /// Adds what all groups of the features of one word add up to, at a place of the part that was expected.
  /// - Parameters:
  ///   - place: which word of the part.
  ///   - isInProse: whether it is not the first word of a sentence that uses capitals as prose does; of others not all
  ///     that is asked lies together.
  /// - Returns: whether all of them were known; where not, nothing is added.
  @inline(__always)
  func addAll(_ place: Int, isInProse: Bool, to sum: inout LabelScores) -> Bool {
    let (beforeLast, before, here) = (expected[place], expected[place + 1], expected[place + 2])
    let (after, afterNext) = (expected[place + 3], expected[place + 4])
    guard isInProse, beforeLast | before | here | after | afterNext >= 0 else { return false }
    func row(_ block: Int32, _ group: Group) -> LabelScores {
      rows[Int(block) &* Self.ofWords &+ group.rawValue]
    }
    sum &+= row(here, .inProse) &+ row(before, .before) &+ row(after, .after)
    sum &+= row(beforeLast, .beforeLast) &+ row(afterNext, .afterNext)
    return true
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
