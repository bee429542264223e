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

private let story = """
  <div class="story-body"><p>A group of divers has found the bell of the ferry that sank in the sound, ninety-one years ago.</p>
  <div class="ad">Advertisement</div>
  <p>It weighs 140&nbsp;kilograms &amp; still rings, they said on <a href="/t">Thursday</a>, when it was raised.</p></div>
  """

private let storyText = """
  A group of divers has found the bell of the ferry that sank in the sound, ninety-one years ago.

  It weighs 140 kilograms & still rings, they said on Thursday, when it was raised.
  """

private func clean(_ html: String) throws -> Document { try run(Clean.self, on: Document(html)) }

struct ArticleTests {
  @Test func theArticleIsAllThatIsLeft() throws {
    let document = try clean(page(story))
    #expect(document.text.string == storyText)
    #expect(document.title == "Bell of lost ferry found")
    #expect(document.language == "en-GB")
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
    let html = page(story).replacing("<body class=\"has-sidebar\">", with: "<body><noscript>")
    #expect(try clean(html).text.string.hasPrefix("A group of divers"))
  }

  @Test func anArticleThatAScriptWritesIsReadWhereItStandsForBrowsersWithoutOne() throws {
    let long = Array(
      repeating: "<p>The bell rings as it rang ninety-one years ago, the divers said when it was raised.</p>",
      count: 6)
    let html = page(
      "<div class=\"post-body\"><script type=\"text/template\">\(story)</script><noscript>\(story)\(long.joined())</noscript></div>"
    )
    #expect(try clean(html).text.string.hasPrefix(storyText))
  }

  @Test(arguments: [
    "Please turn on scripts to see all of this page, and its pictures.",
    String(repeating: "Please turn on scripts to see all of this page, and its pictures. ", count: 12),
    storyText + storyText + storyText, String(repeating: " ", count: 2_000),
  ])
  func whatStandsForBrowsersWithoutScriptsBesideAnArticleIsNoPartOfIt(notice: String) throws {
    let html = page(
      story.replacing("<div class=\"ad\">", with: "<noscript><p>\(notice)</p></noscript><div class=\"ad\">"))
    #expect(try clean(html).text.string == storyText)
  }

  @Test func everythingLeftOutIsInTheTrail() throws {
    let html = page(story)
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
    let html = page(story)
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
    let long = story.replacing("</p></div>", with: "</p>" + String(repeating: more, count: 6) + "</div>")
    let html = page(long.replacing("story-body", with: "widget sidebar-inner"))
    #expect(try clean(html).text.string.hasPrefix(storyText))
  }

  @Test func hiddenTextIsNotRead() throws {
    let hidden =
      "<p style=\"display: none\">This is hidden, and nobody has seen it on the page in all these years.</p>"
    let document = try clean(page(story.replacing("</div>\n<p>It", with: "</div>\(hidden)<p>It")))
    #expect(document.text.string == storyText)
    #expect(rules(document).contains("html.hidden"))
  }

  @Test func aPullQuoteThatRepeatsTheTextGoes() throws {
    let quote = "<blockquote class=\"q\"><p>still rings, they said on Thursday</p></blockquote>"
    let document = try clean(page(story.replacing("</div>\n<p>It", with: "</div>\(quote)<p>It")))
    #expect(document.text.string == storyText)
    #expect(rules(document).contains("html.pull_quote"))
  }

  @Test func aShortParagraphOfTheArticleStays() throws {
    let document = try clean(
      page(story.replacing("</div>\n<p>It", with: "</div><p>“We’re cousins.”</p><p>It")))
    #expect(document.text.string.contains("\n\n“We’re cousins.”\n\n"))
  }

  @Test func theTextRulesRunOverTheExtractedText() throws {
    let document = try clean(
      page(story.replacing("<div class=\"ad\">Advertisement</div>", with: "<p>Advertisement</p>")))
    #expect(document.text.string == storyText)
    #expect(rules(document).last == "advertisement")
  }

  @Test func deepNestingIsNoDanger() throws {
    let deep = String(repeating: "<div>", count: 50_000) + story + String(repeating: "</div>", count: 50_000)
    #expect(try clean(page(deep)).text.string.contains("A group of divers"))
  }

