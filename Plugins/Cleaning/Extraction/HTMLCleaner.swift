import Copydesk

/// Replaces a page by its article and fills the document's fields from the page's metadata.
struct HTMLCleaner {
  /// What the user asked for.
  var options: Clean.Options
  /// The model that decides, or nil to go by the rules alone.
  var model: ArticleModel?

  /// Whether a text is to be read as a page: it is said to be one, or it begins like one.
  static func isPage(_ document: Document) -> Bool {
    document.source.format == .html || beginsLikePage(document.text.utf8)
  }

  private static func beginsLikePage(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count, start < 200 {
      let length = Blanks.length(at: start, in: bytes)
      if length == 0 { break }
      start += length
    }
    let head = String(decoding: bytes[start..<min(start + 15, bytes.count)], as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { head.hasPrefix($0) }
  }

  /// Finds the article.
  /// - Complexity: O(*n*).
  func clean(_ document: inout Document) {
    let original = document.text
    let page = HTMLDocument(parsing: original.utf8)
    let survey = PageSurvey(page)
    var article = ArticleFinder.article(in: survey)
    let metadata = PageMetadata(survey, article)
    if options.lift { metadata.fill(&document) }
    let probabilities = model.flatMap { $0.probabilities(survey, article.findings, metadata) }
    article = selection.apply(to: article, of: survey, probabilities)
    let data = DataArticle(metadata, survey, shown: article.blocks)
    if data != nil { BlockSelection.takeOut(&article, of: survey) }
    if options.lift, let title = document.title { takeOutTitle(title, &article, survey) }
    for omission in article.omissions.sorted(by: { $0.span < $1.span }) {
      document.trail.append(
        TrailEntry(
          .removed, rule: omission.rule.rawValue, source: original.source(of: omission.span),
          measured: omission.measured,
          limit: omission.limit))
    }
    if let data {
      document.noteLifted("text", rule: MetadataRule.structured.rawValue, from: data.span)
      document.rewrite(data.text(from: original))
    } else {
      document.rewrite(ArticleWriter.text(article, of: survey, from: original, style))
    }
  }

  private var selection: BlockSelection {
    BlockSelection(
      limit: options.favor.limit, keep: options.keep, drop: options.drop, comments: options.comments)
  }

  private var style: ArticleWriter.Style {
    ArticleWriter.Style(isMarkdown: options.format == .markdown, hasLinks: options.links)
  }

  /// The headline is in the title; the copy above the first paragraph goes.
  private func takeOutTitle(_ title: String, _ article: inout ArticleFinder.Article, _ survey: PageSurvey) {
    let page = survey.page
    let wanted = LowerCase.folded(title)
    for (index, block) in article.blocks.prefix(6).enumerated() {
      let tag = page.nodes[block.container].tag
      guard tag.isHeading || block.mass == 0 || index == 0, block.words <= 40 else { continue }
      let text = LowerCase.folded(survey.text(of: block))
      // Of an h1 it is enough that one is the other cut short or with the site's name.
      let isCopy =
        Headline.letters(text) == Headline.letters(wanted) || (tag == .h1 && Headline.isCopy(text, wanted))
      guard isCopy else { continue }
      let span = Span(
        page.nodes[block.firstNode].range.lowerBound, page.nodes[block.endNode - 1].range.upperBound)
      article.leaveOut(span, by: .title)
      article.blocks.remove(at: index)
      return
    }
  }
}
