import Copydesk
import CopydeskTesting
import Testing

@testable import Cleaning

/// A page with all that usually stands around an article.
func page(_ article: String, head: String = "") -> String {
  """
  <!DOCTYPE html><html lang="en-GB"><head><title>Bell of lost ferry found | The Harbour Courier</title>\(head)
  <style>p { color: red }</style><script>if (a<b) document.write("<p>Not text.</p>")</script></head><body class="has-sidebar">
  <div id="cookie-bar"><p>We use cookies to improve your visit, and we hope that you do not mind this at all.</p></div>
  <header class="site-header"><a href="/">The Harbour Courier</a><nav><a href="/w">World</a> <a href="/s">Sport</a></nav></header>
  <div class="wrap"><h1>Bell of lost ferry found</h1>
  \(article)
  <div class="related"><h3>Related stories</h3><a href="/1">The night the ferry sank, told again</a></div>
  <section id="comments"><h3>2 comments</h3><p>My grandfather was on that ferry, and he never spoke of it again.</p></section></div>
  <aside class="sidebar"><p>Most read this week: eleven ways to cook a limpet, and one way not to.</p></aside>
  <footer><p>© 2018 The Harbour Courier. All rights reserved. Terms apply to everything on these pages.</p></footer>
  </body></html>
  """
}

/// The article in it.
let bellStory = """
  <div class="story-body"><p>A group of divers has found the bell of the ferry that sank in the sound, ninety-one years ago.</p>
  <div class="ad">Advertisement</div>
  <p>It weighs 140&nbsp;kilograms &amp; still rings, they said on <a href="/t">Thursday</a>, when it was raised.</p></div>
  """

/// What is left of it.
let bellText = """
  A group of divers has found the bell of the ferry that sank in the sound, ninety-one years ago.

  It weighs 140 kilograms & still rings, they said on Thursday, when it was raised.
  """

private func clean(_ html: String) throws -> Document { try run(Clean.self, on: Document(html)) }

struct ArticleTests {
  @Test func aColumnOfATableThatIsHeadedCommentIsNoCommentsOfReaders() throws {
    let lead = (1...5).map {
      "<p>State number \($0) of a task, said the engineer, is kept until the next one is written down.</p>"
    }
    let table = """
      <table><tr><th><p>State</p></th><th><p>Comment</p></th></tr>
      <tr><td><p>new</p></td><td><p>A task is put here when it is made, and waits.</p></td></tr></table>
      """
    let foot =
      "<p>All of it was built in eleven weeks, she said, by four people who had never met.</p>"
    let body = "<div class=\"story-body\">\(lead.joined())\(table)\(foot)</div>"
    let survey = PageSurvey(HTMLDocument(parsing: Array(page(body).utf8)))
    let rules = ArticleFinder.article(in: survey).findings.map(\.rule)
    let last = try #require(survey.blocks.firstIndex { survey.text(of: $0).hasPrefix("All of it was") })
    #expect(rules[last] == nil && rules[last - 1] == nil)
  }

  @Test func theArticleIsAllThatIsLeft() throws {
    let document = try clean(page(bellStory))
    #expect(document.text.string == bellText)
    #expect(document.title == "Bell of lost ferry found")
    #expect(document.language == "en")
  }

