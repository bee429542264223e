import Copydesk

/// Describes the blocks of a page once more, when a first look has found how probable each is to belong to the article:
/// how much of the article stands around a block, in its elements, in what looks like it, before it and after it.
///
/// For ``BoostedTrees``, which see what none of these numbers says alone: prose that is in no element with the rest, say.
struct BlockSurroundings {
  /// What the numbers are; a new one where any of them changes.
  static let name = "clean.block_surroundings/2"
  /// How many numbers a block has.
  static let count = 71

  private let context: PageContext
  private let survey: PageSurvey
  private let first: BlockFirstLook
  /// What is probably of the article inside each element that holds text, by the numbers of ``PageSurvey/holders``: words,
  /// and characters of prose.
  private var kept: [Double]
  private var sure: [Double]
  /// Words, words that are probably of the article and its prose, of the blocks of one look, by ``PageShape/groups``.
  private var groupWords: [Double]
  private var groupKept: [Double]
  private var groupSure: [Double]

  /// - Parameter probabilities: what the first look found of each block.
  /// - Complexity: O(nodes + words).
  init(_ context: PageContext, _ probabilities: [Double]) {
    self.context = context
    survey = context.survey
    first = BlockFirstLook(survey.blocks, context.words, probabilities)
    kept = [Double](repeating: 0, count: survey.holders.count)
    sure = kept
    groupWords = [Double](repeating: 0, count: context.shape.groupCount)
    groupKept = groupWords
    groupSure = groupWords
    for (index, block) in survey.blocks.enumerated() {
      let words = Double(block.words)
      let own = probabilities[index] * words
      let prose = first.sure(index)
      let group = Int(context.shape.groups[index])
      let holder = survey.holders.number(of: block.container)
      kept[holder] += own
      sure[holder] += prose
      groupWords[group] += words
      groupKept[group] += own
      groupSure[group] += prose
    }
    survey.holders.sumUp(&kept)
    survey.holders.sumUp(&sure)
  }

