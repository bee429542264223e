import Copydesk
import Testing

@Suite struct RecordTests {
  @Test func aRecordHoldsWhatWasFilledAndNothingElse() throws {
    var document = Document("Damas é.", id: "a.txt")
    document.title = "T"
    document.published = PublicationDate(year: 2018, month: 4, day: 23)
    document.setEntities([Entity(Span(6, 8), .place, value: "v")])
    document.metadata["desk"] = "world"
    let line = String(decoding: document.record(), as: UTF8.self)
    #expect(
      line == """
        {"schema":1,"id":"a.txt","source":{"path":"-","start":0,"end":9},"title":"T","published":"2018-04-23",\
        "text":"Damas é.","entities":[{"start":6,"end":7,"label":"PLACE","text":"é","value":"v"}],\
        "metadata":{"desk":"world"}}

        """)
  }

  @Test func provenanceIsTheBytesOfTheFileWhereItIsAskedFor() throws {
    let record = Array(#"{"text":"Caf\u00e9 Olga won. Olga paid."}"#.utf8)
    let members = try JSONReader.members(record[...])
    let text = try JSONReader.text(record[...], string: members[0].span, sourceStart: 100)
    let source = DocumentSource(path: "a.jsonl", span: Span(100, 100 + record.count), bytes: record[...])
    var document = Document(id: "a", source: source, text: text)
    document.setEntities([Entity(Span(0, 10), .organisation)])
    document.summary = Summary(sentences: [Span(16, 26)], method: "lead")
    let json = try JSONReader.value(document.record(includeProvenance: true)[...])
    let entity = try #require(json["entities"]?.elements.first)
    #expect(entity["start"]?.int == 0 && entity["end"]?.int == 9)
    #expect(entity["source_start"]?.int == 109 && entity["source_end"]?.int == 123)
    let sentence = try #require(json["summary_sentences"]?.elements.first)
    #expect(sentence["source_start"]?.int == 129 && sentence["source_end"]?.int == 139)
    #expect(!String(decoding: document.record(), as: UTF8.self).contains("source_start"))
  }

  @Test func theTrailNamesTheFileOfAStageThatWasIncluded() throws {
    var document = Document("Text", id: "a")
    document.trail.author = StageReference(id: "clean", line: 4, file: "tidy.yaml")
    document.remove(Span(0, 2), rule: "r")
    document.trail.author = StageReference(id: "entities", line: 9)
    document.remove(Span(0, 1), rule: "r")
    let trail = try JSONReader.value(document.record()[...])["trail"]?.elements ?? []
    #expect(trail.map { $0["file"]?.string } == ["tidy.yaml", nil])
    #expect(trail.map { $0["line"]?.int } == [4, 9])
  }

  @Test func aDuplicateSaysOfWhatAndWhy() throws {
    var document = Document("Text", id: "b")
    document.markDuplicate(of: "a", rule: "document.same", similarity: 1, limit: 1)
    let json = try JSONReader.value(document.record()[...])
    #expect(json["duplicate_of"] == "a")
    #expect(json["verdict"]?["kind"] == "duplicate")
    #expect(!document.verdict.isKept)
    document = Document("Text", id: "b")
    document.markDuplicate(of: "a", rule: "document.same", similarity: 1, keep: true)
    #expect(document.verdict.isKept)
  }

  @Test func aDeadLetterCarriesTheOriginalBytes() throws {
    let readable = Document("as it was", id: "a")
    let letter = try JSONReader.value(readable.deadLetter(Failure(.stageFailed, "broke"))[...])
    #expect(letter["original"] == "as it was")
    #expect(letter["error"]?["code"] == "CD206")
    let source = DocumentSource(bytes: [0xFF, 0x00, 0x61, 0x62])
    let binary = Document(id: "b", source: source, text: Text())
    let other = try JSONReader.value(binary.deadLetter(Failure(.notUTF8, "x"))[...])
    #expect(other["original_base64"] == "/wBhYg==")
  }

  @Test(arguments: [
    ("2018-04-23", "2018-04-23"), ("2018-05-09T14:20:31.5Z", "2018-05-09T14:20:31Z"),
    ("2018-05-09 14:20", "2018-05-09T14:20"), ("2018-05-12T09:15-0400", "2018-05-12T09:15-04:00"),
    ("2018-05-12T09:15+05:30", "2018-05-12T09:15+05:30"),
  ])
  func datesAreReadAndWrittenAsISO8601(_ text: String, _ wanted: String) {
    #expect(PublicationDate(iso8601: text)?.description == wanted)
  }

  @Test(arguments: ["", "2018", "2018-13-01", "2018-02-30", "23/04/2018", "2018-04-23T25:00", "2018-04-23x"])
  func whatIsNoDateIsRefused(_ text: String) {
    #expect(PublicationDate(iso8601: text) == nil)
  }
}
