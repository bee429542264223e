import Copydesk
import Testing

@testable import Files

/// What mail, archives and files say of their encoding, and what they do not.
struct CharsetTests {
  private func mail(_ head: String, _ body: [UInt8]) throws -> Result<Document, Failure> {
    let folder = try TemporaryFolder()
    try folder.write(Array("Subject: S\n\(head)\n\n".utf8) + body, to: "m.eml")
    return try #require(try source().results([folder.path]).first)
  }

  @Test(arguments: [
    ("iso-2022-jp", Array("\u{1B}$BEl5~\u{1B}(B".utf8), "東京"), ("UTF-7", Array("Caf+AOk-".utf8), "Café"),
    ("utf-16", [0, 0x43, 0, 0xE9], "Cé"), ("utf-32", [0, 0, 0, 0x43], "C"), ("ibm850", [0x82], "é"),
    ("ks_c_5601-1987", [0x8C, 0x63], "똠"), ("windows-1255", [0xF0, 0xEE, 0xEC], "נמל"),
    ("shift_jis", [0x87, 0x40, 0xFB, 0xFC], "①髙"), ("mac-roman", [0x8E], "é"),
    // Other than they say.
    ("us-ascii", Array("\u{1B}$BEl5~\u{1B}(B".utf8), "東京"),
    (
      "utf-16", Array("This is not wide at all.".utf8),
      "This is not wide at all."
    ), ("iso-2022-jp", Array("Café".utf8), "Café"),
  ])
  func aMessageIsReadAsItSays(_ charset: String, _ body: [UInt8], _ text: String) throws {
    #expect(try mail("Content-Type: text/plain; charset=\(charset)", body).get().text.string == text)
  }

  @Test func aCharsetThatIsNotKnownIsRefusedWhereItMatters() throws {
    let type = "Content-Type: text/plain; charset=x-nonsense"
    let failure = try #require(try mail(type, [0x63, 0xE9]).failure)
    #expect(failure.code == .notUTF8)
    #expect(failure.message == "the charset \"x-nonsense\" is not known, and the text is not UTF-8")
    #expect(failure.help?.contains("input: { encoding:") == true)
    let utf8 = try mail(type, Array("Café".utf8)).get()
    #expect(utf8.text.string == "Café" && utf8.trail.entries.map(\.rule) == ["charset.unknown"])
    // The user knows.
    let folder = try TemporaryFolder()
    try folder.write(Array("Subject: S\n\(type)\n\nc".utf8) + [0xE9], to: "m.eml")
    var options = FileSource.Options()
    options.encoding = "iso-8859-5"
    let files = try FileSource(options: options, context: StageContext())
    #expect(try files.documents([folder.path]).map(\.text.string) == ["cщ"])
  }

  @Test func whatSaysNothingIsGuessedAndThatIsTold() throws {
    let plain = try mail("To: a@b", [0x63, 0xE9]).get()
    #expect(plain.text.string == "cé" && plain.trail.entries.map(\.rule) == ["charset.guessed"])
    let lie = try mail("Content-Type: text/plain; charset=us-ascii", [0x63, 0xE9]).get()
    #expect(lie.text.string == "cé" && lie.trail.entries.map(\.rule) == ["charset.guessed"])
    let broken = try mail("Content-Type: text/plain; charset=utf-8", [0x63, 0xE9]).get()
    #expect(broken.trail.entries.map(\.rule) == ["charset.replaced"])
    #expect(try mail("To: a@b", Array("Café".utf8)).get().trail.entries.isEmpty)
  }

  @Test func binaryIsNoTextWhateverTheMessageSays() throws {
    let bytes = (0..<400).map { UInt8($0 * 37 % 256) }
    #expect(try mail("Content-Type: text/plain", bytes).failure?.code == .binaryFile)
  }

  @Test func fieldsThatNobodyEncodedAreInTheCharsetOfTheText() throws {
    let folder = try TemporaryFolder()
    let type = "Content-Type: text/plain; charset=iso-8859-2\n"
    try folder.write(
      Array("Subject: ".utf8) + [0xA3, 0xF3, 0x64, 0xBC] + Array("\n\(type)\nx".utf8), to: "a.eml")
    try folder.write(Array("Subject: \u{1B}$BEl5~\u{1B}(B\n\nx".utf8), to: "b.eml")
    #expect(try source().documents([folder.path]).map(\.title) == ["Łódź", "東京"])
  }

