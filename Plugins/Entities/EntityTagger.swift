import Copydesk

/// Finds names in a document that is cut into tokens and sentences.
///
/// ``EntityModel`` is one; ``RuleTagger``, which needs no weights, another. Figures are not their business: dates, money
/// and addresses are found by exact rules whatever tagger is used.
protocol EntityTagger: Sendable {
  /// The names, in order, none overlapping another.
  /// - Parameter sentences: ranges of tokens, in order.
  func names(in view: NameTokens, _ sentences: [Range<Int>], withConfidence: Bool) -> [EntityTags.Name]

  /// The same names, with the help of what is kept from document to document.
  /// - Parameter words: what each token is by itself, with numbers of this memory.
  func names(
    in view: NameTokens, _ words: consuming [ModelWords.Word], _ sentences: [Range<Int>],
    withConfidence: Bool, _ memory: inout EntityMemory
  ) -> [EntityTags.Name]
}

extension EntityTagger {
  func names(
    in view: NameTokens, _ words: consuming [ModelWords.Word], _ sentences: [Range<Int>],
    withConfidence: Bool, _ memory: inout EntityMemory
  ) -> [EntityTags.Name] {
    names(in: view, sentences, withConfidence: withConfidence)
  }

  /// The names in a text.
  func names(in text: Text) -> [Entity] {
    let tokens = text.tokens
    let sentences = text.sentences.map(\.tokens)
    return text.utf8.withUnsafeBufferPointer { bytes in
      let view = NameTokens(bytes, tokens, NameLexicon.shared.words)
      return names(in: view, sentences, withConfidence: false).map { $0.entity(view) }
    }
  }
}

extension EntityTags.Name {
  /// The name as an entity of the text, its title kept apart.
  func entity(_ view: NameTokens) -> Entity {
    var entity = Entity(
      Span(view.tokens[tokens.lowerBound].start, view.tokens[tokens.upperBound - 1].end), label)
    entity.confidence = confidence
    guard label == .person, let title = view.title(before: tokens.lowerBound, knownFrom: title?.lowerBound)
    else { return entity }
    let span = Span(view.tokens[title.lowerBound].start, view.tokens[title.upperBound - 1].end)
    entity.title = String(decoding: view.bytes[span.range], as: UTF8.self)
    return entity
  }
}

extension NameTokens {
  /// The words with capitals before a name that make a title: "Prime Minister", "Mr.".
  /// - Parameter known: where a title begins that was found already; what stands before it may belong to it: the "Vice" of
  ///   "Vice President".
  fileprivate func title(before name: Int, knownFrom known: Int?) -> Range<Int>? {
    var start = known ?? name
    var hasTitle = known != nil
    while start > 0, name - start < 5, isCased(start - 1),
      isA(start - 1, [.title, .titlePrefix]) || isWord(start - 1, "Shadow"),
      !tokens[start].traits.contains(.afterNewline), !isWhiteHouse(start - 1),
      known == nil || mayOpen(start - 1, start)
    {
      start -= 1
      hasTitle = hasTitle || isA(start, .title)
    }
    return hasTitle ? start..<name : nil
  }

  /// Whether a title that was found may begin before its first word: not "Under" before "Mr", "Chair" before "Rep.".
  private func mayOpen(_ index: Int, _ first: Int) -> Bool {
    if Self.forAnybody.contains(hash: hashes[first]) { return false }
    return word(first).last != UInt8(ascii: ".") || word(index).last == UInt8(ascii: ".")
  }

  /// The "House" of the White House is no part of a title as that of "House Speaker" is.
  private func isWhiteHouse(_ index: Int) -> Bool {
    index > 0 && isWord(index, "House") && isWord(index - 1, "White")
  }

  private static let forAnybody = WordSet("mr mr. mrs mrs. ms ms. miss mme mme. herr frau")
}
