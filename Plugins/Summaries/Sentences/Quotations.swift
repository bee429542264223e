import Copydesk

/// Finds the sentences that stand within a quotation of several sentences, where neither its marks nor the speaker tell
/// that they do.
///
/// A quotation goes from a mark that opens to one that closes. Over several paragraphs each may open with a mark again.
/// What opens and is never closed, or only far away, is no quotation: one mark that is missing rules out nothing.
struct Quotations {
  /// Most sentences of a quotation, and of one that goes on in another paragraph without a mark.
  private static let most = (inParagraph: 40, across: 10)
  /// Fewest words before the first mark that tell who speaks.
  private static let fewestOfSpeaker = 2

  /// Whether each sentence of the text is such a one.
  private(set) var holds: [Bool]

  private var double: Opening?
  private var single: Opening?
  /// The single mark that was closed last, by what may have been an apostrophe.
  private var doubted: Opening?

  private struct Opening {
    let sentence: Int
    /// Whether hardly a word of the sentence stands before it.
    let isBare: Bool
    /// How many paragraphs have begun since.
    var crossed = 0
  }

  /// - Complexity: O(tokens).
  init(_ sentences: [Sentence], tokens: [Token], bytes: UnsafeBufferPointer<UInt8>) {
    holds = [Bool](repeating: false, count: sentences.count)
    for (number, sentence) in sentences.enumerated() {
      if sentence.startsParagraph, number > 0 { crossParagraph() }
      var words = 0
      for index in sentence.tokens {
        guard tokens[index].kind == .punctuation else {
          words += 1
          continue
        }
        let isFirst = index == sentence.tokens.lowerBound
        if let mark = QuotationMark(index, tokens, isFirst: isFirst && sentence.startsParagraph, bytes) {
          take(
            mark, number, words: words, isFirst: isFirst,
            opensParagraph: isFirst && sentence.startsParagraph)
        }
      }
    }
  }

  private mutating func crossParagraph() {
    double?.crossed += 1
    single?.crossed += 1
    doubted = nil
  }

  private mutating func take(
    _ mark: QuotationMark, _ number: Int, words: Int, isFirst: Bool, opensParagraph: Bool
  ) {
    let opening = Opening(sentence: number, isBare: words < Self.fewestOfSpeaker)
    guard mark.isDouble else { return takeSingle(mark, number, opening, isFirst: isFirst) }
    if opensParagraph, let before = double, before.crossed == 1 {
      // The quotation goes on in this paragraph.
      note(before, through: number - 1, goesOn: true)
      double = opening
    } else if mark.role == .opening || (mark.role == .either && double == nil) {
      double = opening
    } else if double != nil || mark.isSure {
      close(double, number, isFirst: isFirst)
      double = nil
    }
  }

  private mutating func takeSingle(_ mark: QuotationMark, _ number: Int, _ opening: Opening, isFirst: Bool) {
    if mark.role == .opening {
      (single, doubted) = (opening, nil)
    } else if mark.isSure {
      close(single ?? doubted, number, isFirst: isFirst)
      (single, doubted) = (nil, nil)
    } else if let open = single {
      // "the ports' ships": the quotation ends here, unless a mark that is surely its end comes later.
      (single, doubted) = (nil, open)
    }
  }

  /// Notes a quotation, or of one of which the beginning is missing its last sentence.
  private mutating func close(_ opening: Opening?, _ number: Int, isFirst: Bool) {
    guard let opening else {
      if !isFirst { holds[number] = true }
      return
    }
    note(opening, through: isFirst ? number - 1 : number)
  }

  private mutating func note(_ opening: Opening, through last: Int, goesOn: Bool = false) {
    let most = opening.crossed > 0 && !goesOn ? Self.most.across : Self.most.inParagraph
    guard goesOn ? last >= opening.sentence : last > opening.sentence, last - opening.sentence < most else {
      return
    }
    for number in opening.sentence...last where number > opening.sentence || opening.isBare {
      holds[number] = true
    }
  }
}
