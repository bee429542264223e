import Testing

@testable import Cleaning

@Suite("HTML tokenizer")
struct HTMLTokenizerTests {
  @Test func `text and tags follow one another`() {
    #expect(tokenLines("a<b>c</b>d") == ["text a", "<b|>", "text c", "</b>", "text d"])
  }

  @Test func `a less-than sign that starts no tag is text`() {
    #expect(tokenLines("1 < 2 <3 <") == ["text 1 < 2 <3 <"])
    #expect(tokenLines("a</") == ["text a</"])
    #expect(tokenLines("<<b>") == ["text <", "<b|>"])
  }

  @Test func `tag names are known whatever their case`() {
    let tags = HTMLTokenizer.tokens(of: Array("<DiV><BLOCKQUOTE><h2><Foo><foreignObject></VAR>".utf8)).map(
      \.tag)
    #expect(tags == [.div, .blockquote, .h2, .unknown, .foreignobject, .var])
  }

  @Test func `every listed name is found and no name is longer than the table takes`() {
    for tag in HTMLTag.allCases where tag != .unknown {
      #expect(tag.name.utf8.count <= 16)
      #expect(HTMLTokenizer.tokens(of: Array("<\(tag.name)>".utf8)).first?.tag == tag)
    }
    let long = String(repeating: "a", count: 40)
    #expect(HTMLTokenizer.tokens(of: Array("<\(long)>".utf8)).first?.tag == .unknown)
  }

  @Test func `a greater-than sign in quotes does not end a tag`() {
    #expect(tokenLines("<a title='x>y' b=\"<p>\">z") == ["<a| title='x>y' b=\"<p>\">", "text z"])
    #expect(tokenLines("<a title=x\">y") == ["<a| title=x\">", "text y"])
    #expect(tokenLines("<a \"b>c\">d") == ["<a| \"b>", "text c\">d"])
  }

  @Test func `a slash closes a tag only just before its end and outside of values`() {
    #expect(tokenLines("<br/>") == ["<br|/>/"])
    #expect(tokenLines("<br / >") == ["<br| / >"])
    #expect(tokenLines("<a href=x/>") == ["<a| href=x/>"])
    #expect(tokenLines("<a href='x'/>") == ["<a| href='x'/>/"])
  }

  @Test func `comments end where the standard ends them`() {
    #expect(tokenLines("<!-- a --><b>") == ["comment  a ", "<b|>"])
    #expect(tokenLines("<!--><b>") == ["comment ", "<b|>"])
    #expect(tokenLines("<!---><b>") == ["comment ", "<b|>"])
    #expect(tokenLines("<!----><b>") == ["comment ", "<b|>"])
    #expect(tokenLines("<!--a--!><b>") == ["comment a", "<b|>"])
    #expect(tokenLines("<!--!><b>-->") == ["comment !><b>"])
    #expect(tokenLines("<!---!><b>-->") == ["comment -!><b>"])
    #expect(tokenLines("<!--a-- ><b>-->") == ["comment a-- ><b>"])
    #expect(tokenLines("<!--a--->") == ["comment a-"])
    #expect(tokenLines("<!-- open <b>") == ["comment  open <b>"])
  }

  @Test func `what starts like a declaration and is none is a comment up to the next greater-than sign`() {
    #expect(tokenLines("<?xml a='>'?>b") == ["comment ?xml a='", "text '?>b"])
    #expect(tokenLines("<!ELEMENT a>b") == ["comment ELEMENT a", "text b"])
    #expect(tokenLines("</ a>b") == ["comment  a", "text b"])
    #expect(tokenLines("<![CDATA[a]]>b") == ["comment [CDATA[a]]", "text b"])
  }

