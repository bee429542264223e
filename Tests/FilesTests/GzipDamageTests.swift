import Copydesk
import Testing

@testable import Files

/// Files of several gzip members, of which one is not as it should be.
struct GzipDamageTests {
  private func packed(_ bytes: [UInt8]) -> [UInt8] {
    BlockCompressor(compression: .gzip).compress(bytes[...])
  }

  private var pages: [[UInt8]] { (0..<40).map { packed(ArchiveSample.page("<\($0)>")) } }
  private var lines: [[UInt8]] { (0..<40).map { packed(Array("{\"text\":\"<\($0)>\"}\n".utf8)) } }

  private func read(_ members: [[UInt8]], _ name: String, block: Int = 1 << 20) throws -> [Result<
    Document, Failure
  >] {
    let folder = try TemporaryFolder()
    try folder.write(members.flatMap(\.self), to: name)
    var files = try source()
    files.limits.block = block
    return try files.results([folder.path])
  }

  /// The numbers of the documents that were read.
  private func numbers(_ results: [Result<Document, Failure>]) -> [Int] {
    results.compactMap { try? $0.get().text.string }.compactMap { text in
      text.split(separator: "<").compactMap { Int($0.prefix { $0 != ">" }) }.first
    }
  }

  private func failures(_ results: [Result<Document, Failure>]) -> [String] {
    results.compactMap(\.failure?.message)
  }

  @Test(arguments: [1, 16, 19, 300]) func zerosBetweenMembersEndNothing(_ count: Int) throws {
    for (members, name) in [(pages, "a.warc.gz"), (lines, "a.jsonl.gz")] {
      var padded = members
      let place = padded[...19].reduce(0) { $0 + $1.count }
      // Many fill up a sector.
      let zeros = count < 20 ? count : 1024 - place % 512
      padded[19] += [UInt8](repeating: 0, count: zeros)
      for block in [64, 1 << 20] {
        let results = try read(padded, name, block: block)
        #expect(numbers(results) == Array(0..<40) && failures(results) == [])
      }
    }
  }

  @Test func aTextInSeveralMembersWithZerosBetweenIsWhole() throws {
    let members = (1...4).map { packed(Array("Part \($0). ".utf8)) }
    let results = try read([members[0], [0], members[1], members[2], [0, 0], members[3], [0]], "a.txt.gz")
    #expect(try results.map { try $0.get().text.string } == ["Part 1. Part 2. Part 3. Part 4. "])
  }

  @Test func zerosInThePlaceOfAMemberAreToldOf() throws {
    for (members, name) in [(pages, "a.warc.gz"), (lines, "a.jsonl.gz")] {
      var broken = members
      broken[20] = [UInt8](repeating: 0, count: broken[20].count + 1)
      let end = broken[...20].reduce(0) { $0 + $1.count }
      // A member may end where a sector does.
      if end.isMultiple(of: 512) { broken[20].append(0) }
      let results = try read(broken, name)
      #expect(numbers(results) == Array(0..<40).filter { $0 != 20 })
      #expect(failures(results).count == 1 && failures(results)[0].contains("zeros stand where a member"))
    }
  }

  @Test(arguments: [0, 1, 20, 38, 39]) func aDamagedMemberCostsItselfAlone(_ number: Int) throws {
    for (members, name) in [(pages, "a.warc.gz"), (lines, "a.jsonl.gz")] {
      for damage in 0..<3 {
        var broken = members
        let count = broken[number].count
        // The checksum; the compressed bytes; what a member begins with.
        let byte = [count - 6, count / 2, 0][damage]
        if damage == 2, number == 0 { continue }
        broken[number][byte] ^= 0x5A
        for block in [64, 1 << 20] {
          let results = try read(broken, name, block: block)
          let others = Array(0..<40).filter { $0 != number }
          let found = numbers(results)
          #expect(found.filter { $0 != number } == others, "\(name) \(damage) \(block)")
          let told = failures(results)
          #expect(told.contains { $0.contains("the gzip stream is") }, "\(told)")
          #expect(
            number == 39 || told.contains { $0.contains("; reading goes on at compressed byte") }, "\(told)")
          // A page whose checksum is wrong is not taken for one that is right.
          #expect(name == "a.jsonl.gz" || !found.contains(number))
        }
      }
    }
  }

  @Test func whatIsNoGzipBetweenMembersIsToldOfAndCostsNothing() throws {
    for (members, name) in [(pages, "a.warc.gz"), (lines, "a.jsonl.gz")] {
      var broken = members
      broken[4] += Array("some junk".utf8)
      let results = try read(broken, name)
      #expect(numbers(results) == Array(0..<40))
      #expect(failures(results).count == 1)
    }
  }

  @Test func whatCameBeforeAStreamIsCutOffIsRead() throws {
    for (members, name) in [(pages, "a.warc.gz"), (lines, "a.jsonl.gz")] {
      for left in [8, 40] {
        var cut = Array(members[...9])
        cut[9] = Array(cut[9].dropLast(members[9].count > left + 18 ? left : members[9].count - 18))
        let results = try read(cut, name)
        #expect(numbers(results).prefix(9) == [0, 1, 2, 3, 4, 5, 6, 7, 8])
        #expect(failures(results).count == 1 && failures(results)[0].contains("is cut off"))
      }
      // The checksum alone is missing.
      let results = try read([members[0], Array(members[1].dropLast(8))], name)
      #expect(numbers(results) == [0, 1] && failures(results).count == 1)
    }
  }

  @Test func recordsInOneMemberAreReadUpToTheDamage() throws {
    let all = (0..<40).map { "{\"text\":\"<\($0)>\"}" }.joined(separator: "\n")
    for name in ["a.jsonl.gz", "a.json.gz", "a.csv.gz"] {
      let text = name == "a.csv.gz" ? "text,n\n" + (0..<40).map { "<\($0)>,1\n" }.joined() : all
      var bytes = packed(Array(text.utf8))
      bytes[bytes.count - 6] ^= 1
      let results = try read([bytes], name)
      #expect(numbers(results) == Array(0..<40), "\(name)")
      #expect(failures(results).count == 1)
    }
  }

  @Test func whatStandsBehindDamageHasItsPlace() throws {
    var broken = pages
    broken[20][broken[20].count / 2] ^= 0x5A
    let folder = try TemporaryFolder()
    let path = try folder.write(broken.flatMap(\.self), to: "a.warc.gz")
    let documents = try source().results([path]).compactMap { try? $0.get() }
    for document in documents {
      #expect(OriginalFile.bytes(of: document.source.span, in: path) == Array(document.source.bytes))
    }
  }
}
