import Copydesk
import Foundation
import Testing

@testable import Files

/// Tables and JSON in UTF-16 and UTF-32.
struct WideStreamTests {
  private static let wide: [(label: String, encoding: String.Encoding, mark: [UInt8])] = [
    ("utf-16le", .utf16LittleEndian, [0xFF, 0xFE]), ("utf-16be", .utf16BigEndian, [0xFE, 0xFF]),
    ("utf-32le", .utf32LittleEndian, [0xFF, 0xFE, 0, 0]), ("utf-32be", .utf32BigEndian, [0, 0, 0xFE, 0xFF]),
  ]
  private static let table = "id\ttitle\ttext\r\n1\tŁódź 🚋\t\"The tram \"\"4\"\"\nopened.\"\r\n2\tB\t中文\r\n"
  private static let lines =
    "{\"id\":\"1\",\"title\":\"Łódź 🚋\",\"text\":\"中文\"}\n\n{\"id\":\"2\",\"text\":\"B\"}\n"

  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  private func read(_ bytes: [UInt8], as name: String, asked: String? = nil) throws -> [Document] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    return try source { $0.encoding = asked }.documents([folder.path])
  }

  @Test(arguments: ["t.csv", "t.tsv"]) func tablesAreReadByTheirMark(name: String) throws {
    for (_, encoding, mark) in Self.wide {
      let rows = try read(mark + (try bytes(Self.table, encoding)), as: name)
      #expect(rows.map(\.id) == ["1", "2"] && rows[0].title == "Łódź 🚋")
      #expect(rows.map(\.text.string) == ["The tram \"4\"\nopened.", "中文"])
    }
  }

  @Test(arguments: ["t.jsonl", "t.json", "t.jsonl.gz"]) func recordsAreReadByTheirMark(name: String) throws {
    for (_, encoding, mark) in Self.wide {
      let plain = mark + (try bytes(Self.lines, encoding))
      let records = try read(
        name.hasSuffix(".gz") ? BlockCompressor(compression: .gzip).compress(plain[...]) : plain, as: name)
      #expect(records.map(\.id) == ["1", "2"] && records.map(\.text.string) == ["中文", "B"])
      #expect(records[0].title == "Łódź 🚋")
      // Places are counted in the UTF-8.
      #expect(records[0].source.span.start == 0 && records[1].source.span.start == Self.lines.utf8.count - 22)
      #expect(String(decoding: records[1].source.bytes, as: UTF8.self) == "{\"id\":\"2\",\"text\":\"B\"}")
    }
  }

  @Test func withoutAMarkTheyAreReadWhereTheUserSaysWhatTheyAre() throws {
    for (label, encoding, _) in Self.wide {
      for asked in [label, String(label.dropLast(2))] {
        let rows = try read(try bytes(Self.table, encoding), as: "t.csv", asked: asked)
        #expect(rows.map(\.text.string) == ["The tram \"4\"\nopened.", "中文"], "\(asked)")
      }
    }
    // What is UTF-8 all the same stays that.
    for text in [Self.table, "\u{FEFF}" + Self.table, "text\na\n"] {
      let rows = try read(Array(text.utf8), as: "t.csv", asked: "utf-16")
      #expect(rows.first?.text.string == (text.hasPrefix("text") ? "a" : "The tram \"4\"\nopened."))
    }
  }

  @Test func aCharacterMayLieAcrossBlocks() throws {
    var text = "a"
    while text.utf8.count < 300_000 { text += "🚋Łx" }
    for (label, encoding, mark) in Self.wide {
      for step in [1, 3, 4_097, 70_000] {
        let stream = WideStream(Dripping(mark + (try bytes(text, encoding)), step), asked: nil)
        var out: [UInt8] = []
        while try stream.readOn(100_000, into: &out, fills: step % 2 == 0) > 0 {}
        #expect(out == Array(text.utf8), "\(label) \(step)")
      }
    }
  }

  /// Blocks may begin with any of them.
  @Test func onlyTheFirstMarkTellsTheOrderOfBytes() throws {
    let text = String(repeating: "\u{FEFF}\u{FFFE}x", count: 60_000)
    for (label, encoding, mark) in Self.wide {
      let stream = WideStream(MemoryStream((mark + (try bytes(text, encoding)))[...]), asked: nil)
      #expect(try stream.whole(limit: 1_000_000) == Array(text.utf8), "\(label)")
    }
  }

  @Test func whatIsCutOffOrNoCharacterIsShown() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x43]
    let stream = WideStream(MemoryStream(bytes[...]), asked: nil)
    #expect(String(decoding: try stream.whole(limit: 100), as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
    for short: [UInt8] in [[], [0x41], [0xFF], [0], [0, 0], [0xFF, 0xFE]] {
      let rest = try WideStream(MemoryStream(short[...]), asked: nil).whole(limit: 100)
      #expect(rest == (short == [0xFF, 0xFE] ? [] : short))
    }
  }

  @Test func whatIsNotWideIsHandedOnAsItIs() throws {
    let plain = (0..<200_000).map { UInt8(($0 * 7 + 1) % 128) }
    for step in [1, 1_000, 200_000] {
      let stream = WideStream(Dripping(plain, step), asked: nil)
      #expect(try stream.whole(limit: 1_000_000) == plain)
    }
  }

  @Test func theOriginalOfUTF8WithANULIsNotTakenForUTF16() throws {
    let folder = try TemporaryFolder()
    let bytes = Array("a\0b,c\n1,2,3\n".utf8)
    try folder.write(bytes, to: "a.csv")
    try folder.write(BlockCompressor(compression: .gzip).compress(([0xE9] + bytes)[...]), to: "b.csv.gz")
    #expect(OriginalFile.bytes(of: Span(0, 5), in: folder.path + "/a.csv") == Array(bytes[..<5]))
    #expect(OriginalFile.bytes(of: Span(1, 6), in: folder.path + "/b.csv.gz") == Array(bytes[..<5]))
  }

  @Test func theOriginalOfARecordIsFoundAgain() throws {
    let folder = try TemporaryFolder()
    try folder.write([0xFF, 0xFE] + (try bytes(Self.lines, .utf16LittleEndian)), to: "a.jsonl")
    try folder.write(try bytes(Self.lines, .utf16LittleEndian), to: "b.jsonl")
    let end = Self.lines.utf8.count - 1
    for name in ["a.jsonl", "b.jsonl"] {
      let path = folder.path + "/" + name
      #expect(
        OriginalFile.bytes(of: Span(end - 21, end), in: path) == Array("{\"id\":\"2\",\"text\":\"B\"}".utf8))
      #expect(OriginalFile.bytes(of: Span(0, end + 2), in: path) == nil)
    }
    // A text of UTF-16 counts its own bytes.
    let utf16 = TextEncoding(label: "utf-16le") ?? .utf8
    #expect(
      OriginalFile.bytes(of: Span(0, 4), in: folder.path + "/a.jsonl", encoding: utf16) == [
        0xFF, 0xFE, 0x7B, 0,
      ])
  }
}

/// A stream that hands out a few bytes at a time.
private final class Dripping: ByteStream {
  private let bytes: [UInt8]
  private let step: Int
  private let position = Position()

  init(_ bytes: [UInt8], _ step: Int) {
    self.bytes = bytes
    self.step = step
  }

  var isPipe: Bool { true }

  func readOn(_ count: Int, into out: inout [UInt8], fills: Bool) -> Int {
    var read = 0
    repeat {
      let wanted = min(step, count - read)
      let start = position.advance(by: wanted, below: bytes.count)
      let piece = bytes.dropFirst(start).prefix(wanted)
      out += piece
      read += piece.count
      if piece.isEmpty { break }
    } while fills && read < count
    return read
  }
}
