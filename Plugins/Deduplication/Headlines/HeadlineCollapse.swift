import Copydesk

/// Removes the copies of a document's headline from its text.
///
/// After it, the headline stands once: in the title. Without a title, a headline that stands twice in a row
/// at the head of the text becomes the title; one that stands there once stays where it is, since nothing
/// tells that it is one.
enum HeadlineCollapse {
  private static let repeated = "headline.repeated"
  private static let completed = "headline.completed"
  static let rules = [
    Rule(repeated, "A copy of the title in the text; of two copies and no title, one becomes the title."),
    Rule(completed, "A title that was cut off takes the words of a copy that is whole."),
  ]
  /// How many lines at most, blank ones not counted, are the head of a text.
  private static let headLines = 10
  /// A line of more words is a paragraph, after which the head is over.
  private static let mostWords = 30
  private static let mostBytes = 400

  /// Collapses the headline of a document.
  static func apply(to document: inout Document) {
    let lines = HeadlineLines(document.text)
    guard !lines.isEmpty else { return }
    if isBlank(document.title), let pair = repeatedPair(lines) { lift(pair, lines, &document) }
    guard let title = document.title.flatMap(Headline.init(_:)) else { return }
    let copies = copies(of: title, in: lines)
    guard !copies.isEmpty else { return }
    completeTitle(title, from: copies, lines, &document)
    document.remove(copies.map { Removal(lines.spanWithBlanks(of: $0), rule: repeated) })
  }

  private static func isBlank(_ title: String?) -> Bool {
    title?.utf8.allSatisfy(\.isASCIISpace) ?? true
  }

  // MARK: Without a title

  /// The first two lines in a row, in the head of the text, that are one headline.
  private static func repeatedPair(_ lines: HeadlineLines) -> Range<Int>? {
    var before: Headline?
    for index in 0..<min(headLines, lines.count) {
      guard lines.isPossibleTitle(index), let headline = lines.headline(index..<(index + 1)),
        (3...mostWords).contains(headline.full.count)
      else {
        before = nil
        continue
      }
      if let before, headline.repeats(before), lines.standsAlone(index - 1), lines.standsAlone(index) {
        return (index - 1)..<(index + 1)
      }
      before = headline
    }
    return nil
  }

  /// Takes the better of two copies for the title: one that is whole, and of these the shorter, without a
  /// site's name.
  private static func lift(_ pair: Range<Int>, _ lines: HeadlineLines, _ document: inout Document) {
    func cost(_ index: Int) -> Int {
      let isTruncated = lines.headline(index..<(index + 1))?.full.isTruncated ?? true
      return (isTruncated ? mostBytes * 2 : 0) + lines.span(index..<(index + 1)).count
    }
    let best = cost(pair.lowerBound) <= cost(pair.lowerBound + 1) ? pair.lowerBound : pair.lowerBound + 1
    let span = lines.span(best..<(best + 1))
    document.title = document.text[span]
    document.noteLifted("title", rule: repeated, from: span)
  }

  // MARK: With a title

  /// The lines that repeat the title, each as a range, in order.
  private static func copies(of title: Headline, in lines: HeadlineLines) -> [Range<Int>] {
    var copies: [Range<Int>] = []
    var isHead = true
    var index = 0
    while index < lines.count {
      isHead = isHead && index < headLines
      let copy = isHead ? copyInHead(of: title, at: index, lines) : exactCopy(of: title, at: index, lines)
      if let copy {
        copies.append(copy)
        index = copy.upperBound
      } else {
        if isHead, lines.span(index..<(index + 1)).count > mostBytes || lines.wordCount(index) > mostWords {
          isHead = false
        }
        index += 1
      }
    }
    return copies
  }

  /// A line, or a short paragraph of two or three lines, that repeats the title.
  private static func copyInHead(of title: Headline, at index: Int, _ lines: HeadlineLines) -> Range<Int>? {
    var candidates = [index..<(index + 1)]
    if let paragraph = lines.paragraph(startingAt: index), (2...3).contains(paragraph.count) {
      candidates.append(paragraph)
    }
    return candidates.first { range in
      guard lines.span(range).count <= mostBytes, let headline = lines.headline(range) else { return false }
      // What a title that is cut off begins may be the article's first sentence.
      guard headline.repeats(title), headline.full.count <= mostWords else { return false }
      let isExact = headline.full.words == title.full.words || headline.bare?.words == title.full.words
      return (isExact || !lines.endsSentence(range.upperBound - 1)) && lines.standsAlone(range.upperBound - 1)
    }
  }

  /// A line that says exactly what the title says, apart from all prose.
  private static func exactCopy(of title: Headline, at index: Int, _ lines: HeadlineLines) -> Range<Int>? {
    let range = index..<(index + 1)
    let length = lines.span(range).count
    guard title.full.count >= 3, length >= title.full.words.count, length <= title.full.words.count * 2 + 100,
      !lines.endsSentence(index), lines.standsApart(index), let headline = lines.headline(range),
      headline.full.words == title.full.words
    else { return nil }
    return range
  }

  /// Where the title is cut off and a copy is not, the title takes the copy's words.
  private static func completeTitle(
    _ title: Headline, from copies: [Range<Int>], _ lines: HeadlineLines, _ document: inout Document
  ) {
    guard title.full.isTruncated,
      let whole = copies.first(where: { copy in
        guard copy.count == 1, let headline = lines.headline(copy) else { return false }
        return !headline.full.isTruncated && headline.full.words.count > title.full.words.count
      })
    else { return }
    let span = lines.span(whole)
    document.title = document.text[span]
    document.noteLifted("title", rule: completed, from: span)
  }
}
