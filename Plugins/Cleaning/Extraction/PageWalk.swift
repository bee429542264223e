import Copydesk

/// The one walk over the nodes of a page: what elements call themselves, and which texts are set as one block.
struct PageWalk {
  private let page: HTMLDocument
  /// The marks of each node.
  private(set) var marks: [ElementMarks]
  /// The hashes of the words in the classes and ids of all elements.
  private(set) var names: [UInt64] = []
  /// Where the names of each node end in ``names``.
  private(set) var nameEnds: [Int32]
  /// Whether the node is shown by no browser.
  private(set) var isSkipped: [Bool]
  /// The blocks of text in order.
  private(set) var blocks: [PageBlock] = []
  /// The `h1` elements in order.
  private(set) var headlines: [Int32] = []
  /// The elements that say that they hold the story's date, in order.
  private(set) var dated: [Int32] = []
  /// The images in order, and where it is said what they show.
  private(set) var images = ImageSayings()

  private var known = NameCache()
  private var current: PageBlock?
  private var brokeAt = -1
  private var lineBreaks = 0

  /// Walks over a page.
  /// - Complexity: O(*n*).
  init(_ page: HTMLDocument) {
    self.page = page
    let count = page.nodes.count
    marks = [ElementMarks](repeating: [], count: count)
    nameEnds = [Int32](repeating: 0, count: count)
    isSkipped = [Bool](repeating: false, count: count)
    page.bytes.withUnsafeBufferPointer { bytes in
      // The nearest element around each node that is set as a block, itself included, and whether it is in a link: only
      // the walk asks for them.
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { blockOf in
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: count) { isInLink in
          for index in 0..<count { visit(index, bytes, blockOf, isInLink) }
        }
      }
    }
    if let current { blocks.append(current) }
  }

  @inline(__always)
  private mutating func visit(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ blockOf: UnsafeMutableBufferPointer<Int32>,
    _ isInLink: UnsafeMutableBufferPointer<Bool>
  ) {
    let node = page.nodes[index]
    let parent = Int(node.parent)
    var block: Int32 = 0
    var isLink = false
    if parent >= 0 {
      block = blockOf[parent]
      isLink = isInLink[parent]
      if isSkipped[parent] { isSkipped[index] = true }
    }
    if node.kind == .element {
      if node.tag.isBlock {
        block = Int32(truncatingIfNeeded: index)
        brokeAt = index
      }
      if node.tag == .a { isLink = true }
      if node.tag == .h1 { headlines.append(Int32(truncatingIfNeeded: index)) }
      if ImageSayings.isImage(node.tag) { images.add(index, node.attributes, bytes) }
      if Self.isSkipped(node.tag), !isWholePage(index), !isArticle(index) { isSkipped[index] = true }
      if node.attributesStart != 0 { readAttributes(index, bytes) }
      if node.tag == .br { lineBreaks += 1 }
      if lineBreaks >= 2 { brokeAt = index }
    }
    nameEnds[index] = Int32(truncatingIfNeeded: names.count)
    blockOf[index] = block
    isInLink[index] = isLink
    if node.kind == .text, !isSkipped[index] {
      readText(index, UnsafeBufferPointer(rebasing: bytes[node.range]), Int(block), isLink: isLink)
    }
  }

  private mutating func readText(
    _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ container: Int, isLink: Bool
  ) {
    guard text.contains(where: { !$0.isASCIISpace }) else { return }
    lineBreaks = 0
    if let open = current, open.container != container || brokeAt > open.endNode - 1 {
      blocks.append(open)
      current = nil
    }
    var block = current ?? PageBlock(container: container, firstNode: index, endNode: index + 1)
    block.add(text, isLink: isLink)
    block.endNode = index + 1
    current = block
  }

  private mutating func readAttributes(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    var own = ElementMarks()
    let range = page.nodes[index].attributes
    var scanner = HTMLAttributeScanner(bytes, from: range.lowerBound, to: range.upperBound)
    while let attribute = scanner.next() {
      let value = UnsafeBufferPointer(rebasing: bytes[attribute.value])
      switch attribute.name.count {
      case 5 where Self.spells(bytes, attribute.name, "class"),
        2 where Self.spells(bytes, attribute.name, "id"):
        own.formUnion(known.marks(attribute.value, of: bytes, into: &names))
      case 5 where Self.spells(bytes, attribute.name, "style"):
        if Self.hides(value) { own.insert(.hidden) }
      case 4 where Self.spells(bytes, attribute.name, "role"): Self.readRole(value, &own)
      case 3 where Self.spells(bytes, attribute.name, "rel"):
        if Self.spells(bytes, attribute.value, "author") { own.insert(.author) }
      case 6 where Self.spells(bytes, attribute.name, "hidden"): own.insert(.hidden)
      case 8 where Self.spells(bytes, attribute.name, "itemprop"):
        if Self.spells(bytes, attribute.value, "articlebody") { own.insert(.articleBody) }
        if Self.spells(bytes, attribute.value, "author") { own.insert(.author) }
        if Self.spells(bytes, attribute.value, "datepublished") {
          dated.append(Int32(truncatingIfNeeded: index))
        }
      case 11 where Self.spells(bytes, attribute.name, "aria-hidden"):
        if Self.spells(bytes, attribute.value, "true") { own.insert(.hidden) }
      default: break
      }
    }
    if !own.isEmpty { marks[index] = own }
  }

  private static func readRole(_ value: UnsafeBufferPointer<UInt8>, _ own: inout ElementMarks) {
    switch String(decoding: value, as: UTF8.self).lowercased() {
    case "navigation", "menu", "menubar", "search": own.insert(.navigation)
    case "complementary": own.insert(.sidebar)
    case "contentinfo": own.insert(.footer)
    case "banner": own.insert(.header)
    case "dialog", "alertdialog", "tooltip": own.insert(.overlay)
    case "main": own.insert(.main)
    case "article": own.insert(.article)
    default: break
    }
  }

  // MARK: Small questions

  /// Whether an element that nothing closes holds nearly all of the page: `noscript` right below the body.
  private func isWholePage(_ index: Int) -> Bool {
    let node = page.nodes[index]
    return node.tag == .noscript && (Int(node.subtreeEnd) - index) * 10 > page.nodes.count * 8
  }

  /// Whether an element for browsers without scripts holds the article, which a script writes for all others: it is all
  /// the text of what the page calls its article's body, and has some sentences.
  private func isArticle(_ index: Int) -> Bool {
    let node = page.nodes[index]
    guard node.tag == .noscript, node.parent >= 0, marks[Int(node.parent)].evidence == 3 else { return false }
    let around = Int(node.parent)..<Int(page.nodes[Int(node.parent)].subtreeEnd)
    // The first of them alone, so that a row of them takes no more time than one.
    guard around.count <= 2_000,
      around.first(where: { page.nodes[$0].kind == .element && page.nodes[$0].tag == .noscript }) == index
    else { return false }
    var (inside, beside) = (0, 0)
    for other in around where page.nodes[other].kind == .text {
      let letters = page.bytes[page.nodes[other].range].count { !$0.isASCIISpace }
      if other > index, other < Int(node.subtreeEnd) { inside += letters } else { beside += letters }
    }
    return inside > 400 && beside * 20 < inside
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
    return style.indices.contains { start in
      switch style[start] | 0x20 {
      case UInt8(ascii: "d"): says("display:none", style, from: start)
      case UInt8(ascii: "v"): says("visibility:hidden", style, from: start)
      default: false
      }
    }
  }

  /// Whether a style says a word from `start` on, whatever white space stands in it.
  private static func says(_ word: StaticString, _ style: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool
  {
    word.withUTF8Buffer { wanted in
      var matched = 0
      var index = start
      while matched < wanted.count, index < style.count {
        if !style[index].isASCIISpace {
          guard HTMLBytes.lowercased(style[index]) == wanted[matched] else { return false }
          matched += 1
        }
        index += 1
      }
      return matched == wanted.count
    }
  }
}
