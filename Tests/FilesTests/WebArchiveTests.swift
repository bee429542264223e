import Copydesk
import Testing

@testable import Files

/// Invented records of web archives.
enum ArchiveSample {
  static func record(
    _ kind: String, _ block: [UInt8], type: String = "application/http; msgtype=response", length: Int? = nil
  )
    -> [UInt8]
  {
    let head =
      "WARC/1.0\r\nWARC-Type: \(kind)\r\nWARC-Target-URI: https://news.example/\(kind)\r\n"
      + "WARC-Date: 2018-05-10T08:00:00Z\r\nContent-Type: \(type)\r\nContent-Length: \(length ?? block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func response(
    _ body: [UInt8], type: String = "text/html", more: String = "", status: String = "200 OK"
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(more)\r\n".utf8) + body
  }

  static func page(_ text: String) -> [UInt8] {
    record("response", response(Array("<html><p>\(text)</p>".utf8)))
  }
}

struct WebArchiveTests {
  private func read(_ bytes: [UInt8], name: String = "a.warc", block: Int = 1 << 20) throws -> [Result<
    Document, Failure
  >] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    var files = try source()
    files.limits.block = block
    return try files.results([folder.path])
  }

  private func texts(_ results: [Result<Document, Failure>]) -> [String] {
    results.map { $0.failure?.code.rawValue ?? ((try? $0.get())?.text.string ?? "") }
  }

  @Test func pagesAndTextsBecomeDocumentsAndNothingElse() throws {
    let bytes =
      ArchiveSample.record("warcinfo", Array("software: x\r\n".utf8), type: "application/warc-fields")
      + ArchiveSample.record(
        "request", Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "application/http; msgtype=request")
      + ArchiveSample.page("One")
      + ArchiveSample.record("response", ArchiveSample.response([1, 2, 3], type: "image/png"))
      + ArchiveSample.record("response", ArchiveSample.response(Array("gone".utf8), status: "404 Not Found"))
      + ArchiveSample.record("conversion", Array("Two".utf8), type: "text/plain")
    for block in [64, 1 << 20] {
      let documents = try read(bytes, block: block).map { try $0.get() }
      #expect(documents.map(\.text.string) == ["<html><p>One</p>", "Two"])
      #expect(documents.map(\.id) == ["a.warc#3", "a.warc#6"])
      #expect(documents.map(\.source.format) == [.html, .text])
      #expect(documents[0].metadata["url"] == "https://news.example/response")
      #expect(documents[0].metadata["fetched"] == "2018-05-10T08:00:00Z")
      for document in documents {
        let span = document.text.source(of: document.text.span)
        #expect(Array(bytes[span.range]) == document.text.utf8)
      }
    }
  }

  @Test(arguments: [
    "<?xml version=\"1.0\"?><div><p>One</p></div>",
    "<?xml version=\"1.0\"?><!-- x --><!DOCTYPE html><html><p>One</p></html>",
  ])
  func aPageMayBeginAsXML(page: String) throws {
    let record = ArchiveSample.record("response", ArchiveSample.response(Array(page.utf8)))
    #expect(try texts(read(record)) == [page])
  }

  @Test(arguments: [
    ("https://a.example/robots.txt", "text/plain", "User-agent: *"),
    ("https://a.example/main.css?v=2", "text/plain", "p { color: red }"),
    ("https://a.example/list", "text/plain", "<?xml version=\"1.0\"?><playlist/>"),
    ("https://a.example/feed/", "text/html", "<?xml version=\"1.0\"?><rss><channel/></rss>"),
    (
      "https://a.example/map", "text/html",
      "<?xml version=\"1.0\"?>\n<!-- made --><urlset xmlns=\"x\"></urlset>"
    ),
    ("https://a.example/app.js", "text/plain", "let a = 1"), ("https://a.example/x", "text/css", "p {}"),
    ("https://a.example/x", "text/plain", "User-Agent: *\nDisallow: /"),
  ])
  func whatIsWrittenForMachinesIsNoArticle(address: String, type: String, body: String) throws {
    let block = ArchiveSample.response(Array(body.utf8), type: type)
    var record = String(decoding: ArchiveSample.record("response", block), as: UTF8.self)
    record.replace("https://news.example/response", with: address)
    #expect(try texts(read(Array(record.utf8) + ArchiveSample.page("One"))) == ["<html><p>One</p>"])
    let folder = try TemporaryFolder()
    try folder.write(Array(record.utf8), to: "a.warc")
    #expect(try source().passedOver([folder.path]).map(\.kind) == [.record])
  }

  @Test func theTextOfAPageIsOneWhateverItsAddressEndsIn() throws {
    var record = String(
      decoding: ArchiveSample.record("conversion", Array("Two".utf8), type: "text/plain"), as: UTF8.self)
    record.replace("https://news.example/conversion", with: "https://a.example/story.xml")
    #expect(try texts(read(Array(record.utf8))) == ["Two"])
  }

  @Test func aMemberARecordIsHowWebArchivesAreCompressed() throws {
    let gzip = BlockCompressor(compression: .gzip)
    let bytes = (1...40).flatMap { gzip.compress(ArchiveSample.page("Page \($0)")[...]) }
    #expect(
      try read(bytes, name: "a.warc.gz").map { try $0.get().text.string }.last == "<html><p>Page 40</p>")
    // By content, where the name says nothing.
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "crawl")
    #expect(try source().documents([folder["crawl"]]).count == 40)
  }

  @Test func chunksAreJoinedAndKeepTheirPlaces() throws {
    let body = "6\r\n<html>\r\n4;x=y\r\n<p>C\r\n4\r\nafé\r\n0\r\n\r\n"
    let bytes = ArchiveSample.record(
      "response", ArchiveSample.response(Array(body.utf8), more: "Transfer-Encoding: chunked\r\n"))
    let document = try read(bytes)[0].get()
    #expect(document.text.string == "<html><p>Café")
    let place = document.text.source(of: Span(10, 14))
    #expect(String(decoding: bytes[place.range], as: UTF8.self) == "afé")
    let nothing = ArchiveSample.record(
      "response", ArchiveSample.response(Array("0\r\n\r\n".utf8), more: "Transfer-Encoding: chunked\r\n"))
    let empty = try read(nothing)[0].get()
    #expect(empty.text.isEmpty && empty.source.span.contains(empty.text.source(of: empty.text.span)))
    // "chunked" of a body that is not, a chunk that says too much, a chunk that is no chunk.
    for (body, text) in [
      ("<html>whole", "<html>whole"), ("ff\r\n<html>short", "<html>short"),
      ("6\r\n<html>\r\nrest", "<html>rest"),
      ("6\r\n<html>\r\n-1\r\nx", "<html>-1\r\nx"),
    ] {
      let record = ArchiveSample.record(
        "response", ArchiveSample.response(Array(body.utf8), more: "Transfer-Encoding: chunked\r\n"))
      #expect(try read(record)[0].get().text.string == text)
    }
  }

  @Test func compressedBodiesAreDecompressedAndBrokenOnesFail() throws {
    let body = BlockCompressor(compression: .gzip).compress(Array("<html>zipped".utf8)[...])
    func record(_ body: [UInt8]) -> [UInt8] {
      ArchiveSample.record("response", ArchiveSample.response(body, more: "Content-Encoding: gzip\r\n"))
    }
    let plain = record(Array("<html>not zipped".utf8))
    let results = try read(record(body) + record(body.dropLast(10)) + plain)
    #expect(texts(results) == ["<html>zipped", "CD204", "<html>not zipped"])
  }

  @Test func characterSetsAreThoseOfTheHeadOrThePage() throws {
    func record(_ body: [UInt8], _ type: String) -> [UInt8] {
      ArchiveSample.record("response", ArchiveSample.response(body, type: type))
    }
    let latin = Array("<html>caf".utf8) + [0xE9, 0x80]
    let results = try read(
      record(latin, "text/html; charset=ISO-8859-1") + record(latin, "text/html")
        + record(Array("<html><meta charset=\"koi8-r\">".utf8) + [0xC1], "text/html")
        + record([0x83, 0x65, 0x83, 0x58], "text/plain; charset=Shift_JIS")
        + record(Array("<html>a".utf8) + [0xFF, 0x62], "text/html; charset=utf-8")
        + record([0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], "text/plain")
        + record(latin, "text/html; charset=no-such-set"))
    #expect(
      texts(results) == [
        "<html>café€", "<html>café€", "<html><meta charset=\"koi8-r\">а", "テス", "<html>a\u{FFFD}b",
        "aé", "<html>café€",
      ])
    let broken = try results[4].get()
    #expect(broken.trail.entries.map(\.rule) == ["charset.replaced"])
    let unknown = try results[6].get()
    #expect(unknown.trail.entries.map(\.rule) == ["charset.unknown", "charset.guessed"])
    let first = try results[0].get()
    #expect(first.metadata["charset"] == "windows-1252")
    #expect(first.text.source(of: Span(9, 11)).count == 1)
  }

  @Test func whatIsNoRecordIsPassedOverAndToldOnce() throws {
    let rubbish = Array("rubbish\nmore rubbish WARC/1.0\n\n".utf8)
    let results = try read(
      rubbish + ArchiveSample.page("One") + rubbish + ArchiveSample.page("Two") + rubbish)
    #expect(texts(results) == ["CD207", "<html><p>One</p>", "CD207", "<html><p>Two</p>", "CD207"])
    #expect(results[0].failure?.message == "\(rubbish.count) bytes are not a web archive record")
  }

  @Test func aWrongLengthCostsThatRecordOnly() throws {
    let block = ArchiveSample.response(Array("<html>wrong".utf8))
    for length in [block.count + 40, block.count + 1_000_000, block.count - 5, .max] {
      let wrong = ArchiveSample.record("response", block, length: length)
      let found = texts(try read(ArchiveSample.page("One") + wrong + ArchiveSample.page("Two")))
      #expect(found.first == "<html><p>One</p>" && found.last == "<html><p>Two</p>", "\(length): \(found)")
      #expect(found.count <= 4)
    }
  }

  @Test func aRecordThatIsCutOffFails() throws {
    let results = try read(ArchiveSample.page("One") + ArchiveSample.page("Two").dropLast(12))
    #expect(texts(results) == ["<html><p>One</p>", "CD207"])
  }

  private static let passedOver = [
    ArchiveSample.record("response", ArchiveSample.response(Array("gone".utf8), status: "404 Not Found")),
    ArchiveSample.record(
      "request", Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "application/http; msgtype=request"),
    ArchiveSample.record("response", ArchiveSample.response([1, 2, 3], type: "image/png")),
    ArchiveSample.record("resource", Array(repeating: 0, count: 1 << 25), type: "image/png"),
  ]

  @Test(arguments: passedOver.indices)
  func anArchiveThatEndsInsideOfWhatIsPassedOverIsNotWhole(index: Int) throws {
    let whole = ArchiveSample.page("One") + Self.passedOver[index]
    let all = try texts(read(whole))
    #expect(all == ["<html><p>One</p>"])
    let cut = try read(Array(whole.dropLast(6)))
    #expect(cut.count == 2)
    #expect(cut.last?.failure?.message == "the file ends inside of a record that is no article")
  }

  /// What follows is there: only the length was wrong.
  @Test(arguments: passedOver.indices.dropLast())
  func whatIsPassedOverMayHaveAWrongLength(index: Int) throws {
    let end = Array("\r\n\r\n".utf8)
    let bytes =
      ArchiveSample.page("One") + Self.passedOver[index].dropLast(6) + end + ArchiveSample.page("Two")
    let all = try texts(read(bytes))
    #expect(all == ["<html><p>One</p>", "<html><p>Two</p>"])
  }

  @Test func arcFilesAreRead() throws {
    let body = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<html>Old"
    let info = "1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    let arc =
      "filedesc://a.arc 0.0.0.0 20040101000000 text/plain \(info.utf8.count)\n\(info)\n"
      + "http://old.example/ 127.0.0.1 20040102030405 text/html \(body.utf8.count)\n\(body)\n"
      + "http://old.example/p.gif 127.0.0.1 20040102030405 image/gif 3\nGIF\n"
    let document = try #require(try read(Array(arc.utf8), name: "a.arc").map { try $0.get() }.first)
    #expect(document.text.string == "<html>Old" && document.metadata["url"] == "http://old.example/")
    #expect(document.metadata["fetched"] == "2004-01-02T03:04:05Z")
  }

  @Test func damagedArchivesNeverStopOrCrash() throws {
    var random = SeededGenerator(seed: 21)
    let good = (1...6).flatMap { ArchiveSample.page("Page \($0)") }
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 30))
        default: bytes.insert(contentsOf: Array("WARC/1.0\r\n".utf8), at: place)
        }
      }
      #expect(try read(bytes, block: 256).count <= 20)
    }
  }
}
