import Copydesk

/// What is known of every node of a page after one walk: its marks, the block it belongs to, the text inside
/// it.
///
/// The nodes stand in document order, so that a loop forwards goes from parents to children and a loop
/// backwards from children to parents; nothing recurs over the depth of the page.
struct PageSurvey: Sendable {
  let page: HTMLDocument
  /// The marks of each node.
  private(set) var marks: [ElementMarks]
  /// The hashes of the words in the classes and ids of all elements.
  private(set) var names: [UInt64] = []
  /// Where the names of each node end in ``names``; those of a node without any are an empty range.
  private(set) var nameEnds: [Int32]
  /// The nearest block element of each node, itself included.
  private(set) var blockOf: [Int32]
  /// Whether the node is inside a link.
  private(set) var isInLink: [Bool]
  /// Whether the node is shown by no browser: scripts, styles, form controls.
  private(set) var isSkipped: [Bool]
  /// The blocks of text in order.
  private(set) var blocks: [PageBlock] = []
  /// The article text inside each node, see ``PageBlock/mass``.
  private(set) var mass: [Int]
  /// All words inside each node.
  private(set) var words: [Int]
  /// Whether an `h1` is inside each node.
  private(set) var holdsHeadline: [Bool]
  /// The words of links inside each node.
  private(set) var linkWords: [Int]

  /// Surveys a page.
  /// - Complexity: O(*n*).
  init(_ page: HTMLDocument) {
    self.page = page
    let count = page.nodes.count
    marks = [ElementMarks](repeating: [], count: count)
    nameEnds = [Int32](repeating: 0, count: count)
    blockOf = [Int32](repeating: 0, count: count)
    isInLink = [Bool](repeating: false, count: count)
    isSkipped = [Bool](repeating: false, count: count)
    mass = [Int](repeating: 0, count: count)
    words = [Int](repeating: 0, count: count)
    linkWords = [Int](repeating: 0, count: count)
    holdsHeadline = page.nodes.map { $0.tag == .h1 }
    page.bytes.withUnsafeBufferPointer { bytes in
      readElements(bytes)
      readText(bytes)
    }
    sumUp()
  }

  /// Where the names of a node stand in ``names``.
  func nameRange(_ node: Int) -> Range<Int> {
    (node == 0 ? 0 : Int(nameEnds[node - 1]))..<Int(nameEnds[node])
  }

  /// The sums of ``mass`` over what `isIn` lets through.
  func mass(where isIn: (Int) -> Bool) -> [Int] {
    var sums = [Int](repeating: 0, count: page.nodes.count)
    for block in blocks where isIn(block.firstNode) { sums[block.container] += block.mass }
    for index in stride(from: sums.count - 1, to: 0, by: -1) {
      let parent = Int(page.nodes[index].parent)
      if parent >= 0 { sums[parent] += sums[index] }
    }
    return sums
  }

  /// The text of a block, white space collapsed. For the few short blocks whose words matter.
  func text(of block: PageBlock) -> String {
    var text = ""
    for index in block.firstNode..<block.endNode where page.nodes[index].kind != .element && !isSkipped[index]
    {
      text += page.textContent(of: NodeID(index))
    }
    return PageMetadata.collapsed(text)
  }

  // MARK: The walk

  private mutating func readElements(_ bytes: UnsafeBufferPointer<UInt8>) {
    for index in page.nodes.indices {
      let node = page.nodes[index]
      let parent = Int(node.parent)
      if parent >= 0 {
        isInLink[index] = isInLink[parent]
        isSkipped[index] = isSkipped[parent]
        blockOf[index] = blockOf[parent]
      }
      nameEnds[index] = Int32(names.count)
      guard node.kind == .element else { continue }
      if node.tag.isBlock { blockOf[index] = Int32(index) }
      if node.tag == .a { isInLink[index] = true }
      if Self.isSkipped(node.tag), !isWholePage(index) { isSkipped[index] = true }
      if !node.attributes.isEmpty {
        readAttributes(index, bytes)
        nameEnds[index] = Int32(names.count)
      }
    }
  }

