import Copydesk

/// Chooses the blocks of an article by their probability and by what the user asked for.
struct BlockSelection: Sendable {
  /// How probable it must be that a block is of the article, as a share of the most probable one: on a page that the model
  /// does not understand, what looks most like an article is one.
  var limit = 0.5
  /// Kinds that stay where they stand inside the article.
  var keep: [BlockKind] = []
  /// Kinds that go.
  var drop: [BlockKind] = []
  /// Whether readers' comments stay.
  var comments = false

  /// Puts the choice in the place of what the rules found.
  /// - Parameter probabilities: of each block of the survey; nil goes by the rules alone.
  func apply(
    to article: ArticleFinder.Article, of survey: PageSurvey, _ probabilities: [Double]?
  ) -> ArticleFinder.Article {
    let probabilities = probabilities.map { BlockGroups.evened($0, of: survey) }
    let limit = limit * (probabilities.map { surest($0, article.findings) } ?? 1)
    let limitOfText = isFragment(article, survey) ? limit * Self.shareOfFragment : limit
    var reasons = survey.blocks.indices.map { index in
      // Of a fragment what is all links is a menu as anywhere.
      let isMenu = survey.blocks[index].linkDensity == 1
      return reason(article.findings[index], probabilities?[index], isMenu ? limit : limitOfText)
    }
    // A page of which the model sees nothing: better what the rules see than nothing at all.
    if !reasons.contains(where: { $0 == nil }) { reasons = article.findings.map(Self.reason) }
    if probabilities != nil { BlockJudge.tidy(survey, &reasons) }
    keepWhatIsAsked(article, survey, &reasons)
    var chosen = article
    chosen.blocks = zip(survey.blocks, reasons).filter { $0.1 == nil }.map(\.0)
    // What is cut off inside a block stays so; the block itself was chosen.
    for block in chosen.blocks where article.isCut[block.container] {
      for node in block.firstNode..<block.endNode { chosen.isCut[node] = false }
    }
    chosen.omissions = omissions(survey, reasons) + cutsInside(chosen, survey)
    return chosen
  }

  /// What these say is so, however the block reads; of all other rules the model has the last word, which knows what they
  /// say. What the page hides, what it asks of everyone, what repeats the article, and parts that the page itself names.
  ///
  /// What leaving one of them to the model too would cost was reckoned from held-out probabilities, of an earlier model
  /// and without training it anew: pieces lose about 0.0015 F1 without `caption` and without `comments`, whole texts 0.003
  /// without `hidden`. The others change less than 0.001 and stand here for the reason that they give in the trail.
  static let certain: PageRules = [
    .hidden, .cookies, .pullQuote, .caption, .comments, .newsletter, .details, .footer, .navigation,
    .advertisement,
  ]

  /// Leaves out all that was chosen: the page shows something else in the place of its article.
  static func takeOut(_ article: inout ArticleFinder.Article, of survey: PageSurvey) {
    for block in article.blocks {
      let span = Span(
        survey.page.nodes[block.firstNode].range.lowerBound,
        survey.page.nodes[block.endNode - 1].range.upperBound)
      article.leaveOut(span, by: .instead)
    }
    article.blocks = []
  }

  private static let moreForLinks = 0.25
  private static let fewWords = 60
  private static let shareOfFragment = 0.5

  /// Whether a page is a fragment of one, from a feed say: a few dozen words with nothing around them that says what it is.
  /// It has little but its article, and says little of what that is: the model must be surer that a block goes.
  private func isFragment(_ article: ArticleFinder.Article, _ survey: PageSurvey) -> Bool {
    survey.words[survey.page.body.index] < Self.fewWords && article.cuts.allSatisfy { $0.rule == .hidden }
  }

  private func surest(_ probabilities: [Double], _ findings: [ArticleFinder.BlockFinding]) -> Double {
    zip(probabilities, findings).reduce(0) { surest, next in
      next.1.rule.map(Self.certain.contains) ?? false ? surest : max(surest, next.0)
    }
  }

  private func reason(
    _ finding: ArticleFinder.BlockFinding, _ probability: Double?, _ limit: Double
  ) -> BlockJudge.Reason? {
    guard let probability else { return Self.reason(finding) }
    // Nothing but links is seldom a part of an article: the model must be surer.
    let isLinks = finding.rule == .links && (finding.measured ?? 0) > 0.9
    let limit = isLinks ? min(0.9, limit + Self.moreForLinks) : limit
    if probability >= limit, finding.rule.map({ !Self.certain.contains($0) }) ?? true { return nil }
    return Self.reason(finding)
      ?? BlockJudge.Reason(rule: .improbable, measured: probability, limit: limit)
  }

