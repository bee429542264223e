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
    /// What was left out, once it is chosen what stays.
    var omissions: [Omission] = []
    /// Whether a node is left out though it stands inside a block that is kept.
    var isCut: [Bool]
    /// The outermost nodes that are left out, in order, and by which rule.
    var cuts: [Cut]
    /// What was decided about each block of the survey.
    var findings: [BlockFinding]

    /// Tells of a block that goes after all; what had gone out of the middle of it is told of with it.
    mutating func leaveOut(_ span: Span, by rule: PageRule) {
      omissions.removeAll { span.contains($0.span) }
      omissions.append(Omission(span: span, rule: rule))
    }
  }

  /// A subtree that is left out.
  struct Cut: Sendable {
    var node: Int32
    var rule: PageRule
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
  private let inline: InlineText
  /// The nodes that are cut off, the outermost of each cut, in order, and the rules that do it.
  private var cuts: [Cut] = []
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
    inline = InlineText(of: survey)
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
      if survey.words[index] > 0 || !node.tag.isBlock && hasText(index) {
        cuts.append(Cut(node: Int32(truncatingIfNeeded: index), rule: rule))
      }
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
    case .del, .s, .strike: return .struck
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
    if rule != .hidden, inline.isOfSentence(index, despite: rule) { return nil }
    return rule
  }

  /// Whether text stands in an element that is no block, and so not among those whose words are counted.
  private func hasText(_ index: Int) -> Bool {
    (index..<Int(page.nodes[index].subtreeEnd)).contains {
      page.nodes[$0].kind == .text && !survey.isSkipped[$0]
    }
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
    let kept = zip(inside, judgement).filter { $0.1 == nil }.map(\.0)
    return Article(blocks: kept, isCut: isCut, cuts: cuts, findings: findings)
  }

  /// The rule of the cut around a block. Cuts lie beside each other, never in each other.
  private func cutRule(of block: PageBlock) -> PageRule? {
    guard isCut[block.firstNode] else { return nil }
    let place = firstCut(after: block.firstNode) - 1
    guard place >= 0, block.firstNode < page.nodes[Int(cuts[place].node)].subtreeEnd else { return nil }
    return cuts[place].rule
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
}
