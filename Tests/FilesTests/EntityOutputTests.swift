import Copydesk
import Foundation
import Testing

@testable import Files

/// The forms in which entities leave: CoNLL, spaCy's, brat's and the page.
@Suite struct EntityOutputTests {
  private static func document() -> Document {
    var document = Document(
      "Café Olga & Co in New York. \u{1F3B6} Olga paid €5.\nShare <this>!\n", id: "a/b.txt")
    func entity(_ text: String, _ label: Entity.Label, value: String? = nil, id: String? = nil) -> Entity {
      let string = document.text.string
      let start =
        string.range(of: text).map { string.utf8.distance(from: string.startIndex, to: $0.lowerBound) } ?? 0
      var entity = Entity(Span(start, start + text.utf8.count), label, value: value)
      entity.id = id
      return entity
    }
    document.setEntities(
      [
        entity("Café Olga & Co", .organisation, id: "c<1>"), entity("New York", .place),
        entity("€5", .money, value: "EUR 5"),
      ], names: [EntityName(id: "c<1>", label: .organisation, name: "Café Olga & Co")])
    return document
  }

  @Test func tokensHaveTagsThatBeginAndGoOn() {
    let lines = String(decoding: TaggedOutput.encode(Self.document()), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "-DOCSTART-\tO")
    for wanted in [
      "Café\tB-ORG", "Olga\tI-ORG", "New\tB-PLACE", "York\tI-PLACE", "in\tO", "€\tB-MONEY", "5\tI-MONEY",
    ] {
      #expect(lines.contains(wanted[...]), "\(wanted)")
    }
  }

