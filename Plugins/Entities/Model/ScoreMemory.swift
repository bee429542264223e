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

  /// What is kept of a word: a bit for each sum that is there, and for each that was asked for before; and which of the
  /// blocks of rows is its own, none being -1.
  private struct Kept: Sendable {
    var known: UInt16 = 0
    var met: UInt16 = 0
    var block: Int32 = -1
  }

  private var words: [Kept] = []
  /// Blocks of a row for each group.
  private var rows: [LabelScores] = []
  /// The features that are not kept, of all words of the part.
  private var features = FeatureSequence()
  private(set) var scores: [LabelScores] = []

  /// Forgets everything.
  mutating func forget() {
    rows.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
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
    if word >= words.count { makeRoom(word) }
    let bit: UInt16 = 1 << UInt16(group.rawValue)
    let kept = words[word]
    if kept.known & bit != 0 {
      sum &+= rows[Int(kept.block) * Self.groups + group.rawValue]
    } else if kept.met & bit == 0 {
      words[word].met |= bit
      describe(&rest)
    } else {
      var features = FeatureSequence()
      describe(&features)
      let scores = features.hashes.withUnsafeBufferPointer { scorer.scores(of: $0) }
      keep(scores, of: word, group)
      sum &+= scores
    }
  }

  private mutating func keep(_ scores: LabelScores, of word: Int, _ group: Group) {
    if words[word].block < 0 {
      words[word].block = Int32(rows.count / Self.groups)
      rows.append(contentsOf: repeatElement(LabelScores(repeating: 0), count: Self.groups))
    }
    rows[Int(words[word].block) * Self.groups + group.rawValue] = scores
    words[word].known |= 1 << UInt16(group.rawValue)
  }

  private mutating func makeRoom(_ word: Int) {
    words.append(contentsOf: repeatElement(Kept(), count: word + 1 - words.count))
  }
}
