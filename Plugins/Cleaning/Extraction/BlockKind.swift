import Copydesk

/// The kinds of blocks that a pipeline may keep or drop whatever else is decided.
public enum BlockKind: String, OptionChoice {
  /// Headings inside the article.
  case headings
  /// The items of lists.
  case lists
  /// Quotations that are set apart.
  case quotes
  /// The cells of tables.
  case tables
  /// What is written under pictures.
  case captions
  /// Preformatted text.
  case code

  /// The kind of a block; nil for a paragraph.
  init?(_ block: PageBlock, of survey: PageSurvey) {
    var index = block.container
    // What stands in a list item or a cell is set in a few elements more.
    for _ in 0..<5 where index >= 0 {
      if let kind = Self.kind(survey.page.nodes[index].tag, survey.marks[index]) {
        self = kind
        return
      }
      index = Int(survey.page.nodes[index].parent)
    }
    return nil
  }

  private static func kind(_ tag: HTMLTag, _ marks: ElementMarks) -> BlockKind? {
    switch tag {
    case .figcaption: .captions
    case .li, .dd, .dt: .lists
    case .blockquote: .quotes
    case .td, .th, .caption: .tables
    case .pre: .code
    default: tag.isHeading ? .headings : marks.contains(.caption) ? .captions : nil
    }
  }
}
