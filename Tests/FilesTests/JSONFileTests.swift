import Copydesk
import Testing

@testable import Files

/// Records of JSON that are no lines.
struct JSONFileTests {
  private func read(
    _ text: String, as name: String = "list.json", block: Int = 1 << 20, line: Int = 1 << 28
  ) throws -> [Result<Document, Failure>] {
    let folder = try TemporaryFolder([name: text])
    var files = try source()
    files.limits.block = block
    files.limits.line = line
    return try files.results([folder.path])
  }

  private func words(_ results: [Result<Document, Failure>]) -> [String] {
    results.map { $0.failure?.code.rawValue ?? ((try? $0.get())?.text.string ?? "") }
  }

  private static let pretty = """
    [
      {
        "title": "A",
        "text": "One [1] {2} \\" \\\\",
        "tags": ["x", {"y": 1}]
      },
      {"text": "Two"},
      {
        "text": "Three",
        "place": {
          "name": "Oslo"
        }
      }
    ]

    """

  @Test(arguments: ["list.json", "list.jsonl", "list.ndjson"])
  func theElementsOfAnArrayAreRecords(name: String) throws {
    for text in [Self.pretty, String(Self.pretty.split(separator: "\n").joined())] {
      for block in [1, 7, 1 << 20] {
        let documents = try read(text, as: name, block: block).map { try $0.get() }
        #expect(documents.map(\.text.string) == ["One [1] {2} \" \\", "Two", "Three"])
        #expect(documents.map(\.id) == ["\(name)#1", "\(name)#2", "\(name)#3"])
        #expect(documents[0].title == "A" && documents[2].metadata["place"]?["name"] == "Oslo")
        for document in documents {
          let bytes = Array(text.utf8)[document.source.span.range]
          #expect(bytes.first == UInt8(ascii: "{") && bytes.last == UInt8(ascii: "}"))
          #expect(Array(document.source.bytes) == Array(bytes))
        }
      }
    }
  }

  @Test(arguments: ["a.json", "a.jsonl"]) func objectsMayStandOnSeveralLines(name: String) throws {
    let one = "{\n  \"text\": \"One\"\n}\n"
    #expect(try words(read(one, as: name)) == ["One"])
    #expect(try words(read(one + "{\r\n\t\"text\": \"Two\"\r\n}", as: name)) == ["One", "Two"])
    #expect(try words(read("\u{FEFF}" + one, as: name)) == ["One"])
  }

