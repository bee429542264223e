import Copydesk

// Where readers begin to speak.

extension BlockJudge {
  /// "Reader comments (3)" below the article, and all that follows.
  static func dropComments(_ blocks: [PageBlock], of survey: PageSurvey, _ reasons: inout [Reason?]) {
    let total = blocks.reduce(0) { $0 + $1.mass }
    var before = 0
    for (index, block) in blocks.enumerated() {
      before += block.mass
      guard before * 10 >= total * 6, block.words <= 5, block.characters <= 40,
        CommentsLabel.covers(folded: Array(survey.text(of: block).lowercased().utf8)),
        !isCell(block, of: survey)
      else { continue }
      for later in index..<blocks.count where reasons[later] == nil {
        reasons[later] = Reason(rule: .comments)
      }
      return
    }
  }

  /// Whether it stands in a cell of a table that has several columns: "Comment" may head one of them.
  private static func isCell(_ block: PageBlock, of survey: PageSurvey) -> Bool {
    var index = block.container
    for _ in 0..<3 where index >= 0 {
      let tag = survey.page.nodes[index].tag
      if tag == .td || tag == .th { return BlockPlace(index, in: survey.page).cell != nil }
      index = Int(survey.page.nodes[index].parent)
    }
    return false
  }
}
