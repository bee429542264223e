import Testing

@testable import Cleaning

@Suite("HTML on input that means harm")
struct HTMLBoundsTests {
  private func depth(_ document: HTMLDocument) -> Int {
    var depths = [Int](repeating: 0, count: document.nodes.count)
    for (index, node) in document.nodes.enumerated() where node.parent >= 0 {
      depths[index] = depths[Int(node.parent)] + 1
    }
    return depths.max() ?? 0
  }

  @Test func `a hundred thousand nested elements make a tree of bounded depth that keeps all text in order`()
  {
    let count = 100_000
    var html = ""
    for index in 0..<count { html += "<div>\(index % 10)" }
    let inside = html.utf8.count
    html += String(repeating: "</div>", count: count) + "<p>after"
    let document = HTMLDocument(parsing: Array(html.utf8))
    #expect(depth(document) <= HTMLTreeBuilder.depthLimit + 1)
    let digits = String(repeating: "0123456789", count: count / 10)
    #expect(document.textContent(of: document.body) == digits + "after")
    // All end tags were matched, also those of elements past the limit.
    let last = document.lastChild(of: document.body).map { document.tag(of: $0) }
    #expect(last == .p)
    #expect(document.nodes.count < inside)
  }

  @Test func `text between elements past the limit keeps its order`() {
    let opening = String(repeating: "<div>", count: 600)
    let document = HTMLDocument(parsing: Array((opening + "a<b>b<i>c</i>d</b>e</div>f").utf8))
    #expect(document.textContent(of: document.body) == "abcdef")
  }

  @Test func `a million attributes are one tag`() {
    let html = "<p" + String(repeating: " a=b", count: 1_000_000) + ">x"
    let document = HTMLDocument(parsing: Array(html.utf8))
    #expect(document.nodes.count == 5)
    #expect(document.firstChild(of: document.body).map { document.attributes(of: $0).count } == 1_000_000)
  }

  @Test(arguments: [
    "<", "</", "<!", "<!--", "<a ", "<p>", "<b>", "<a>", "<table>", "<table><tr><td>", "<td>", "<li>",
    "<ul><li>",
    "<select>", "<option>", "<svg>", "<svg><title>", "<template>", "<button>", "<form>", "<script>",
    "<script><!--",
    "<title>", "&", "&#", "&#x", "&notin", "</p>", "</x>", "<x></y>", "<b><p></b>", "<i></b>", "<dd>",
    "<nobr>",
    "<math><mi>", "<noscript>", "-->", "<![CDATA[", "<a href=\"", "<p><span></p>", "<h1>", "<ruby><rt>", "\0",
    "\r",
  ])
  func `the same piece twenty thousand times is parsed to the end`(piece: String) {
    let html = String(repeating: piece, count: 20_000)
    let document = HTMLDocument(parsing: Array(html.utf8))
    #expect(depth(document) <= HTMLTreeBuilder.depthLimit + 2)
    #expect(document.nodes.count <= 80_010)
  }

  @Test func `stray end tags under deep nesting are matched against a bounded part of it`() {
    let html = String(repeating: "<x>", count: 5_000) + String(repeating: "</y></p></td></b>", count: 20_000)
    let document = HTMLDocument(parsing: Array(html.utf8))
    #expect(document.nodes.count == 3 + 5_000 + 20_000)
  }
}
