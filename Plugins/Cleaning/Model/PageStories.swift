import Copydesk

/// What tells the story of a page from pointers to others: teasers with a sentence each, the next article below the
/// page's own.
///
/// Where the words of the page's title are spoken of, in which element; and how much prose is told in one place.
struct PageStories {
  /// The words of the title that the prose inside each node has, a bit each.
  private var found: [UInt32]
  /// How many words the title has that tell something.
  private let told: Int
  /// The blocks of prose inside each node.
  private var prose: [Int32]

  private static let mostWords = 32
  /// Words looked at of each block.
  private static let wordsOfBlock = 80

  /// - Complexity: O(words + nodes).
  init(_ survey: PageSurvey, _ words: BlockWords, title: String?) {
    found = [UInt32](repeating: 0, count: survey.page.nodes.count)
    prose = [Int32](repeating: 0, count: survey.page.nodes.count)
    var bits: [UInt64: UInt32] = [:]
    var mask: UInt64 = 0
    for word in BlockWords.hashes(of: title ?? "") where word >= 64 && !CommonWords.all.contains(hash: word) {
      guard bits.count < Self.mostWords, bits[word] == nil else { continue }
      bits[word] = 1 << UInt32(bits.count)
      mask |= 1 << (word & 63)
    }
    told = bits.count
    for (index, block) in survey.blocks.enumerated() where block.mass > 0 {
      prose[block.container] += 1
      for word in words[index].prefix(Self.wordsOfBlock) where mask >> (word & 63) & 1 == 1 {
        if let bit = bits[word] { found[block.container] |= bit }
      }
    }
    for index in stride(from: survey.page.nodes.count - 1, to: 0, by: -1) {
      let parent = Int(survey.page.nodes[index].parent)
      if parent >= 0 {
        found[parent] |= found[index]
        prose[parent] += prose[index]
      }
    }
  }

  /// How much of the title is spoken of inside a node, in steps.
  func share(_ node: Int) -> UInt64 { Bins.share(found[node].nonzeroBitCount, of: told) }

  /// How many blocks of prose are inside a node, in steps.
  func prose(_ node: Int) -> UInt64 { Bins.logarithmic(Int(prose[node])) }
}
