import Copydesk
import Testing

@testable import Files

/// Records and rows that are not UTF-8, where the definition says what they are.
struct ForeignRecordTests {
  /// Letters that have a byte each in Windows-1252.
  private func latin(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  private func read(_ bytes: [UInt8], as name: String, _ encoding: String? = "windows-1252") throws
    -> [Result<Document, Failure>]
  {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    return try source { $0.encoding = encoding }.results([folder.path])
  }

  @Test(arguments: ["t.csv", "t.tsv"]) func aTableIsRead(name: String) throws {
    let tab = name == "t.tsv" ? "\t" : ";"
    let table = latin(
      "Überschrift\(tab)text\nCafé\(tab)\"Der Bürgermeister sagte: \"\"Schön.\"\"\"\nplain\(tab)Plain.\n")
    let documents = try read(table, as: name).map { try $0.get() }
    #expect(documents.map(\.text.string) == ["Der Bürgermeister sagte: \"Schön.\"", "Plain."])
    #expect(documents[0].metadata["Überschrift"] == .string("Café"))
    #expect(documents[0].source.encoding.name == "windows-1252" && documents[1].source.encoding == .utf8)
    // Each character leads to its own bytes in the file.
    let text = documents[0].text
    for (start, letters) in [("B", 13), ("S", 5)] {
      let at = try #require(text.utf8.firstIndex(of: start.utf8.first!))
      let span = Span(at, at + letters)
      let word = String(decoding: text.utf8[span.range], as: UTF8.self)
      #expect(Array(table[text.source(of: span).range]) == latin(word))
    }
  }

  @Test(arguments: ["r.jsonl", "r.json"]) func recordsAreRead(name: String) throws {
    let records =
      latin("{\"text\":\"Caf\u{E9}\\n\u{FC}ber\",\"title\":\"\u{C4}\"}\n")
      + Array("{\"text\":\"naïve\"}\n".utf8)
    let documents = try read(records, as: name).map { try $0.get() }
    // What is UTF-8 stays, record by record.
    #expect(documents.map(\.text.string) == ["Café\nüber", "naïve"])
    #expect(documents[0].title == "Ä")
    let text = documents[0].text
    #expect(Array(records[text.source(of: Span(0, text.utf8.count)).range]) == latin("Caf\u{E9}\\n\u{FC}ber"))
    #expect(documents[0].source.bytes.elementsEqual(records[documents[0].source.span.range]))
  }

  @Test func withoutTheOptionTheyFailAtTheirPlace() throws {
    let results = try read(latin("text\nplain\nCaf\u{E9}\n"), as: "t.csv", nil)
    #expect(results.map { $0.failure?.code } == [nil, .notUTF8] && results[1].failure?.offset == 14)
  }

  @Test func whatIsWrongInARecordIsToldAtItsPlaceInTheFile() throws {
    let results = try read(latin("{\"text\":\"\u{E9}\u{E9}\u{E9}\",}\n"), as: "r.jsonl")
    #expect(results[0].failure?.code == .malformedJSON && results[0].failure?.offset == 14)
  }
}
