/// Which parts of a page a date of its story may stand in.
struct StoryPlace {
  private let survey: PageSurvey
  /// The first and the last node of the story's text, where it is known.
  private let story: ClosedRange<Int>?

  init(_ survey: PageSurvey, _ article: ArticleFinder.Article?) {
    self.survey = survey
    if let first = article?.blocks.first, let last = article?.blocks.last, first.firstNode < last.endNode {
      story = first.firstNode...(last.endNode - 1)
    } else {
      story = nil
    }
  }

  /// The first node of the story's text, where it is known.
  var first: Int? { story?.lowerBound }

  /// How far up is looked.
  private static let levels = 40

  /// Whether what stands at a node may be of the story: it is not among comments and other stories, nor behind the article.
  /// - Parameters:
  ///   - isBelowHeadline: whether nothing but details stand between it and the headline, wherever the article is.
  ///   - isMarked: whether it is said to be of the story, so that it may stand in a box beside it.
  /// - Complexity: O(depth).
  func holds(_ node: NodeID, isBelowHeadline: Bool = false, isMarked: Bool = false) -> Bool {
    let page = survey.page
    var (isItem, isDetail) = (false, false)
    for outer in page.ancestors(of: node).prefix(Self.levels) {
      let tag = page.tag(of: outer)
      let marks = survey.marks[outer.index]
      if let story, outer.index < story.lowerBound, page.nodes[outer.index].subtreeEnd > story.lowerBound {
        return node.index <= story.upperBound || isBelowHeadline || !isItem && (isDetail || isArticle(outer))
      }
      if tag == .li { isItem = true }
      if marks.contains(.details) { isDetail = true }
      if marks.evidence == 3 || isDetail { continue }
      if !isMarked && (tag == .nav || tag == .aside) || !marks.isDisjoint(with: Self.others) { return false }
      // Another story below.
      if !isBelowHeadline, tag == .article, let story, outer.index > story.lowerBound { return false }
    }
    return true
  }

  /// Whether an element, or the one around it, is what the page calls its article.
  private func isArticle(_ node: NodeID) -> Bool {
    ([node] + survey.page.ancestors(of: node).prefix(2)).contains {
      survey.page.tag(of: $0) == .article || survey.marks[$0.index].evidence == 3
    }
  }

  private static let others: ElementMarks = [.navigation, .comments, .related, .sidebar]
}
