import Copydesk
import Foundation
import Testing

@testable import Files

/// Files that are called a text, and hold something else; and texts that begin like such.
struct TextContentTests {
  private static let message =
    "From: Anna Berg <anna@example.org>\r\nSubject: Rain\r\nMessage-ID: <1@example.org>\r\n\r\nRain fell.\r\n"
  private static let lines =
    "{\"text\": \"Rain fell.\", \"n\": 1}\n\n{\"body\":\"Snow fell.\"}\n{\"text\":\"Hail.\"}\n"
  private static let mailbox = "From anna@example.org Tue Mar  5 10:00:00 2024\n\(message)\n"
  private static let archive = String(
    decoding: ArchiveSample.record("conversion", Array("Rain fell.".utf8), type: "text/plain"), as: UTF8.self)

  @Test(arguments: [(lines, 3), ("\u{FEFF}" + lines, 3), (mailbox + mailbox, 2), (archive + archive, 2)])
  func recordsThatAreCalledATextAreReadWhereTheFileIsNamed(_ content: String, _ count: Int) throws {
    let folder = try TemporaryFolder(["a.txt": content])
    try folder.write(BlockCompressor(compression: .gzip).compress(Array(content.utf8)[...]), to: "b.text.gz")
    for name in ["a.txt", "b.text.gz"] {
      let documents = try source().documents([folder[name]])
      #expect(documents.count == count && documents[0].text.string.hasPrefix("Rain fell."))
    }
  }

  @Test(arguments: [
    (lines, "JSON Lines", "jsonl"), (mailbox, "a mailbox", "mbox"), (archive, "a web archive", "warc"),
  ])
  func recordsThatAreCalledATextFailWhereTheFileIsOneOfAFolder(
    _ content: String, _ what: String, _ ending: String
  ) throws {
    let folder = try TemporaryFolder(["a.txt": content, "b.txt": "Snow fell."])
    let results = try source().results([folder.path])
    #expect(results[0].failure?.code == .badRecord)
    #expect(results[0].failure?.message == "the file is \(what), though its name says that it is text")
    #expect(results[0].failure?.help?.contains("call it .\(ending)") == true)
    #expect(try results[1].get().text.string == "Snow fell.")
    let asked = try source { $0.format = .text }.documents([folder["a.txt"]])
    #expect(asked[0].text.string == content)
  }

  @Test func aMessageThatIsCalledATextIsReadAsOne() throws {
    let folder = try TemporaryFolder(["a.txt": Self.message])
    for input in [folder.path, folder["a.txt"]] {
      let document = try source().documents([input])[0]
      #expect(document.title == "Rain" && document.text.string == "Rain fell.\r\n")
    }
  }

  @Test(arguments: [
    ("{\\rtf1\\ansi Rain fell.}", "RTF"), ("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "PDF"),
    ("PAR1\u{15}\u{4}\0\0PAR1", "Parquet"), ("SQLite format 3\0\u{10}\0", "an SQLite database"),
  ])
  func whatIsMarkedAsNoTextFails(_ content: String, _ name: String) throws {
    let folder = try TemporaryFolder(["a.txt": content, "b.md": content])
    for result in try source().results([folder.path]) {
      #expect(result.failure?.code == .binaryFile)
      #expect(result.failure?.message == "the file is \(name), not text")
    }
  }

  @Test(arguments: [
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], "xz"), (Array("BZh91AY&SY".utf8) + [0x9E, 0x4E], "bzip2"),
    ([0x04, 0x22, 0x4D, 0x18, 0x64], "LZ4"), (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C, 0, 4], "7-Zip"),
  ]) func whatIsCompressedInAnotherWayIsCalledByItsName(_ content: [UInt8], _ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(content, to: "a.txt.packed")
    let failure = try source().results([folder["a.txt.packed"]])[0].failure
    #expect(failure?.code == .binaryFile)
    #expect(failure?.message == "the file is compressed with \(name), which is not read")
    let stream = LinesOrJSON(id: "stdin", path: "-", MemoryStream(content[...]), limits: ReadingLimits())
    var items = stream
    #expect(items.next()?.failure?.message == failure?.message && items.next() == nil)
  }

  @Test func aMemberThatIsCalledATextIsReadByWhatItHolds() throws {
    let folder = try TemporaryFolder(["in/a.txt": Self.lines, "in/b.txt": "Rain."])
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-cf", folder["t.tar"], "-C", folder["in"], "a.txt", "b.txt"]
    try tar.run()
    tar.waitUntilExit()
    let ids = ["t.tar!a.txt#1", "t.tar!a.txt#2", "t.tar!a.txt#3", "t.tar!b.txt"]
    #expect(try source().documents([folder["t.tar"]]).map(\.id) == ids)
  }

  @Test(arguments: [
    "{\"a\": 1}\n{\"b\": 2}\nso begins a file of JSON Lines.",
    "{\"text\": \"one\"}\nis an object of JSON.",
    "{\"text\": \"one record, as an example\"}\n",
    "{Editor's note} Rain fell.\n{Another} Snow fell.",
    "WARC/1.0\nis what a record of a web archive begins with.",
    "WARC/1.0 WARC-Type: response\nThis is how it begins.",
    "From Monday to Friday rain fell.\nSubject: to change, forecasters said.",
    "From anna@example.org we heard\nSubject: nothing",
    "FROM: The harbour office\nDATE: 5 March 2024\nSUBJECT: Rain\n\nRain fell in Lorn.",
    "Note: rain\nFrom: here\n\nRain fell.",
    "Message-ID: is a field of mail.\nFrom: is one, too.\nSo are others: many.",
    "{\\rtf1 is what a file of RTF begins with.",
    "%PDF-1.4 is what a file of PDF begins with.\nRain fell.",
    "%PDF- and such", "PAR1 is what a file of Parquet begins with.", "W", "From ", "{", "From",
  ])
  func anArticleMayBeginLikeAnyOfThem(_ text: String) throws {
    let folder = try TemporaryFolder(["a.txt": text])
    for input in [folder.path, folder["a.txt"]] {
      let document = try source().documents([input])[0]
      #expect(document.text.string == text && document.source.format == .text)
    }
  }
}
