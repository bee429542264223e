import Copydesk

/// The article that a page carries in its JSON-LD and does not show: a script would write it.
struct DataArticle {
  /// Its paragraphs.
  let paragraphs: [String]
  /// Where the page has it.
  let span: Span

  /// Below this many words it is a summary.
  private static let fewestWords = 100
  /// The same where the page shows next to nothing: a headline, "Loading…", a line of rights.
  private static let fewestWordsOfAll = 40
  /// Words of a page that shows next to nothing, at most.
  private static let nothing = 30
  /// What the page shows of it, at most.
  private static let mostShown = 0.2

  /// The article, if next to nothing of it is among the blocks of the page.
  /// - Complexity: O(text) for a page whose article is much shorter than that of its data, else O(1).
  init?(_ metadata: PageMetadata, _ survey: PageSurvey, shown: [PageBlock]) {
    guard let body = metadata.articleBody, let span = metadata.articleBodySpan else { return nil }
    // Nothing like it is chosen, which is quickly seen.
    let wordsShown = shown.reduce(0) { $0 + $1.words }
    guard wordsShown * 3 * Self.bytesOfWord < body.utf8.count else { return nil }
    paragraphs = Self.paragraphs(of: body)
    self.span = span
    let words = paragraphs.flatMap(BlockWords.hashes)
    let fewest = wordsShown <= Self.nothing ? Self.fewestWordsOfAll : Self.fewestWords
    guard words.count >= fewest, wordsShown * 3 < words.count else { return nil }
    let pairs = Set(zip(words, words.dropFirst()).map(PageContext.pair))
    let all = BlockWords(survey).hashes
    let found = pairs.intersection(zip(all, all.dropFirst()).map(PageContext.pair))
    guard Double(found.count) < Self.mostShown * Double(pairs.count) else { return nil }
  }

  private static let bytesOfWord = 4

  /// The paragraphs of a text that may be HTML, and may be so once more escaped.
  private static func paragraphs(of body: String) -> [String] {
    let bytes = Array(body.utf8)
    let decoded = bytes.withUnsafeBufferPointer {
      HTMLCharacters.decode(0..<$0.count, in: $0, mode: .attribute)
    }
    let text = String(decoding: decoded, as: UTF8.self)
    let isHTML = ["</p>", "<br", "</div>", "</h2>"].contains { text.contains($0) }
    let pieces: [String]
    if isHTML {
      let survey = PageSurvey(HTMLDocument(parsing: Array(text.utf8)))
      pieces = survey.blocks.map { survey.text(of: $0) }
    } else {
      pieces = text.split(whereSeparator: \.isNewline).map { PageMetadata.collapsed(String($0)) }
    }
    return pieces.filter { !$0.isEmpty }
  }

  /// The text of a document that is this article.
  func text(from original: Text) -> Text {
    var builder = Text.Builder(editing: original)
    for paragraph in paragraphs {
      if builder.count > 0 { builder.insert("\n\n") }
      builder.replace(span, with: paragraph)
    }
    return builder.finish()
  }
}
