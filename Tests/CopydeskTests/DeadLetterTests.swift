import Testing

@testable import Copydesk

@Suite struct DeadLetterTests {
  private func letter(_ bytes: [UInt8], reading: SourceReading?) throws -> DeadLetter {
    let source = DocumentSource(path: "in/a.jsonl", span: Span(7, 7 + bytes.count), bytes: bytes[...])
    var document = Document(id: "a#2", source: source, text: Text())
    document.reading = reading
    let failure = Failure(.malformedJSON, "broke", help: "mend it", offset: 9, stage: "acme.stage")
    return try DeadLetter(document.deadLetter(failure).dropLast()[...])
  }

  @Test(arguments: [
    Array("{\"text\": \"é\n\u{1}\\\"".utf8), [0xFF, 0x00, 0x0A], [], Array("\u{FEFF}x\r\n".utf8),
  ])
  func whatIsWrittenCanBeReadAgain(_ bytes: [UInt8]) throws {
    let letter = try letter(bytes, reading: SourceReading(format: "jsonl", hasBytes: true))
    #expect(letter.original == bytes)
    #expect(letter.id == "a#2" && letter.path == "in/a.jsonl" && letter.format == "jsonl")
    #expect(letter.span == Span(7, 7 + bytes.count))
    #expect(
      letter.failure
        == Failure(.malformedJSON, "broke", help: "mend it", offset: 9, stage: "acme.stage"))
  }

  @Test func bytesThatCouldNotBeReadAreNotTakenForAnEmptyFile() throws {
    #expect(try letter([], reading: SourceReading(format: "text", hasBytes: false)).original == nil)
    #expect(try letter([], reading: SourceReading(format: "text", hasBytes: true)).original == [])
  }

  @Test(arguments: [
    (#"{"text":"x"}"#, "an \"id\""), (#"{"id":"x"}"#, "a \"source\""),
    (#"{"id":"x","source":{"path":"p","start":3,"end":1,"format":"text"}}"#, "a \"source\""),
    (#"{"id":"x","source":{"path":"p","start":0,"end":1,"format":"text"}}"#, "an \"error\""),
    (
      #"{"id":"x","source":{"path":"p","start":0,"end":1,"format":"text"},"#
        + #""error":{"code":"CD201","message":"m"},"original_base64":"Z"}"#, "Base64"
    ),
    ("{", "member"),
  ]) func anythingElseIsRefusedWithWhatItLacks(_ line: String, _ lacking: String) {
    let error = #expect(throws: MalformedJSON.self) { try DeadLetter(Array(line.utf8)[...]) }
    #expect(error?.expected.contains(lacking) == true, "\(String(describing: error))")
  }
}
