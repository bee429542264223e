import Copydesk

/// Which sentences of a text are not to be picked, and why.
struct SentenceBars {
  /// Most sentences of a caption, the credit aside.
  private static let mostOfCaption = 2

  private let quotations: Quotations
  private var isCaption: [Bool]
  private var isAsked: [Bool]

  /// - Complexity: O(tokens).
  init(_ sentences: [Sentence], tokens: [Token], bytes: UnsafeBufferPointer<UInt8>) {
    quotations = Quotations(sentences, tokens: tokens, bytes: bytes)
    isCaption = [Bool](repeating: false, count: sentences.count)
    isAsked = Self.questions(sentences, bytes)
    var first = 0
    for (number, sentence) in sentences.enumerated() {
      if sentence.startsParagraph { first = number }
      guard number > first, number - first <= Self.mostOfCaption,
        Furniture.isCredit(tokens, in: sentence.tokens, bytes)
      else { continue }
      for caption in first..<number { isCaption[caption] = true }
    }
  }

  /// Fewest questions that stand alone of an interview.
  private static let fewestOfInterview = 3

  /// The questions of an interview: paragraphs that are one question each, and say nothing without the answers.
  private static func questions(_ sentences: [Sentence], _ bytes: UnsafeBufferPointer<UInt8>) -> [Bool] {
    let isAsked = sentences.indices.map { number in
      let isLast = number + 1 == sentences.count || sentences[number + 1].startsParagraph
      guard sentences[number].startsParagraph, isLast else { return false }
      let end = sentences[number].span.range.last { bytes[$0] != UInt8(ascii: "\"") && bytes[$0] < 0x80 }
      return end.map { bytes[$0] == UInt8(ascii: "?") } ?? false
    }
    return isAsked.count(where: \.self) >= fewestOfInterview
      ? isAsked : [Bool](repeating: false, count: sentences.count)
  }

  /// Why the sentence is not to be picked; nil where it may be.
  subscript(sentence: Int) -> SentenceTable.Bar? {
    quotations.holds[sentence]
      ? .quoted : isCaption[sentence] ? .caption : isAsked[sentence] ? .question : nil
  }
}
