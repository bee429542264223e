import Testing

@testable import Cleaning

@Suite("HTML tree")
struct HTMLTreeTests {
  @Test func `head and body are there whatever the input`() {
    for html in [
      "", "x", "<p>", "</p>", "<!doctype html>", "<frameset><frame></frameset>", "<body>", "<title>",
    ] {
      let document = HTMLDocument(parsing: Array(html.utf8))
      #expect(document.tag(of: document.root) == .html)
      #expect(document.children(of: document.root).map(document.tag(of:)) == [.head, .body])
    }
  }

  @Test func `metadata goes to the head and the first content starts the body`() {
    let html = "<!doctype html>\n<meta charset=utf-8>\n<title>T</title><script>s</script>\n x<title>U</title>"
    let document = HTMLDocument(parsing: Array(html.utf8))
    #expect(
      htmlOutline(document, document.root) == "html(head(meta title('T') script('s')) body('x' title('U')))")
  }

  @Test func `html and body take the attributes of their tags, early or late`() {
    let early = HTMLDocument(parsing: Array("<html lang=de><head></head><body class=a><p>".utf8))
    #expect(early.attribute("lang", of: early.root) == "de")
    #expect(early.attribute("class", of: early.body) == "a")
    let late = HTMLDocument(parsing: Array("<p>x<html lang=de><body class=a>".utf8))
    #expect(late.attribute("lang", of: late.root) == "de")
    #expect(late.attribute("class", of: late.body) == "a")
  }

  @Test(arguments: [
    ("<p>a<p>b", "p('a') p('b')"),
    ("<p>a<div>b</div>c", "p('a') div('b') 'c'"),
    ("<p><span>a<ul><li>b", "p(span('a')) ul(li('b'))"),
    ("<p><button><p>a</button>b", "p(button(p('a')) 'b')"),
    ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li('a') li('b' ul(li('c'))) li('d'))"),
    ("<dl><dt>a<dd>b<dt>c</dl>", "dl(dt('a') dd('b') dt('c'))"),
    ("<h1>a<h2>b</h3>c", "h1('a') h2('b') 'c'"),
    (
      "<select><option>a<option>b<optgroup><option>c</select>d",
      "select(option('a') option('b') optgroup(option('c'))) 'd'"
    ),
    ("<ruby>a<rt>b<rp>c</ruby>", "ruby('a' rt('b') rp('c'))"),
    ("<p>a<table><tr><td>b", "p('a') table(tbody(tr(td('b'))))"),
    ("<p>a<hr>b", "p('a') hr 'b'"),
    ("<div><p>a</div>b", "div(p('a')) 'b'"),
  ])
  func `end tags that were left out are implied`(html: String, expected: String) {
    #expect(htmlBodyOutline(html) == expected)
  }

  @Test(arguments: [
    ("<table><td>a<td>b<tr><th>c</table>", "table(tbody(tr(td('a') td('b')) tr(th('c'))))"),
    (
      "<table><caption>a<thead><tr><td>b<tbody><td>c</table>d",
      "table(caption('a') thead(tr(td('b'))) tbody(tr(td('c')))) 'd'"
    ),
    ("<table><col><col><tr><td>a", "table(colgroup(col col) tbody(tr(td('a'))))"),
    (
      "<table><tr><td><table><td>a</table>b<td>c",
      "table(tbody(tr(td(table(tbody(tr(td('a')))) 'b') td('c'))))"
    ),
    ("<table><tr><table><td>a", "table(tbody(tr)) table(tbody(tr(td('a'))))"),
    ("<div><td>a</td></div>", "div('a')"),
    ("<table><tr><td><div>a</td><td>b", "table(tbody(tr(td(div('a')) td('b'))))"),
    ("<table><tr><td>a</div></p>b", "table(tbody(tr(td('a' p 'b'))))"),
    ("<table><tr>loose<td>a", "table(tbody(tr('loose' td('a'))))"),
  ])
  func `the parts of tables find their place`(html: String, expected: String) {
    #expect(htmlBodyOutline(html) == expected)
  }

  @Test(arguments: [
    ("a</p>b", "'a' p 'b'"),
    ("a</br>b", "'a' br 'b'"),
    ("<div>a</span>b</div>", "div('a' 'b')"),
    ("<div><span>a</div>b", "div(span('a')) 'b'"),
    ("<span><div>a</span>b</div>", "span(div('a' 'b'))"),
    ("<x-a><x-b>a</x-a>b", "x-a(x-b('a')) 'b'"),
    ("<p>a</body></html><p>b", "p('a') p('b')"),
    ("<br>a</img></input>", "br 'a'"),
    ("<image src=a>b", "img 'b'"),
  ])
  func `stray end tags are ignored`(html: String, expected: String) {
    #expect(htmlBodyOutline(html) == expected)
  }

  @Test(arguments: [
    ("<b>a<i>b</b>c</i>d", "b('a' i('b')) 'c' 'd'"),
    ("<b><p>a</b>b</p>c", "b(p('a' 'b')) 'c'"),
    ("<a>a<a>b", "a('a') a('b')"),
    ("<form><div>a</form>b</div>c", "form(div('a' 'b')) 'c'"),
    ("<form>a<form>b</form>c", "form('a' 'b') 'c'"),
    ("<div><form>a</div></form><form>b", "div(form('a')) form('b')"),
    ("<button>a<button>b", "button('a') button('b')"),
  ])
  func `misnested elements end without breaking the order of the source`(html: String, expected: String) {
    #expect(htmlBodyOutline(html) == expected)
  }

  @Test(arguments: [
    ("<svg><title>a</title><style>b<c/></style></svg>d", "svg(title('a') style('b' c)) 'd'"),
    ("<svg><g><p>a", "svg(g) p('a')"),
    ("<svg><foreignObject><p>a</p></foreignObject></svg>b", "svg(foreignobject(p('a'))) 'b'"),
    ("<svg><path/><path/></svg>a", "svg(path path) 'a'"),
    ("<svg><![CDATA[a<b]]></svg>", "svg('a<b')"),
    ("<math><mi>a<p>b</p></mi></math>", "math(mi('a' p('b')))"),
    ("<div><svg><g></div>a", "div(svg(g)) 'a'"),
  ])
  func `drawings and formulas keep to themselves`(html: String, expected: String) {
    #expect(htmlBodyOutline(html) == expected)
  }

  @Test func `the title of a drawing is not a title`() {
    let document = HTMLDocument(parsing: Array("<svg><title>a</title></svg>".utf8))
    #expect(!document.descendants(of: document.root).contains { document.tag(of: $0) == .title })
  }

  @Test func `templates hold their content and table parts of their own`() {
    #expect(htmlBodyOutline("<div><template><td>a</template>b") == "div(template(td('a')) 'b')")
    let document = HTMLDocument(parsing: Array("<template><p>a</template><title>b</title>".utf8))
    #expect(htmlOutline(document, document.head) == "head(template(p('a')) title('b'))")
  }

  @Test func `noscript is parsed as markup`() {
    #expect(htmlBodyOutline("<p><noscript><img><b>a</b></noscript>") == "p(noscript(img b('a')))")
    let document = HTMLDocument(parsing: Array("<noscript><link></noscript><title>a</title><p>b".utf8))
    #expect(htmlOutline(document, document.root) == "html(head(noscript(link) title('a')) body(p('b')))")
  }

  @Test func `the line feed after a pre or textarea tag is dropped`() {
    #expect(
      htmlBodyOutline("<pre>\na</pre><pre>\r\nb</pre><textarea>\n\nc</textarea><pre><b>\nd</b></pre>")
        == "pre('a') pre('b') textarea('\nc') pre(b('\nd'))")
  }

  @Test func `text is decoded except in scripts`() {
    let document = HTMLDocument(parsing: Array("<title>a &amp; b</title><script>a &amp; b</script>".utf8))
    #expect(document.textContent(of: document.root) == "a & ba &amp; b")
  }

  @Test func `nodes are numbered in document order and links agree with each other`() {
    let document = HTMLDocument(parsing: Array("<ul><li>a<b>c</b><li>d</ul><p>e".utf8))
    var walked: [NodeID] = []
    func walk(_ node: NodeID) {
      walked.append(node)
      for child in document.children(of: node) {
        #expect(document.parent(of: child) == node)
        #expect(document.isDescendant(child, of: document.root))
        #expect(document.nextSibling(of: child).map { document.parent(of: $0) == node } ?? true)
        walk(child)
      }
    }
    walk(document.root)
    #expect(walked == document.nodes.indices.map { NodeID($0) })
    #expect(Array(document.descendants(of: document.root)) == Array(walked.dropFirst()))
    let last = NodeID(document.nodes.count - 1)
    #expect(document.ancestors(of: last).map(document.tag(of:)) == [.p, .body, .html])
  }

  @Test func `elements and text know their source`() throws {
    let html = "<div id=a>x<p>y</div>z"
    let bytes = Array(html.utf8)
    let document = HTMLDocument(parsing: bytes)
    func source(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let division = try #require(document.firstChild(of: document.body))
    let paragraph = try #require(document.lastChild(of: division))
    #expect(source(document.sourceRange(of: division)) == "<div id=a>")
    #expect(source(document.extent(of: division)) == "<div id=a>x<p>y</div>")
    #expect(source(document.extent(of: paragraph)) == "<p>y")
    #expect(source(document.extent(of: document.body)) == html)
  }
}