  @Test func readingsAboveCharactersAndSoftHyphensAreNoText() throws {
    let html = page(
      "<div class=\"story-body\"><p>The <ruby>bell<rp>(</rp><rt>bel</rt><rp>)</rp></ruby> of the fer\u{AD}ry that sank in the"
        + " sound, nine&shy;ty-one years ago, was found.</p>"
        + "<p>It weighs 140 kilograms and still rings, they said on Thursday, when it was raised.</p></div>")
    #expect(
      try clean(html).text.string
        == "The bell of the ferry that sank in the sound, ninety-one years ago, was found.\n\n"
        + "It weighs 140 kilograms and still rings, they said on Thursday, when it was raised.")
  }

  @Test func whatIsMeantForBrowsersWithoutScriptsIsThePageIfNothingEndsIt() throws {
    let html = page(bellStory).replacing("<body class=\"has-sidebar\">", with: "<body><noscript>")
    #expect(try clean(html).text.string.hasPrefix("A group of divers"))
  }

  @Test func anArticleThatAScriptWritesIsReadWhereItStandsForBrowsersWithoutOne() throws {
    let long = Array(
      repeating: "<p>The bell rings as it rang ninety-one years ago, the divers said when it was raised.</p>",
      count: 6)
    let html = page(
      "<div class=\"post-body\"><script type=\"text/template\">\(bellStory)</script><noscript>\(bellStory)\(long.joined())</noscript></div>"
    )
    #expect(try clean(html).text.string.hasPrefix(bellText))
  }

  @Test(arguments: [
    "Please turn on scripts to see all of this page, and its pictures.",
    String(repeating: "Please turn on scripts to see all of this page, and its pictures. ", count: 12),
    bellText + bellText + bellText, String(repeating: " ", count: 2_000),
  ])
  func whatStandsForBrowsersWithoutScriptsBesideAnArticleIsNoPartOfIt(notice: String) throws {
    let html = page(
      bellStory.replacing(
        "<div class=\"ad\">", with: "<noscript><p>\(notice)</p></noscript><div class=\"ad\">"))
    #expect(try clean(html).text.string == bellText)
  }

  @Test func everythingLeftOutIsInTheTrail() throws {
    let html = page(bellStory)
    let bytes = Array(html.utf8)
    let document = try clean(html)
    let removed = document.trail.entries.filter { $0.action == .removed }
    #expect(
      Set(removed.map(\.rule)).isSuperset(of: [
        "html.cookies", "html.header", "html.related", "html.comments", "html.sidebar", "html.footer",
        "html.advertisement",
      ]))
    let texts = removed.compactMap(\.source).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    for words in [
      "grandfather", "limpet", "Terms apply", "Sport", "improve your visit", "told again", "Advertisement",
    ] {
      #expect(texts.contains { $0.contains(words) })
    }
    #expect(removed.count < 20)
  }

  @Test func everyLetterLeadsBackToThePage() throws {
    let html = page(bellStory)
    let bytes = Array(html.utf8)
    let document = try clean(html)
    for token in document.text.tokens where token.kind == .word {
      let origin = document.text.source(of: token.span)
      #expect(String(decoding: bytes[origin.range], as: UTF8.self) == document.text[token.span])
    }
    let ampersand = try #require(document.text.tokens.first { document.text[$0.span] == "&" })
    #expect(String(decoding: bytes[document.text.source(of: ampersand.span).range], as: UTF8.self) == "&amp;")
  }

  @Test func listsHeadingsAndLineBreaksKeepTheirForm() throws {
    let document = try clean(
      page(
        """
        <article><p>The divers listed what they had found in the wreck, in the order in which it came to light:</p>
        <ul><li>the bell,<li>a boot;</ul><h2>What comes next</h2>
        <p>The bell goes to the museum,<br>the boot   goes
        back to the sea, where it has always been.</p></article>
        """))
    #expect(
      document.text.string == """
        The divers listed what they had found in the wreck, in the order in which it came to light:

        - the bell,
        - a boot;

        What comes next

        The bell goes to the museum,
        the boot goes back to the sea, where it has always been.
        """)
  }

  @Test func aPageWithoutAnyClassesIsRead() throws {
    let html = """
      <html><body><table><tr><td><a href=/>Home</a> <a href=/n>News</a><td><h1>Bell found</h1><p>By Lisa Hogan
      <p>A group of divers has found the bell of the ferry, which sank in the sound ninety-one years ago.
      <p>It weighs 140 kilograms and still rings, they said on Thursday, when it was raised at noon.</table>
      """
    let document = try clean(html)
    #expect(document.byline == "Lisa Hogan")
    #expect(document.text.string.hasPrefix("A group of divers"))
    #expect(document.text.string.hasSuffix("raised at noon."))
  }

  @Test func aNameThatMisleadsDoesNotCostTheArticle() throws {
    let more =
      "<p>The ferry left the quay at ten past six, with forty people aboard, two cows and the mail.</p>"
    let long = bellStory.replacing("</p></div>", with: "</p>" + String(repeating: more, count: 6) + "</div>")
    let html = page(long.replacing("story-body", with: "widget sidebar-inner"))
    #expect(try clean(html).text.string.hasPrefix(bellText))
  }

  @Test func hiddenTextIsNotRead() throws {
    let hidden =
      "<p style=\"display: none\">This is hidden, and nobody has seen it on the page in all these years.</p>"
    let document = try clean(page(bellStory.replacing("</div>\n<p>It", with: "</div>\(hidden)<p>It")))
    #expect(document.text.string == bellText)
    #expect(rules(document).contains("html.hidden"))
  }

  @Test func aPullQuoteThatRepeatsTheTextGoes() throws {
    let quote = "<blockquote class=\"q\"><p>still rings, they said on Thursday</p></blockquote>"
    let document = try clean(page(bellStory.replacing("</div>\n<p>It", with: "</div>\(quote)<p>It")))
    #expect(document.text.string == bellText)
    #expect(rules(document).contains("html.pull_quote"))
  }

  @Test func aShortParagraphOfTheArticleStays() throws {
    let document = try clean(
      page(bellStory.replacing("</div>\n<p>It", with: "</div><p>“We’re cousins.”</p><p>It")))
    #expect(document.text.string.contains("\n\n“We’re cousins.”\n\n"))
  }

  @Test func theTextRulesRunOverTheExtractedText() throws {
    let document = try clean(
      page(bellStory.replacing("<div class=\"ad\">Advertisement</div>", with: "<p>Advertisement</p>")))
    #expect(document.text.string == bellText)
    #expect(rules(document).last == "advertisement")
  }

  @Test func deepNestingIsNoDanger() throws {
    func many(_ tag: String) -> String { String(repeating: tag, count: 50_000) }
    let deep = many("<div>") + bellStory + many("</div>")
    #expect(try clean(page(deep)).text.string.contains("A group of divers"))
  }

  @Test func aPageWithoutTextIsDropped() throws {
    let document = try clean("<html><body><nav><a href=/>Home</a></nav></body></html>")
    #expect(!document.verdict.isKept)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func brokenPagesAreHandled(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let head = "<script type=\"application/ld+json\">{\"@type\":\"Article\",</script>"
    var bytes = Array(page(bellStory, head: head).utf8)
    let marks = Array("<>\"&/ ;".utf8)
    for _ in 0..<40 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] =
        marks[Int.random(in: 0..<marks.count, using: &random)]
    }
    let source = String(decoding: bytes, as: UTF8.self)
    let document = try clean(source)
    let count = source.utf8.count
    for entry in document.trail.entries { #expect((entry.source?.end ?? 0) <= count) }
  }
}
