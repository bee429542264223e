import Copydesk

/// Describes the blocks of a page once more, when it is known how probable each is to belong to the article
/// (``FirstLook``): whether what stands with it in its elements does, what looks like it, what is built like it.
struct SecondLook {
  /// What these features are; a new number where any of them changes.
  static let name = "clean.second_look/2"

  private let context: PageContext
  private let survey: PageSurvey
  private let first: FirstLook
  /// What is probably of the article: words and prose inside each node.
  private var keptWords: [Double]
  private var sure: [Double]
  /// Words, words that are probably of the article and prose of the blocks of one look, by ``PageShape/groups``.
  private var groupWords: [Double]
  private var groupKept: [Double]
  private var groupSure: [Double]
  private var out = FeatureWriter()

  /// The features of all blocks of a page.
  /// - Parameter probabilities: how probable each is by the first look.
  /// - Complexity: O(nodes + words).
  static func features(of context: PageContext, first probabilities: [Double]) -> FeatureSequence {
    var look = SecondLook(context, probabilities)
    look.sumUp()
    for index in context.survey.blocks.indices { look.describe(index) }
    return look.out.sequence
  }

  private init(_ context: PageContext, _ probabilities: [Double]) {
    self.context = context
    survey = context.survey
    let survey = survey
    let positions = survey.blocks.indices.map { index in
      let block = survey.blocks[index]
      return FirstLook.Position(words: block.words, prose: block.mass, sketch: survey.sketch(index))
    }
    first = FirstLook(positions, probabilities) { context.words[$0] }
    keptWords = [Double](repeating: 0, count: survey.page.nodes.count)
    sure = keptWords
    groupWords = [Double](repeating: 0, count: context.shape.groupCount)
    groupKept = groupWords
    groupSure = groupWords
  }

  private mutating func sumUp() {
    for (index, block) in survey.blocks.enumerated() {
      let kept = first.probabilities[index] * Double(block.words)
      let prose = first.sure(index)
      let group = Int(context.shape.groups[index])
      keptWords[block.container] += kept
      sure[block.container] += prose
      groupWords[group] += Double(block.words)
      groupKept[group] += kept
      groupSure[group] += prose
    }
    for index in stride(from: survey.page.nodes.count - 1, to: 0, by: -1) {
      let parent = Int(survey.page.nodes[index].parent)
      if parent >= 0 {
        keptWords[parent] += keptWords[index]
        sure[parent] += sure[index]
      }
    }
  }

  private mutating func describe(_ index: Int) {
    let block = survey.blocks[index]
    let own = first.coarse[index]
    let sketch = survey.sketch(index)
    first.describe(index, in: &out)
    out.add(own, UInt64(survey.page.nodes[block.container].tag.rawValue))
    out.add(own, Bins.share(block.linkWords, of: block.words))
    out.add(context.findings[index].rule?.number ?? 0, own)
    addElements(block, index, own, sketch)
    addGroup(block, index, own, sketch)
    addNearest(block, index, own, sketch)
    addShape(block, own)
    out.endPosition()
  }

  private static let levels = 6

  /// What else is in the elements around it.
  private mutating func addElements(_ block: PageBlock, _ index: Int, _ own: UInt64, _ sketch: UInt64) {
    let words = Double(block.words)
    let kept = first.probabilities[index] * words
    var node = block.container
    var half: UInt64 = 30
    var most: UInt64 = 30
    for level in 0..<16 {
      guard node >= 0 else {
        if level < Self.levels { out.skip(4) }
        continue
      }
      if half == 30, sure[node] * 2 >= first.sure { half = UInt64(level) }
      if most == 30, sure[node] * 10 >= first.sure * 9 { most = UInt64(level) }
      if level < Self.levels {
        let others = FirstLook.share(keptWords[node] - kept, of: Double(survey.words[node]) - words)
        let sure = FirstLook.share(sure[node], of: first.sure)
        out.add(others, own)
        out.add(others, sketch)
        out.add(sure, own)
        out.add(sure, others)
      }
      node = Int(survey.page.nodes[node].parent)
    }
    out.add(half, own)
    out.add(most, own)
    out.add(half, most)
    out.add(half * 32 + most, own)
    out.add(half, sketch)
  }

  /// What else looks like it.
  private mutating func addGroup(_ block: PageBlock, _ index: Int, _ own: UInt64, _ sketch: UInt64) {
    let group = Int(context.shape.groups[index])
    let words = Double(block.words)
    let others = FirstLook.share(
      groupKept[group] - first.probabilities[index] * words, of: groupWords[group] - words)
    let sure = FirstLook.share(groupSure[group], of: first.sure)
    out.add(others, own)
    out.add(others, sketch)
    out.add(sure, own)
    out.add(sure, sketch)
    out.add(others, sure)
  }

  /// How near in the tree the article's prose is that stands before and after it.
  private mutating func addNearest(_ block: PageBlock, _ index: Int, _ own: UInt64, _ sketch: UInt64) {
    let up = levels(from: block, to: Int(first.previous[index]))
    let across = levels(from: block, to: Int(first.next[index]))
    out.add(up, own)
    out.add(across, own)
    out.add(up, across)
    out.add(up * 16 + across, sketch)
  }

  /// How many levels up the element is that holds another block too.
  private func levels(from block: PageBlock, to other: Int) -> UInt64 {
    guard other >= 0 else { return 15 }
    let target = survey.blocks[other].firstNode
    var node = block.container
    for level in 0..<10 where node >= 0 {
      if node <= target, target < Int(survey.page.nodes[node].subtreeEnd) { return UInt64(level) }
      node = Int(survey.page.nodes[node].parent)
    }
    return 14
  }

  /// Whether it is a part of something that the page repeats.
  private mutating func addShape(_ block: PageBlock, _ own: UInt64) {
    guard let node = context.shape.repeated(around: block, of: survey) else {
      out.add(99, own)
      return
    }
    let count = Bins.logarithmic(Int(context.shape.alike[node]))
    let blocks = Bins.logarithmic(Int(context.shape.blocks[node]))
    let sure = FirstLook.share(sure[node], of: first.sure)
    out.add(count, own)
    out.add(count * 16 + blocks, own)
    out.add(sure, count)
    out.add(sure * 16 + blocks, own)
  }
}
