import Copydesk

/// What a document says of a word with a capital wherever it stands: "President Bashar al-Assad" in one place makes
/// "Assad" a person in all. The evidence of all places goes into the features of each, as in Krishnan and Manning,
/// "An Effective Two-Stage Model for Exploiting Non-Local Dependencies in Named Entity Recognition" (2006), but
/// without a first stage.
struct DocumentSignals {
  /// What was seen of a word, anywhere in the document.
  struct Signals: OptionSet, Sendable {
    let rawValue: UInt16
    /// Written with a small letter.
    static let small = Signals(rawValue: 1)
    /// Written with a capital where a sentence does not ask for one.
    static let capitalInside = Signals(rawValue: 1 << 1)
    /// After a title: "President Assad".
    static let titled = Signals(rawValue: 1 << 2)
    /// After a given name: "Bashar Assad".
    static let afterGivenName = Signals(rawValue: 1 << 3)
    /// Before a verb that persons do: "Assad said".
    static let speaks = Signals(rawValue: 1 << 4)
    /// After "in" or "near".
    static let located = Signals(rawValue: 1 << 5)
    /// In one row with a word that ends the names of organisations.
    static let organised = Signals(rawValue: 1 << 6)
    /// After a word for what a person is: "spokesman Assad".
    static let hasRole = Signals(rawValue: 1 << 7)
    /// In a place's name of the lists.
    static let listedPlace = Signals(rawValue: 1 << 8)
    /// In an organisation's name of the lists.
    static let listedOrganisation = Signals(rawValue: 1 << 9)
    /// In brackets after other words with capitals, as an acronym that is spelled out.
    static let bracketed = Signals(rawValue: 1 << 10)
    /// The last of several words with capitals.
    static let endsRow = Signals(rawValue: 1 << 11)
    /// The first of several words with capitals.
    static let opensRow = Signals(rawValue: 1 << 12)
    /// With a capital and no neighbour that has one.
    static let alone = Signals(rawValue: 1 << 13)
    /// Before "the": "the UNRWA".
    static let definite = Signals(rawValue: 1 << 14)
  }

  private var keys: [UInt64]
  private var values: [Signals]
  private let mask: Int

  init(_ view: ModelWords, _ sentences: [Range<Int>]) {
    // Two keys at most of a word with a capital: its own, and its tail's.
    let cased = view.words.count { $0.classes.contains(.cased) }
    var size = 64
    while size < cased * 4 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Signals](repeating: [], count: size)
    mask = size - 1
    for (sentence, style) in zip(sentences, view.styles) { surveyRows(sentence, style, view) }
    for (sentence, style) in zip(sentences, view.styles) where style == .prose {
      surveySmallWords(sentence, view)
    }
  }

  /// What was seen of the word with this hash.
  subscript(hash: UInt64) -> Signals { values[slot(hash)] }

  private func slot(_ hash: UInt64) -> Int {
    let hash = max(1, hash)
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func add(_ hash: UInt64, _ signals: Signals) {
    let slot = slot(hash)
    keys[slot] = max(1, hash)
    values[slot].formUnion(signals)
  }

  /// The words with capitals of a sentence. In a headline a capital tells nothing, but what the rest of the document
  /// tells is asked there, too.
  private mutating func surveyRows(_ sentence: Range<Int>, _ style: SentenceCase, _ view: ModelWords) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard view.words[index].classes.contains(.cased) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.upperBound, view.words[end].classes.contains(.cased) { end += 1 }
      if style == .prose {
        survey(row: index..<end, in: sentence, view)
      }
      for word in index..<end { add(view.words[word].folded, []) }
      index = end
    }
  }

  /// Small words tell only of words that have a capital elsewhere, so of these alone it is kept.
  private mutating func surveySmallWords(_ sentence: Range<Int>, _ view: ModelWords) {
    for index in sentence where !view.words[index].classes.contains(.cased) {
      let slot = slot(view.words[index].folded)
      if keys[slot] != 0, view.names.tokens[index].kind == .word { values[slot].formUnion(.small) }
    }
  }

  private mutating func survey(row: Range<Int>, in sentence: Range<Int>, _ view: ModelWords) {
    func isA(_ index: Int, _ classes: WordClass) -> Bool {
      sentence.contains(index) && !view.words[index].classes.isDisjoint(with: classes)
    }
    var start = row.lowerBound
    while start + 1 < row.upperBound, isA(start, [.title, .titlePrefix, .demonym]) { start += 1 }
    var common: Signals = []
    if start > row.lowerBound, isA(start - 1, .title) { common.insert(.titled) }
    if isA(row.upperBound, .speech) { common.insert(.speaks) }
    if isA(row.lowerBound - 1, .locative) { common.insert(.located) }
    if isA(row.lowerBound - 1, .role) { common.insert(.hasRole) }
    if view.names.isWord(row.lowerBound - 1, "the") { common.insert(.definite) }
    if isA(row.upperBound - 1, .organisationSuffix) || isA(start, .organisationHead) {
      common.insert(.organised)
    }
    if view.names.isMark(row.lowerBound - 1, "("), isA(row.lowerBound - 2, .cased) {
      common.insert(.bracketed)
    }
    let isNamed = row.upperBound - start > 1 && isA(start, .givenName)
    for index in start..<row.upperBound {
      var signals = common
      if index > sentence.lowerBound { signals.insert(.capitalInside) }
      if isNamed, index > start { signals.insert(.afterGivenName) }
      switch view.words[index].phrase >> 1 {
      case NameKind.place.rawValue: signals.insert(.listedPlace)
      case NameKind.organisation.rawValue: signals.insert(.listedOrganisation)
      default: break
      }
      if row.upperBound - start == 1 {
        signals.insert(.alone)
      } else if index == start {
        signals.insert(.opensRow)
      } else if index == row.upperBound - 1 {
        signals.insert(.endsRow)
      }
      add(view.words[index].folded, signals)
      if let tail = view.names.hashAfterHyphen(index) { add(tail, signals) }
    }
  }
}
