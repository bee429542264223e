import Copydesk
import Testing

@testable import External

/// What a program may answer, and what comes of it.
@Suite struct AnswerTests {
  private static let text = "Żółć 🚢 arrives.\nLike this:\nThe end."

  private func answered(
    _ json: String, _ text: String = Self.text, writes: [DocumentField] = DocumentField.allCases,
    prepare: (inout Document) -> Void = { _ in }
  ) throws -> (document: Document, failure: Failure?) {
    var document = Document(text, id: "a.txt")
    prepare(&document)
    let declaration = ComponentDeclaration(name: "test", writes: writes)
    let value = try JSONReader.value(Array(json.utf8)[...])
    let failure = Answer(value, declaration, stage: "it").apply(to: &document)
    return (document, failure)
  }

  @Test func nothingChangesNothing() throws {
    let (document, failure) = try answered("{}")
    #expect(failure == nil)
    #expect(document.text.string == Self.text)
    #expect(document.trail.entries.isEmpty)
  }

  @Test func removalsCountScalarsAndKeepTheWayBack() throws {
    let (document, failure) = try answered(
      #"{"remove":[{"start":16,"end":27,"rule":"share","measured":2,"limit":1}]}"#)
    #expect(failure == nil)
    #expect(document.text.string == "Żółć 🚢 arrives.\nThe end.")
    let entry = try #require(document.trail.entries.first)
    #expect(entry.action == .removed && entry.rule == "share" && entry.measured == 2 && entry.limit == 1)
    let source = try #require(entry.source)
    #expect(String(decoding: document.source.bytes[source.range], as: UTF8.self) == "Like this:\n")
    let end = Span(document.text.count - 8, document.text.count)
    #expect(
      String(decoding: document.source.bytes[document.text.source(of: end).range], as: UTF8.self)
        == "The end.")
  }

  @Test func entitiesOfTheTextThatWasSentMoveWithIt() throws {
    let (document, failure) = try answered(
      #"{"remove":[{"start":0,"end":5,"rule":"x"}],"entities":[{"start":5,"end":6,"label":"SHIP","value":"s"},{"start":1,"end":7,"label":"GONE"}]}"#
    )
    #expect(failure == nil)
    #expect(document.entities.map { document.text[$0.span] } == ["🚢"])
    #expect(document.entities[0].label == "SHIP" && document.entities[0].value == "s")
  }

  @Test func aNewTextKeepsWhatStayedAndWhatWasFoundInIt() throws {
    let (document, failure) = try answered(
      #"{"text":"Żółć 🚢 departs.\nLike this:\nThe end.","entities":[{"start":7,"end":14,"label":"VERB"}]}"#)
    #expect(failure == nil)
    #expect(document.text.string == "Żółć 🚢 departs.\nLike this:\nThe end.")
    #expect(document.entities.map { document.text[$0.span] } == ["departs"])
    #expect(document.trail.entries.map(\.rule) == ["rewritten"])
    let end = Span(document.text.count - 8, document.text.count)
    #expect(
      String(decoding: document.source.bytes[document.text.source(of: end).range], as: UTF8.self)
        == "The end.")
  }

  @Test func replacementsKeepEntitiesThatTheyDoNotTouch() throws {
    let (document, failure) = try answered(
      #"{"replace":[{"start":0,"end":4,"text":"[name]","rule":"redacted"}],"remove":[{"start":15,"end":16,"rule":"y"}]}"#
    ) { document in
      document.setEntities([
        Entity(Span(0, 8), .person), Entity(Span(document.text.count - 4, document.text.count - 1), .place),
      ])
    }
    #expect(failure == nil)
    #expect(document.text.string == "[name] 🚢 arrives.Like this:\nThe end.")
    #expect(document.entities.map { document.text[$0.span] } == ["end"])
    #expect(document.trail.entries.map(\.rule) == ["redacted", "y"])
    #expect(document.trail.entries.map(\.action) == [.noted, .removed])
  }

