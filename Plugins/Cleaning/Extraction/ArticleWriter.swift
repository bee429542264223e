import Copydesk
import Foundation

/// Writes the blocks of an article as text: paragraphs a blank line apart, a list item a line that begins
/// with "- ", a row of a table a line with a tab between cells, `<br>` as a line end, white space collapsed but for
/// that of `pre`, character references decoded, figures that are set raised as raised ones.
///
/// As Markdown (GitHub's, for the tables), headings, lists, quotations, tables and code have their marks; what of the
/// text itself would be taken for such a mark is escaped.
///
/// Every byte keeps its way back to the page.
struct ArticleWriter {
  /// How the text is written.
  struct Style {
    /// With the marks of Markdown.
    var isMarkdown = false
    /// With the addresses of links, in the manner of Markdown.
    var hasLinks = false
  }

  let original: Text
  let page: HTMLDocument
  private let isCut: [Bool]
  let isSkipped: [Bool]
  var builder: Text.Builder
  /// White space met since the last letter.
  var blank: Span?
  /// The white space of code since the last letter, which is taken over as it is.
  var codeBlanks: [Span] = []
  private(set) var lineEnds = 0
  private(set) var isInBlock = false
  /// Where the elements `q` end that are open, the innermost last.
  var openQuotations: [Int32] = []
  let style: Style
  /// What the last block was a part of.
  var lastItem: BlockPlace.Item?
  var lastCell: BlockPlace.Cell?
  /// The table whose first row is written.
  var headedTable = -1
  /// The tables come upon so far.
  var grids: [Int: TableGrid] = [:]
  /// The last item written of each numbered list, and its number.
  var numbers: [Int32: (item: Int, number: Int)] = [:]
  private var openLink = -1
  /// What the addresses of links are relative to.
  let base: URL?

  /// The text of an article.
  /// - Parameter original: the page, which `page` was parsed from.
  /// - Complexity: O(*n*).
  static func text(
    _ article: ArticleFinder.Article, of survey: PageSurvey, from original: Text, _ style: Style = Style()
  ) -> Text {
    var writer = ArticleWriter(article, survey, original, style)
    for block in article.blocks { writer.write(block) }
    writer.closeRow()
    return writer.builder.finish()
  }

  private init(
    _ article: ArticleFinder.Article, _ survey: PageSurvey, _ original: Text, _ style: Style
  ) {
    self.style = style
    self.original = original
    page = survey.page
    isCut = article.isCut
    isSkipped = survey.isSkipped
    builder = Text.Builder(editing: original)
    base = style.hasLinks ? LinkAddress.base(of: survey.page) : nil
  }

  // MARK: Blocks

  private mutating func write(_ block: PageBlock) {
    var place = BlockPlace(block.container, in: page)
    if let cell = place.cell { place.cell = placed(cell) }
    let previous = lastItem
    separate(place)
    open(place, previous)
    blank = nil
    codeBlanks = []
    lineEnds = 0
    isInBlock = false
    for index in block.firstNode..<block.endNode where !isCut[index] && !isSkipped[index] {
      closeQuotations(before: index)
      let node = page.nodes[index]
      switch node.kind {
      case .element:
        if node.tag == .br { lineEnds += 1 }
        if node.tag == .q { openQuotation(index) }
      case .rawText: continue
      case .text:
        if style.hasLinks { openLink(around: index) }
        if writeRaised(index) { continue }
        page.forEachPiece(of: NodeID(index)) { write($0, place.isCode) }
      }
    }
    closeQuotations(before: Int.max)
    closeLink()
    if style.isMarkdown, place.isCode { builder.insert("\n```") }
  }

  /// What stands between a block and the one before: a line end between items of a list and rows of a table, a tab
  /// between cells, else a blank line.
  private mutating func separate(_ place: BlockPlace) {
    defer {
      lastItem = place.item
      lastCell = place.cell
    }
    if let cell = place.cell {
      if cell.row != lastCell?.row { openRow(cell) }
      return nextCell(cell)
    }
    closeRow()
    guard builder.count > 0 else { return }
    let isSameList = place.item != nil && place.item?.list == lastItem?.list
    // In Markdown a paragraph more of one item is one by a blank line.
    let isSameItem = style.isMarkdown && place.item?.node == lastItem?.node
    builder.insert(isSameList && !isSameItem ? "\n" : "\n\n")
  }