  private mutating func readAttributes(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    let range = page.nodes[index].attributes
    var scanner = HTMLAttributeScanner(bytes, from: range.lowerBound, to: range.upperBound)
    while let attribute = scanner.next() {
      let value = UnsafeBufferPointer(rebasing: bytes[attribute.value])
      switch attribute.name.count {
      case 5 where Self.spells(bytes, attribute.name, "class"): marks[index].read(value, into: &names)
      case 5 where Self.spells(bytes, attribute.name, "style"):
        if Self.hides(value) { marks[index].insert(.hidden) }
      case 2 where Self.spells(bytes, attribute.name, "id"): marks[index].read(value, into: &names)
      case 4 where Self.spells(bytes, attribute.name, "role"): readRole(index, value)
      case 3 where Self.spells(bytes, attribute.name, "rel"):
        if Self.spells(bytes, attribute.value, "author") { marks[index].insert(.author) }
      case 6 where Self.spells(bytes, attribute.name, "hidden"): marks[index].insert(.hidden)
      case 8 where Self.spells(bytes, attribute.name, "itemprop"):
        if Self.spells(bytes, attribute.value, "articlebody") { marks[index].insert(.articleBody) }
        if Self.spells(bytes, attribute.value, "author") { marks[index].insert(.author) }
      case 11 where Self.spells(bytes, attribute.name, "aria-hidden"):
        if Self.spells(bytes, attribute.value, "true") { marks[index].insert(.hidden) }
      default: break
      }
    }
  }

  private mutating func readRole(_ index: Int, _ value: UnsafeBufferPointer<UInt8>) {
    switch String(decoding: value, as: UTF8.self).lowercased() {
    case "navigation", "menu", "menubar", "search": marks[index].insert(.navigation)
    case "complementary": marks[index].insert(.sidebar)
    case "contentinfo": marks[index].insert(.footer)
    case "banner": marks[index].insert(.header)
    case "dialog", "alertdialog", "tooltip": marks[index].insert(.overlay)
    case "main": marks[index].insert(.main)
    case "article": marks[index].insert(.article)
    default: break
    }
  }

  private mutating func readText(_ bytes: UnsafeBufferPointer<UInt8>) {
    var current: PageBlock?
    var brokeAt = -1
    var lineBreaks = 0
    for index in page.nodes.indices {
      let node = page.nodes[index]
      switch node.kind {
      case .element:
        if node.tag.isBlock { brokeAt = index }
        if node.tag == .br { lineBreaks += 1 }
        if lineBreaks >= 2 { brokeAt = index }
      case .rawText: continue
      case .text:
        if isSkipped[index] { continue }
        let text = UnsafeBufferPointer(rebasing: bytes[node.range])
        guard text.contains(where: { !$0.isASCIISpace }) else { continue }
        lineBreaks = 0
        let container = Int(blockOf[index])
        if let open = current, open.container != container || brokeAt > open.endNode - 1 {
          blocks.append(open)
          current = nil
        }
        var block = current ?? PageBlock(container: container, firstNode: index, endNode: index + 1)
        block.add(text, isLink: isInLink[index])
        block.endNode = index + 1
        current = block
      }
    }
    if let current { blocks.append(current) }
  }

  private mutating func sumUp() {
    for block in blocks {
      mass[block.container] += block.mass
      words[block.container] += block.words
      linkWords[block.container] += block.linkWords
    }
    for index in stride(from: page.nodes.count - 1, to: 0, by: -1) {
      let parent = Int(page.nodes[index].parent)
      if parent >= 0 {
        mass[parent] += mass[index]
        words[parent] += words[index]
        linkWords[parent] += linkWords[index]
        if holdsHeadline[index] { holdsHeadline[parent] = true }
      }
    }
  }

  // MARK: Small questions

  /// Whether an element that nothing closes holds nearly all of the page: `noscript` right below the body.
  private func isWholePage(_ index: Int) -> Bool {
    let node = page.nodes[index]
    return node.tag == .noscript && (Int(node.subtreeEnd) - index) * 10 > page.nodes.count * 8
  }

  private static func isSkipped(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .head, .script, .style, .noscript, .template, .iframe, .svg, .math, .textarea, .select, .button,
      .input, .rt, .rtc, .rp,
      .object, .embed, .applet, .audio, .video, .canvas, .map, .datalist, .noframes, .noembed, .progress,
      .meter:
      true
    default: false
    }
  }

  private static func spells(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ word: StaticString)
    -> Bool
  {
    guard range.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { wanted in
      for offset in 0..<wanted.count
      where HTMLBytes.lowercased(bytes[range.lowerBound + offset]) != wanted[offset] { return false }
      return true
    }
  }

  /// `display:none`, `visibility: hidden`
  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count >= 12, style.count < 2_000 else { return false }
    let compact = style.filter { !$0.isASCIISpace }.map(HTMLBytes.lowercased)
    return [Array("display:none".utf8), Array("visibility:hidden".utf8)].contains { wanted in
      compact.count >= wanted.count
        && (0...(compact.count - wanted.count)).contains {
          compact[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }
  }
}
