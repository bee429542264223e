import Synchronization

/// What was computed about a text, kept until the text changes. One lock a look-up, none a token.
final class AnalysisCache: Sendable {
  private struct State {
    var tokens: [Token]?
    var sentences: [Sentence]?
  }
  private let state = Mutex(State())

  func tokens(of utf8: [UInt8]) -> [Token] {
    state.withLock { state in
      if let tokens = state.tokens { return tokens }
      let tokens = Tokenizer.tokens(of: utf8)
      state.tokens = tokens
      return tokens
    }
  }

  func sentences(of utf8: [UInt8]) -> [Sentence] {
    let tokens = tokens(of: utf8)
    return state.withLock { state in
      if let sentences = state.sentences { return sentences }
      let sentences = SentenceSplitter.sentences(of: utf8, tokens: tokens)
      state.sentences = sentences
      return sentences
    }
  }
}

extension AnalysisCache {
  /// How many words and numbers there are, or `limit` where there are more: the tokens if they are known, else no more
  /// of them than it takes.
  func wordCount(of utf8: [UInt8], upTo limit: Int) -> Int {
    let known = state.withLock { $0.tokens }
    let tokens = known ?? Tokenizer.tokens(of: utf8, words: limit)
    return min(limit, tokens.reduce(0) { $0 + ($1.kind == .punctuation ? 0 : 1) })
  }
}

extension Text {
  /// The words, numbers and marks of the text, computed at first use.
  public var tokens: [Token] { analysis.tokens(of: utf8) }

  /// The sentences of the text, computed at first use.
  public var sentences: [Sentence] { analysis.sentences(of: utf8) }

  /// How many words and numbers the text has.
  public var wordCount: Int { tokens.reduce(0) { $0 + ($1.kind == .punctuation ? 0 : 1) } }

  /// How many words and numbers the text has, or `limit` where it has more: for those who ask whether there are enough.
  /// - Parameter limit: how many are enough; 0 or more.
  /// - Complexity: O(bytes up to the last of these words).
  public func wordCount(upTo limit: Int) -> Int { analysis.wordCount(of: utf8, upTo: limit) }
}
