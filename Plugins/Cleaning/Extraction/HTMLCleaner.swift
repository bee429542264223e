import Copydesk

/// Replaces a page by its article and fills the document's fields from the page's metadata.
struct HTMLCleaner {
  /// Whether metadata is read into fields.
  var lifts: Bool

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
    if lifts { PageMetadata(survey).fill(&document) }
    var article = ArticleFinder.article(in: survey)
    if lifts, let title = document.title { takeOutTitle(title, &article, survey) }
    for omission in article.omissions {
      document.trail.append(
        TrailEntry(
          .removed, rule: omission.rule.rawValue, source: original.source(of: omission.span),
          measured: omission.measured,
          limit: omission.limit))
    }
    document.rewrite(ArticleWriter.text(article, of: survey, from: original))
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
      article.omissions.append(ArticleFinder.Omission(span: span, rule: .title))
      article.blocks.remove(at: index)
      return
    }
  }
}