  @Test func fieldsMetadataAndNotes() throws {
    let (document, failure) = try answered(
      #"""
      {"title":"T","byline":null,"section":"S","language":"pl","published":"2018-04-23",
       "metadata":{"score":0.50,"old":null},"summary_sentences":[{"start":0,"end":15}],
       "notes":[{"rule":"dateline","field":"title","start":0,"end":4},{"rule":"seen","measured":3}]}
      """#
    ) { document in
      document.byline = "B"
      document.metadata["old"] = 1
    }
    #expect(failure == nil)
    #expect(document.title == "T" && document.byline == nil && document.section == "S")
    #expect(document.language == "pl" && document.published?.description == "2018-04-23")
    #expect(document.metadata.fields == [.init("score", .number("0.50"))])
    #expect(document.summary?.string(in: document.text) == "Żółć 🚢 arrives.")
    #expect(document.trail.entries.map(\.action) == [.lifted, .noted])
    #expect(document.trail.entries[0].source == Span(0, 8))
  }

  @Test func aDocumentMayBeDropped() throws {
    let (document, failure) = try answered(
      #"{"drop":{"rule":"too_short","reason":"3 words","measured":3,"limit":10}}"#)
    #expect(failure == nil)
    #expect(document.verdict == .dropped(reason: "3 words"))
    #expect(document.trail.entries.first?.limit == 10)
    #expect(try answered(#"{"drop":"no reason"}"#).document.verdict == .dropped(reason: "no reason"))
  }

  @Test func anErrorMayPass() throws {
    let failure = try answered(#"{"error":"busy","transient":true,"help":"wait"}"#).failure
    #expect(failure == Failure(.stageFailed, "busy", help: "wait", isTransient: true))
  }

  @Test(arguments: [
    (#"[]"#, "it is no object"), (#"{"id":"b.txt"}"#, "it is for another document"),
    (#"{"text":7}"#, "\"text\" is not a string"),
    (#"{"text":"a","remove":[]}"#, "it has both \"text\" and \"remove\""),
    (#"{"remove":{}}"#, "\"remove\" is no list"),
    (#"{"remove":[{"start":3,"end":2}]}"#, "a span of \"remove\", 3 to 2, does not lie in the text"),
    (#"{"remove":[{"start":-1,"end":2}]}"#, "a span of \"remove\", -1 to 2, does not lie in the text"),
    (#"{"remove":[{"start":1.5,"end":2}]}"#, "\"remove\" needs a \"start\" and an \"end\" each"),
    (
      #"{"replace":[{"start":0,"end":3,"text":"a"},{"start":2,"end":4,"text":"b"}]}"#,
      "two of \"replace\" overlap"
    ),
    (
      #"{"replace":[{"start":0,"end":3,"text":"a"}],"remove":[{"start":2,"end":4}]}"#,
      "\"remove\" and \"replace\" overlap"
    ),
    (#"{"published":"yesterday"}"#, "\"published\" is not a date"),
    (#"{"title":3}"#, "\"title\" is not a string"),
    (#"{"entities":[{"start":0,"end":4}]}"#, "\"entities\" needs a \"label\" each"),
    (#"{"entities":[{"start":2,"end":2,"label":"X"}]}"#, "an entity without text"),
    (#"{"metadata":[]}"#, "\"metadata\" is no object"),
    (#"{"notes":[{}]}"#, "\"notes\" needs a \"rule\" each"),
    (#"{"drop":{}}"#, "\"drop\" needs a reason"),
  ])
  func aWrongAnswerChangesNothingAndSaysWhatIsWrong(_ json: String, _ message: String) throws {
    let (document, failure) = try answered(json)
    #expect(
      failure?.message.hasPrefix("the program's answer is not valid: \(message)") == true,
      "\(String(describing: failure))")
    #expect(document.text.string == Self.text)
    #expect(document.trail.entries.isEmpty && document.verdict.isKept)
  }

  @Test func onlyDeclaredFieldsMayBeChanged() throws {
    let (document, failure) = try answered(#"{"title":"x"}"#, writes: [.text])
    #expect(failure?.message == "the program's answer is not valid: it changes \"title\"")
    #expect(document.title == nil)
  }
}
