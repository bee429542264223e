import Copydesk

/// What a digest keeps of a document: a few sentences, who is named in it, and where it came from. The text goes.
public struct DigestEntry: Sendable {
  /// A sentence that may come into the digest.
  struct Sentence: Sendable {
    let text: String
    /// Its bytes in the source file.
    let source: Span
    /// Its place in the text.
    let order: Int
    /// How many sentences of its document tell better what happened.
    let rank: Int
    /// Whether it hangs on the sentence before it, or on a quotation's other half.
    let leans: Bool
    /// The stems of its words, each once.
    let keys: Set<UInt64>
  }

  /// A name and how often the text has it.
  struct Name: Sendable, Hashable {
    let label: String
    let text: String
  }

  let id: String
  let path: String
  /// An address that is safe to link to: of the web alone.
  let url: String?
  let title: String
  let byline: String?
  let published: String?
  /// What an earlier stage found it to be a copy or a version of.
  let cluster: String?
  let sentences: [Sentence]
  let names: [Name: Int]
  /// The stems of its title and its opening.
  let keys: Set<UInt64>

  /// The day it was published.
  var day: String? { published.map { String($0.prefix(10)) } }

  /// - Parameter most: sentences to keep.
  /// - Complexity: O(words).
  init(_ document: Document, most: Int) {
    let text = document.text
    id = document.id
    path = document.source.path
    url = document.metadata["url"]?.string.flatMap { address in
      ["http://", "https://"].contains(where: address.lowercased().hasPrefix) ? address : nil
    }
    byline = document.byline
    published = document.published?.description
    let kept = document.metadata["cluster"]?.string ?? document.duplicateOf
    cluster = kept.map(document.trail.entries.called)
    let table = SentenceTable(text, minWords: 6)
    let features = SentenceFeatures(table, title: nil, entities: document.entities, tokens: text.tokens)
    let scores = SummaryModel.news.scores(features)
    let order = Self.fit(table).sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(most)
    let dateline = Dateline(text)
    sentences = order.enumerated().map { rank, row in
      let found = table.rows[row]
      let bad: SentenceForm.Signs = [.connective, .pronoun, .halfQuote, .listItem]
      let span =
        dateline.flatMap { $0.span.start == found.span.start ? $0.span.end : nil }
        .map { Span($0, found.span.end) } ?? found.span
      return Sentence(
        text: text[span].onOneLine, source: text.source(of: span), order: found.order, rank: rank,
        leans: !found.form.signs.isDisjoint(with: bad), keys: Self.keys(text, tokens: found.tokens))
    }
    let opening = table.rows.prefix(4).reduce(into: Set<UInt64>()) {
      $0.formUnion(Self.keys(text, tokens: $1.tokens))
    }
    let headline = Text(document.title ?? "")
    keys = opening.union(Self.keys(headline, tokens: headline.tokens.indices))
    title = document.title?.onOneLine ?? sentences.first?.text ?? document.id
    names = DigestNames.counts(in: document, dateline: dateline)
  }

  /// The rows that may come into a digest: what somebody says is not told as what is so, nor half of what somebody says where
  /// there is anything else.
  private static func fit(_ table: SentenceTable) -> [Int] {
    let free = table.rows.indices.filter { table.rows[$0].bar == nil }
    let whole = free.filter { !table.rows[$0].form.signs.contains(.halfQuote) }
    return whole.isEmpty ? free : whole
  }

  private static func keys(_ text: Text, tokens: Range<Int>) -> Set<UInt64> {
    text.utf8.withUnsafeBufferPointer { bytes in
      Set(text.tokens[tokens].compactMap { Stem.key($0, bytes) })
    }
  }
}
