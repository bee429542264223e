import Copydesk
import CopydeskTesting
import Testing

@testable import Files

struct OutputTests {
  private func article(_ id: String = "world/a.html") -> Document {
    var document = Document("Anna met Bert.\nBert met Anna in Oslo.\n\n", id: id)
    document.title = "A \"quiet\"\nmeeting"
    document.byline = "Lisa Hogan"
    document.published = PublicationDate(year: 2018, month: 4, day: 23)
    document.setEntities([
      Entity(Span(0, 4), .person), Entity(Span(9, 13), .person), Entity(Span(15, 19), .person),
      Entity(Span(32, 36), .place), Entity(Span(24, 28), .person),
    ])
    document.summary = Summary(sentences: [Span(0, 14), Span(15, 37)], method: "test")
    return document
  }

  // MARK: JSON Lines

  @Test func jsonLinesAreRecordsInOrderWithOrWithoutTheTrail() throws {
    let folder = try TemporaryFolder()
    var documents = [article("b"), article("a")]
    documents[0].trail.append(TrailEntry(.noted, rule: "test"))
    _ = try run(JSONLinesOutput.self, on: documents) { $0.path = folder["out/r.jsonl"] }
    #expect(folder.bytes("out/r.jsonl") == documents[0].record() + documents[1].record())
    _ = try run(JSONLinesOutput.self, on: documents) {
      $0.path = folder["out/r.jsonl"]
      $0.trail = false
    }
    #expect(folder.bytes("out/r.jsonl") == documents.flatMap { $0.record(includeTrail: false) })
  }

  @Test func nothingToWriteIsAnEmptyFile() throws {
    let folder = try TemporaryFolder()
    _ = try run(JSONLinesOutput.self, on: []) { $0.path = folder["r.jsonl"] }
    _ = try run(TextOutput.self, on: []) { $0.path = folder["r.txt"] }
    #expect(folder.files == ["r.jsonl", "r.txt"])
  }

  @Test func theFileHasItsNameOnlyWhenItIsComplete() throws {
    let folder = try TemporaryFolder()
    var options = JSONLinesOutput.Options()
    options.path = folder["r.jsonl"]
    let sink = try JSONLinesOutput(options: options, context: StageContext())
    var state = try sink.makeState()
    var document = article()
    try sink.commit(&document, try sink.prepare(&document), &state)
    #expect(folder.files == ["r.jsonl.partial"])
    try sink.finish(&state)
    #expect(folder.files == ["r.jsonl"])
  }

  @Test func aFolderIsNoPathForJSONLines() {
    for path in ["", "out/"] {
      #expect { _ = try run(JSONLinesOutput.self, on: []) { $0.path = path } } throws: { $0 is InvalidOption }
    }
  }

  // MARK: Text and Markdown

  @Test func textHasTheTitleTheHeadAndTheText() throws {
    let expected = """
      A "quiet" meeting

      By Lisa Hogan
      Published 2018-04-23

      Anna met Bert.
      Bert met Anna in Oslo.

      """
    #expect(String(decoding: TextOutput.encode(article()), as: UTF8.self) == expected)
    #expect(TextOutput.encode(Document("Only text.")) == Array("Only text.\n".utf8))
  }

  @Test func markdownHasFieldsTitleSummaryParagraphsAndEntities() throws {
    let expected = """
      ---
      title: "A \\"quiet\\"\\nmeeting"
      byline: "Lisa Hogan"
      published: "2018-04-23"
      source: "-"
      id: "world/a.html"
      ---

      # A "quiet" meeting

      > Anna met Bert. Bert met Anna in Oslo.

      Anna met Bert.

      Bert met Anna in Oslo.

      **Entities**

      - PERSON: Anna, Bert
      - PLACE: Oslo

      """
    #expect(String(decoding: MarkdownOutput.encode(article()), as: UTF8.self) == expected)
  }

  @Test func markdownLeavesParagraphsAloneThatAreApart() {
    let page = String(decoding: MarkdownOutput.encode(Document("One\nline.\n\nTwo.", id: "x")), as: UTF8.self)
    #expect(page == "---\nsource: \"-\"\nid: \"x\"\n---\n\nOne\nline.\n\nTwo.\n")
  }

