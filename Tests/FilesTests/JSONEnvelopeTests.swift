import Copydesk
import Testing

@testable import Files

/// Records in a list inside of objects, as the answers of news services have them.
struct JSONEnvelopeTests {
  private func read(
    _ text: String, records: String? = "articles", as name: String = "answer.json", block: Int = 1 << 20
  ) throws -> [Result<Document, Failure>] {
    let folder = try TemporaryFolder([name: text])
    var files = try source { $0.records = records }
    files.limits.block = block
    return try files.results([folder.path])
  }

  private func words(_ results: [Result<Document, Failure>]) -> [String] {
    results.map { $0.failure?.code.rawValue ?? ((try? $0.get())?.text.string ?? "") }
  }

  private static let answer = """
    {"status": "ok", "count": 2, "query": {"articles": [{"text": "not this"}], "q": "a \\"b\\" ]}"},
     "tags": [["x"], {"articles": 1}], "articles": [
      {"title": "A", "text": "One", "sources": [{"name": "Wire"}]},
      {"text": "Two"}
     ], "next": {"page": 2}, "more": [{"text": "nor this"}]}

    """

  @Test(arguments: ["answer.json", "answer.jsonl"]) func theListThatIsNamedHoldsTheRecords(name: String)
    throws
  {
    for block in [1, 5, 1 << 20] {
      let documents = try read(Self.answer + Self.answer, as: name, block: block).map { try $0.get() }
      #expect(documents.map(\.text.string) == ["One", "Two", "One", "Two"])
      #expect(documents.map(\.id) == (1...4).map { "\(name)#\($0)" })
      for document in documents {
        let bytes = Array((Self.answer + Self.answer).utf8)[document.source.span.range]
        #expect(Array(document.source.bytes) == Array(bytes) && bytes.first == UInt8(ascii: "{"))
      }
    }
  }

  @Test func anAnswerALineIsReadToo() throws {
    let lines =
      "{\"articles\":[{\"text\":\"One\"}]}\n{\"articles\":[]}\n{\"articles\":[{\"text\":\"Two\"}],\"n\":1}\n"
    #expect(try words(read(lines, as: "pages.jsonl")) == ["One", "Two"])
  }

  @Test func dotsLeadIntoObjects() throws {
    let answer =
      "{\"took\":1,\"hits\":{\"total\":2,\"hits\":[{\"text\":\"One\"},{\"text\":\"Two\"}]},\"x\":[]}"
    #expect(try words(read(answer + answer, records: "hits.hits")) == ["One", "Two", "One", "Two"])
    #expect(try words(read("{\"hits\":[1]}" + answer, records: "hits.hits")) == ["CD207", "One", "Two"])
  }

  @Test func anArrayOfRecordsIsReadAsWithoutTheOption() throws {
    #expect(try words(read("[{\"text\":\"One\"},{\"text\":\"Two\"}]")) == ["One", "Two"])
  }

  @Test func anObjectWithoutTheListSaysSoAndTheNextIsRead() throws {
    let results = try read("{\"status\":\"error\",\"articles\":null}\n{\"articles\":[{\"text\":\"One\"}]}")
    #expect(words(results) == ["CD207", "One"])
    #expect(results.first?.failure?.message == "the object has no list \"articles\"")
    #expect(results.first?.failure?.offset == 0)
  }

  @Test func aBrokenRecordCostsItselfAlone() throws {
    let answer = """
      {
        "articles": [
          {
            "text": "One,
            "n": 1
          },
          {
            "text": "Two"
          },
          {"text": "cut
        ]
      }
      {
        "articles": [
          {"text": "Three"}
        ]
      }
      """
    #expect(try words(read(answer)) == ["CD203", "Two", "CD203", "Three"])
  }

  @Test func anAnswerThatIsCutOffSaysSo() throws {
    for (text, expected) in [
      ("{\"articles\":[{\"text\":\"One\"},", ["One", "CD203"]), ("{\"status\":\"o", ["CD203"]),
      ("{\"articles\":[{\"text\":\"One\"}],\"n", ["One", "CD203"]),
      ("{\"articles\":[{\"text\":\"One\"}]", ["One", "CD203"]),
    ] {
      for block in [1, 1 << 20] { #expect(try words(read(text, block: block)) == expected, "\(text)") }
    }
  }

  @Test func longNamesAndDamageDoNotStopTheSearch() throws {
    let long = String(repeating: "n", count: 10_000)
    let rest = "\"articles\":[{\"text\":\"One\"}]}"
    for start in ["{\"\(long)\":1,", "{\"\":2,", "{1,2,", "{\"a\" \"b\","] {
      #expect(try words(read(start + rest)) == ["One"], "\(start.prefix(9))")
    }
    #expect(try words(read("{\"a\":}\n{" + rest)) == ["CD207", "One"])
  }

  @Test func anAnswerThatIsBrokenCostsItselfAndTheNextIsRead() throws {
    let next = "{\"articles\":[{\"text\":\"b\"}]}\n{\"articles\":[{\"text\":\"c\"}]}\n"
    for (broken, expected) in [
      // Without its brace, without its bracket, with a line's end in a string before and behind the list.
      ("{\"articles\":[{\"text\":\"a\"}]\n", ["a", "CD203"]),
      ("{\"articles\":[{\"text\":\"a\"},\n", ["a", "CD203"]),
      ("{\"articles\":[{\"text\":\"o\nk\"},{\"text\":\"a\"}]}\n", ["CD203", "a"]),
      ("{\"status\":\"o\nk\",\"articles\":[{\"text\":\"a\"}]}\n", ["CD203"]),
      ("{\"articles\":[{\"text\":\"a\"}],\"status\":\"o\nk\"}\n", ["a", "CD203"]),
    ] {
      for block in [1, 1 << 20] {
        #expect(try words(read(broken + next, block: block)) == expected + ["b", "c"], "\(broken)")
      }
    }
  }

  @Test func aRecordWithoutATextNamesTheListItHas() throws {
    let answer =
      "{\"status\":\"ok\",\"articles\":[{\"title\":\"A ferry is late again in Bergen\"},{\"title\":\"B\"}]}"
    let failure = try #require(try read(answer, records: nil).first?.failure)
    #expect(failure.help?.contains("a list \"articles\" of 2 objects") == true)
    #expect(failure.help?.contains("--set input.records=articles") == true)
    // A list of names beside a long text of the record's own is not meant.
    let other =
      "{\"authors\":[{\"name\":\"Anna of the North Wind Tale\"}],\"story\":\"A text that is longer than any name is.\"}"
    #expect(try read(other, records: nil).first?.failure?.help?.contains("\"story\"") == true)
  }

  @Test func aPathWithAnEmptyNameIsRefused() {
    #expect(throws: InvalidOption.self) { try source { $0.records = "hits..hits" } }
  }
}
