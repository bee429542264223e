import Copydesk

/// Finds the blocks of a page that are its article.
///
/// Three steps, each over the whole page: subtrees that say what they are (navigation, comments, related
/// stories) are cut off; the element that holds most of the remaining prose is chosen, in the manner of
/// Readability, with weight for what the page itself calls its article; of the blocks in it those that do not
/// read like one are left out.
struct ArticleFinder {
  /// The article of a page.
  struct Article: Sendable {
    /// Its blocks in order.
    var blocks: [PageBlock]
    /// What was left out, in order; the outermost element of each.
    var omissions: [Omission]
    /// Whether a node is left out though it stands inside a block that is kept.
    var isCut: [Bool]
    /// What was decided about each block of the survey.
    var findings: [BlockFinding]
  }

  /// What the rules say of a block.
  struct BlockFinding: Sendable {
    /// The rule that takes it out, or nil.
    var rule: PageRule?
    /// What was measured, and the limit it was held against.
    @Measure var measured: Double? = nil
    @Measure var limit: Double? = nil
    /// Whether it stands in the element that holds the article.
    var isInside = false
  }

  /// A part of the page that is not the article.
  struct Omission: Sendable {
    /// The bytes of the page.
    var span: Span
    /// Why.
    var rule: PageRule
    /// What was measured.
    @Measure var measured: Double? = nil
    /// The limit that it was held against.
    @Measure var limit: Double? = nil
  }

  private let survey: PageSurvey
  private let page: HTMLDocument
  /// The nodes that are cut off, the outermost of each cut, in order, and the rules that do it.
  private var cuts: [(node: Int32, rule: PageRule)] = []
  private var isCut: [Bool]
  private var mass: TextSums

  /// Finds the article.
  /// - Complexity: O(*n*).
  static func article(in survey: PageSurvey) -> Article {
    var finder = ArticleFinder(survey)
    finder.cut(isGentle: false)
    // Names that mislead: a page whose "widget" or "sidebar" holds the article.
    if finder.mass[finder.page.body.index] * 10 < survey.mass[finder.page.body.index] * 3 {
      finder.cut(isGentle: true)
    }
    let container = finder.chooseContainer()
    return finder.collect(container)
  }

  private init(_ survey: PageSurvey) {
    self.survey = survey
    page = survey.page
    isCut = [Bool](repeating: false, count: survey.page.nodes.count)
    mass = survey.mass
  }

  // MARK: Cutting off

  /// A subtree with more than this share of the page's prose is never cut off for its name alone.
  private static let tooMuchToCut = 0.4
  /// The same for readers' comments, which may well be longer than the article.
  private static let tooManyComments = 0.8

  /// - Parameter isGentle: whether only the surest names count.
  private mutating func cut(isGentle: Bool) {
    cuts = []
    for index in isCut.indices { isCut[index] = false }
    let total = Double(max(1, survey.mass[page.body.index]))
    for index in page.nodes.indices {
      let node = page.nodes[index]
      if node.parent >= 0, isCut[Int(node.parent)] {
        isCut[index] = true
        continue
      }
      guard node.kind == .element, let rule = rule(for: index) else { continue }
      if isGentle, !Self.sureRules.contains(rule) { continue }
      if survey.mass[index] > 0, survey.linkWords[index] == 0, Self.rulesOfLinks.contains(rule) { continue }
      let share = Double(survey.mass[index]) / total
      if share > (rule == .comments ? Self.tooManyComments : Self.tooMuchToCut) { continue }
      isCut[index] = true
      if survey.words[index] > 0 { cuts.append((node: Int32(truncatingIfNeeded: index), rule: rule)) }
    }
    mass = survey.mass { !isCut[$0] }
  }

  private static let sureRules: PageRules = [
    .navigation, .comments, .cookies, .hidden, .newsletter, .footer,
  ]
  /// What these name is made of links; prose without a link is something else.
  private static let rulesOfLinks: PageRules = [.related, .navigation, .share]

