import Copydesk

extension Summary {
  /// The sentences of the text that say these words one behind the other, whatever blanks stand between; nil where there are
  /// none. Tables and Markdown that Copydesk wrote have the words of a summary, and not where they stand.
  init?(saying words: String, in text: Text) {
    var rest = words.utf8.filter { !$0.isASCIISpace }[...]
    var sentences: [Span] = []
    for sentence in text.sentences {
      guard !rest.isEmpty else { break }
      let said = text.utf8[sentence.span.range].filter { !$0.isASCIISpace }
      guard !said.isEmpty, rest.starts(with: said) else { continue }
      rest = rest.dropFirst(said.count)
      sentences.append(sentence.span)
    }
    guard rest.isEmpty, !sentences.isEmpty else { return nil }
    self.init(sentences: sentences, method: "")
  }
}