  @Test(arguments: [
    ("=?ISO-2022-JP?B?GyRCRWw1fhsoQg==?=", "東京"), ("=?utf-7?q?Caf+AOk-?=", "Café"),
    // Cut inside of a letter.
    ("=?utf-8?q?Caf=C3?= =?utf-8?q?=A9?= 1", "Café 1"), ("=?utf-8*en?q?Caf=C3=A9?=", "Café"),
    ("=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"), ("=?x-no?q?=E9?= =?utf-8?q?c?=", "=?x-no?q?=E9?=c"),
    ("=?iso-8859-1?q?=E9?= =?koi8-r?q?=C1?=", "éа"), ("=?a?b", "=?a?b"), ("=?utf-8?q?a?==?x", "a=?x"),
  ])
  func wordsOfAFieldAreDecoded(_ value: String, _ expected: String) {
    #expect(EncodedWords.decode(value) == expected)
  }

  private func archive(_ type: String, _ body: [UInt8]) throws -> Result<Document, Failure> {
    let folder = try TemporaryFolder()
    try folder.write(
      ArchiveSample.record("response", ArchiveSample.response(body, type: type)), to: "a.warc")
    return try #require(try source().results([folder.path]).first)
  }

  @Test func aPageOfAnArchiveIsReadLikeAFile() throws {
    let japanese = Array("<html><p>\u{1B}$BEl5~\u{1B}(B".utf8)
    let document = try archive("text/html; charset=iso-2022-jp", japanese).get()
    #expect(document.text.string == "<html><p>東京" && document.metadata["charset"] == "iso-2022-jp")
    let place = document.text.source(of: Span(9, 12))
    #expect(place.count == 2)
    let korean = try archive("text/html; charset=none", Array("<html><p>caf".utf8) + [0xE9]).get()
    #expect(korean.text.string == "<html><p>café")
    #expect(korean.trail.entries.map(\.rule) == ["charset.unknown", "charset.guessed"])
  }

  @Test func chunksMayCutACharacterOfAnyEncoding() throws {
    let body: [UInt8] = Array("3\r\nab".utf8) + [0x93] + Array("\r\n3\r\n".utf8) + [0xFA, 0x96, 0x7B]
    let block = ArchiveSample.response(
      body + Array("\r\n0\r\n\r\n".utf8), type: "text/plain; charset=shift_jis",
      more: "Transfer-Encoding: chunked\r\n")
    let folder = try TemporaryFolder()
    let record = ArchiveSample.record("response", block)
    try folder.write(record, to: "a.warc")
    let document = try source().documents([folder.path])[0]
    #expect(document.text.string == "ab日本")
    #expect(Array(record[document.text.source(of: Span(5, 8)).range]) == [0x96, 0x7B])
    #expect(
      Array(record[document.text.source(of: Span(2, 5)).range]) == [0x93] + Array("\r\n3\r\n".utf8) + [0xFA])
  }

  @Test func textsOfJapaneseWithEscapesAreKnownByThem() throws {
    let folder = try TemporaryFolder(["a.txt": "\u{1B}$BEl5~\u{1B}(B", "b.txt": "\u{1B}[1mbold\u{1B}[0m"])
    let documents = try source().documents([folder.path])
    #expect(documents.map(\.text.string) == ["東京", "\u{1B}[1mbold\u{1B}[0m"])
    #expect(documents[0].source.encoding.name == "iso-2022-jp")
    #expect(documents[0].trail.entries.map(\.rule) == ["charset.guessed"])
  }

  @Test func recordsMayHaveEscapes() throws {
    let folder = try TemporaryFolder([
      "a.jsonl": "{\"text\":\"\u{1B}$BEl$\"5~\u{1B}(B\"}\n{\"text\":\"Café\"}\n"
    ])
    var options = FileSource.Options()
    options.encoding = "iso-2022-jp"
    let documents = try FileSource(options: options, context: StageContext()).documents([folder.path])
    #expect(documents.map(\.text.string) == ["東あ京", "Café"])
  }

  @Test func whatIsStruckOutOfATextWithEscapesCanBeRead() throws {
    let folder = try TemporaryFolder(["a.txt": "\u{1B}$BEl5~\u{1B}(B rain"])
    var document = try source().documents([folder.path])[0]
    document.remove(Span(3, 6), rule: "x")
    let markup = String(decoding: ArticleMarkup(document, struck: true).bytes, as: UTF8.self)
    #expect(markup.contains("<del title=\"x\">京</del>"))
  }
}