  @Test func aNULMakesNoFileBinary() throws {
    let document = Document("Rain\0fell.", id: "a")
    let text = String(decoding: TextOutput.encode(document), as: UTF8.self)
    #expect(text == "Rain\u{FFFD}fell.\n")
    let page = MarkdownOutput.encode(document)
    #expect(!page.contains(0))
    let folder = try TemporaryFolder()
    try folder.write(page, to: "a.md")
    #expect(try source().documents([folder.path])[0].text.string == "Rain\u{FFFD}fell.\n")
  }

  @Test func markdownFieldsEscapeWhatYAMLDoesNotTake() {
    let page = MarkdownOutput.encode(Document("", id: "a\u{85}\u{2028}\u{FEFF}\u{7F}\u{1}é🧦: #"))
    #expect(
      String(decoding: page, as: UTF8.self).contains(#"id: "a\u0085\u2028\ufeff\u007f\u0001é🧦: #""# + "\n"))
  }

  @Test func aFolderMirrorsTheIDs() throws {
    let folder = try TemporaryFolder()
    let ids = ["world/a.html", "b", "b.txt", "../../escape", "b"]
    _ = try run(TextOutput.self, on: ids.map { Document("text of \($0)", id: $0) }) {
      $0.path = folder["out/"]
    }
    #expect(
      folder.files == [
        "out/%2E./%2E./escape.txt", "out/b.txt", "out/b~2.txt", "out/b~3.txt", "out/world/a.html.txt",
      ])
    #expect(folder.string("out/b~2.txt") == "text of b.txt\n")
    _ = try run(MarkdownOutput.self, on: [Document("", id: "n.md")]) { $0.path = folder["md"] }
    #expect(folder.files.contains("md/n.md"))
  }

  @Test func randomIDsAreAllWrittenBelowTheFolder() throws {
    var random = SeededGenerator(seed: 17)
    let pieces = [
      "a", "B", "é", ".", "..", "/", "~", "%", ".txt", ".partial", "\0", "\n",
      String(repeating: "x", count: 199),
    ]
    let folder = try TemporaryFolder()
    let ids = (0..<300).map { _ in random.text(of: pieces, upTo: 6) }
    _ = try run(TextOutput.self, on: ids.map { Document("<\($0)>", id: $0) }) { $0.path = folder["in/side/"] }
    #expect(folder.files.count == ids.count)
    #expect(folder.files.allSatisfy { $0.hasPrefix("in/side/") })
    let texts = folder.files.map { folder.bytes($0) }
    #expect(Set(texts) == Set(ids.map { Array("<\($0.replacing("\0", with: "\u{FFFD}"))>\n".utf8) }))
  }

  @Test func oneFileHoldsAllDocumentsWithADividerBetween() throws {
    let folder = try TemporaryFolder()
    let documents = [Document("One.", id: "1"), Document("Two.", id: "2")]
    _ = try run(TextOutput.self, on: documents) { $0.path = folder["all.txt"] }
    #expect(folder.string("all.txt") == "One.\n\n" + String(repeating: "=", count: 72) + "\n\nTwo.\n")
    _ = try run(MarkdownOutput.self, on: documents) { $0.path = folder["all.md"] }
    #expect(folder.string("all.md").contains("One.\n\n* * *\n\n---\n"))
  }

  @Test(arguments: [
    ("out/", "out/"), ("out", "out/"), ("out.d/x", "out.d/x/"), ("..", "../"), (".hidden", ".hidden/"),
    ("out.txt", "out.txt"), ("out/all.md", "out/all.md"), ("out.txt/", "out.txt/"), ("-", "-"),
  ])
  func thePathSaysWhetherItIsAFolder(path: String, destination: String) throws {
    var options = TextOutput.Options()
    options.path = path
    #expect(try TextOutput(options: options, context: StageContext()).destination == destination)
  }

  @Test func thePluginOffersItsComponentsUnderValidNames() throws {
    let catalog = try StageCatalog([FilesPlugin.self])
    let outputs = ["brat", "conll", "csv", "html", "jsonl", "markdown", "site", "spacy", "text"].map {
      "output.\($0)"
    }
    #expect(catalog.entries.map(\.name) == ["input.files"] + outputs)
    #expect(catalog.entries.map(\.role) == [.source] + outputs.map { _ in .sink })
    #expect(catalog.entries.allSatisfy { !$0.options.isEmpty })
  }
}
