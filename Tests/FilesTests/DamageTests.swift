import Copydesk
import Testing

@testable import Files

/// Files and archives that are damaged: what is left of them is read, and what is missing is told.
struct DamageTests {
  private func gzip(_ bytes: [UInt8]) -> [UInt8] { BlockCompressor(compression: .gzip).compress(bytes[...]) }

  private func read(_ bytes: [UInt8], _ name: String) throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: name)
    return try source().results([folder.path]).map {
      $0.failure?.code.rawValue ?? ((try? $0.get())?.text.string ?? "")
    }
  }

  private func pages(_ count: Int) -> [[UInt8]] { (1...count).map { gzip(ArchiveSample.page("Page \($0)")) } }
  private func texts(_ numbers: ClosedRange<Int>) -> [String] { numbers.map { "<html><p>Page \($0)</p>" } }

  @Test func zerosBetweenMembersAreNoEnd() throws {
    let zeros = [UInt8](repeating: 0, count: 16)
    let pages = pages(5)
    let all = Array(pages[0...1].joined()) + zeros + Array(pages[2...].joined())
    #expect(try read(all, "a.warc.gz") == texts(1...5))
    let lines = gzip(Array("{\"text\":\"a\"}\n".utf8)) + [0] + gzip(Array("{\"text\":\"b\"}\n".utf8))
    #expect(try read(lines, "a.jsonl.gz") == ["a", "b"])
    #expect(try read(gzip(Array("a".utf8)) + [0] + gzip(Array("b".utf8)), "a.txt.gz") == ["ab"])
    // A member that is nothing but zeros is missing, and that is told in its place.
    var lost = pages
    lost[2] = [UInt8](repeating: 0, count: pages[2].count)
    #expect(try read(Array(lost.joined()), "a.warc.gz") == texts(1...2) + ["CD204"] + texts(4...5))
    #expect(try read(Array(pages.joined()) + [UInt8](repeating: 0, count: 700), "a.warc.gz") == texts(1...5))
  }

  @Test func aDamagedMemberCostsItsRecordOnly() throws {
    var pages = pages(6)
    pages[3][20] ^= 0xFF
    pages[3][40] ^= 0xFF
    let read = try read(Array(pages.joined()), "a.warc.gz")
    #expect(read.filter { $0.hasPrefix("<") } == texts(1...3) + texts(5...6))
    #expect(read.filter { !$0.hasPrefix("<") } == ["CD204"] && read[3] == "CD204")
    let cut = Array(Array(self.pages(4).joined()).dropLast(9))
    #expect(try self.read(cut, "a.warc.gz").prefix(3) == texts(1...3)[...])
    let junk = Array(self.pages(2).joined()) + Array("junk".utf8) + Array(self.pages(1).joined())
    #expect(try self.read(junk, "a.warc.gz") == texts(1...2) + ["CD204"] + texts(1...1))
  }

  @Test func membersBehindOneThatIsDamagedAtItsBeginningAreRead() throws {
    var lines = (1...3).map { gzip(Array("{\"text\":\"\($0)\"}\n".utf8)) }
    lines[0][10] ^= 0xFF
    #expect(try read(Array(lines.joined()), "a.jsonl.gz") == ["CD204", "2", "3"])
    // One that is cut off before a block ends, and others that begin in that block.
    let noise = (0..<40_000).map { "\($0 &* 2_654_435_761 % 1_000_003)" }.joined(separator: " ")
    var long = gzip(Array("{\"text\":\"\(noise)\"}\n".utf8))
    try #require(long.count > 65_506)
    long.removeLast(long.count - 65_506)
    #expect(try read(long + lines[1] + lines[2], "a.jsonl.gz").suffix(2) == ["2", "3"])
  }

  @Test func aRecordThatReachesIntoDamageIsNotTakenForWhole() throws {
    for place in stride(from: 30, to: 110, by: 4) {
      var pages = (1...3).map {
        gzip(ArchiveSample.page("The \($0). bridge was opened on Monday by the mayor of Orveston."))
      }
      try #require(pages[1].count > 120)
      for offset in 0..<8 { pages[1][place + offset] = 0 }
      let found = try read(Array(pages.joined()), "a.warc.gz").filter { $0.hasPrefix("<") }
      #expect(
        found.allSatisfy { $0.contains("bridge was opened on Monday by the mayor of Orveston.") }, "\(place)")
      #expect(found.first?.contains("1.") == true && found.last?.contains("3.") == true, "\(place) \(found)")
    }
  }

  @Test(arguments: ["a.jsonl.gz", "a.csv.gz"]) func recordsBeforeDamageAreRead(name: String) throws {
    let rows = (1...5).map { name.contains("csv") ? "\($0)\n" : "{\"text\":\"\($0)\"}\n" }.joined()
    let bytes = gzip(Array(((name.contains("csv") ? "text\n" : "") + rows).utf8))
    let last = gzip(Array("{\"text\":\"6\"}\n".utf8))
    #expect(try read(bytes + last.dropLast(9), name).prefix(5) == ["1", "2", "3", "4", "5"])
    #expect(try read(bytes + Array("junk".utf8), name) == ["1", "2", "3", "4", "5", "CD204"])
  }

  @Test func aTarHeaderThatIsDamagedIsTold() throws {
    func block(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: 512 - bytes.count) }
    func header(_ name: String, _ size: Int) -> [UInt8] {
      var header = block(Array(name.utf8))
      let octal = String(size, radix: 8)
      header.replaceSubrange(124..<(124 + octal.utf8.count), with: octal.utf8)
      header.replaceSubrange(148..<156, with: Array(repeating: 0x20, count: 8))
      header[156] = UInt8(ascii: "0")
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      header.replaceSubrange(148..<(148 + sum.utf8.count), with: sum.utf8)
      return header
    }
    let members = ["one", "two", "three"].map { (header("\($0).txt", $0.utf8.count), block(Array($0.utf8))) }
    let end = [UInt8](repeating: 0, count: 1024)
    let good = members.flatMap { $0.0 + $0.1 } + end
    #expect(try read(good, "a.tar") == ["one", "two", "three"])
    for start in [0, 1024] {
      var bad = good
      bad[start + 3] ^= 1
      let expected = start == 0 ? ["CD204", "two", "three"] : ["one", "CD204", "three"]
      #expect(try read(bad, "a.tar") == expected)
      bad.replaceSubrange(start..<(start + 512), with: [UInt8](repeating: 0, count: 512))
      #expect(try read(bad, "a.tar") == expected)
    }
  }

  @Test func aRecordReadAgainIsNotMadeOfLessOrMore() throws {
    let page = ArchiveSample.page("One")
    for (bytes, words) in [
      (Array(page.dropLast(12)), "not as long as it says"), (page + page, "more than one record"),
    ] {
      let item = SourceItem(
        id: "a", path: "a.warc", span: Span(0, bytes.count), bytes: bytes[...], format: "warc")
      let failure = #expect(throws: Failure.self) { _ = try source().document(from: item) }
      #expect(failure?.message.contains(words) == true)
    }
  }

  @Test func fieldsBeforeMarkdownAreReadInAnyEncoding() throws {
    let page = Array("---\ntitle: Caf".utf8) + [0xE9] + Array("\n---\nBody ".utf8) + [0xE9]
    let folder = try TemporaryFolder()
    try folder.write(page, to: "a.md")
    var options = FileSource.Options()
    options.encoding = "windows-1252"
    let document = try FileSource(options: options, context: StageContext()).documents([folder.path])[0]
    #expect(document.title == "Café" && document.text.string == "Body é")
    #expect(document.text.source(of: Span(5, 7)) == Span(page.count - 1, page.count))
    #expect(document.source.bytes.count == page.count && document.source.encoding == .windows1252)
    let wide: [UInt8] = [0xFF, 0xFE] + Array("---\ntitle: A\n---\nB".utf8).flatMap { [$0, 0] as [UInt8] }
    try folder.write(wide, to: "a.md")
    #expect(try source().documents([folder.path]).map(\.title) == ["A"])
  }
}