  private func rule(for index: Int) -> PageRule? {
    let tag = page.nodes[index].tag
    switch tag {
    case .html, .head, .body: return nil
    case .nav, .menu: return .navigation
    case .aside: return .sidebar
    case .footer: return .footer
    case .header: return isInsideArticle(index) || holdsHeadline(index) ? nil : .header
    case .dialog: return .overlay
    case .form, .fieldset, .label, .legend: return .form
    case .figcaption: return .caption
    case .figure: return survey.mass[index] == 0 ? .caption : nil
    default: break
    }
    let marks = survey.marks[index]
    guard let rule = marks.rule else { return nil }
    // Headings and inline marks are too small to have a part of their own, unless they are hidden.
    let isTooSmall = tag.isHeading || (tag == .p && survey.mass[index] > 0 && rule != .caption)
    if isTooSmall || tag == .main { return marks.contains(.hidden) ? rule : nil }
    // `article-content-with-sidebar` is the article.
    if marks.evidence == 3, rule != .hidden, rule != .comments { return nil }
    if tag == .article, !isCommentRule(rule), rule != .related { return nil }
    return rule
  }

  private func holdsHeadline(_ index: Int) -> Bool {
    survey.words[index] < 150 && survey.holdsHeadline(index)
  }

  private func isCommentRule(_ rule: PageRule) -> Bool { rule == .comments || rule == .hidden }

  private func isInsideArticle(_ index: Int) -> Bool {
    page.ancestors(of: NodeID(index)).prefix(12).contains {
      page.tag(of: $0) == .article || page.tag(of: $0) == .main || survey.marks[$0.index].evidence >= 2
    }
  }

  // MARK: The container

  private func evidence(_ index: Int) -> Int {
    let tag = page.nodes[index].tag
    let marks = survey.marks[index]
    if marks.evidence == 3, tag != .body, tag != .html { return 3 }
    if tag == .article { return 2 }
    return tag == .main ? 1 : min(1, marks.evidence)
  }

  /// Goes down from the body to the element that still holds most of the prose.
  private func chooseContainer() -> Int {
    var current = page.body.index
    guard mass[current] > 0 else { return current }
    while true {
      guard let next = heaviestChild(of: current) else { return current }
      let share = Double(mass[next]) / Double(mass[current])
      let best = evidence(current)
      // What the page calls its article is left only for what it calls its inside.
      let needed = best == 3 ? 0.95 : best == 2 ? 0.9 : evidence(next) >= 2 ? 0.6 : 0.86
      guard share >= needed else { return strongest(below: current) ?? current }
      current = next
    }
  }

  private func heaviestChild(of index: Int) -> Int? {
    var best: Int?
    for child in page.children(of: NodeID(index)) where page.kind(of: child) == .element {
      if mass[child.index] > (best.map { mass[$0] } ?? 0) { best = child.index }
    }
    return best
  }

  /// Where the prose is spread over several children: the one element below that the page calls its article,
  /// if it has half of the prose.
  private func strongest(below index: Int) -> Int? {
    var best: Int?
    let end = page.nodeAfterSubtree(of: NodeID(index)).index
    for node in (index + 1)..<max(index + 1, end) where page.nodes[node].kind == .element && !isCut[node] {
      guard evidence(node) > evidence(index), evidence(node) >= 2, mass[node] * 2 >= mass[index] else {
        continue
      }
      if let chosen = best, evidence(chosen) >= evidence(node) { continue }
      best = node
    }
    return best
  }

  // MARK: Blocks

  private func collect(_ container: Int) -> Article {
    let end = page.nodeAfterSubtree(of: NodeID(container)).index
    var inside: [PageBlock] = []
    var places: [Int] = []
    var findings = survey.blocks.map { BlockFinding(rule: cutRule(of: $0) ?? .outside) }
    let lead = leadStart(before: container)
    for (place, block) in survey.blocks.enumerated()
    where block.firstNode > container && block.firstNode < end || isLead(block, lead, container) {
      findings[place].isInside = true
      if !isCut[block.firstNode] || !isCut[block.endNode - 1] {
        inside.append(block)
        places.append(place)
      }
    }
    let judgement = BlockJudge.judge(inside, of: survey)
    for (place, reason) in zip(places, judgement) {
      findings[place].rule = reason?.rule
      findings[place].measured = reason?.measured
      findings[place].limit = reason?.limit
    }
    var omissions = omissions(outside: container, end: end)
    for (block, reason) in zip(inside, judgement) {
      guard let reason else { continue }
      omissions.append(
        Omission(
          span: span(of: block), rule: reason.rule, measured: reason.measured, limit: reason.limit))
    }
    let kept = zip(inside, judgement).filter { $0.1 == nil }.map(\.0)
    return Article(blocks: kept, omissions: merged(omissions), isCut: isCut, findings: findings)
  }

