import Copydesk

/// Blocks that an article has together: the items of a list, the cells of a row.
///
/// How one of them reads says little ("12", "May 14: recount"). An item that is less probable than its list on the whole
/// is as probable as its list; one that is more so stays what it is, for the sentence of a list that is else a menu may be
/// of the article, and an ingredient between two links to a shop is.
struct BlockGroups {
  /// How far up is looked for the item or row.
  private static let levels = 5
  /// Words of a block, on the average, from which on it is no item but a text of its own: a story in a list of stories.
  private static let mostWords = 60

  private let survey: PageSurvey

  /// Evens out the blocks of a page.
  /// - Complexity: O(blocks).
  static func evened(_ probabilities: [Double], of survey: PageSurvey) -> [Double] {
    let groups = BlockGroups(survey: survey)
    var evened = probabilities
    groups.forEach { group in
      let mean = group.reduce(0) { $0 + probabilities[$1] } / Double(group.count)
      for index in group where evened[index] < mean { evened[index] = mean }
    }
    return evened
  }

  /// What a block is a part of.
  private struct Part {
    /// The `li`, `dt`, `dd` or `tr`.
    var item: Int
    /// Its list; of a row, the row itself, for a table is too much to stay or go by.
    var group: Int
  }

  private func part(_ index: Int) -> Part? {
    let nodes = survey.page.nodes
    var node = survey.blocks[index].container
    // What stands in a cell as a paragraph is no cell: the table lays out the page.
    let isCell = nodes[node].tag == .td || nodes[node].tag == .th
    for _ in 0..<Self.levels where node >= 0 {
      switch nodes[node].tag {
      case .li, .dd, .dt: return Part(item: node, group: Int(nodes[node].parent))
      case .tr where isCell: return Part(item: node, group: node)
      default: node = Int(nodes[node].parent)
      }
    }
    return nil
  }

  private func forEach(_ body: (Range<Int>) -> Void) {
    var start = 0
    while start < survey.blocks.count {
      guard let first = part(start) else {
        start += 1
        continue
      }
      var items = 1
      var last = first.item
      var end = start + 1
      while end < survey.blocks.count, let next = part(end), next.group == first.group {
        if next.item != last { items += 1 }
        last = next.item
        end += 1
      }
      if isGroup(start..<end, items, isRow: first.item == first.group) { body(start..<end) }
      start = end
    }
  }

  /// Whether they are short enough to be items or cells, and a list is of items and not of texts with paragraphs.
  private func isGroup(_ blocks: Range<Int>, _ items: Int, isRow: Bool) -> Bool {
    guard isRow ? blocks.count > 1 : items > 1 && items * 2 >= blocks.count else { return false }
    return blocks.reduce(0) { $0 + survey.blocks[$1].words } <= blocks.count * Self.mostWords
  }
}
