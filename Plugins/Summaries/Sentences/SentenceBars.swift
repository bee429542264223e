import Copydesk

/// Which sentences of a text are not to be picked, and why.
struct SentenceBars {
  /// Most sentences of a caption, the credit aside.
  private static let mostOfCaption = 2

  private let quotations: Quotations
  private var isCaption: [Bool]

  /// - Complexity: O(tokens).
  init(_ sentences: [Sentence], tokens: [Token], bytes: UnsafeBufferPointer<UInt8>) {
    quotations = Quotations(sentences, tokens: tokens, bytes: bytes)
    isCaption = [Bool](repeating: false, count: sentences.count)
    var first = 0
    for (number, sentence) in sentences.enumerated() {
      if sentence.startsParagraph { first = number }
      guard number > first, number - first <= Self.mostOfCaption,
        Furniture.isCredit(tokens, in: sentence.tokens, bytes)
      else { continue }
      for caption in first..<number { isCaption[caption] = true }
    }
  }

  /// Why the sentence is not to be picked; nil where it may be.
  subscript(sentence: Int) -> SentenceTable.Bar? {
    quotations.holds[sentence] ? .quoted : isCaption[sentence] ? .caption : nil
  }
}
