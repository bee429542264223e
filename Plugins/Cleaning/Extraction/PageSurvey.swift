import Copydesk

/// What is known of every node of a page after one walk: its marks, the block it belongs to, the text inside
/// it.
///
/// The nodes stand in document order, so that a loop forwards goes from parents to children and a loop
/// backwards from children to parents; nothing recurs over the depth of the page.
struct PageSurvey: Sendable {
  let page: HTMLDocument
  /// The marks of each node.
  let marks: [ElementMarks]
  /// The hashes of the words in the classes and ids of all elements.
  let names: [UInt64]
  /// Where the names of each node end in ``names``; those of a node without any are an empty range.
  private let nameEnds: [Int32]
  /// Whether the node is shown by no browser: scripts, styles, form controls.
  let isSkipped: [Bool]
  /// The blocks of text in order.
  let blocks: [PageBlock]
  /// What a neighbour sees of each block, see ``sketch(_:)``.
  private let sketches: [UInt64]
  /// The `h1` elements in order.
  private let headlines: [Int32]
  /// The elements that say that they hold the story's date, in order.
  let dated: [Int32]
  /// The images in order, and where it is said what they show.
  let images: ImageSayings
  /// The elements that hold blocks.
  let holders: TextHolders
  /// The article text inside each node, see ``PageBlock/mass``.
  let mass: TextSums
  /// All words inside each node.
  let words: TextSums
  /// The words of links inside each node.
  let linkWords: TextSums

  /// Surveys a page.
  /// - Complexity: O(*n*).
  init(_ page: HTMLDocument) {
    self.page = page
    let walk = PageWalk(page)
    let (names, nameEnds) = (walk.names, walk.nameEnds)
    (self.names, self.nameEnds) = (names, nameEnds)
    isSkipped = walk.isSkipped
    blocks = walk.blocks
    headlines = walk.headlines
    images = walk.images
    dated = walk.dated
    sketches = blocks.map(\.sketch)
    let holders = TextHolders(of: blocks.lazy.map(\.container), in: page)
    self.holders = holders
    let mass = TextSums(holders, blocks.lazy.map { ($0.container, $0.mass) })
    self.mass = mass
    var marks = walk.marks
    Slides.show(
      &marks, of: page, names: { names[($0 == 0 ? 0 : Int(nameEnds[$0 - 1]))..<Int(nameEnds[$0])] },
      mass: mass)
    self.marks = marks
    words = TextSums(holders, blocks.lazy.map { ($0.container, $0.words) })
    linkWords = TextSums(holders, blocks.lazy.map { ($0.container, $0.linkWords) })
  }

  /// Where the names of a node stand in ``names``.
  func nameRange(_ node: Int) -> Range<Int> {
    (node == 0 ? 0 : Int(nameEnds[node - 1]))..<Int(nameEnds[node])
  }

  /// The sums of ``mass`` over what `isIn` lets through.
  func mass(where isIn: (Int) -> Bool) -> TextSums {
    TextSums(holders, blocks.map { ($0.container, isIn($0.firstNode) ? $0.mass : 0) })
  }

  /// Whether a node is an `h1` or has one inside.
  /// - Complexity: O(log *n*).
  func holdsHeadline(_ node: Int) -> Bool {
    var low = 0
    var high = headlines.count
    while low < high {
      let middle = (low + high) / 2
      if headlines[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low < headlines.count && headlines[low] < page.nodes[node].subtreeEnd
  }

  /// Length, links and the end of a block in one number: what a neighbour sees of it. 9,999 beside the page.
  @inline(__always)
  func sketch(_ index: Int) -> UInt64 { sketches.indices.contains(index) ? sketches[index] : 9_999 }

  /// The text of a block, white space collapsed. For the few short blocks whose words matter.
  func text(of block: PageBlock) -> String {
    var text = ""
    for index in block.firstNode..<block.endNode where page.nodes[index].kind != .element && !isSkipped[index]
    {
      text += page.textContent(of: NodeID(index))
    }
    return PageMetadata.collapsed(text)
  }
}
