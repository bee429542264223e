import Copydesk

/// Describes the blocks of a page to the sequence model.
///
/// What a block says of itself (length, links, punctuation, common words), where it stands (its elements and
/// their names, the share of the page's prose before it and around it), what stands next to it, what the page says
/// of itself (titles, description, JSON-LD), and what the rules of ``ArticleFinder`` make of it. Nothing here
/// knows a site.
struct BlockFeatures {
  /// What these features are; a new number where any of them changes.
  static let name = "clean.blocks/3"

  let context: PageContext
  let survey: PageSurvey

  /// The features of all blocks of a page.
  /// - Complexity: O(blocks), about a hundred features each.
  static func features(of context: PageContext) -> FeatureSequence {
    let features = BlockFeatures(context)
    return FeatureWriter.sequence(context.survey.blocks.count) { features.describe($0, in: &$1) }
  }

  init(_ context: PageContext) {
    self.context = context
    survey = context.survey
  }

  /// Writes the features of a block.
  func describe(_ index: Int, in out: inout FeatureWriter) {
    out.start()
    let block = survey.blocks[index]
    out.add(0)
    addForm(block, index, &out)
    addElements(block, &out)
    addPlace(block, index, &out)
    addNeighbours(index, &out)
    addWords(block, index, &out)
    addPage(block, index, &out)
    addFinding(index, &out)
    addStories(block, index, &out)
    addImages(block, index, &out)
  }

  // MARK: The block itself

  private func length(_ block: PageBlock) -> UInt64 { Bins.logarithmic(block.words) }
  private func links(_ block: PageBlock) -> UInt64 { Bins.share(block.linkWords, of: block.words) }
  func sketch(_ index: Int) -> UInt64 { survey.sketch(index) }

  private func addForm(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    let length = length(block)
    let links = links(block)
    let tag = UInt64(survey.page.nodes[block.container].tag.rawValue)
    let ends: UInt64 = block.endsSentence ? 1 : 0
    out.add(length)
    out.add(links)
    out.add(length, links * 2 + ends)
    out.add(tag, length * 2 + ends)
    out.add(Bins.share(block.stops, of: max(1, block.words / 4)))
    out.add(Bins.logarithmic(block.stops), length)
    out.add(Bins.logarithmic(block.commas), length)
    out.add(block.words > 0 ? UInt64(block.characters / block.words) : 0)
    out.add(block.mass > 0 ? 1 : 0)
    out.add(sketch(index))
    out.add(UInt64(firstByte(block)), ends)
  }

  /// What the block begins with: a digit, a capital, a small letter, something else.
  private func firstByte(_ block: PageBlock) -> UInt8 {
    for byte in survey.page.bytes[survey.page.nodes[block.firstNode].range] where !byte.isASCIISpace {
      if byte.isASCIIDigit { return 1 }
      if byte.isASCIIUppercase { return 2 }
      if byte.isASCIILowercase { return 3 }
      return byte < 0x80 ? byte : 4
    }
    return 0
  }

  // MARK: Elements

  private func addElements(_ block: PageBlock, _ out: inout FeatureWriter) {
    var index = block.container
    var path: UInt64 = 0
    let start = out.template
    for level in 0..<12 where index >= 0 {
      let node = survey.page.nodes[index]
      let tag = UInt64(node.tag.rawValue)
      path = path &* 211 &+ tag
      if level < 4 { out.put(start + UInt32(level), path) }
      let kind: UInt32 = level == 0 ? 0 : level == 1 ? 1 : level < 4 ? 2 : 3
      for name in survey.names[survey.nameRange(index)].prefix(8) {
        out.put(start + 4 + kind, name)
        if kind < 2 { out.put(start + 8, name, length(block) / 3) }
      }
      index = Int(node.parent)
    }
    out.skip(9)
    let around = context.around(block)
    out.add(UInt64(around.rawValue))
    let inner = out.template
    for bit in 0..<21 where around.rawValue >> UInt32(bit) & 1 == 1 {
      out.put(inner, UInt64(bit))
      out.put(inner + 1, UInt64(bit), block.mass > 0 ? 1 : 0)
    }
    out.skip(2)
    let marks = UInt64(survey.marks[block.container].rawValue)
    out.add(marks)
    let parent = Int(survey.page.nodes[block.container].parent)
    out.add(parent >= 0 ? UInt64(survey.marks[parent].rawValue) : 0)
    addStarts(block, &out)
  }

