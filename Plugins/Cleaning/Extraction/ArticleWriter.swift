import Copydesk

/// Writes the blocks of an article as text: paragraphs a blank line apart, a list item a line that begins
/// with "- ", `<br>` as a line end, white space collapsed, character references decoded.
///
/// Every byte keeps its way back to the page.
struct ArticleWriter {
  private let original: Text
  private let page: HTMLDocument
  private let isCut: [Bool]
  private let isSkipped: [Bool]
  private var builder: Text.Builder
  /// White space met since the last letter.
  private var blank: Span?
  private var lineEnds = 0
  private var isInBlock = false
  private var isInList = false

  /// The text of an article.
  /// - Parameter original: the page, which `page` was parsed from.
  /// - Complexity: O(*n*).
  static func text(_ article: ArticleFinder.Article, of survey: PageSurvey, from original: Text) -> Text {
    var writer = ArticleWriter(article, survey, original)
    var lastItem = -1
    for block in article.blocks { writer.write(block, &lastItem) }
    return writer.builder.finish()
  }

  private init(_ article: ArticleFinder.Article, _ survey: PageSurvey, _ original: Text) {
    self.original = original
    page = survey.page
    isCut = article.isCut
    isSkipped = survey.isSkipped
    builder = Text.Builder(editing: original)
  }

  // MARK: Blocks

  private mutating func write(_ block: PageBlock, _ lastItem: inout Int) {
    let item = listItem(around: block.container)
    if builder.count > 0 {
      let followsItem = item != nil && isInList
      if followsItem { builder.insert("\n") } else { builder.insert("\n\n") }
    }
    if let item, item != lastItem { builder.insert("- ") }
    isInList = item != nil
    lastItem = item ?? -1
    blank = nil
    lineEnds = 0
    isInBlock = false
    let isPre = page.nodes[block.container].tag == .pre
    for index in block.firstNode..<block.endNode where !isCut[index] && !isSkipped[index] {
      let node = page.nodes[index]
      switch node.kind {
      case .element: if node.tag == .br { lineEnds += 1 }
      case .rawText: continue
      case .text: page.forEachPiece(of: NodeID(index)) { write($0, isPre) }
      }
    }
  }

  /// The list item that the block is the text of, or a part of.
  private func listItem(around container: Int) -> Int? {
    var index = container
    for _ in 0..<4 {
      switch page.nodes[index].tag {
      case .li: return index
      case .p, .div: index = Int(page.nodes[index].parent)
      default: return nil
      }
      if index < 0 { return nil }
    }
    return nil
  }

  // MARK: Text

  private mutating func write(_ piece: CharacterReferences.Piece, _ isPre: Bool) {
    switch piece {
    case .verbatim(let range): write(range, isPre)
    case .decoded(let value, let range):
      guard let first = value.first else { return }
      if first.properties.isWhitespace || first == "\u{200B}" || first == "\u{FEFF}" {
        note(blank: Span(range))
      } else if first != "\u{AD}" {
        startWord()
        builder.replace(Span(range), with: first)
        if let second = value.second { builder.replace(Span(range), with: second) }
      }
    }
  }

  private mutating func write(_ range: Range<Int>, _ isPre: Bool) {
    let bytes = original.utf8
    var index = range.lowerBound
    var run = index
    while index < range.upperBound {
      let length = Blanks.length(at: index, in: bytes)
      if length == 0 {
        index += 1
        continue
      }
      // A single blank between words is taken over with them.
      let next = index + length
      let isPlain = bytes[index] == 0x20 && next < range.upperBound && Blanks.length(at: next, in: bytes) == 0
      if isPlain, index > run {
        index = next
        continue
      }
      copy(run..<index)
      if isPre, bytes[index] == 0x0A { lineEnds += 1 }
      note(blank: Span(index, min(next, range.upperBound)))
      index = min(next, range.upperBound)
      run = index
    }
    copy(run..<range.upperBound)
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    startWord()
    builder.copy(Span(range))
  }

  private mutating func note(blank span: Span) {
    if let open = blank, open.end == span.start {
      blank = Span(open.start, span.end)
    } else if blank == nil {
      blank = span
    }
  }

  /// Writes what separates the next word from the one before.
  private mutating func startWord() {
    if lineEnds > 0, isInBlock {
      builder.insert("\n")
    } else if let blank, isInBlock {
      if blank.count == 1, original.utf8[blank.start] == 0x20 {
        builder.copy(blank)
      } else {
        builder.replace(blank, with: " ")
      }
    }
    lineEnds = 0
    blank = nil
    isInBlock = true
  }
}
