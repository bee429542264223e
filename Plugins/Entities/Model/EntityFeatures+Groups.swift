import Copydesk

// MARK: Of one word

/// The groups of features. Each function adds one; the words that it is given are all that it depends on.
extension EntityFeatures {
  private static let ignored: WordClass = [.cased, .opensPhrase, .connector]

  /// The word itself.
  /// - Parameter index: where it stands, to read its letters.
  @inline(__always)
  func addHere(_ here: ModelWords.Word, _ index: Int, _ features: inout FeatureRoom) {
    features.add(0)
    features.add(1, here.folded)
    features.add(18, UInt64(here.kin.vector))
    features.add(20, UInt64(here.kin.fine))
    features.add(19, UInt64(here.kin.middle))
    features.add(27, UInt64(here.kin.coarse))
    features.add(31, UInt64(here.kin.fine), here.shape)
    features.add(40, here.shape)
    Self.addBits(50, here.classes.subtracting(Self.ignored).rawValue, &features)
    if view.names.tokens[index].kind == .word { addLetters(index, &features) }
  }

  /// Beginnings and ends of the word, without case.
  @inline(__always)
  func addLetters(_ index: Int, _ features: inout FeatureRoom) {
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

  /// The word before.
  @inline(__always)
  static func addBefore(_ before: ModelWords.Word, _ features: inout FeatureRoom) {
    addNeighbour(before, word: 2, vector: 16, fine: 21, classes: 51, &features)
  }

  /// The word after.
  @inline(__always)
  static func addAfter(_ after: ModelWords.Word, _ features: inout FeatureRoom) {
    addNeighbour(after, word: 3, vector: 17, fine: 22, classes: 52, &features)
  }

  @inline(__always)
  private static func addNeighbour(
    _ neighbour: ModelWords.Word, word: UInt32, vector: UInt32, fine: UInt32, classes: UInt32,
    _ features: inout FeatureRoom
  ) {
    features.add(word, neighbour.folded)
    features.add(vector, UInt64(neighbour.kin.vector))
    features.add(fine, UInt64(neighbour.kin.fine))
    addBits(classes, neighbour.classes.subtracting(ignored).rawValue, &features)
  }

  /// The word before the one before.
  @inline(__always)
  static func addBeforeLast(_ beforeLast: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(4, beforeLast.folded)
    features.add(23, UInt64(beforeLast.kin.middle))
  }

  /// The word after the next one.
  @inline(__always)
  static func addAfterNext(_ afterNext: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(5, afterNext.folded)
    features.add(24, UInt64(afterNext.kin.middle))
  }

  /// The word in a sentence of this style.
  @inline(__always)
  static func addPlace(
    _ here: ModelWords.Word, _ style: UInt64, isFirst: Bool, _ features: inout FeatureRoom
  ) {
    let position: UInt64 = isFirst ? 8 : 0
    features.add(44, here.shape, position | style)
    features.add(45, here.folded, position | style)
  }
}

// MARK: Of several words

extension EntityFeatures {
  /// The word with the one before.
  @inline(__always)
  static func addPair(
    before: ModelWords.Word, _ here: ModelWords.Word, _ features: inout FeatureRoom
  ) {
    features.add(25, UInt64(before.kin.middle) << 16 | UInt64(here.kin.middle))
    features.add(28, UInt64(before.kin.coarse) << 16 | UInt64(here.kin.coarse))
    features.add(41, before.shape, here.shape)
  }

  /// The word with the one after.
  @inline(__always)
  static func addPair(
    _ here: ModelWords.Word, after: ModelWords.Word, _ features: inout FeatureRoom
  ) {
    features.add(26, UInt64(here.kin.middle) << 16 | UInt64(after.kin.middle))
    features.add(29, UInt64(here.kin.coarse) << 16 | UInt64(after.kin.coarse))
    features.add(42, here.shape, after.shape)
  }

  /// What lists, rules and the rest of the document tell.
  @inline(__always)
  static func addFindings(_ around: Surroundings, _ features: inout FeatureRoom) {
    let here = around.here
    if phrases(around) != 0 { addPhrases(around, &features) }
    if rules(around) != 0 {
      addRules(around, &features)
      addRule(here, &features)
    }
    if here.classes.contains(.cased) { addSignals(here, &features) }
  }

  /// The kinds of a word and of those beside it as one number, five bits each.
  @inline(__always)
  private static func kinds(_ before: UInt8, _ here: UInt8, _ after: UInt8) -> UInt64 {
    UInt64(before) << 10 | UInt64(here) << 5 | UInt64(after)
  }

  /// What kinds of names of the lists the words belong to, as one number; 0 for none.
  @inline(__always)
  static func phrases(_ around: Surroundings) -> UInt64 {
    kinds(around.before.phrase, around.here.phrase, around.after.phrase)
  }

  @inline(__always)
  static func addPhrases(_ around: Surroundings, _ features: inout FeatureRoom) {
    features.add(53, UInt64(around.here.phrase))
    features.add(54, phrases(around))
  }

  /// What kinds of names the rules find there, as one number; 0 for none.
  @inline(__always)
  static func rules(_ around: Surroundings) -> UInt64 {
    kinds(around.before.rule, around.here.rule, around.after.rule)
  }

  @inline(__always)
  static func addRules(_ around: Surroundings, _ features: inout FeatureRoom) {
    features.add(57, UInt64(around.here.rule))
    features.add(58, rules(around))
  }

  /// What the rules find, of a word of this kind.
  @inline(__always)
  static func addRule(_ here: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(59, UInt64(here.rule) << 16 | UInt64(here.kin.middle))
  }

  /// What the rest of the document tells of a word with a capital.
  @inline(__always)
  static func addSignals(_ here: ModelWords.Word, _ features: inout FeatureRoom) {
    addBits(55, UInt64(here.memory.rawValue), &features)
    features.add(56, UInt64(here.memory.rawValue))
  }
}

// MARK: Of the row of words with capitals

extension EntityFeatures {
  private static let told: WordClass = [
    .givenName, .title, .organisationSuffix, .placeSuffix, .organisationHead, .placeHead, .familyName,
    .stateBody,
  ]

  /// The row's last word.
  @inline(__always)
  static func addLast(_ last: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(70, last.folded)
    features.add(72, UInt64(last.kin.fine))
    addBits(80, last.classes.intersection(told).rawValue, &features)
  }

  /// The row's first word.
  @inline(__always)
  static func addFirst(_ first: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(71, first.folded)
    features.add(73, UInt64(first.kin.fine))
    addBits(81, first.classes.intersection(told).rawValue, &features)
  }

  /// The word before the row.
  @inline(__always)
  static func addBeforeRow(_ before: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(75, before.folded)
    addBits(82, before.classes.rawValue, &features)
  }

  /// The word after the row.
  @inline(__always)
  static func addAfterRow(_ after: ModelWords.Word, _ features: inout FeatureRoom) {
    features.add(76, after.folded)
    addBits(83, after.classes.rawValue, &features)
  }

  /// How long a row is, up to six, and how far a word stands from its ends, up to three.
  @inline(__always)
  static func place(_ index: Int, in row: Range<Int>) -> UInt64 {
    UInt64(min(row.count, 6)) << 4 | UInt64(min(index - row.lowerBound, 3)) << 2
      | UInt64(min(row.upperBound - 1 - index, 3))
  }

  /// The place in the row.
  @inline(__always)
  static func addRow(_ place: UInt64, _ features: inout FeatureRoom) { features.add(74, place) }

  @inline(__always)
  private static func addBits(_ template: UInt32, _ bits: UInt64, _ features: inout FeatureRoom) {
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
