import Copydesk

/// Documents that stages stumble over, all invented.
enum Specimens {
  /// - Parameter hugeBytes: about how long the longest ones are.
  static func all(hugeBytes: Int) -> [Document] {
    let sentence = "The council of Harbour Bay met on Monday and voted for the new tram line. "
    var documents: [Document] = [
      document("empty", ""),
      document("a blank", " "),
      document("line breaks", "\n\n\r\n\n"),
      document("one word", "Rivers"),
      document("an article", article),
      document("the same article", article),
      document("Windows line ends", article.split(separator: "\n").joined(separator: "\r\n")),
      document("a byte order mark", "\u{FEFF}" + article),
      document("control characters", "Rivers\u{0} rose\u{1}\u{7F} on\u{B} Monday.\u{85}\u{2028}The end."),
      document("many scripts", "Gêneve — 日内瓦 — Женева — جنيف — ジュネーブ. 🌊👩🏽‍🚒🇨🇭 e\u{301}\u{302}\u{303} ﷽."),
      document("markup", "<html><body><p>Rivers &amp; lakes <b>rose<p>&#0;&bogus;<script>if (a<b) {</body>"),
      document("no letters", String(repeating: "12:30 … — (%) ", count: 40)),
      document("one line without a blank", String(repeating: "abcdefghij", count: max(1, hugeBytes / 10))),
      document("huge", String(repeating: sentence, count: max(1, hugeBytes / sentence.utf8.count))),
      document("many lines", String(repeating: "Short line\n", count: max(1, hugeBytes / 44))),
    ]
    documents.append(page)
    documents.append(filled("all fields", "Delegates adopt compact"))
    documents.append(filled("empty fields", ""))
    documents.append(edited)
    return documents
  }

  private static let article = """
    Published: Thu, May 10, 2018
    By Tomas Ekberg

    Delegates adopt compact on shared rivers

    GENEVA — Delegates from 86 countries adopted a compact on Thursday, Ngozi Adebayo-Lund said. It costs €2.1 billion.

    The ministry expects 12 percent less water by 2030. "We had no choice," said Mr. Lund of the Basin Authority.

    Share this:
    © 2018 The Harbour Courier. All rights reserved.
    """

  private static func document(_ name: String, _ text: String) -> Document { Document(text, id: name) }

  private static var page: Document {
    let html =
      "<!DOCTYPE html><title>Rivers</title><nav><a href=/>Home</a></nav><article><h1>Rivers rise</h1>"
      + "<p>Rivers rose on Monday, the ministry said in Geneva.</p></article><footer>© 2018</footer>"
    return Document(
      id: "a page", source: DocumentSource(bytes: Array(html.utf8), format: .html), text: Text(html))
  }

  private static func filled(_ name: String, _ value: String) -> Document {
    var document = Document(article, id: name)
    document.title = value
    document.byline = value
    document.section = value
    document.language = value.isEmpty ? "" : "en"
    document.published = PublicationDate(year: 2018, month: 5, day: 10)
    document.metadata["url"] = .string(value)
    document.metadata["nested"] = .array([.object([.init("deep", .null)]), .number("1e400")])
    document.setEntities([Entity(Span(0, 9), .date, value: value)])
    document.summary = Summary(sentences: [Span(0, 28)], method: value)
    return document
  }

  /// Text that is not the source byte for byte, as it is behind another stage.
  private static var edited: Document {
    var document = Document(
      "Rivers &amp; lakes rose.\n\nShare this:\n\nThey fell on Tuesday.", id: "an edited text")
    var builder = Text.Builder(editing: document.text)
    builder.copy(Span(0, 7))
    builder.replace(Span(7, 12), with: "&")
    builder.copy(Span(12, 24))
    builder.insert("\n")
    builder.copy(Span(39, document.text.count))
    document.rewrite(builder.finish())
    return document
  }
}
