import Copydesk
import Foundation
import Testing

@testable import Files

struct CompressionTests {
  private let lines = (0..<400).map { "{\"text\":\"line \($0) éé\"}" }

  private func packed(_ text: String, _ compression: Compression) -> [UInt8] {
    BlockCompressor(compression: compression).compress(Array(text.utf8)[...])
  }

  private func packed(_ compression: Compression) -> [UInt8] {
    packed(lines.joined(separator: "\n"), compression)
  }

  @Test(arguments: Compression.allCases)
  func compressedRecordsAreReadWhateverTheNameSays(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    for name in ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst"] {
      try folder.write(packed(compression), to: name)
      let documents = try source().documents([folder[name]])
      #expect(documents.count == lines.count)
      #expect(documents.last?.text.string == "line 399 éé")
      #expect(documents.map(\.id).first == "\(name)#1")
    }
  }

  @Test(arguments: Compression.allCases)
  func membersAndFramesOneBehindTheOtherAreOneStream(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    let bytes = lines.flatMap { packed($0 + "\n", compression) }
    try folder.write(bytes, to: "a.jsonl.gz")
    #expect(try source().documents([folder["a.jsonl.gz"]]).count == lines.count)
    if compression == .gzip {
      try folder.write(bytes + [UInt8](repeating: 0, count: 700), to: "b.jsonl.gz")
      #expect(try source().documents([folder["b.jsonl.gz"]]).count == lines.count)
    }
  }

  @Test(arguments: Compression.allCases)
  func aStreamThatIsCutOffCostsTheRestOfItsFileOnly(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    let first = packed(lines.joined(separator: "\n") + "\n", compression)
    let second = packed(lines.joined(separator: "\n"), compression)
    try folder.write(first + second.prefix(second.count / 2), to: "a.jsonl.gz")
    try folder.write("{\"text\":\"x\"}", to: "b.jsonl")
    let results = try source().results([folder.path])
    let failures = results.compactMap(\.failure)
    #expect(failures.last?.message.contains("is cut off at compressed byte") == true)
    #expect(failures.count <= 2, "the failure, and perhaps half a line before it")
    #expect(results.count - failures.count >= lines.count + 1)
    #expect(try results.last?.get().text.string == "x")
  }

  @Test(arguments: Compression.allCases)
  func damageIsToldAndEndsTheFile(_ compression: Compression) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<60 {
      var bytes = packed(compression)
      for _ in 0..<3 {
        bytes[Int.random(in: 8..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try folder.write(bytes, to: "a.jsonl.gz")
      let results = try source().results([folder["a.jsonl.gz"]])
      // Both forms have a checksum: what was read is what was written, or the damage is told.
      let isTold = results.contains { $0.failure?.message.contains("stream is") ?? false }
      #expect(isTold || results.compactMap { try? $0.get().text.string } == (0..<400).map { "line \($0) éé" })
    }
  }

  @Test func compressedPagesAreDecompressedWhole() throws {
    let folder = try TemporaryFolder()
    try folder.write(packed("<!doctype html><p>Hé", .gzip), to: "a.html.gz")
    try folder.write(packed("plain", .zstd), to: "b.txt")
    try folder.write(packed("plain", .gzip).dropLast(9) + [], to: "c.txt.gz")
    let results = try source().results([folder.path])
    #expect(try results[0].get().source.format == .html)
    #expect(try results[1].get().text.string == "plain")
    #expect(results[2].failure?.message.contains("cut off") == true)
  }

  @Test func whatIsWrittenCompressedIsReadAgainAndIsTheSameForAnyBatches() throws {
    let folder = try TemporaryFolder()
    for name in ["a.jsonl.gz", "a.jsonl.zst"] {
      var writer = try RecordWriter(path: folder[name])
      for line in lines { try writer.write(Array((line + "\n").utf8)) }
      try writer.finish()
      let documents = try source().documents([folder[name]])
      #expect(documents.map(\.text.string) == (0..<400).map { "line \($0) éé" })
    }
  }
}

struct ShardTests {
  private func shards(_ limit: ShardLimit, name: String = "n.jsonl") throws -> (TemporaryFolder, [String]) {
    let folder = try TemporaryFolder()
    var writer = try RecordWriter(path: folder[name], shard: limit, opening: [])
    for index in 0..<10 { try writer.write(Array("{\"text\":\"\(index)\"}\n".utf8)) }
    try writer.finish()
    return (folder, folder.files)
  }

  @Test func aShardHoldsSoManyDocuments() throws {
    let (folder, files) = try shards(ShardLimit(documents: 4))
    #expect(files == ["n-00001.jsonl", "n-00002.jsonl", "n-00003.jsonl"])
    #expect(try files.map { try source().documents([folder[$0]]).count } == [4, 4, 2])
  }

  @Test func aShardHoldsSoManyBytesOrOneRecord() throws {
    let (folder, files) = try shards(ShardLimit(bytes: 30), name: "n.jsonl.gz")
    #expect(files == (1...5).map { "n-0000\($0).jsonl.gz" })
    #expect(
      try files.flatMap { try source().documents([folder[$0]]).map(\.text.string) }
        == (0..<10).map(String.init))
    let (_, single) = try shards(ShardLimit(bytes: 1))
    #expect(single.count == 10)
  }

  @Test func standardOutputIsOneStream() throws {
    #expect(JSONLinesOutput.advice(on: options("-"), given: ["path", "shard"]).map(\.option) == ["shard"])
    #expect(JSONLinesOutput.advice(on: options("-"), given: ["path"]).isEmpty)
    #expect(JSONLinesOutput.advice(on: options("a.jsonl"), given: ["path", "shard"]).isEmpty)
    // Nothing is written here: no test should write to standard output.
    _ = try RecordWriter(path: "-", shard: ShardLimit(documents: 1))
    #expect(
      !FileManager.default.fileExists(atPath: "--00001")
        && !FileManager.default.fileExists(atPath: "--00001.partial"))
  }

  @Test func whatIsCompressedIsNoFileOfLinesInWhateverCaseItsEndingIs() throws {
    for (path, writes) in [
      ("a.jsonl", true), ("a.jsonl.gz", false), ("a.jsonl.GZ", false), ("a.jsonl.Zst", false),
    ] {
      #expect(try JSONLinesOutput(options: options(path), context: StageContext()).writesRecords == writes)
    }
  }

  private func options(_ path: String) -> JSONLinesOutput.Options {
    var options = JSONLinesOutput.Options()
    options.path = path
    return options
  }

  @Test func limitsAreReadAsPeopleWriteThem() {
    func limit(_ entries: [(String, String)]) -> (ShardLimit?, Int) {
      let place = SourceLocation(file: "x", line: 1, column: 1)
      let node = ConfigNode(
        .map(
          entries.map {
            .init(key: $0.0, keyLocation: place, value: ConfigNode(.scalar($0.1, isPlain: true), at: place))
          }), at: place)
      var problems: [OptionProblem] = []
      return (ShardLimit.decode(node, &problems), problems.count)
    }
    #expect(limit([("bytes", "256M")]).0 == ShardLimit(bytes: 256 << 20))
    #expect(limit([("bytes", "2g"), ("documents", "10")]).0 == ShardLimit(documents: 10, bytes: 2 << 30))
    for wrong in [
      [("bytes", "lots")], [("documents", "0")], [("byte", "1")], [], [("bytes", "99999999999999G")],
    ] {
      #expect(limit(wrong).0 == nil && limit(wrong).1 == 1)
    }
  }
}