  /// The rule of the cut around a block. Cuts lie beside each other, never in each other.
  private func cutRule(of block: PageBlock) -> PageRule? {
    guard isCut[block.firstNode] else { return nil }
    let place = firstCut(after: block.firstNode) - 1
    guard place >= 0, block.firstNode < page.nodes[Int(cuts[place].node)].subtreeEnd else { return nil }
    return cuts[place].rule
  }

  /// The rule that cuts off a node itself.
  private func cutRule(at node: Int) -> PageRule? {
    let place = firstCut(after: node) - 1
    return place >= 0 && cuts[place].node == node ? cuts[place].rule : nil
  }

  /// The place in ``cuts`` of the first one that comes after a node.
  private func firstCut(after node: Int) -> Int {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle].node <= node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: The lead

  /// Where the headline above the container ends: what is prose between it and the container is the lead.
  private func leadStart(before container: Int) -> Int? {
    var index = container
    let lowest = max(0, container - 400)
    while index > lowest {
      if page.nodes[index].tag == .h1, !isCut[index] { return page.nodeAfterSubtree(of: NodeID(index)).index }
      index -= 1
    }
    return nil
  }

  private func isLead(_ block: PageBlock, _ start: Int?, _ container: Int) -> Bool {
    guard let start, block.firstNode >= start, block.firstNode < container else { return false }
    return block.mass > 0 && block.linkWords == 0 && !isCut[block.firstNode]
  }

  private func span(of block: PageBlock) -> Span {
    Span(page.nodes[block.firstNode].range.lowerBound, page.nodes[block.endNode - 1].range.upperBound)
  }

  /// What was cut off inside the container, and what lies beside the way from the body to it.
  private func omissions(outside container: Int, end: Int) -> [Omission] {
    var found: [Omission] = []
    for cut in cuts where cut.node > container && cut.node < end {
      found.append(Omission(span: Span(page.extent(of: NodeID(cut.node))), rule: cut.rule))
    }
    var onPath = container
    while let parent = page.parent(of: NodeID(onPath)) {
      for child in page.children(of: parent) where child.index != onPath && survey.words[child.index] > 0 {
        let share = Double(mass[child.index]) / Double(max(1, mass[page.body.index]))
        let rule = cutRule(at: child.index)
        found.append(
          Omission(
            span: Span(page.extent(of: child)), rule: rule ?? .outside,
            measured: rule == nil ? share : nil))
      }
      onPath = parent.index
    }
    // Text that stands beside the path without an element of its own.
    for block in survey.blocks {
      let isInside = block.firstNode > container && block.firstNode < end
      if !isInside, page.nodes[container].parent >= 0,
        page.isDescendant(NodeID(container), of: NodeID(block.container))
      {
        found.append(Omission(span: span(of: block), rule: .outside))
      }
    }
    return found
  }

  /// Rules that judge block by block.
  private static let rulesOfBlocks: PageRules = [.lowScore, .links, .comments]

  /// In the order of the page; neighbours that went by one rule are one omission.
  private func merged(_ omissions: [Omission]) -> [Omission] {
    var result: [Omission] = []
    for omission in omissions.sorted(by: { $0.span < $1.span }) {
      if let last = result.last, last.span.contains(omission.span) { continue }
      if let last = result.last, last.rule == omission.rule, Self.rulesOfBlocks.contains(omission.rule),
        isMarkupOnly(last.span.end, omission.span.start)
      {
        result[result.count - 1].span.end = max(last.span.end, omission.span.end)
        continue
      }
      result.append(omission)
    }
    return result
  }

  /// Whether no text stands between two places of the page.
  private func isMarkupOnly(_ start: Int, _ end: Int) -> Bool {
    var inTag = false
    var index = start
    while index < end {
      switch page.bytes[index] {
      case UInt8(ascii: "<"): inTag = true
      case UInt8(ascii: ">"): inTag = false
      case let byte: if !inTag, !byte.isASCIISpace { return false }
      }
      index += 1
    }
    return true
  }
}
