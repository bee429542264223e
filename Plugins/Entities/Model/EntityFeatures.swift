import Copydesk

/// Describes the words of a sentence to the model.
struct EntityFeatures {
  /// What the features mean. A model knows under which it was trained; a change of anything below needs a new one.
  static let name = "entities.words/1"

  let view: ModelWords
  private let beyond = ModelWords.Word(
    folded: 1, classes: [], shape: 1, kin: .init(vector: .max, fine: .max, middle: .max, coarse: .max),
    phrase: 31,
    rule: 31, memory: [])

  init(_ view: ModelWords) { self.view = view }

  /// Puts the features of a sentence in the place of what `features` held.
  func describe(_ sentence: Range<Int>, in features: inout FeatureSequence) {
    features.removeAll()
    let style = style(of: sentence)
    var row = sentence.lowerBound..<sentence.lowerBound
    view.words.withUnsafeBufferPointer { words in
      func word(_ index: Int) -> ModelWords.Word { sentence.contains(index) ? words[index] : beyond }
      for index in sentence {
        let isCased = words[index].classes.contains(.cased)
        if isCased, index >= row.upperBound {
          var end = index + 1
          while end < sentence.upperBound, words[end].classes.contains(.cased) { end += 1 }
          row = index..<end
        }
        let before = word(index - 1)
        let here = words[index]
        let after = word(index + 1)
        let beforeLast = word(index - 2)
        let afterNext = word(index + 2)
        addWords(beforeLast, before, here, after, afterNext, &features)
        addClusters(beforeLast, before, here, after, afterNext, &features)
        addShapes(before, here, after, style, isFirst: index == sentence.lowerBound, &features)
        addClasses(before, here, after, &features)
        if view.names.tokens[index].kind == .word { addLetters(index, &features) }
        if isCased { addRow(row, index, word(row.lowerBound - 1), word(row.upperBound), &features) }
        features.endPosition()
      }
    }
  }

  /// How the sentence uses capitals: as prose does, as headlines do, throughout, or not at all.
  private func style(of sentence: Range<Int>) -> UInt64 {
    switch SentenceCase(view.names, sentence) {
    case .title: 1
    case .capitals: 2
    case .prose: sentence.contains { view.names.isCased($0) } ? 0 : 3
    }
  }

  @inline(__always)
  private func addWords(
    _ beforeLast: ModelWords.Word, _ before: ModelWords.Word, _ here: ModelWords.Word,
    _ after: ModelWords.Word, _ afterNext: ModelWords.Word, _ features: inout FeatureSequence
  ) {
    features.add(0)
    features.add(1, here.folded)
    features.add(2, before.folded)
    features.add(3, after.folded)
    features.add(4, beforeLast.folded)
    features.add(5, afterNext.folded)
    features.add(6, before.folded, here.folded)
    features.add(7, here.folded, after.folded)
    features.add(8, before.folded, after.folded)
  }

  @inline(__always)
  private func addClusters(
    _ beforeLast: ModelWords.Word, _ before: ModelWords.Word, _ here: ModelWords.Word,
    _ after: ModelWords.Word, _ afterNext: ModelWords.Word, _ features: inout FeatureSequence
  ) {
    features.add(18, UInt64(here.kin.vector))
    features.add(16, UInt64(before.kin.vector))
    features.add(17, UInt64(after.kin.vector))
    features.add(20, UInt64(here.kin.fine))
    features.add(21, UInt64(before.kin.fine))
    features.add(22, UInt64(after.kin.fine))
    features.add(23, UInt64(beforeLast.kin.middle))
    features.add(24, UInt64(afterNext.kin.middle))
    let middle = UInt64(here.kin.middle)
    features.add(19, middle)
    features.add(25, UInt64(before.kin.middle) << 16 | middle)
    features.add(26, middle << 16 | UInt64(after.kin.middle))
    features.add(32, UInt64(before.kin.middle) << 16 | UInt64(after.kin.middle))
    let coarse = UInt64(here.kin.coarse)
    features.add(27, coarse)
    features.add(28, UInt64(before.kin.coarse) << 16 | coarse)
    features.add(29, coarse << 16 | UInt64(after.kin.coarse))
    features.add(30, UInt64(before.kin.coarse) << 32 | coarse << 16 | UInt64(after.kin.coarse))
    features.add(31, UInt64(here.kin.fine), here.shape)
  }

