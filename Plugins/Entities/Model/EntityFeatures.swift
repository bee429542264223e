import Copydesk

/// Describes the words of a sentence to the model.
///
/// The features come in groups, each of which depends on one word, on two, or on the place in the sentence, so that
/// ``ScoreMemory`` may keep what the groups of frequent words add up to.
struct EntityFeatures {
  /// What the features mean. A model knows under which it was trained; a change of anything below needs a new one.
  static let name = "entities.words/2"

  let view: ModelWords

  init(_ view: ModelWords) { self.view = view }

  /// Puts the features of a sentence, or of a part of it, in the place of what `features` held.
  func describe(
    _ sentence: Range<Int>, part: Range<Int>? = nil, style: SentenceCase? = nil,
    in features: inout FeatureSequence
  ) {
    features.removeAll()
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: FeatureRoom.capacity) { memory in
      var room = FeatureRoom(memory, ends: UnsafeMutableBufferPointer(start: nil, count: 0))
      let style = self.style(of: sentence, style ?? SentenceCase(view.names, sentence))
      describe(sentence, part: part ?? sentence, style, &room) { position in
        features.add(hashes: position)
        features.endPosition()
      }
    }
  }

  /// Writes the features of one word after the other.
  private func describe(
    _ sentence: Range<Int>, part: Range<Int>, _ style: UInt64, _ features: inout FeatureRoom,
    _ use: (UnsafeBufferPointer<UInt32>) -> Void
  ) {
    view.words.withUnsafeBufferPointer { describe(sentence, part: part, style, $0, &features, use) }
  }

  private func describe(
    _ sentence: Range<Int>, part: Range<Int>, _ style: UInt64, _ words: UnsafeBufferPointer<ModelWords.Word>,
    _ features: inout FeatureRoom, _ use: (UnsafeBufferPointer<UInt32>) -> Void
  ) {
    let beyond = ModelWords.Word.beyond
    var row = FeatureRow(in: sentence)
    for index in part {
      features.removeAll()
      let around = Surroundings(words, index, in: sentence, beyond)
      addHere(around.here, index, &features)
      Self.addBefore(around.before, &features)
      Self.addAfter(around.after, &features)
      Self.addBeforeLast(around.beforeLast, &features)
      Self.addAfterNext(around.afterNext, &features)
      Self.addPlace(around.here, style, isFirst: index == sentence.lowerBound, &features)
      if Self.isJoined(around.here, style) {
        Self.addPair(before: around.before, around.here, &features)
        Self.addPair(around.here, after: around.after, &features)
        Self.addFindings(around, &features)
      } else if Self.isFound(around.here) {
        Self.addFindings(around, &features)
      }
      if around.here.classes.contains(.cased) {
        row.reach(index, words)
        let ends = RowEnds(words, row.range, in: sentence, beyond)
        Self.addFirst(ends.first, &features)
        Self.addLast(ends.last, &features)
        Self.addBeforeRow(ends.before, &features)
        Self.addAfterRow(ends.after, &features)
        Self.addRow(Self.place(index, in: row.range), &features)
      }
      use(features.features)
    }
  }

  /// Whether a word is described together with those beside it. In prose a small one is not: that it is part of a name
  /// can be told from the word itself and from each of the others.
  @inline(__always)
  static func isJoined(_ here: ModelWords.Word, _ style: UInt64) -> Bool {
    style != 0 || here.classes.contains(.cased)
  }

  /// Whether lists or rules tell anything of a word itself.
  @inline(__always)
  static func isFound(_ here: ModelWords.Word) -> Bool { here.phrase | here.rule != 0 }

  /// How the sentence uses capitals: as prose does, as headlines do, throughout, or not at all.
  func style(of sentence: Range<Int>, _ style: SentenceCase) -> UInt64 {
    switch style {
    case .title: 1
    case .capitals: 2
    case .prose: sentence.contains { view.names.isCased($0) } ? 0 : 3
    }
  }
}

/// A word with those beside it.
struct Surroundings {
  let beforeLast: ModelWords.Word
  let before: ModelWords.Word
  let here: ModelWords.Word
  let after: ModelWords.Word
  let afterNext: ModelWords.Word

  @inline(__always)
  init(
    _ words: UnsafeBufferPointer<ModelWords.Word>, _ index: Int, in sentence: Range<Int>,
    _ beyond: ModelWords.Word
  ) {
    beforeLast = words.word(index - 2, in: sentence, beyond)
    before = words.word(index - 1, in: sentence, beyond)
    here = words[index]
    after = words.word(index + 1, in: sentence, beyond)
    afterNext = words.word(index + 2, in: sentence, beyond)
  }
}

/// The row of words with capitals in which a word stands, found once for all its words.
struct FeatureRow {
  private let sentence: Range<Int>
  private(set) var range: Range<Int>

  init(in sentence: Range<Int>) {
    self.sentence = sentence
    range = sentence.lowerBound..<sentence.lowerBound
  }

  /// Makes it the row of the word at `index`, which has a capital. Where words are asked for out of their order, or
  /// not from the first one on, a row begins with the one that is asked for.
  @inline(__always)
  mutating func reach(_ index: Int, _ words: UnsafeBufferPointer<ModelWords.Word>) {
    guard index >= range.upperBound else { return }
    var end = index + 1
    while end < sentence.upperBound, words[end].classes.contains(.cased) { end += 1 }
    range = index..<end
  }
}

/// The words at the ends of a row, inside and outside.
struct RowEnds {
  let before: ModelWords.Word
  let first: ModelWords.Word
  let last: ModelWords.Word
  let after: ModelWords.Word

  @inline(__always)
  init(
    _ words: UnsafeBufferPointer<ModelWords.Word>, _ row: Range<Int>, in sentence: Range<Int>,
    _ beyond: ModelWords.Word
  ) {
    before = words.word(row.lowerBound - 1, in: sentence, beyond)
    first = words[row.lowerBound]
    last = words[row.upperBound - 1]
    after = words.word(row.upperBound, in: sentence, beyond)
  }
}

extension UnsafeBufferPointer<ModelWords.Word> {
  @inline(__always)
  fileprivate func word(
    _ index: Int, in sentence: Range<Int>, _ beyond: ModelWords.Word
  ) -> ModelWords.Word {
    sentence.contains(index) ? self[index] : beyond
  }
}
