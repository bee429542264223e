import Copydesk

/// What the words of a part of a sentence add up to for each label: sums that are kept of frequent words
/// (``WordSums``) and of what was found of words (``FindingSums``), and features that are looked up.
///
/// Features of several words are not kept: to keep the sums of pairs as well was measured to cost more, for most
/// pairs come once. Those of all words of a part are looked up together, since the time goes into waiting for
/// memory.
///
/// Sums of integers do not depend on their order, so the scores are those of all features together.
struct ScoreMemory: Sendable {
  private var sums = WordSums()
  private var findings = FindingSums()
  private(set) var scores: [LabelScores] = []
  /// Memory that is used again.
  private var rooms: [UInt32] = []
  private var ends: [Int32] = []

  /// Forgets what is kept by the numbers of words.
  mutating func forget() { sums.forget() }

  /// Has what is kept of the words of a document fetched from memory.
  func expect(_ words: [ModelWords.Word]) { sums.expect(words) }

  /// Has the sums of the words of a part fetched from memory.
  func expect(_ part: SentencePart, _ words: [ModelWords.Word]) { sums.expect(part, words) }

  /// Puts the scores of the words of a part of a sentence into ``scores``.
  mutating func describe(_ part: SentencePart, by describer: EntityFeatures, _ scorer: FeatureScorer) {
    if rooms.isEmpty {
      rooms = [UInt32](repeating: 0, count: 2 * FeatureRoom.capacity)
      ends = [Int32](repeating: 0, count: 2 * FeatureRoom.endCapacity)
    }
    // What the loop changes stands apart from what it borrows.
    var sums = WordSums()
    swap(&sums, &self.sums)
    var findings = FindingSums()
    swap(&findings, &self.findings)
    var scores: [LabelScores] = []
    swap(&scores, &self.scores)
    scores.removeAll(keepingCapacity: true)
    withRooms { rest, new in
      describer.view.words.withUnsafeBufferPointer { words in
        sums.find(words, part)
        let style = describer.style(of: part.sentence, part.style)
        let reader = PartReader(part.sentence, style, words)
        reader.read(part.tokens, &sums, &findings, &scores, &rest, &new, scorer, describer)
      }
    }
    swap(&sums, &self.sums)
    swap(&findings, &self.findings)
    swap(&scores, &self.scores)
  }

  /// Calls `body` with two rooms: for the features that are looked up, and for those of sums that are to be kept.
  private mutating func withRooms(_ body: (inout FeatureRoom, inout FeatureRoom) -> Void) {
    rooms.withUnsafeMutableBufferPointer { room in
      ends.withUnsafeMutableBufferPointer { ends in
        let (size, count) = (FeatureRoom.capacity, FeatureRoom.endCapacity)
        var rest = FeatureRoom(
          UnsafeMutableBufferPointer(rebasing: room[..<size]),
          ends: UnsafeMutableBufferPointer(rebasing: ends[..<count]))
        var new = FeatureRoom(
          UnsafeMutableBufferPointer(rebasing: room[size...]),
          ends: UnsafeMutableBufferPointer(rebasing: ends[count...]))
        body(&rest, &new)
      }
    }
  }
}

/// Goes over the words of a part of a sentence.
private struct PartReader {
  private let sentence: Range<Int>
  private let style: UInt64
  private let words: UnsafeBufferPointer<ModelWords.Word>

  init(_ sentence: Range<Int>, _ style: UInt64, _ words: UnsafeBufferPointer<ModelWords.Word>) {
    self.sentence = sentence
    self.style = style
    self.words = words
  }

  func read(
    _ part: Range<Int>, _ sums: inout WordSums, _ findings: inout FindingSums,
    _ scores: inout [LabelScores], _ rest: inout FeatureRoom, _ new: inout FeatureRoom,
    _ scorer: FeatureScorer, _ describer: EntityFeatures
  ) {
    let beyond = ModelWords.Word.beyond
    var row = FeatureRow(in: sentence)
    var first = 0
    for index in part {
      let around = Surroundings(words, index, in: sentence, beyond)
      let here = around.here
      var sum = LabelScores(repeating: 0)
      let isFirst = index == sentence.lowerBound
      let isInProse = style == 0 && !isFirst
      if !isInProse { EntityFeatures.addPlace(here, style, isFirst: isFirst, &rest) }
      // Which of the sums are not there yet.
      var missing: UInt16 = 0
      if !sums.addAll(index - part.lowerBound, isInProse: isInProse, to: &sum) {
        missing = sums.add(isInProse ? .inProse : .here, here.number, to: &sum)
        missing |= sums.add(.before, around.before.number, to: &sum)
        missing |= sums.add(.after, around.after.number, to: &sum)
        missing |= sums.add(.beforeLast, around.beforeLast.number, to: &sum)
        missing |= sums.add(.afterNext, around.afterNext.number, to: &sum)
      }
      if EntityFeatures.isJoined(here, style) {
        EntityFeatures.addPair(before: around.before, here, &rest)
        EntityFeatures.addPair(here, after: around.after, &rest)
        addFindings(around, to: &sum, &findings, &rest, scorer)
      } else if EntityFeatures.isFound(here) {
        addFindings(around, to: &sum, &findings, &rest, scorer)
      }
      if here.classes.contains(.cased) {
        row.reach(index, words)
        let ends = RowEnds(words, row.range, in: sentence, beyond)
        var missingEnds = sums.add(.first, ends.first.number, to: &sum)
        missingEnds |= sums.add(.last, ends.last.number, to: &sum)
        missingEnds |= sums.add(.beforeRow, ends.before.number, to: &sum)
        missingEnds |= sums.add(.afterRow, ends.after.number, to: &sum)
        let place = EntityFeatures.place(index, in: row.range)
        sum &+= findings.sum(.row, place, scorer) { EntityFeatures.addRow(place, &$0) }
        if missingEnds != 0 { describe(ends, missingEnds, position: scores.count, &sums, &rest, &new) }
      }
      if missing != 0 {
        describe(around, index, missing, position: scores.count, &sums, &rest, &new, describer)
      }
      rest.endPosition()
      scores.append(sum)
      if rest.isFull || new.isFull { lookUp(&first, &sums, &scores, &rest, &new, scorer) }
    }
    lookUp(&first, &sums, &scores, &rest, &new, scorer)
  }

