import Copydesk

/// The images of a page, by which what stands beside them is told: a caption that no `figcaption` holds is a line that
/// shares a small element with an image, or that says what the image's `alt` says.
struct PageImages {
  private let survey: PageSurvey
  /// The elements of images, in document order.
  private let nodes: [Int32]
  /// Pairs of words of what the images are said to show.
  private let saidPairs: HashSet64

  /// So many elements up an image is looked for beside a block.
  private static let levels = 6
  /// Said of an image in fewer bytes is a name of it, not a sentence.
  private static let shortest = 12

  /// - Complexity: O(what is said of images).
  init(_ survey: PageSurvey) {
    self.survey = survey
    nodes = survey.images.nodes
    var pairs = HashSet64(capacity: 64)
    var words: [UInt64] = []
    survey.images.forEachText(of: survey.page) { said in
      guard said.count >= Self.shortest else { return }
      words.removeAll(keepingCapacity: true)
      BlockWords.append(said, to: &words)
      for (first, second) in zip(words, words.dropFirst()) { pairs.insert(PageContext.pair(first, second)) }
    }
    saidPairs = pairs
  }

  /// The nearest element around a block that holds an image, too.
  struct Shared {
    /// How many elements up from the block's own; the most that is looked where none has one.
    var level: Int
    /// The words in it beside the block.
    var wordsBeside: Int
  }

  /// What the block shares with an image.
  /// - Complexity: O(log *n*).
  func shared(by block: PageBlock) -> Shared {
    guard !nodes.isEmpty else { return Shared(level: Self.levels, wordsBeside: 0) }
    var node = block.container
    for level in 0..<Self.levels where node >= 0 {
      if holdsImage(node..<Int(survey.page.nodes[node].subtreeEnd)) {
        return Shared(level: level, wordsBeside: survey.words[node] - block.words)
      }
      node = Int(survey.page.nodes[node].parent)
    }
    return Shared(level: Self.levels, wordsBeside: 0)
  }

  /// Whether an image stands right before a block, nothing said in between (1), right behind it (2), or both (3).
  func beside(_ index: Int) -> Int {
    let blocks = survey.blocks
    let from = index > 0 ? blocks[index - 1].endNode : 0
    let to = index + 1 < blocks.count ? blocks[index + 1].firstNode : survey.page.nodes.count
    return (holdsImage(from..<blocks[index].firstNode) ? 1 : 0)
      + (holdsImage(blocks[index].endNode..<to) ? 2 : 0)
  }

  /// How much of some words is said of an image, in sixtieths; nil where nothing is said of any.
  func saidShare(_ words: ArraySlice<UInt64>) -> Int? {
    guard saidPairs.count > 0, words.count > 1 else { return nil }
    return PageContext.count(of: words, in: saidPairs) * 60 / (words.count - 1)
  }

  /// - Complexity: O(log *n*).
  private func holdsImage(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < nodes.count && nodes[low] < range.upperBound
  }
}
