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

  /// The same among all blocks of the page, once it is chosen which are the article: what readers say below it may read
  /// like more of it, wherever it stands.
  static func dropCommentsBelow(_ survey: PageSurvey, _ reasons: inout [Reason?]) {
    let blocks = survey.blocks
    let total = zip(blocks, reasons).reduce(0) { $0 + ($1.1 == nil ? $1.0.mass : 0) }
    var before = 0
    for (index, block) in blocks.enumerated() {
      if reasons[index] == nil { before += block.mass }
      guard before * 10 >= total * 6, block.words <= 5, block.characters <= 40,
        CommentsLabel.covers(folded: label(of: block, survey)), !isCell(block, of: survey)
      else { continue }
      for later in (index + 1)..<max(index + 1, blocks.count) where reasons[later] == nil {
        reasons[later] = Reason(rule: .comments)
      }
      return
    }
  }

  /// A short text in lower case, without the number behind it: "have your say (4)".
  private static func label(of block: PageBlock, _ survey: PageSurvey) -> [UInt8] {
    var text = Array(survey.text(of: block).lowercased().utf8)
    guard text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")),
      text[(open + 1)..<(text.count - 1)].allSatisfy(\.isASCIIDigit)
    else { return text }
    text.removeSubrange(open...)
    while text.last == 0x20 { text.removeLast() }
    return text
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
