import Copydesk
import Testing

@testable import Files

/// How bodies of responses are compressed, and how they say so.
struct BodyCodingTests {
  private let page = Array("<html><p>A page of the harbour, the harbour, the harbour.</p>".utf8)

  private func gzip(_ bytes: [UInt8]) -> [UInt8] { BlockCompressor(compression: .gzip).compress(bytes[...]) }

  /// The page, as a server sends it that was asked for Brotli.
  private let brotli: [UInt8] = [
    0x1B, 0x3C, 0x00, 0xE0, 0x8D, 0x93, 0xA5, 0x7E, 0xA3, 0x34, 0x42, 0xA5, 0xB7, 0x8F, 0xD9, 0x1B, 0x9C,
    0x64, 0xE1,
    0x09, 0x82, 0x89, 0x1C, 0xB0, 0xB7, 0x05, 0x18, 0xC8, 0x8D, 0x5F, 0xB1, 0x5C, 0x36, 0x70, 0x3B, 0xDB,
    0x33, 0x6B,
    0x26, 0x42, 0xF9, 0x1F, 0xF3, 0x83, 0x8A, 0x02,
  ]

  /// What is inside of gzip, and zlib around it.
  private func deflate(_ bytes: [UInt8]) -> [UInt8] { Array(gzip(bytes).dropFirst(10).dropLast(8)) }

  private func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let sum = b << 16 | a
    return [0x78, 0x9C] + deflate(bytes) + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  private func chunked(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 7) {
      let chunk = bytes[start..<min(start + 7, bytes.count)]
      out += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    return out + Array("0\r\n\r\n".utf8)
  }

  private func read(_ body: [UInt8], _ fields: String, type: String = "text/html") throws -> String {
    let folder = try TemporaryFolder()
    let more = fields.isEmpty ? "" : fields.split(separator: "|").map { "\($0)\r\n" }.joined()
    try folder.write(
      ArchiveSample.record("response", ArchiveSample.response(body, type: type, more: more)), to: "a.warc")
    let results = try source().results([folder.path])
    guard let result = results.first else { return "nothing" }
    return try result.failure.map { "\($0.code.rawValue): \($0.message)" } ?? result.get().text.string
  }

  @Test func codingsAreUndoneInAnyCombination() throws {
    let text = String(decoding: page, as: UTF8.self)
    #expect(try read(chunked(gzip(page)), "Transfer-Encoding: gzip, chunked") == text)
    #expect(try read(chunked(gzip(page)), "Transfer-Encoding: gzip|Transfer-Encoding: chunked") == text)
    #expect(try read(chunked(zlib(page)), "Transfer-Encoding: deflate, chunked") == text)
    // Chunked once, and said twice: the first chunk may look like another chunk.
    let lines = Array("5\nwords of the text and more of them".utf8)
    let twice = "Transfer-Encoding: chunked|Transfer-Encoding: chunked"
    #expect(try read(chunked(lines), twice, type: "text/plain") == String(decoding: lines, as: UTF8.self))
    let many = String(repeating: "a,", count: 20)
    #expect(try read(page, "Content-Encoding: \(many)gzip").hasPrefix("CD207"))
    #expect(try read(chunked(deflate(page)), "Content-Encoding: deflate|Transfer-Encoding: Chunked") == text)
    #expect(try read(gzip(gzip(page)), "Content-Encoding: gzip, gzip") == text)
    #expect(try read(gzip(gzip(page)), "Content-Encoding: gzip|Content-Encoding: x-gzip") == text)
    #expect(try read(gzip(zlib(page)), "Content-Encoding: deflate, gzip") == text)
    // What the head does not tell, the bytes do.
    #expect(try read(gzip(page), "") == text)
    #expect(try read(gzip(gzip(page)), "Content-Encoding: gzip") == text)
    #expect(try read(gzip(page), "Content-Encoding: br") == text)
    #expect(try read(gzip(page), "", type: "") == text)
    #expect(try read(chunked(gzip(page)), "Transfer-Encoding: chunked, gzip") == text)
  }

  @Test(arguments: ["gzip", "deflate", "br", "compress", "identity", "none", "utf-8", "gzip, br", ""])
  func aBodyThatWasUnpackedBeforeIsReadAsItIs(_ coding: String) throws {
    #expect(try read(page, "Content-Encoding: \(coding)") == String(decoding: page, as: UTF8.self))
  }

  @Test func whatCannotBeUnpackedIsRefused() throws {
    let compress: [UInt8] = [0x1F, 0x9D, 0x90] + Array(0...255)
    for fields in ["Content-Encoding: compress", ""] {
      #expect(try read(compress, fields) == "CD207: the page is compressed with compress, which is not read")
    }
    #expect(try read(brotli, "Content-Encoding: exi").hasPrefix("CD207: the page is compressed with exi"))
    #expect(try read(gzip(page).dropLast(12) + [], "").hasPrefix("CD204"))
  }

  @Test func brotliIsUnpacked() throws {
    let text = String(decoding: page, as: UTF8.self)
    #expect(try read(brotli, "Content-Encoding: br") == text)
    #expect(try read(chunked(brotli), "Content-Encoding: BR|Transfer-Encoding: chunked") == text)
    #expect(try read(gzip(brotli), "Content-Encoding: br, gzip") == text)
  }

  @Test func brotliThatIsDamagedFails() throws {
    let name = "CD204: cannot read any further: the brotli stream"
    #expect(
      try read(brotli.dropLast(3) + [], "Content-Encoding: br") == "\(name) is cut off at compressed byte 43")
    #expect(
      try read(brotli + [7], "Content-Encoding: br") == "\(name) goes on behind its end at compressed byte 46"
    )
    var damaged = brotli
    damaged[3] = 0xF8
    #expect(try read(damaged, "Content-Encoding: br").hasPrefix("\(name) is damaged ("))
  }

  @Test(arguments: ["text/html", "text/plain"]) func whatIsNoTextIsNoArticleWhateverTheServerSays(
    type: String
  ) throws {
    let pdf = Array("%PDF-1.4\n".utf8) + (0..<300).map { UInt8($0 * 53 % 256) }
    #expect(try read(pdf, "", type: type).hasPrefix("CD202"))
    let png = Array("\u{89}PNG\r\n\u{1A}\n".utf8) + [UInt8](repeating: 0, count: 40)
    #expect(try read(png, "", type: type).hasPrefix("CD202"))
    // A page may have a NUL somewhere.
    #expect(try read(page + [0], "", type: type).hasPrefix("<html><p>A page"))
  }

  @Test func whatIsWrittenForMachinesIsKnownInsideOfItsCoding() throws {
    let feed = Array("<?xml version=\"1.0\"?><rss><channel/></rss>".utf8)
    #expect(try read(gzip(feed), "Content-Encoding: gzip") == "nothing")
    #expect(try read(chunked(feed), "Transfer-Encoding: chunked") == "nothing")
    #expect(
      try read(gzip(Array("User-agent: *\n".utf8)), "Content-Encoding: gzip", type: "text/plain") == "nothing"
    )
  }
}