  @Test func linesInAFileOfJSONAreReadAsWell() throws {
    #expect(
      try words(read("{\"text\":\"One\"}\n{\"text\":\"Two\"}\nnonsense\n{\"text\":\"Three\"}\n")) == [
        "One", "Two", "CD203", "Three",
      ])
    #expect(try words(read("{\"text\":\"One\"}{\"text\":\"Two\"}, {\"text\":\"Three\"}")).count == 3)
    #expect(try read("").isEmpty && read("[]").isEmpty && read(" [ ] ").isEmpty)
  }

  @Test func aBrokenRecordCostsItselfAndIsToldAtItsPlace() throws {
    let cut = "[\n  {\n    \"text\": \"One,\n    \"n\": 1\n  },\n  {\n    \"text\": \"Two\"\n  }\n]\n"
    let results = try read(cut)
    #expect(words(results) == ["CD203", "Two"])
    #expect(results.first?.failure?.offset == 23)
    #expect(results.first?.failure?.help == "mend the file there; other records of it are read")
    #expect(
      try words(read("[{\"text\":\"One\", {\"text\":\"Two\"}, {\"text\":\"Three\"}]")) == [
        "CD203", "Two", "Three",
      ])
    #expect(try words(read("[{\"text\":\"One\"},}],{\"text\":\"Two\"}]")).contains("Two"))
  }

  @Test func aBrokenRecordInALongLineCostsItselfAlone() throws {
    for rest in [
      "{\"text\":\"two\"},{\"text\":\"three\"}]", "{ \"text\": \"two\" }\n, {\n\"text\": \"three\" }]",
    ] {
      for start in ["[{\"text\":\"one\nbroken\"},", "[{\"text\":\"one\nbroken\", \"n\": {\"a\": 1}},"] {
        let text = start + rest
        for block in [1, 1 << 20] {
          let results = try read(text, block: block)
          #expect(words(results) == ["CD203", "two", "three"])
        }
        let item = try #require(items(text).first)
        // What is passed over is part of what failed, so that nothing is lost.
        #expect(
          item.bytes.map { String(decoding: $0, as: UTF8.self) } == String(start.dropFirst().dropLast()))
      }
    }
  }

  @Test func anArrayThatAScriptNamesIsReadAllTheSame() throws {
    #expect(
      try words(read("var x = [{\"text\":\"One\"},{\"text\":\"Two\"}];")).filter { $0 != "CD203" } == [
        "One", "Two",
      ])
  }

  @Test func whatIsPassedOverBehindABrokenRecordIsNotHeldWithoutEnd() throws {
    let text = "[{\"text\":\"one\nbroken\"}" + String(repeating: ",1", count: 5000) + ",{\"text\":\"Two\"}]"
    #expect(try words(read(text, line: 1000)) == ["CD205"])
    #expect(
      try words(read(text.replacing("\"}" + ",1", with: "\"}\n{\"text\":\"Two\"},1"), line: 1000)).prefix(2)
        == ["CD203", "Two"])
  }

  @Test func arraysInAnArrayHoldRecords() throws {
    #expect(
      try words(read("[[{\"text\":\"a\"}],[{\"text\":\"b\"},[{\"text\":\"c\"}]],[],{\"text\":\"d\"}]")) == [
        "a", "b", "c", "d",
      ])
    #expect(try words(read("[[{\"text\":\"a\"}]")).last == "CD203")
  }

  private func items(_ text: String) throws -> [SourceItem] {
    let folder = try TemporaryFolder(["list.json": text])
    return try source().items([folder.path])
  }

  @Test func aFileThatIsCutOffSaysSo() throws {
    let results = try read("[{\"text\":\"One\"},\n{\"text\":\"Two\"}")
    #expect(words(results) == ["One", "Two", "CD203"])
    #expect(results.last?.failure?.message.contains("has no end") == true)
    #expect(try words(read("[{\"text\":\"One\"},\n{\"text\":\"Tw")) == ["One", "CD203"])
  }

  @Test func whatIsNoObjectCostsOneFailureHoweverMuchThereIs() throws {
    let results = try read("[1, 2, [3, {\"text\":\"inside\"}], \"x\", {\"text\":\"One\"}, null, 7]")
    // Arrays in an array hold records as it does itself.
    #expect(words(results) == ["CD207", "inside", "CD207", "One", "CD207"])
    #expect(results.first?.failure?.help?.contains("a JSON file must hold objects") == true)
  }

  @Test func aRecordThatIsTooLongIsPassedOver() throws {
    let long = "{\"text\":\"" + String(repeating: "x", count: 5000) + "\"}"
    for block in [16, 1 << 20] {
      let results = try read("[{\"text\":\"One\"},\(long),{\"text\":\"Two\"}]", block: block, line: 1000)
      #expect(words(results) == ["One", "CD205", "Two"])
    }
  }

  @Test func anInputWithoutANameIsLookedAt() throws {
    let folder = try TemporaryFolder(["list": "[ {\"text\":\"One\"} ]", "object": "{\n\"text\":\"Two\"}"])
    #expect(try words(source().results([folder["list"], folder["object"]])) == ["One", "Two"])
  }

  @Test func linesStayLines() throws {
    // A line that is cut off costs itself, as ever; what stands in a line by itself is no array.
    #expect(
      try words(read("{\"text\":\"cut\n{\"text\":\"Two\"}\n[1]\n{\"text\":\"Three\"}\n", as: "a.jsonl")) == [
        "CD203", "Two", "CD207", "Three",
      ])
    #expect(try words(read("[1]\n{\"text\":\"Two\"}\n", as: "a.jsonl")) == ["CD207", "Two"])
  }

  @Test func theAccountOfARunIsNoInput() throws {
    let folder = try TemporaryFolder(["news.run.json": "{\"schema\":1}", "a.json": "{\"text\":\"One\"}"])
    #expect(try source().ids([folder.path]) == ["a.json#1"])
  }

  @Test func xmlThatIsNoPageIsNotTakenForText() throws {
    let feed = "<?xml version=\"1.0\"?>\n<rss><channel><item><title>T</title></item></channel></rss>"
    let folder = try TemporaryFolder([
      "feed.xml": feed, "page.xml": "<?xml version=\"1.0\"?><html><p>P</p></html>",
    ])
    let results = try source().results([folder["feed.xml"], folder["page.xml"]])
    #expect(results.map { $0.failure?.code } == [.badRecord, nil])
    #expect(results.first?.failure?.help?.contains("format: text") == true)
    #expect(try source { $0.format = .text }.documents([folder["feed.xml"]]).map(\.text.string) == [feed])
  }
}
