import Copydesk

/// Describes the blocks of a page once more, when it is known how probable each is to belong to the article
/// (``FirstLook``): whether what stands with it in its elements does, what looks like it, what is built like it.
struct SecondLook {
  /// What these features are; a new number where any of them changes.
  static let name = "clean.second_look/2"

  private let context: PageContext
  private let survey: PageSurvey
  private let first: FirstLook
  /// What is probably of the article: words and prose inside each element that holds text, by the numbers of
  /// ``PageSurvey/holders``.
  private var keptWords: [Double]
  private var sure: [Double]
  /// Words, words that are probably of the article and prose of the blocks of one look, by ``PageShape/groups``.
  private var groupWords: [Double]
  private var groupKept: [Double]
  private var groupSure: [Double]

  /// The features of all blocks of a page.
  /// - Parameter probabilities: how probable each is by the first look.
  /// - Complexity: O(nodes + words).
  static func features(of context: PageContext, first probabilities: [Double]) -> FeatureSequence {
    let look = SecondLook(context, first: probabilities)
    return FeatureWriter.sequence(context.survey.blocks.count) { look.describe($0, in: &$1) }
  }

  /// Gathers what the descriptions need.
  init(_ context: PageContext, first probabilities: [Double]) {
    self.context = context
    survey = context.survey
    let survey = survey
    let positions = survey.blocks.indices.map { index in
      let block = survey.blocks[index]
      return FirstLook.Position(words: block.words, prose: block.mass, sketch: survey.sketch(index))
    }
    first = FirstLook(positions, probabilities) {
      context.words[$0]
    } isTelling: {
      context.words.isTelling($0)
    }
    keptWords = [Double](repeating: 0, count: survey.holders.count)
    sure = keptWords
    groupWords = [Double](repeating: 0, count: context.shape.groupCount)
    groupKept = groupWords
    groupSure = groupWords
    sumUp()
  }

  private mutating func sumUp() {
    for (index, block) in survey.blocks.enumerated() {
      let kept = first.probabilities[index] * Double(block.words)
      let prose = first.sure(index)
      let group = Int(context.shape.groups[index])
      let holder = survey.holders.number(of: block.container)
      keptWords[holder] += kept
      sure[holder] += prose
      groupWords[group] += Double(block.words)
      groupKept[group] += kept
      groupSure[group] += prose
    }
    survey.holders.sumUp(&keptWords)
    survey.holders.sumUp(&sure)
  }

  /// Writes the features of a block.
  func describe(_ index: Int, in out: inout FeatureWriter) {
    let block = survey.blocks[index]
    let own = first.coarse[index]
    let sketch = survey.sketch(index)
    out.start()
    first.describe(index, in: &out)
    out.add(own, UInt64(survey.page.nodes[block.container].tag.rawValue))
    out.add(own, Bins.share(block.linkWords, of: block.words))
    out.add(context.findings[index].rule?.number ?? 0, own)
    addElements(block, index, own, sketch, &out)
    addGroup(block, index, own, sketch, &out)
    addNearest(block, index, own, sketch, &out)
    addShape(block, own, &out)
  }

  private static let levels = 6

  /// What else is in the elements around it.
  private func addElements(
    _ block: PageBlock, _ index: Int, _ own: UInt64, _ sketch: UInt64, _ out: inout FeatureWriter
  ) {
    let words = Double(block.words)
    let kept = first.probabilities[index] * words
    var holder = survey.holders.number(of: block.container)
    var half: UInt64 = 30
    var most: UInt64 = 30
    for level in 0..<16 {
      guard holder >= 0 else {
        if level < Self.levels { out.skip(4) }
        continue
      }
      let inside = sure[holder]
      if half == 30, inside * 2 >= first.sure { half = UInt64(level) }
      if most == 30, inside * 10 >= first.sure * 9 { most = UInt64(level) }
      if level < Self.levels {
        let all = Double(survey.words[Int(survey.holders.nodes[holder])])
        let others = FirstLook.share(keptWords[holder] - kept, of: all - words)
        let sure = FirstLook.share(inside, of: first.sure)
        out.add(others, own)
        out.add(others, sketch)
        out.add(sure, own)
        out.add(sure, others)
      }
      holder = Int(survey.holders.parents[holder])
    }
    out.add(half, own)
    out.add(most, own)
    out.add(half, most)
    out.add(half * 32 + most, own)
    out.add(half, sketch)
  }

  /// What else looks like it.
  private func addGroup(
    _ block: PageBlock, _ index: Int, _ own: UInt64, _ sketch: UInt64, _ out: inout FeatureWriter
  ) {
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
  private func addNearest(
    _ block: PageBlock, _ index: Int, _ own: UInt64, _ sketch: UInt64, _ out: inout FeatureWriter
  ) {
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
  private func addShape(_ block: PageBlock, _ own: UInt64, _ out: inout FeatureWriter) {
    guard let node = context.shape.repeated(around: block, of: survey) else {
      out.add(99, own)
      return
    }
    let count = Bins.logarithmic(context.shape.alike(node))
    let blocks = Bins.logarithmic(context.shape.blocks[node])
    let sure = FirstLook.share(sure[survey.holders.number(of: node)], of: first.sure)
    out.add(count, own)
    out.add(count * 16 + blocks, own)
    out.add(sure, count)
    out.add(sure * 16 + blocks, own)
  }
}