  /// Lends the numbers of some blocks, one after the other.
  /// - Parameter isWanted: whether a block is one of them.
  func forEach(where isWanted: (Int) -> Bool, body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.count) { room in
      var row = NumberRow(room)
      for index in survey.blocks.indices where isWanted(index) {
        describe(index, in: &row)
        body(index, UnsafeBufferPointer(room))
      }
    }
  }

  /// Writes the numbers of a block.
  private func describe(_ index: Int, in row: inout NumberRow) {
    let block = survey.blocks[index]
    row.start()
    addFirstLook(index, &row)
    addAround(index, &row)
    addElements(block, index, &row)
    addPlace(block, index, &row)
    addBlock(block, index, &row)
    addPage(block, index, &row)
    addImages(block, index, &row)
    precondition(row.written == Self.count, "a block has as many numbers as was said")
  }

  // MARK: What the first look found

  private func addFirstLook(_ index: Int, _ row: inout NumberRow) {
    row.add(first.sums, at: index, beside: [-3, -2, -1, 1, 2, 3], sure: first.sure(index))
    row.add(first.kinship(index))
    row.add(first.kinship(of: max(0, index - 4)..<index))
    row.add(first.kinship(of: (index + 1)..<min(survey.blocks.count, index + 5)))
  }

  /// How much of the blocks near it is of the article, and how far the nearest ones are that surely are.
  private func addAround(_ index: Int, _ row: inout NumberRow) {
    let count = survey.blocks.count
    for (reach, unit) in [(3, 20.0), (8, 7.5)] {
      row.add(Int(first.sums.sum(max(0, index - reach)..<index) * unit))
      row.add(Int(first.sums.sum((index + 1)..<min(count, index + reach + 1)) * unit))
    }
    row.add(log: Int(first.sums.words(max(0, index - 25)..<index)))
    let (previous, next) = (Int(first.previous[index]), Int(first.next[index]))
    row.add(log: previous < 0 ? 1_000_000 : Int(first.sums.other(between: previous, and: index)))
    row.add(log: next < 0 ? 1_000_000 : Int(first.sums.other(between: index, and: next)))
    row.add(first.sums.keptWords(0..<count), of: first.sums.words(0..<count))
  }

  /// So many elements around a block are described.
  private static let levels = 3

  /// What else is in the elements around it, and what else looks like it.
  private func addElements(_ block: PageBlock, _ index: Int, _ row: inout NumberRow) {
    let words = Double(block.words)
    let own = first.sums.probabilities[index] * words
    var holder = survey.holders.number(of: block.container)
    var half: Int?
    for level in 0..<16 {
      guard holder >= 0 else {
        if level < Self.levels { row.addNothing(5) }
        continue
      }
      let inside = sure[holder]
      if half == nil, inside * 2 >= first.sums.sure { half = level }
      if level < Self.levels {
        let node = Int(survey.holders.nodes[holder])
        let all = Double(survey.words[node])
        row.add(kept[holder] - own, of: all - words)
        row.add(inside, of: first.sums.sure)
        row.add(log: Int(all))
        row.add(Double(survey.linkWords[node]), of: all)
        row.add(Double(survey.mass[node]), of: Double(context.mass))
      }
      holder = Int(survey.holders.parents[holder])
    }
    row.add(half ?? 30)
    let group = Int(context.shape.groups[index])
    row.add(groupKept[group] - own, of: groupWords[group] - words)
    row.add(groupSure[group], of: first.sums.sure)
    row.add(log: Int(groupWords[group]))
    row.add(log: context.shape.repeated(around: block, of: survey).map(context.shape.alike) ?? 0)
  }

  // MARK: Where it stands

  private func addPlace(_ block: PageBlock, _ index: Int, _ row: inout NumberRow) {
    row.add(Double(index), of: Double(survey.blocks.count))
    if context.headline < 0 { row.addNothing() } else { row.add(signed: index - context.headline) }
    row.add(Double(context.signatureMass[index]), of: Double(context.mass))
    row.add(log: context.signatureCount[index])
    row.add(log: Int(context.proseBefore[index]))
  }

  // MARK: The block itself

  private func addBlock(_ block: PageBlock, _ index: Int, _ row: inout NumberRow) {
    row.add(tag(block))
    row.add(log: block.words)
    row.add(block.words > 0 ? block.characters * 4 / block.words : 0)
    row.add(Double(block.linkWords), of: Double(block.words))
    row.add(log: block.commas)
    row.add(capitals(block))
    row.add(context.isRepeated[index] ? 1 : 0)
    let words = context.words[index].prefix(60)
    row.add(Double(words.indices.count { context.words.isCommon($0) }), of: Double(words.count))
    let finding = context.findings[index]
    row.add(finding.rule.map { $0.place + 1 } ?? 0)
    row.add(finding.isInside ? 1 : 0)
    for other in [index - 1, index + 1] {
      if context.findings.indices.contains(other) {
        row.add(context.findings[other].rule.map { $0.place + 1 } ?? 0)
      } else {
        row.addNothing()
      }
    }
    row.add(context.around(block).contains(.table) ? 1 : 0)
  }

  /// The kind of the element: of prose, of headings, of boxes.
  private func tag(_ block: PageBlock) -> Int {
    let tag = survey.page.nodes[block.container].tag
    if tag.isHeading { return 8 + Int(tag.rawValue - HTMLTag.h1.rawValue) }
    return switch tag {
    case .p: 0
    case .blockquote: 1
    case .li: 2
    case .dd: 3
    case .td: 4
    case .div: 5
    case .section: 6
    case .article: 7
    case .figcaption: 14
    case .pre: 15
    case .dt: 16
    case .th: 17
    default: 18
    }
  }

  /// The share of its first words, in sixtieths, that begin with a capital.
  private func capitals(_ block: PageBlock) -> Int {
    var words = 0
    var capitals = 0
    for node in block.firstNode..<block.endNode where survey.page.nodes[node].kind == .text && words < 60 {
      var last: UInt8 = 0x20
      for byte in survey.page.bytes[survey.page.nodes[node].range].prefix(400) {
        if last.isASCIISpace, !byte.isASCIISpace {
          words += 1
          if byte.isASCIIUppercase { capitals += 1 }
        }
        last = byte
      }
    }
    return words == 0 ? 0 : capitals * 60 / words
  }

  // MARK: What the page says of itself

  private func addPage(_ block: PageBlock, _ index: Int, _ row: inout NumberRow) {
    let words = context.words[index]
    let inTitle = words.count <= 40 ? words.count { context.titleWords.contains($0) } : 0
    row.add(Double(inTitle), of: Double(words.count))
    row.add(summaryShare(words.prefix(24)))
    row.add(context.articles)
    let parent = max(0, Int(survey.page.nodes[block.container].parent))
    let above = max(0, Int(survey.page.nodes[parent].parent))
    row.add(Int(context.stories.share(parent)))
    row.add(Int(context.stories.share(above)))
    row.add(Int(context.stories.prose(above)))
  }

  /// Whether it stands with an image, alone or among much else, and says what is said of it.
  private func addImages(_ block: PageBlock, _ index: Int, _ row: inout NumberRow) {
    let shared = context.images.shared(by: block)
    row.add(shared.level)
    row.add(log: shared.wordsBeside)
    row.add(context.images.beside(index))
    if let share = context.images.saidShare(context.words[index].prefix(24)) {
      row.add(share)
    } else {
      row.addNothing()
    }
  }

  /// The share of its pairs of words, in sixtieths, that the page's description has too.
  private func summaryShare(_ words: ArraySlice<UInt64>) -> Int {
    guard context.summaryPairs.count > 0, words.count > 1 else { return 62 }
    return PageContext.count(of: words, in: context.summaryPairs) * 60 / (words.count - 1)
  }
}