  @inline(__always)
  private func addShapes(
    _ before: ModelWords.Word, _ here: ModelWords.Word, _ after: ModelWords.Word, _ style: UInt64,
    isFirst: Bool, _ features: inout FeatureSequence
  ) {
    let position: UInt64 = isFirst ? 8 : 0
    features.add(40, here.shape)
    features.add(41, before.shape, here.shape)
    features.add(42, here.shape, after.shape)
    features.add(43, before.shape &* 31 &+ after.shape, here.shape)
    features.add(44, here.shape, position | style)
    features.add(45, here.folded, position | style)
  }

  @inline(__always)
  private func addClasses(
    _ before: ModelWords.Word, _ here: ModelWords.Word, _ after: ModelWords.Word,
    _ features: inout FeatureSequence
  ) {
    let ignored: WordClass = [.cased, .opensPhrase, .connector]
    Self.addBits(50, here.classes.subtracting(ignored).rawValue, &features)
    Self.addBits(51, before.classes.subtracting(ignored).rawValue, &features)
    Self.addBits(52, after.classes.subtracting(ignored).rawValue, &features)
    if here.phrase | before.phrase | after.phrase != 0 {
      features.add(53, UInt64(here.phrase))
      features.add(54, UInt64(before.phrase) << 16 | UInt64(here.phrase) << 8 | UInt64(after.phrase))
    }
    if here.rule | before.rule | after.rule != 0 {
      features.add(57, UInt64(here.rule))
      features.add(58, UInt64(before.rule) << 16 | UInt64(here.rule) << 8 | UInt64(after.rule))
      features.add(59, UInt64(here.rule) << 16 | UInt64(here.kin.middle))
    }
    if here.classes.contains(.cased) {
      Self.addBits(55, UInt64(here.memory.rawValue), &features)
      features.add(56, UInt64(here.memory.rawValue))
    }
  }

  /// Beginnings and ends of the word, without case.
  @inline(__always)
  private func addLetters(_ index: Int, _ features: inout FeatureSequence) {
    let token = view.names.tokens[index]
    let count = token.end - token.start
    var letters: UInt64 = 0
    for length in 1...4 where length <= count {
      letters = letters << 8 | UInt64(view.names.bytes[token.start + length - 1].lowered)
      if length > 1 { features.add(60 + UInt32(length), letters) }
    }
    letters = 0
    for length in 1...4 where length <= count {
      letters |= UInt64(view.names.bytes[token.end - length].lowered) << (UInt64(length - 1) * 8)
      features.add(65 + UInt32(length), letters)
    }
  }

  /// What the row of words with capitals tells that the word stands in.
  @inline(__always)
  private func addRow(
    _ row: Range<Int>, _ index: Int, _ before: ModelWords.Word, _ after: ModelWords.Word,
    _ features: inout FeatureSequence
  ) {
    let first = view.words[row.lowerBound]
    let last = view.words[row.upperBound - 1]
    let length = UInt64(min(row.count, 6))
    let place = UInt64(min(index - row.lowerBound, 3)) << 8 | UInt64(min(row.upperBound - 1 - index, 3))
    features.add(70, last.folded)
    features.add(71, first.folded)
    features.add(72, UInt64(last.kin.fine))
    features.add(73, UInt64(first.kin.fine))
    features.add(74, length << 16 | place)
    features.add(75, before.folded)
    features.add(76, after.folded)
    features.add(77, before.folded, after.folded)
    features.add(78, UInt64(first.kin.coarse) << 24 | UInt64(last.kin.coarse) << 8 | length)
    features.add(79, UInt64(before.kin.coarse) << 24 | UInt64(after.kin.coarse) << 8 | length)
    let told: WordClass = [
      .givenName, .title, .organisationSuffix, .placeSuffix, .organisationHead, .placeHead, .familyName,
      .stateBody,
    ]
    Self.addBits(80, last.classes.intersection(told).rawValue, &features)
    Self.addBits(81, first.classes.intersection(told).rawValue, &features)
    Self.addBits(82, before.classes.rawValue, &features)
    Self.addBits(83, after.classes.rawValue, &features)
  }

  @inline(__always)
  private static func addBits(_ template: UInt32, _ bits: UInt64, _ features: inout FeatureSequence) {
    var bits = bits
    while bits != 0 {
      features.add(template, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
  }
}

extension UInt8 {
  /// The letter in lower case.
  @inline(__always) var lowered: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}
