import Copydesk

/// The tokens of a document with what the features ask of each, computed once.
struct ModelWords {
  /// One token.
  struct Word {
    /// The letters, without case.
    var folded: UInt64
    /// What lists it stands in, and whether it has a capital.
    var classes: WordClass
    /// Its shape, "Xx" or "d,d": the first characters, rows of one kind as one.
    var shape: UInt64
    /// What it is like.
    var kin: WordClusters.Classes
    /// What kind of name of the lists begins here or goes on: 0 for none.
    var phrase: UInt8
    /// What kind of name the rules find here, in the same way.
    var rule: UInt8
    /// What the rest of the document tells of it.
    var memory: DocumentSignals.Signals
  }

  let names: NameTokens
  private(set) var words: [Word] = []

  /// - Parameter sentences: the sentences of the document, as ranges of tokens.
  init(_ names: NameTokens, sentences: [Range<Int>], clusters: WordClusters?) {
    self.names = names
    words.reserveCapacity(names.count)
    for index in 0..<names.count {
      let token = names.tokens[index]
      let word = UnsafeBufferPointer(rebasing: names.bytes[token.start..<token.end])
      let kin =
        clusters?.classes(
          of: word, isAllCaps: token.traits.contains(.allCaps), isCapitalised: token.isCapitalised)
        ?? WordClusters.Classes()
      words.append(
        Word(
          folded: names.hashes[index], classes: names.classes[index], shape: Self.shape(word), kin: kin,
          phrase: 0,
          rule: 0, memory: []))
    }
    markPhrases(sentences)
    markRules(sentences)
    let signals = DocumentSignals(self, sentences)
    for index in words.indices { words[index].memory = signals[words[index].folded] }
  }

  /// Names of the lists: 2 · kind where one begins, 2 · kind + 1 where it goes on.
  private mutating func markPhrases(_ sentences: [Range<Int>]) {
    let phrases = NameLexicon.shared.phrases
    for sentence in sentences {
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        guard names.isA(index, .opensPhrase), names.isCased(index),
          let match = phrases.longestMatch(in: names, from: index, limit: sentence.upperBound)
        else {
          index += 1
          continue
        }
        words[index].phrase = match.kind.rawValue * 2
        for inner in (index + 1)..<max(index + 1, match.end) {
          words[inner].phrase = match.kind.rawValue * 2 + 1
        }
        index = match.end
      }
    }
  }

  /// Names by rules, in the same form: what they know of titles and of forms of names need not be learnt again.
  private mutating func markRules(_ sentences: [Range<Int>]) {
    for finding in RuleTagger().findings(in: names, sentences) {
      guard let kind = finding.kind else { continue }
      for token in finding.tokens {
        words[token].rule = kind.rawValue * 2 + (token == finding.tokens.lowerBound ? 0 : 1)
      }
    }
  }

  /// Rows of capitals, of small letters and of digits count up to two.
  private static func shape(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var shape: UInt64 = 0
    var last: UInt8 = 0
    var row = 0
    for byte in word.prefix(24) {
      let kind: UInt8 =
        byte.isASCIILowercase
        ? 1 : byte.isASCIIUppercase ? 2 : byte.isASCIIDigit ? 3 : byte >= 0x80 ? 4 : byte
      row = kind == last ? row + 1 : 1
      last = kind
      if row > 2 || (kind == 4 && row > 1) { continue }
      shape = (shape ^ UInt64(kind)) &* 0x9FB2_1C65_1E98_DF25
      shape ^= shape >> 29
    }
    return shape
  }
}