  /// As ``EntityFeatures/addFindings(_:_:)``, with sums.
  @inline(__always)
  private func addFindings(
    _ around: Surroundings, to sum: inout LabelScores, _ findings: inout FindingSums,
    _ rest: inout FeatureRoom, _ scorer: FeatureScorer
  ) {
    let here = around.here
    let phrases = EntityFeatures.phrases(around)
    if phrases != 0 {
      sum &+= findings.sum(.phrases, phrases, scorer) { EntityFeatures.addPhrases(around, &$0) }
    }
    let rules = EntityFeatures.rules(around)
    if rules != 0 {
      sum &+= findings.sum(.rules, rules, scorer) { EntityFeatures.addRules(around, &$0) }
      EntityFeatures.addRule(here, &rest)
    }
    if here.classes.contains(.cased) {
      sum &+= findings.sum(.signals, UInt64(here.memory.rawValue), scorer) {
        EntityFeatures.addSignals(here, &$0)
      }
    }
  }

  /// Looks up what was written of the words from `first` on.
  private func lookUp(
    _ first: inout Int, _ sums: inout WordSums, _ scores: inout [LabelScores], _ rest: inout FeatureRoom,
    _ new: inout FeatureRoom, _ scorer: FeatureScorer
  ) {
    scorer.add(rest.features, ends: rest.ends, to: &scores, from: first)
    if !new.ends.isEmpty { sums.keep(new, addingTo: &scores, scorer) }
    first = scores.count
    rest.removeAll()
    new.removeAll()
  }

  /// Describes by themselves the words whose sums are missing.
  @inline(never)
  private func describe(
    _ around: Surroundings, _ index: Int, _ missing: UInt16, position: Int, _ sums: inout WordSums,
    _ rest: inout FeatureRoom, _ new: inout FeatureRoom, _ describer: EntityFeatures
  ) {
    func describe(
      _ group: WordSums.Group, _ word: ModelWords.Word, _ body: (inout FeatureRoom) -> Void
    ) {
      guard missing & group.bit != 0 else { return }
      Self.describe(group, word, position, &sums, &rest, &new, body)
    }
    describe(.here, around.here) { describer.addHere(around.here, index, &$0) }
    describe(.inProse, around.here) {
      describer.addHere(around.here, index, &$0)
      EntityFeatures.addPlace(around.here, style, isFirst: false, &$0)
    }
    describe(.before, around.before) { EntityFeatures.addBefore(around.before, &$0) }
    describe(.after, around.after) { EntityFeatures.addAfter(around.after, &$0) }
    describe(.beforeLast, around.beforeLast) { EntityFeatures.addBeforeLast(around.beforeLast, &$0) }
    describe(.afterNext, around.afterNext) { EntityFeatures.addAfterNext(around.afterNext, &$0) }
  }

  /// The same for the ends of a row.
  @inline(never)
  private func describe(
    _ ends: RowEnds, _ missing: UInt16, position: Int, _ sums: inout WordSums, _ rest: inout FeatureRoom,
    _ new: inout FeatureRoom
  ) {
    func describe(
      _ group: WordSums.Group, _ word: ModelWords.Word, _ body: (inout FeatureRoom) -> Void
    ) {
      guard missing & group.bit != 0 else { return }
      Self.describe(group, word, position, &sums, &rest, &new, body)
    }
    describe(.first, ends.first) { EntityFeatures.addFirst(ends.first, &$0) }
    describe(.last, ends.last) { EntityFeatures.addLast(ends.last, &$0) }
    describe(.beforeRow, ends.before) { EntityFeatures.addBeforeRow(ends.before, &$0) }
    describe(.afterRow, ends.after) { EntityFeatures.addAfterRow(ends.after, &$0) }
  }

  /// Describes a word: by itself, where its sum is to be kept, or else with the rest of the position.
  @inline(__always)
  private static func describe(
    _ group: WordSums.Group, _ word: ModelWords.Word, _ position: Int, _ sums: inout WordSums,
    _ rest: inout FeatureRoom, _ new: inout FeatureRoom, _ body: (inout FeatureRoom) -> Void
  ) {
    guard sums.isKept(group, word.number, of: position) else { return body(&rest) }
    body(&new)
    new.endPosition()
  }
}
