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

extension Text {
  /// The words, numbers and marks of the text, computed at first use.
  public var tokens: [Token] { analysis.tokens(of: utf8) }

  /// The sentences of the text, computed at first use.
  public var sentences: [Sentence] { analysis.sentences(of: utf8) }

  /// How many words and numbers the text has.
  public var wordCount: Int { tokens.reduce(0) { $0 + ($1.kind == .punctuation ? 0 : 1) } }
}