  @Test func spaCysFormCountsCharacters() throws {
    let document = Self.document()
    let json = try JSONReader.value(SpaCyOutput.encode(document)[...])
    let text = Array((json["text"]?.string ?? "").unicodeScalars)
    func at(_ value: JSONValue) -> String {
      var string = String.UnicodeScalarView()
      string.append(contentsOf: text[(value["start"]?.int ?? 0)..<(value["end"]?.int ?? 0)])
      return String(string)
    }
    #expect(json["ents"]?.elements.map(at) == ["Café Olga & Co", "New York", "€5"])
    #expect(json["ents"]?.elements.first?["kb_id"]?.string == "c<1>")
    let tokens = (json["tokens"]?.elements ?? []).map(at)
    #expect(
      tokens.prefix(4) == ["Café", "Olga", "&", "Co"] && tokens.contains("\n") && !tokens.contains(" "))
    #expect(json["sents"]?.elements.count == document.text.sentences.count)
  }

  @Test func bratsFormHasALineAnEntityAndNotes() {
    let lines = String(decoding: BratOutput.annotations(Self.document()), as: UTF8.self).split(
      separator: "\n")
    #expect(
      lines == [
        "T1\tORG 0 14\tCafé Olga & Co", "#1\tAnnotatorNotes T1\tid c<1>", "T2\tPLACE 18 26\tNew York",
        "T3\tMONEY 40 42\t€5", "#2\tAnnotatorNotes T3\tvalue EUR 5",
      ])
  }

  @Test func aLabelWithABlankIsOneWordWhereABlankWouldEndIt() {
    var document = Document("Olga left.")
    document.setEntities([Entity(Span(0, 4), Entity.Label(rawValue: "MY LABEL"))])
    #expect(String(decoding: BratOutput.annotations(document), as: UTF8.self) == "T1\tMY_LABEL 0 4\tOlga\n")
    #expect(String(decoding: TaggedOutput.encode(document), as: UTF8.self).contains("Olga\tB-MY_LABEL\n"))
  }

  @Test func thePageSaysWhatTheTextSays() {
    let markup = String(decoding: ArticleMarkup(Self.document(), struck: true).bytes, as: UTF8.self)
    #expect(
      markup.contains(
        "<mark class=\"l-ORG\" title=\"c&lt;1&gt;\">Café Olga &amp; Co<i>ORG</i></mark> in <mark"))
    #expect(markup.contains("Share &lt;this&gt;!"))
    #expect(!markup.contains("<this>"))
  }

  @Test func whatWasTakenOutStandsStruckOutInItsPlace() throws {
    var document = Self.document()
    let string = document.text.string
    let share = try #require(string.range(of: "Share <this>!"))
    let start = string.utf8.distance(from: string.startIndex, to: share.lowerBound)
    document.remove([
      Removal(Span(start, start + 13), rule: "footer.share"),
      Removal(Span(15, 18), rule: "word"),
    ])
    let markup = String(decoding: ArticleMarkup(document, struck: true).bytes, as: UTF8.self)
    #expect(markup.contains("<del title=\"footer.share\">Share &lt;this&gt;!</del>"))
    let word = try #require(markup.range(of: "<del title=\"word\">")?.lowerBound)
    let york = try #require(markup.range(of: "New York")?.lowerBound)
    let cafe = try #require(markup.range(of: "Co<i>")?.lowerBound)
    #expect(cafe < word && word < york)
    #expect(!String(decoding: ArticleMarkup(document, struck: false).bytes, as: UTF8.self).contains("<del"))
  }

  /// Also where a rule takes out the line that it stood in.
  @Test func personalDataThatWasTakenOutIsOnNoPage() {
    var document = Document("Share this.\nWrite to anna@lorn.example or not.\nIt rained.")
    document.remove([Removal(Span(0, 12), rule: "footer.share")])
    document.remove([Removal(Span(9, 26), rule: "pii.email")])
    document.remove([Removal(Span(0, 17), rule: "line.within")])
    let markup = String(decoding: ArticleMarkup(document, struck: true).bytes, as: UTF8.self)
    #expect(document.text.string.hasSuffix("It rained.") && !document.text.string.contains("Write"))
    #expect(markup.contains("Share this.") && !markup.contains("anna@") && !markup.contains("Write to"))
  }

  /// Every byte of the text is on the page once, whatever the entities and what was taken out.
  @Test func theTextOfThePageIsTheTextOfTheDocument() {
    let pieces = ["Olga", " ", "\n", "é", "<b>", "&", "🎶", "New York", ". "]
    var state: UInt64 = 5
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    for _ in 0..<300 {
      var document = Document((0..<random(30)).map { _ in pieces[random(pieces.count)] }.joined())
      let tokens = document.text.tokens
      var entities: [Entity] = []
      var index = 0
      while index < tokens.count {
        let end = min(tokens.count, index + 1 + random(3))
        if random(3) == 0 { entities.append(Entity(Span(tokens[index].start, tokens[end - 1].end), .person)) }
        index = end
      }
      document.setEntities(entities)
      if random(2) == 0, let token = tokens.randomElement() { document.remove(token.span, rule: "r") }
      let markup = String(decoding: ArticleMarkup(document, struck: true).bytes, as: UTF8.self)
      let body = markup.components(separatedBy: "<div class=\"text\">").last ?? ""
      let shown = body.replacing(/<del.*?<\/del>/, with: "").replacing(/<i>[A-Z]+<\/i>/, with: "")
        .replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      #expect(shown.filter { !$0.isWhitespace } == document.text.string.filter { !$0.isWhitespace })
    }
  }

  @Test func thePageNeedsNoOtherFile() {
    let head = String(
      decoding: PageFrame.head(title: "A <b>", articles: 1, left: 2, labels: ["PERSON": 3, "X\"": 1]),
      as: UTF8.self)
    #expect(!head.contains("http") && !head.contains("<script") && !head.contains("url("))
    #expect(head.contains("<title>A &lt;b&gt;</title>") && head.contains("2 more are not shown"))
    #expect(head.contains("X&quot;") && head.contains("prefers-color-scheme: dark"))
  }
}
