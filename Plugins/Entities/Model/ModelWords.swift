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
    /// Its number among the words that are kept, see ``WordTypes``.
    var number: Int32
    /// What kind of name of the lists begins here or goes on: 0 for none.
    var phrase: UInt8 = 0
    /// What kind of name the rules find here, in the same way.
    var rule: UInt8 = 0
    /// What the rest of the document tells of it.
    var memory: DocumentSignals.Signals = []

    init(_ type: WordType, number: Int32) {
      folded = type.folded
      classes = type.classes
      shape = type.shape
      kin = type.kin
      self.number = number
    }

    /// What stands before the first word of a sentence and after the last.
    static let beyond: Word = {
      var word = Word(WordType.beyond, number: WordTypes.beyond)
      word.phrase = 31
      word.rule = 31
      return word
    }()
  }

  let names: NameTokens
  private(set) var words: [Word] = []
  /// How each sentence uses capitals.
  let styles: [SentenceCase]
  /// Whether the text is English, as far as word lists can tell.
  let isEnglish: Bool

  /// - Parameters:
  ///   - words: what each token is by itself.
  ///   - sentences: the sentences of the document, as ranges of tokens.
  init(_ names: NameTokens, _ words: consuming [Word], sentences: [Range<Int>]) {
    self.names = names
    self.words = consume words
    styles = sentences.map { SentenceCase(names, $0) }
    isEnglish = RuleTagger.isEnglish(names)
    markPhrases(sentences)
    markRules(sentences)
    let signals = DocumentSignals(self, sentences)
    // Only of a word with a capital is it asked what the rest of the document tells.
    // (`words` is the property here: a look at the parameter would keep it alive, and have the array copied.)
    for index in self.words.indices where self.words[index].classes.contains(.cased) {
      self.words[index].memory = signals[self.words[index].folded]
    }
  }

  /// Looks at each token anew, and keeps none.
  /// - Parameter sentences: the sentences of the document, as ranges of tokens.
  init(_ names: NameTokens, sentences: [Range<Int>], clusters: WordClusters?) {
    let words = names.tokens.map { token in
      Word(
        WordType(token, names.bytes, NameLexicon.shared.words, clusters), number: WordTypes.unknown)
    }
    self.init(names, words, sentences: sentences)
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
    for finding in RuleTagger.findings(in: names, sentences, styles, isEnglish: isEnglish) {
      guard let kind = finding.kind else { continue }
      for token in finding.tokens {
        words[token].rule = kind.rawValue * 2 + (token == finding.tokens.lowerBound ? 0 : 1)
      }
    }
  }
}
