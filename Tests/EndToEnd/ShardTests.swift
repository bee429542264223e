import Foundation
import Testing

/// Results in several files, and those of the run before.
@Suite struct ShardTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(
      (1...4).map { "{\"text\": \"Rain fell on Bergen for week \($0), and nobody was surprised.\"}\n" }
        .joined(),
      to: "in.jsonl")
  }

  private func run(_ shard: String, _ path: String = "out/s.jsonl") throws {
    try copydesk.write("name: p\nstages: [output.jsonl: { path: \(path)\(shard) }]\n", to: "p.yaml")
    let run = try copydesk.run("run", "p.yaml", "in.jsonl")
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  private func shards() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: copydesk.folder + "/out").filter { $0.hasPrefix("s") }
      .sorted()
  }

  @Test func oneOfSeveralFilesLeadsToTheWholeRun() throws {
    try copydesk.write(
      "name: p\nstages: [output.jsonl: { path: out/s.jsonl, shard: { documents: 3 } }]\n", to: "p.yaml")
    let run = try copydesk.run("run", "p.yaml", "in.jsonl")
    #expect(run.errors.contains("written to  out/s-00001.jsonl to out/s-00002.jsonl"), "\(run.errors)")
    let stats = try copydesk.run("stats", "out/s-00002.jsonl")
    #expect(stats.exitCode == 0 && stats.output.contains("4 documents"), "\(stats.output)")
    let why = try copydesk.run("why", "out/s-00002.jsonl")
    #expect(why.exitCode == 0 && !why.errors.contains("run.json"), "\(why.errors)")
  }

  @Test func shardsOfTheRunBeforeThatThisOneDidNotWriteGo() throws {
    try run(", shard: { documents: 1 }")
    #expect(
      try shards() == [
        "s-00001.jsonl", "s-00002.jsonl", "s-00003.jsonl", "s-00004.jsonl", "s.kept.jsonl", "s.run.json",
      ])
    // Nobody has listed this one.
    try copydesk.write("mine\n", to: "out/s-00005.jsonl")
    try run(", shard: { documents: 2 }")
    #expect(
      try shards() == [
        "s-00001.jsonl", "s-00002.jsonl", "s-00005.jsonl", "s.kept.jsonl", "s.run.json",
      ])
    #expect(try copydesk.run("verify", "out/s-00002.jsonl").exitCode == 0)
  }

  /// All shards have their names, and the manifest that tells of them is not written yet.
  @Test func whatARunThatWasKilledLeftIsTakenAwayByTheNext() throws {
    try run(", shard: { documents: 1 }")
    let manifest = copydesk.data("out/s.run.json")
    try run(", shard: { documents: 2 }")
    try copydesk.write(manifest, to: "out/s.run.json")
    try copydesk.write("old\n", to: "out/s-00004.jsonl")
    try run(", shard: { documents: 4 }")
    #expect(try shards() == ["s-00001.jsonl", "s.kept.jsonl", "s.run.json"])
  }

  @Test func aResultThatComesInOneFileAgainTakesThePlaceOfItsShards() throws {
    try run(", shard: { documents: 2 }")
    try run("")
    #expect(try shards() == ["s.jsonl", "s.run.json"])
    try run(", shard: { documents: 3 }")
    #expect(try shards() == ["s-00001.jsonl", "s-00002.jsonl", "s.kept.jsonl", "s.run.json"])
  }

  @Test func anotherOutputInTheSameFolderIsNotTouched() throws {
    try run(", shard: { documents: 1 }")
    let before = try shards()
    try run(", shard: { documents: 4 }", "out/t.jsonl")
    #expect(try shards() == before)
  }

  @Test func aCompressedShardStandsForItsRun() throws {
    try run(", shard: { documents: 1 }", "out/s.jsonl.zst")
    let stats = try copydesk.run("stats", "out/s-00001.jsonl.zst")
    #expect(stats.exitCode == 0 && stats.output.contains("4"), "\(stats.errors)\(stats.output)")
    try FileManager.default.removeItem(atPath: copydesk.folder + "/out/s.run.json")
    let alone = try copydesk.run("stats", "out/s-00001.jsonl.zst")
    // One shard alone is read, and it is said that the others may be missing.
    #expect(
      alone.exitCode == 0 && alone.output.contains("result: 1 document = 1 kept"),
      "\(alone.errors)\(alone.output)")
    #expect(alone.errors.contains("no run.json file tells which files belong to this run"), "\(alone.errors)")
  }
}
