import Copydesk

/// What the setting of a page says and its characters do not: quotations, raised figures, the white space of code.
extension ArticleWriter {
  // MARK: Quotations

  /// Browsers put marks around an element `q`; without them, what somebody said would be said by the paper.
  mutating func openQuotation(_ index: Int) {
    guard let first = opening(of: index), !Self.quotationMarks.contains(first) else { return }
    openQuotations.append(page.nodes[index].subtreeEnd)
    startWord()
    builder.insert("“")
    beginAnew()
  }

  /// The first character that an element says: of its first nodes and their first bytes, so that elements in each other
  /// cost no more than each alone.
  private func opening(of element: Int) -> Character? {
    let nodes = element..<min(Int(page.nodes[element].subtreeEnd), element + Self.reach)
    for node in nodes where page.nodes[node].kind == .text && !isSkipped[node] {
      let range = page.nodes[node].range
      guard let start = range.first(where: { !original.utf8[$0].isASCIISpace }) else { continue }
      let text = original.utf8.withUnsafeBufferPointer {
        HTMLCharacters.decode(start..<min(range.upperBound, start + Self.reach), in: $0, mode: .text)
      }
      return String(decoding: text, as: UTF8.self).first { !$0.isWhitespace }
    }
    return nil
  }

  private static let reach = 24

  /// Closes the quotations that end before a node.
  mutating func closeQuotations(before index: Int) {
    while let end = openQuotations.last, Int(end) <= index {
      openQuotations.removeLast()
      builder.insert("”")
    }
  }

  private static let quotationMarks: Set<Character> = [
    "\"", "“", "”", "„", "«", "»", "‘", "‚", "'", "「", "『",
  ]

  // MARK: Raised figures

  private static let raised: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  private static let mostRaised = 6

  /// Writes a number that is set raised right behind something: 10⁹ is not 109, and the mark of a note no digit of the
  /// number before it.
  /// - Returns: whether the text node is such a number.
  mutating func writeRaised(_ index: Int) -> Bool {
    guard isInBlock, blank == nil, lineEnds == 0, codeBlanks.isEmpty, isRaised(index) else { return false }
    let range = page.nodes[index].range
    let bytes = original.utf8[range]
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    guard (1...Self.mostRaised).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else {
      return false
    }
    startWord()
    for place in range {
      let byte = original.utf8[place]
      let sign = byte == UInt8(ascii: "-") ? "⁻" : Self.raised[Int(byte &- 0x30)]
      builder.replace(Span(place, place + 1), with: sign)
    }
    return true
  }

  /// Whether a node stands in an element `sup`, or in a link within one.
  private func isRaised(_ index: Int) -> Bool {
    let parent = Int(page.nodes[index].parent)
    guard parent >= 0 else { return false }
    if page.nodes[parent].tag == .sup { return true }
    let outer = Int(page.nodes[parent].parent)
    return page.nodes[parent].tag == .a && outer >= 0 && page.nodes[outer].tag == .sup
  }

  // MARK: Code

  /// Writes the white space of code as it stands, but for what ends lines twice and the lines that open a block.
  mutating func writeCodeBlanks() {
    var blanks = codeBlanks[...]
    codeBlanks = []
    // The first word: its indentation counts, blank lines above it do not.
    if !isInBlock, let end = blanks.lastIndex(where: { original.utf8[$0.start] == 0x0A }) {
      blanks = blanks[(end + 1)...]
    }
    for (place, blank) in zip(blanks.indices, blanks) {
      switch original.utf8[blank.start] {
      case 0x0D: if !isLineEnd(blanks, place + 1) { builder.replace(blank, with: "\n") }
      case 0x0A, 0x09, 0x20: builder.copy(blank)
      default: builder.replace(blank, with: " ")
      }
    }
  }

  private func isLineEnd(_ blanks: ArraySlice<Span>, _ place: Int) -> Bool {
    place < blanks.endIndex && original.utf8[blanks[place].start] == 0x0A
  }
}