  /// The element that the text begins with, if it is all of the block: a bold line, an emphasised one.
  private func addStarts(_ block: PageBlock, _ out: inout FeatureWriter) {
    let node = survey.page.nodes[block.firstNode]
    let parent = Int(node.parent)
    let isWhole = parent > block.container && Int(survey.page.nodes[parent].subtreeEnd) >= block.endNode
    let tag = parent >= 0 ? UInt64(survey.page.nodes[parent].tag.rawValue) : 0
    out.add(tag, isWhole ? 1 : 0)
    out.add(length(block), isWhole ? tag : 0)
    out.add(parent >= 0 && isWhole ? UInt64(survey.marks[parent].rawValue) : 1)
  }

  // MARK: Where it stands

  private func addPlace(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    let count = survey.blocks.count
    let before = Bins.share(context.massBefore[index], of: context.mass)
    let after = Bins.share(context.mass - context.massBefore[index] - block.mass, of: context.mass)
    out.add(before)
    out.add(after)
    out.add(before, sketch(index))
    out.add(after, sketch(index))
    out.add(Bins.share(index, of: count))
    out.add(Bins.share(block.mass, of: context.mass))
    out.add(Bins.logarithmic(count))
    // How far up the element is that holds a half, and nine tenths, of the prose; and how much the parents hold.
    var up = 0
    var node = block.container
    var half = -1
    var most = -1
    while node >= 0, up < 24 {
      let mass = survey.mass[node]
      if half < 0, mass * 2 >= context.mass { half = up }
      if most < 0, mass * 10 >= context.mass * 9 {
        most = up
        break
      }
      up += 1
      node = Int(survey.page.nodes[node].parent)
    }
    out.add(UInt64(half + 1))
    out.add(UInt64(most + 1))
    out.add(UInt64(half + 1), UInt64(most + 1))
    out.add(UInt64(half + 1), sketch(index))
    addParents(block, index, &out)
    let fromHeadline = context.headline < 0 ? 0 : index - context.headline
    let distance = Bins.logarithmic(abs(fromHeadline)) * 2 + (fromHeadline < 0 ? 1 : 0)
    out.add(context.headline < 0 ? 99 : distance)
    out.add(context.headline < 0 ? 99 : distance, sketch(index))
    out.add(Bins.share(context.signatureMass[index], of: context.mass))
    out.add(Bins.share(context.signatureMass[index], of: context.mass), sketch(index))
    out.add(Bins.logarithmic(context.signatureCount[index]), block.mass > 0 ? 1 : 0)
    out.add(context.isRepeated[index] ? 1 : 0, length(block))
  }

  private func addParents(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    var node = block.container
    let start = out.template
    for level in 0..<4 {
      let parent = Int(survey.page.nodes[node].parent)
      guard parent >= 0 else { break }
      node = parent
      let words = survey.words[node]
      let links = Bins.share(survey.linkWords[node], of: words)
      out.put(start + UInt32(level) * 3, links, Bins.logarithmic(words) / 2)
      out.put(start + UInt32(level) * 3 + 1, Bins.share(survey.mass[node], of: context.mass))
      out.put(start + UInt32(level) * 3 + 2, links, sketch(index))
    }
    out.skip(12)
  }

  // MARK: Neighbours

  private func addNeighbours(_ index: Int, _ out: inout FeatureWriter) {
    out.addSketches(around: index) { sketch($0) }
    out.add(tag(index - 1), tag(index))
    out.add(tag(index), tag(index + 1))
    let (previous, next) = (isSibling(index, index - 1), isSibling(index, index + 1))
    out.add(previous * 4 + next)
    out.add(previous, sketch(index - 1))
    out.add(next, sketch(index + 1))
    // The prose within five blocks.
    let prose = context.proseBefore
    let near =
      prose[min(survey.blocks.count, index + 6)] - prose[max(0, index - 5)]
      - (prose[index + 1] - prose[index])
    out.add(UInt64(near), sketch(index))
  }

  private func tag(_ index: Int) -> UInt64 {
    guard survey.blocks.indices.contains(index) else { return 999 }
    return UInt64(survey.page.nodes[survey.blocks[index].container].tag.rawValue)
  }

  /// 3 for one element, 2 for a common parent, 1 for a common grandparent.
  private func isSibling(_ index: Int, _ other: Int) -> UInt64 {
    guard survey.blocks.indices.contains(other) else { return 0 }
    let (a, b) = (survey.blocks[index].container, survey.blocks[other].container)
    if a == b { return 3 }
    let (up, across) = (survey.page.nodes[a].parent, survey.page.nodes[b].parent)
    if up == across || up == b || across == a { return 2 }
    guard up >= 0, across >= 0 else { return 0 }
    return survey.page.nodes[Int(up)].parent == survey.page.nodes[Int(across)].parent ? 1 : 0
  }

  // MARK: Words