  private static func reason(_ finding: ArticleFinder.BlockFinding) -> BlockJudge.Reason? {
    finding.rule.map { BlockJudge.Reason(rule: $0, measured: finding.measured, limit: finding.limit) }
  }

  private func keepWhatIsAsked(
    _ article: ArticleFinder.Article, _ survey: PageSurvey, _ reasons: inout [BlockJudge.Reason?]
  ) {
    guard !keep.isEmpty || !drop.isEmpty || comments else { return }
    let first = reasons.firstIndex { $0 == nil } ?? reasons.count
    let last = reasons.lastIndex { $0 == nil } ?? -1
    for (index, block) in survey.blocks.enumerated() {
      let kind = keep.isEmpty && drop.isEmpty ? nil : BlockKind(block, of: survey)
      if let kind, drop.contains(kind) {
        if reasons[index] == nil { reasons[index] = BlockJudge.Reason(rule: .unwanted) }
      } else if let kind, keep.contains(kind), index > first, index < last, reasons[index]?.rule != .hidden {
        reasons[index] = nil
      } else if comments, index > last, article.findings[index].rule == .comments, block.linkDensity < 0.5 {
        reasons[index] = nil
      }
    }
  }

  /// What goes out of the middle of blocks that stay.
  private func cutsInside(
    _ article: ArticleFinder.Article, _ survey: PageSurvey
  ) -> [ArticleFinder.Omission] {
    let nodes = survey.page.nodes
    var found: [ArticleFinder.Omission] = []
    var first = 0
    for block in article.blocks {
      while first < article.cuts.count, nodes[Int(article.cuts[first].node)].subtreeEnd <= block.firstNode {
        first += 1
      }
      for cut in article.cuts[first...].prefix(while: { Int($0.node) < block.endNode }) {
        let end = min(Int(nodes[Int(cut.node)].subtreeEnd), block.endNode)
        let texts = (max(Int(cut.node), block.firstNode)..<end).filter {
          nodes[$0].kind == .text && article.isCut[$0]
        }
        guard let from = texts.first, let to = texts.last else { continue }
        let span = Span(nodes[from].range.lowerBound, nodes[to].range.upperBound)
        found.append(ArticleFinder.Omission(span: span, rule: cut.rule))
      }
    }
    return found
  }

  /// In the order of the page; neighbours that go by one rule are one omission.
  private func omissions(
    _ survey: PageSurvey, _ reasons: [BlockJudge.Reason?]
  ) -> [ArticleFinder.Omission] {
    var omissions: [ArticleFinder.Omission] = []
    var start = 0
    while start < reasons.count {
      var end = start + 1
      guard let reason = reasons[start] else {
        start = end
        continue
      }
      while end < reasons.count, let next = reasons[end], next.rule == reason.rule { end += 1 }
      omissions.append(
        ArticleFinder.Omission(
          span: span(of: start..<end, in: survey), rule: reason.rule, measured: reason.measured,
          limit: reason.limit))
      start = end
    }
    return omissions
  }

  /// The bytes of some blocks in a row, with the tags of the elements that hold nothing else.
  private func span(of run: Range<Int>, in survey: PageSurvey) -> Span {
    let (page, blocks) = (survey.page, survey.blocks)
    let low = run.lowerBound > 0 ? blocks[run.lowerBound - 1].endNode : page.body.index + 1
    let high = run.upperBound < blocks.count ? blocks[run.upperBound].firstNode : page.nodes.count
    func outermost(_ block: PageBlock) -> Int? {
      var found: Int?
      var index = block.container
      while index >= low, Int(page.nodes[index].subtreeEnd) <= high {
        found = index
        index = Int(page.nodes[index].parent)
      }
      return found
    }
    let (first, last) = (blocks[run.lowerBound], blocks[run.upperBound - 1])
    let start =
      outermost(first).map { page.extent(of: NodeID($0)).lowerBound }
      ?? page.nodes[first.firstNode].range.lowerBound
    let end =
      outermost(last).map { page.extent(of: NodeID($0)).upperBound }
      ?? page.nodes[last.endNode - 1].range.upperBound
    return Span(min(start, page.nodes[first.firstNode].range.lowerBound), max(start, end))
  }
}