  @Test func aPageWithoutTextIsDropped() throws {
    let document = try clean("<html><body><nav><a href=/>Home</a></nav></body></html>")
    #expect(!document.verdict.isKept)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func brokenPagesAreHandled(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = Array(
      page(story, head: "<script type=\"application/ld+json\">{\"@type\":\"Article\",</script>").utf8)
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

struct PagePropertyTests {
  /// A page of random elements around words that are each used once.
  private static func page(_ seed: UInt64) -> (html: String, words: [String]) {
    var random = SeededGenerator(seed: seed)
    let names = [
      "div", "p", "li", "ul", "section", "article", "aside", "h2", "td", "tr", "table", "span", "b",
      "blockquote",
      "div class=\"story-body\"", "div class=related", "div id=comments", "p class=caption", "a href=/",
      "header", "nav", "a class=meta-loc", "span class=share", "em class=credit", "span class=tooltip",
    ]
    var html = "<html><body>"
    var words: [String] = []
    for _ in 0..<Int.random(in: 5...60, using: &random) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: html += "<\(names[Int.random(in: 0..<names.count, using: &random)])>"
      case 2: html += "</\(names[Int.random(in: 0..<13, using: &random)])>"
      default:
        for _ in 0..<Int.random(in: 1...18, using: &random) {
          words.append("w\(words.count)x")
          html += words[words.count - 1] + (Bool.random(using: &random) ? " " : ", ")
        }
        html += Bool.random(using: &random) ? ". " : "<br>"
      }
    }
    return (html, words)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func everyWordOfAPageIsInTheTextOrUnderAnEntryOfTheTrail(seed: UInt64) throws {
    let (html, words) = Self.page(seed)
    let bytes = Array(html.utf8)
    let document = try run(Clean.self, on: Document(html))
    var found = document.text.string
    for entry in document.trail.entries where entry.action == .removed {
      if let span = entry.source { found += " " + String(decoding: bytes[span.range], as: UTF8.self) }
    }
    for word in words { #expect(found.contains(word)) }
    let told = document.trail.entries.filter { $0.action == .removed }.compactMap(\.source).sorted {
      $0.start < $1.start
    }
    for (one, next) in zip(told, told.dropFirst()) { #expect(one.end <= next.start, "told twice") }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func everyWordOfTheTextLeadsBackToThePage(seed: UInt64) throws {
    let (html, _) = Self.page(seed)
    let bytes = Array(html.utf8)
    let document = try run(Clean.self, on: Document(html))
    for token in document.text.tokens where token.kind == .word {
      let origin = document.text.source(of: token.span)
      #expect(String(decoding: bytes[origin.range], as: UTF8.self) == document.text[token.span])
    }
  }
}

struct PageMetadataTests {
  @Test func structuredDataIsRead() throws {
    let head = """
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"The Harbour Courier"},
      {"@type":["NewsArticle"],"headline":"Bell of ferry &amp; boot found","datePublished":"2018-05-06T08:12:00+01:00",
      "author":[{"name":"Ana Duarte"},{"name":"Tom Reyes"}],"articleSection":["UK","Sea"]}]}</script>
      <meta name="description" content="A bell &amp; a boot."><link rel="canonical" href="https://courier.example/bell">
      """
    let document = try clean(page(story, head: head))
    #expect(document.title == "Bell of ferry & boot found")
    #expect(document.byline == "Ana Duarte, Tom Reyes")
    #expect(document.published?.description == "2018-05-06T08:12+01:00")
    #expect(document.section == "UK")
    #expect(document.metadata["description"]?.string == "A bell & a boot.")
    #expect(document.metadata["site"]?.string == "The Harbour Courier")
    #expect(document.metadata["url"]?.string == "https://courier.example/bell")
  }

  @Test func brokenStructuredDataIsPassedOver() throws {
    let head = "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":</script>"
    #expect(try clean(page(story, head: head)).title == "Bell of lost ferry found")
  }

  @Test func metaElementsAreRead() throws {
    let head = """
      <meta property="og:title" content="Bell found | The Harbour Courier"><meta name="author" content="By Lisa Hogan">
      <meta property="article:published_time" content="2018-05-06"><meta property="article:section" content="Sea">
      """
    let document = try clean(page(story, head: head))
    #expect(document.title == "Bell found | The Harbour Courier" || document.title == "Bell found")
    #expect(document.byline == "Lisa Hogan")
    #expect(document.published?.description == "2018-05-06")
    #expect(document.section == "Sea")
  }

  @Test func bylineAndDateBelowTheHeadlineAreRead() throws {
    let document = try clean(
      page("<div>By Lisa Hogan</div><div>Mon, May 14, 2018 9:03 p.m. NZST</div>" + story))
    #expect(document.byline == "Lisa Hogan")
    #expect(document.published?.description == "2018-05-14T21:03+12:00")
    #expect(document.text.string == storyText)
  }

  @Test func whatTheRecordBroughtIsKept() throws {
    var document = Document(page(story))
    document.title = "My own title"
    document.language = "cy"
    document = try run(Clean.self, on: document)
    #expect(document.title == "My own title")
    #expect(document.language == "cy")
  }
}