  @Test func `CDATA is text where the tree allows it`() {
    let bytes = Array("<![CDATA[a>&amp;]]>b".utf8)
    let token = bytes.withUnsafeBufferPointer { pointer in
      var tokenizer = HTMLTokenizer(pointer)
      tokenizer.allowsCDATA = true
      return tokenizer.next()
    }
    #expect(token?.kind == .text)
    #expect(token?.isRaw == true)
    #expect(token.map { String(decoding: bytes[$0.content], as: UTF8.self) } == "a>&amp;")
  }

  @Test func `a doctype and a byte order mark are tokens of their own`() {
    #expect(tokenLines("\u{FEFF}<!DocType html><p>") == ["ignored", "doctype  html", "<p|>"])
  }

  @Test func `an empty end tag and a tag cut off by the end of the input stand for nothing`() {
    #expect(tokenLines("a</>b") == ["text a", "ignored", "text b"])
    #expect(tokenLines("a<b c='") == ["text a", "ignored"])
    #expect(tokenLines("a<b") == ["text a", "ignored"])
    #expect(tokenLines("a</b") == ["text a", "ignored"])
  }

  @Test func `titles and text areas hold text with references, styles and frames raw text`() {
    #expect(tokenLines("<title>a<b>&amp;</TITLE >c") == ["<title|>", "text a<b>&amp;", "</TITLE>", "text c"])
    #expect(tokenLines("<style>a<b></styles></style>") == ["<style|>", "raw a<b></styles>", "</style>"])
    #expect(tokenLines("<iframe><p></iframe>") == ["<iframe|>", "raw <p>", "</iframe>"])
    #expect(tokenLines("<textarea></textarea>") == ["<textarea|>", "</textarea>"])
    #expect(tokenLines("<xmp>a</xmp") == ["<xmp|>", "raw a</xmp"])
    #expect(tokenLines("<plaintext>a</plaintext>") == ["<plaintext|>", "raw a</plaintext>"])
    #expect(tokenLines("<noscript><p></noscript>") == ["<noscript|>", "<p|>", "</noscript>"])
  }

  @Test func `a script ends at its end tag`() {
    #expect(
      tokenLines("<script>if (a<b) '<p>'</script><p>") == [
        "<script|>", "raw if (a<b) '<p>'", "</script>", "<p|>",
      ])
  }

  @Test(arguments: [
    // Inside `<!--` an end tag still ends the script,
    ("<!-- a </script>", "<!-- a "),
    // unless a start tag came first,
    ("<!-- <script> </script> --></script>", "<!-- <script> </script> -->"),
    ("<!-- <script> </script> </script>", "<!-- <script> </script> "),
    // which must be a whole name;
    ("<!-- <scripts> </script>", "<!-- <scripts> "),
    // `-->` leads out, hyphens of the start included.
    ("<!-- <script> --></script>", "<!-- <script> -->"),
    ("<!--><script></script>", "<!--><script>"),
    ("<!-- -- > <script> </script> ---></script>", "<!-- -- > <script> </script> --->"),
    ("<script></script>", "<script>"),
  ])
  func `scripts in old comments are skipped as the standard does`(input: String, content: String) {
    #expect(tokenLines("<script>" + input).dropFirst().first == "raw " + content)
  }

  @Test func `attributes are read with all kinds of values`() {
    let document = HTMLDocument(
      parsing: Array("<p A=1 b = 'x &amp; y' c=\"\" d e=a&b=c &=1 =f=2 a=3 g= >".utf8))
    let paragraph = document.firstChild(of: document.body) ?? document.root
    let read = document.attributes(of: paragraph)
      .map { document.name(of: $0) + ":" + document.value(of: $0) }
    #expect(read == ["a:1", "b:x & y", "c:", "d:", "e:a&b=c", "&:1", "=f:2", "a:3", "g:"])
    #expect(document.attribute("a", of: paragraph) == "1")
    #expect(document.attribute("c", of: paragraph) == "")
    #expect(document.attribute("h", of: paragraph) == nil)
    #expect(document.hasAttribute("d", of: paragraph))
  }
}
