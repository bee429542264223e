import Copydesk

/// What the groups of features of words and of pairs of words add up to, kept by the numbers of the words
/// (``WordTypes``): a frequent word costs one addition of a vector where it had ten features to look up.
///
/// Sums of integers do not depend on their order, so the scores are those of all features together.
struct ScoreMemory: Sendable {
  /// The groups of features that depend on one word.
  private enum Group: Int {
    case here, inProse, before, after, beforeLast, afterNext, first, last, beforeRow, afterRow
  }

  private static let groups = 10

  /// The sums of each word, a row a group, and a bit for each that is there.
  private var rows: [LabelScores] = []
  private var known: [UInt16] = []
  private var pairs = PairScores()
  /// The features that are not kept, of all words of the part.
  private var features = FeatureSequence()
  private(set) var scores: [LabelScores] = []

  /// Forgets everything.
  mutating func forget() {
    rows.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    pairs.forget()
  }
}

extension ScoreMemory {
  /// Puts the scores of the words of a part of a sentence into ``scores``.
  mutating func describe(
    _ sentence: Range<Int>, part: Range<Int>, style: SentenceCase, by describer: EntityFeatures,
    _ scorer: FeatureScorer
  ) {
    let view = describer.view
    let style = describer.style(of: sentence, style)
    var row = FeatureRow(in: sentence)
    scores.removeAll(keepingCapacity: true)
    // What cannot be kept gathers here.
    var rest = FeatureSequence()
    swap(&rest, &features)
    defer { swap(&rest, &features) }
    rest.removeAll()
    for index in part {
      let around = Surroundings(view, index, in: sentence)
      let here = around.here
      let isFirst = index == sentence.lowerBound
      var sum = LabelScores(repeating: 0)
      add(.here, here.number, &sum, &rest, scorer) { describer.addHere(here, index, &$0) }
      add(.before, around.before.number, &sum, &rest, scorer) { EntityFeatures.addBefore(around.before, &$0) }
      add(.after, around.after.number, &sum, &rest, scorer) { EntityFeatures.addAfter(around.after, &$0) }
      add(.beforeLast, around.beforeLast.number, &sum, &rest, scorer) {
        EntityFeatures.addBeforeLast(around.beforeLast, &$0)
      }
      add(.afterNext, around.afterNext.number, &sum, &rest, scorer) {
        EntityFeatures.addAfterNext(around.afterNext, &$0)
      }
      add(.inProse, style == 0 && !isFirst ? here.number : WordTypes.unknown, &sum, &rest, scorer) {
        EntityFeatures.addPlace(here, style, isFirst: isFirst, &$0)
      }
      addPairs(around, &sum, &rest, scorer)
      EntityFeatures.addAround(around, &rest)
      EntityFeatures.addFindings(around, &rest)
      if here.classes.contains(.cased) {
        row.reach(index, view)
        let ends = RowEnds(view, row.range, in: sentence)
        add(.first, ends.first.number, &sum, &rest, scorer) { EntityFeatures.addFirst(ends.first, &$0) }
        add(.last, ends.last.number, &sum, &rest, scorer) { EntityFeatures.addLast(ends.last, &$0) }
        add(.beforeRow, ends.before.number, &sum, &rest, scorer) {
          EntityFeatures.addBeforeRow(ends.before, &$0)
        }
        add(.afterRow, ends.after.number, &sum, &rest, scorer) { EntityFeatures.addAfterRow(ends.after, &$0) }
        EntityFeatures.addRow(row.range, index, ends, &rest)
      }
      rest.endPosition()
      scores.append(sum)
    }
    scorer.add(rest, to: &scores)
  }

  /// Adds what a group of a word's features adds up to; the features themselves where the word has no number.
  @inline(__always)
  private mutating func add(
    _ group: Group, _ number: Int32, _ sum: inout LabelScores, _ rest: inout FeatureSequence,
    _ scorer: FeatureScorer, _ describe: (inout FeatureSequence) -> Void
  ) {
    guard number >= 0 else { return describe(&rest) }
    let word = Int(number)
    let row = word * Self.groups + group.rawValue
    if word >= known.count { makeRoom(word) }
    if known[word] & 1 << UInt16(group.rawValue) == 0 {
      var features = FeatureSequence()
      describe(&features)
      rows[row] = features.hashes.withUnsafeBufferPointer { scorer.scores(of: $0) }
      known[word] |= 1 << UInt16(group.rawValue)
    }
    sum &+= rows[row]
  }

  private mutating func makeRoom(_ word: Int) {
    let more = word + 1 - known.count
    known.append(contentsOf: repeatElement(0, count: more))
    rows.append(contentsOf: repeatElement(LabelScores(repeating: 0), count: more * Self.groups))
  }

  /// Adds what the word says with the one before, and with the one after.
  @inline(__always)
  private mutating func addPairs(
    _ around: Surroundings, _ sum: inout LabelScores, _ rest: inout FeatureSequence, _ scorer: FeatureScorer
  ) {
    if let pair = pairs.slot(of: around.before, around.here, scorer) {
      sum &+= pairs.scoresOfSecond(pair)
    } else {
      EntityFeatures.addPair(before: around.before, around.here, &rest)
    }
    if let pair = pairs.slot(of: around.here, around.after, scorer) {
      sum &+= pairs.scoresOfFirst(pair)
    } else {
      EntityFeatures.addPair(around.here, after: around.after, &rest)
    }
  }
}