  private func addWords(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    let words = context.words[index]
    let start = out.template
    if let first = words.first {
      out.put(start, first)
      if let second = words.dropFirst().first { out.put(start + 1, first, second) }
      if let last = words.last, words.count < 40 { out.put(start + 2, last) }
      if words.count <= 12 {
        for word in words { out.put(start + 3, word) }
        for word in words { out.put(start + 8, word, links(block) > 5 ? 1 : 0) }
      }
      if words.count <= 4 {
        var all: UInt64 = 1
        for word in words { all = (all ^ word) &* 0x9FB2_1C65_1E98_DF25 }
        out.put(start + 4, all)
      }
    }
    var common = 0
    var numbers = 0
    let looked = words.prefix(60)
    for place in looked.indices {
      if looked[place] < 64 {
        numbers += 1
      } else if context.words.isCommon(place) {
        common += 1
      }
    }
    out.put(start + 5, Bins.share(common, of: looked.count), Bins.logarithmic(looked.count) / 2)
    out.put(start + 6, Bins.share(numbers, of: looked.count), Bins.logarithmic(looked.count) / 2)
    out.skip(9)
    addMarks(block, &out)
  }

  /// Signs that furniture is made with: `|`, `©`, `»`, `@`, a colon at the end.
  private func addMarks(_ block: PageBlock, _ out: inout FeatureWriter) {
    let start = out.template
    out.skip(2)
    guard block.words <= 40 else { return }
    var found: UInt64 = 0
    var last: UInt8 = 0
    for node in block.firstNode..<block.endNode where survey.page.nodes[node].kind == .text {
      for byte in survey.page.bytes[survey.page.nodes[node].range].prefix(400) {
        switch byte {
        case UInt8(ascii: "|"): found |= 1
        case 0xA9 where last == 0xC2: found |= 2
        case 0xBB where last == 0xC2: found |= 4
        case UInt8(ascii: "@"): found |= 8
        case UInt8(ascii: "/"): found |= 16
        case UInt8(ascii: ":"): found |= 32
        case UInt8(ascii: "\""), 0x9C, 0x9D, 0x9E: found |= 64
        case UInt8(ascii: "["): found |= 128
        case UInt8(ascii: "("): found |= 256
        case UInt8(ascii: "?"), UInt8(ascii: "!"): found |= 512
        default: break
        }
        if !byte.isASCIISpace { last = byte }
      }
    }
    out.put(start, found)
    out.put(start + 1, UInt64(last < 0x80 && !last.isASCIILetter ? last : 0), length(block))
  }

  // MARK: What the page says of itself

  private func addPage(_ block: PageBlock, _ index: Int, _ out: inout FeatureWriter) {
    let words = context.words[index]
    let inTitle = words.count <= 40 ? words.count { context.titleWords.contains($0) } : 0
    out.add(Bins.share(inTitle, of: words.count), Bins.logarithmic(words.count))
    out.add(pairShare(words.prefix(24), context.summaryPairs), block.mass > 0 ? 1 : 0)
    let body = context.bodyPairs.count < 20 ? 20 : pairShare(words.prefix(60), context.bodyPairs)
    out.add(body)
    out.add(body, sketch(index))
    let isInArticle = context.around(block).contains(.article)
    out.add(UInt64(min(context.articles, 4)), isInArticle ? 1 : 0)
    out.add(UInt64(min(context.articles, 4)) * 2 + (isInArticle ? 1 : 0), sketch(index))
    out.add(Bins.logarithmic(context.mass), sketch(index))
  }

  private func pairShare(_ words: ArraySlice<UInt64>, _ pairs: HashSet64) -> UInt64 {
    guard pairs.count > 0, words.count > 1 else { return 14 }
    return Bins.share(PageContext.count(of: words, in: pairs), of: words.count - 1)
  }

  // MARK: What the rules say

  private func addFinding(_ index: Int, _ out: inout FeatureWriter) {
    let finding = context.findings[index]
    let rule = finding.rule.map(\.number) ?? 0
    let inside: UInt64 = finding.isInside ? 1 : 0
    out.add(rule, inside)
    out.add(rule &+ inside, sketch(index))
    out.add(rule &+ inside, Bins.share(context.massBefore[index], of: context.mass))
    out.add(inside)
    for offset in [-1, 1] {
      let other = index + offset
      if context.findings.indices.contains(other) {
        let neighbour = context.findings[other]
        out.add(
          (neighbour.rule == nil ? 1 : 0) + (neighbour.isInside ? 2 : 0),
          (finding.rule == nil ? 1 : 0) + inside * 2)
      } else {
        out.add(9)
      }
    }
  }
}