  /// The marks that a block begins with.
  private mutating func open(_ place: BlockPlace, _ previous: BlockPlace.Item?) {
    if style.isMarkdown, place.isQuote { builder.insert("> ") }
    if let item = place.item {
      if style.isMarkdown { for _ in 0..<item.depth { builder.insert("    ") } }
      if item.node != previous?.node {
        if style.isMarkdown, item.isOrdered { insertNumber(of: item) } else { builder.insert("- ") }
      } else if style.isMarkdown {
        // A paragraph more of the same item.
        builder.insert(item.isOrdered ? "   " : "  ")
      }
    }
    guard style.isMarkdown else { return }
    switch place.heading {
    case 1: builder.insert("# ")
    case 2: builder.insert("## ")
    case 3: builder.insert("### ")
    case 4: builder.insert("#### ")
    case 5: builder.insert("##### ")
    case 6: builder.insert("###### ")
    default: if place.isCode { builder.insert("```\n") }
    }
  }

  // MARK: Links

  private mutating func openLink(around index: Int) {
    var node = Int(page.nodes[index].parent)
    while node >= 0, page.nodes[node].tag != .a, !page.nodes[node].tag.isBlock {
      node = Int(page.nodes[node].parent)
    }
    let link = node >= 0 && page.nodes[node].tag == .a ? node : -1
    guard link != openLink else { return }
    closeLink()
    guard link >= 0, address(of: link) != nil else { return }
    startWord()
    builder.insert("[")
    isInBlock = false
    openLink = link
  }

  private mutating func closeLink() {
    guard openLink >= 0 else { return }
    if let address = address(of: openLink) {
      builder.insert("](")
      builder.replace(address.span, with: address.text)
      builder.insert(")")
      isInBlock = true
    }
    openLink = -1
  }

  // MARK: Text

  private mutating func write(_ piece: HTMLCharacters.Piece, _ isPre: Bool) {
    switch piece {
    case .verbatim(let range): write(range, isPre)
    case .decoded(let value, let range):
      guard let first = value.first else { return }
      if first.properties.isWhitespace || first == "\u{200B}" || first == "\u{FEFF}" {
        if isPre { codeBlanks.append(Span(range)) } else { note(blank: Span(range)) }
      } else if first != "\u{AD}" {
        let opensLine = !isInBlock || lineEnds > 0
        startWord()
        if style.isMarkdown, !isPre { escape(first, opensLine: opensLine) }
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
        // A soft hyphen says where a word may be broken; it is no part of it.
        if bytes[index] == 0xC2, index + 1 < range.upperBound, bytes[index + 1] == 0xAD {
          copy(run..<index, isPre)
          run = index + 2
        }
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
      copy(run..<index, isPre)
      let blank = Span(index, min(next, range.upperBound))
      if isPre { codeBlanks.append(blank) } else { note(blank: blank) }
      index = min(next, range.upperBound)
      run = index
    }
    copy(run..<range.upperBound, isPre)
  }

  private mutating func copy(_ range: Range<Int>, _ isPre: Bool) {
    guard !range.isEmpty else { return }
    let opensLine = !isInBlock || lineEnds > 0
    startWord()
    guard style.isMarkdown, !isPre else { return builder.copy(Span(range)) }
    copyEscaped(range, opensLine: opensLine)
  }

  private mutating func note(blank span: Span) {
    if let open = blank, open.end == span.start {
      blank = Span(open.start, span.end)
    } else if blank == nil {
      blank = span
    }
  }

  /// Writes what separates the next word from the one before.
  mutating func startWord() {
    if lineEnds > 0, isInBlock {
      builder.insert(lastCell == nil ? "\n" : " ")
    } else if let blank, isInBlock {
      if blank.count == 1, original.utf8[blank.start] == 0x20 {
        builder.copy(blank)
      } else {
        builder.replace(blank, with: " ")
      }
    }
    if !codeBlanks.isEmpty { writeCodeBlanks() }
    lineEnds = 0
    blank = nil
    isInBlock = true
  }

  /// Lets the next word follow without anything between.
  mutating func beginAnew() { isInBlock = false }
}
