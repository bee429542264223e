import Copydesk

/// What the groups of features of a word add up to, kept by the numbers of words (``WordTypes``): a frequent word costs
/// one addition of a vector where it had ten features to look up.
///
/// Features of several words are looked up, all of a sentence together: to keep the sums of pairs as well was measured
/// to cost more, for most pairs come once. For the same reason a word's sums are kept from the second time on.
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
  /// A bit for each that was asked for before.
  private var met: [UInt16] = []
  /// The features that are not kept, of all words of the part.
  private var features = FeatureSequence()
  private(set) var scores: [LabelScores] = []

  /// Forgets everything.
  mutating func forget() {
    rows.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
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
      EntityFeatures.addPair(before: around.before, here, &rest)
      EntityFeatures.addPair(here, after: around.after, &rest)
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
    let bit: UInt16 = 1 << UInt16(group.rawValue)
    if known[word] & bit == 0 {
      guard met[word] & bit != 0 else {
        met[word] |= bit
        return describe(&rest)
      }
      var features = FeatureSequence()
      describe(&features)
      rows[row] = features.hashes.withUnsafeBufferPointer { scorer.scores(of: $0) }
      known[word] |= bit
    }
    sum &+= rows[row]
  }

  private mutating func makeRoom(_ word: Int) {
    let more = word + 1 - known.count
    known.append(contentsOf: repeatElement(0, count: more))
    met.append(contentsOf: repeatElement(0, count: more))
    rows.append(contentsOf: repeatElement(LabelScores(repeating: 0), count: more * Self.groups))
  }
}
