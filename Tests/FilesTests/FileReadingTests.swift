import Copydesk
import Testing

@testable import Files

struct FileReadingTests {
  private func read(
    _ bytes: [UInt8], as name: String = "a.txt", format: FileSource.Format = .auto
  ) throws -> Result<Document, Failure> {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    return try #require(try source { $0.format = format }.results([folder.path]).first)
  }

  private func read(_ string: String, as name: String = "a.txt") throws -> Document {
    try read(Array(string.utf8), as: name).get()
  }

  @Test func aFileIsOneDocumentWithItsBytes() throws {
    let document = try read("Héllo.\n")
    #expect(document.text.string == "Héllo.\n")
    #expect(document.id == "a.txt")
    #expect(document.source.span == Span(0, 8))
    #expect(Array(document.source.bytes) == Array("Héllo.\n".utf8))
  }

  @Test(arguments: [
    ("a.txt", DocumentSource.Format.text), ("a.text", .text), ("a.md", .markdown), ("a.MARKDOWN", .markdown),
    ("a.html", .html), ("a.htm", .html), ("a.xhtml", .html),
  ])
  func theExtensionSaysTheFormat(name: String, format: DocumentSource.Format) throws {
    let all = try source { $0.include = ["*"] }
    let folder = try TemporaryFolder([name: "Some text."])
    #expect(try all.documents([folder.path]).map(\.source.format) == [format])
  }

  @Test(arguments: [
    "<!DOCTYPE html><p>", "\u{FEFF}\n <html>", "<HTML lang=en>", "<!doctype HTML PUBLIC \"x\">", "<html",
    "<?xml version=\"1.0\"?>\n<!-- saved > by --> <!DOCTYPE html>", "<!----><html>",
  ])
  func contentThatBeginsLikeHTMLIsHTMLWhateverTheExtension(text: String) throws {
    #expect(try read(text, as: "a.txt").source.format == .html)
    #expect(try read(text, as: "a.md").source.format == .html)
  }

  @Test(arguments: [
    "<htmlx>", "text <html>", "<!-- <html>", "<", "", "<!doctype htm",
  ])
  func otherContentIsNot(text: String) throws {
    #expect(try read(text).source.format == .text)
  }

  @Test func aFormatThatIsNamedWins() throws {
    let page = Array("<html>".utf8)
    #expect(try read(page, format: .text).get().source.format == .text)
    #expect(try read(page, as: "a.html", format: .markdown).get().source.format == .markdown)
    #expect(try read(Array("{\"text\":\"x\"}".utf8), format: .jsonl).get().id == "a.txt#1")
    #expect(try read(Array("{}".utf8), as: "a.jsonl", format: .text).get().text.string == "{}")
  }

  @Test func aByteOrderMarkIsNoTextAndTheWayBackKnowsIt() throws {
    let document = try read("\u{FEFF}Title")
    #expect(document.text.string == "Title")
    #expect(document.source.span == Span(0, 8))
    #expect(document.text.source(of: Span(0, 5)) == Span(3, 8))
  }

  @Test func lineEndsStayAsTheyAre() throws {
    #expect(try read("a\r\nb\r\n").text.utf8 == Array("a\r\nb\r\n".utf8))
  }

  @Test func emptyFilesAreEmptyDocuments() throws {
    #expect(try read("").text.isEmpty)
    #expect(try read("\u{FEFF}").text.isEmpty)
  }

  @Test func binaryFilesFail() throws {
    #expect(try read(Array("abc".utf8) + [0]).failure?.code == .binaryFile)
    let controls = Array(repeating: UInt8(ascii: "a"), count: 80) + Array(repeating: 1, count: 20)
    #expect(try read(controls).failure?.code == .binaryFile)
    #expect(try read(controls).failure?.help != nil)
    // A tenth or less, as in the output of a terminal, will do.
    #expect(try read(Array(controls.dropLast(12))).failure == nil)
  }

  @Test(arguments: [[0xFF, 0xFE, 0xE9, 0x00], [0xFE, 0xFF, 0x00, 0xE9]] as [[UInt8]])
  func utf16IsReadInText(bytes: [UInt8]) throws {
    let document = try read(bytes, as: "a.txt").get()
    #expect(document.text.string == "é" && Array(document.source.bytes) == bytes)
    #expect(document.text.source(of: Span(0, 2)) == Span(2, 4))
  }

  @Test func anEncodingThatTheUserNamesIsForWhatIsNotUTF8() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x63, 0x61, 0x66, 0xE9], to: "a.txt")
    try folder.write(Array("café".utf8), to: "b.txt")
    let documents = try source { $0.encoding = "ISO-8859-1" }.documents([folder.path])
    #expect(documents.map(\.text.string) == ["café", "café"])
    #expect(documents[0].text.source(of: Span(3, 5)) == Span(3, 4))
  }

  @Test func anEncodingThatIsNotKnownIsRefused() throws {
    #expect(throws: InvalidOption.self) { try source { $0.encoding = "latin-99" } }
  }

  @Test func bytesThatAreNotUTF8FailWithTheirPlace() throws {
    let failure = try read([0xEF, 0xBB, 0xBF] + Array("caf".utf8) + [0xE9, 0x20]).failure
    #expect(failure?.code == .notUTF8)
    #expect(failure?.offset == 6)
  }

  @Test func aFileBeyondTheLimitFails() throws {
    let folder = try TemporaryFolder(["a.txt": "123456", "b.txt": "12345"])
    var small = try source()
    small.limits.file = 5
    let results = try small.results([folder.path])
    #expect(results[0].failure?.code == .tooLarge)
    #expect(try results[1].get().text.string == "12345")
  }

  @Test func filesAreReadWhole() throws {
    for count in [0, 1, 4095, 4096, 4097, 100_000] {
      let text = String(repeating: "x", count: count)
      #expect(try read(text).text.count == count)
    }
  }

  @Test func aNamedFolderThatIsGoneFailsAlone() throws {
    let folder = try TemporaryFolder(["a.txt": "x"])
    var item = SourceItem(id: "gone.txt", path: folder["gone.txt"], format: "text")
    #expect { try source().load(&item) } throws: { ($0 as? Failure)?.code == .unreadableFile }
    var same = SourceItem(id: "folder", path: folder.path, format: "text")
    #expect { try source().load(&same) } throws: { ($0 as? Failure)?.code == .unreadableFile }
  }
}
