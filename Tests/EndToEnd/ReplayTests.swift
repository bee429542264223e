import Foundation
import Testing

/// `replay`: failed documents once more.
@Suite struct ReplayTests {
  private let copydesk: Copydesk

  init() throws {
    copydesk = try Copydesk()
    try copydesk.write(
      "{\"id\":\"k\",\"text\":\"The mayor opened the bridge on Friday.\"}\n"
        + "The harbour reopened on Monday after the storm.\n", to: "in/r.jsonl")
    try copydesk.write(Data([0x63, 0x61, 0x66, 0xE9, 0x0A]), to: "in/latin.txt")
    try copydesk.write(
      "name: p\nstages: [clean, output.jsonl: { path: out/p.jsonl }, output.markdown: { path: pages/ }]\n",
      to: "p.yaml")
    try copydesk.write(
      "name: p\ninput: { format: text }\nstages: [clean, output.jsonl: { path: out/p.jsonl }]\n",
      to: "mended.yaml")
  }

  @Test func aMendedPipelineTakesWhatHadFailed() throws {
    #expect(try copydesk.run("run", "p.yaml", "in").exitCode == 2)
    let first = ["p.jsonl", "p.dead.jsonl"].map { copydesk.data("out/\($0)") }
    let outcome = try copydesk.run("replay", "mended.yaml", "out/p.dead.jsonl")
    #expect(outcome.exitCode == 2, "one is still not UTF-8: \(outcome.errors)")
    #expect(outcome.errors.contains("2 read = 1 written + 0 rejected + 1 failed"), "\(outcome.errors)")
    #expect(
      ["p.jsonl", "p.dead.jsonl"].map { copydesk.data("out/\($0)") } == first, "the first result stays")
    let record = try #require(try copydesk.records("out/p.replay.jsonl").first)
    #expect(record["id"] as? String == "r.jsonl#2")
    #expect(record["text"] as? String == "The harbour reopened on Monday after the storm.")
    let source = try #require(record["source"] as? [String: Any])
    let span = try #require(source["start"] as? Int)..<(try #require(source["end"] as? Int))
    let path = try #require(source["path"] as? String)
    #expect(String(decoding: copydesk.data(path)[span], as: UTF8.self) == record["text"] as? String)
    let letters = try copydesk.records("out/p.replay.dead.jsonl")
    #expect(letters.map { $0["original_base64"] as? String } == ["Y2Fm6Qo="])
  }

  @Test func everyOutputOfAReplayGoesToAPlaceOfItsOwn() throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    let pages = copydesk.data("pages/k.md")
    #expect(!pages.isEmpty)
    let letter = String(decoding: copydesk.data("out/p.dead.jsonl"), as: UTF8.self)
    try copydesk.write(
      letter.replacingOccurrences(
        of: "\"The harbour reopened on Monday after the storm.\"",
        with: "\"{\\\"id\\\":\\\"k\\\",\\\"text\\\":\\\"The mayor closed the bridge again.\\\"}\""),
      to: "out/p.dead.jsonl")
    let outcome = try copydesk.run("replay", "p.yaml", "out/p.dead.jsonl")
    #expect(outcome.exitCode == 2, "\(outcome.errors)")
    #expect(copydesk.data("pages/k.md") == pages)
    #expect(String(decoding: copydesk.data("pages.replay/k.md"), as: UTF8.self).contains("closed the bridge"))
    #expect(try copydesk.records("out/p.replay.jsonl").map { $0["id"] as? String } == ["k"])
    _ = try copydesk.run("replay", "p.yaml", "out/p.replay.dead.jsonl")
    #expect(copydesk.exists("out/p.replay2.dead.jsonl"))
  }

  @Test func aReplayToStandardOutputLeavesTheLettersThatItReads() throws {
    _ = try copydesk.run("run", "mended.yaml", "in", "-o", "-")
    let letters = copydesk.data("p.dead.jsonl")
    #expect(!letters.isEmpty)
    let outcome = try copydesk.run("replay", "mended.yaml", "p.dead.jsonl", "-o", "-")
    #expect(outcome.exitCode == 2)
    #expect(copydesk.data("p.dead.jsonl") == letters)
    #expect(copydesk.data("p.replay.dead.jsonl") == letters)
  }

  @Test func nothingOfTheFirstResultIsOverwritten() throws {
    _ = try copydesk.run("run", "p.yaml", "in")
    for path in ["out/p.dead.jsonl", "out/../out/p.jsonl", "out/p.rejects.jsonl"] {
      let outcome = try copydesk.run("replay", "mended.yaml", "out/p.dead.jsonl", "-o", path)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("would overwrite \"\(path)\""), "\(outcome.errors)")
    }
    // Its rejects and dead letters would be those of the first run.
    let beside = try copydesk.run("replay", "mended.yaml", "out/p.dead.jsonl", "-o", "out/p.txt")
    #expect(beside.exitCode == 1)
    #expect(beside.errors.contains("would overwrite \"out/p.rejects.jsonl\""), "\(beside.errors)")
    #expect(try copydesk.run("replay", "mended.yaml", "p.yaml").exitCode == 1, "no file of a run")
    #expect(try copydesk.run("replay", "mended.yaml", "out/nothing.dead.jsonl").exitCode == 1)
  }

  @Test func aReplayWithNothingLeftToFailExitsWithZero() throws {
    try copydesk.write("not a record at all, but a line of text\n", to: "other/r.jsonl")
    #expect(try copydesk.run("run", "p.yaml", "other").exitCode == 2)
    let outcome = try copydesk.run("replay", "mended.yaml", "out/p.dead.jsonl", "-q")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    #expect(!copydesk.exists("out/p.replay.dead.jsonl"))
  }

  // MARK: What a replay needs to know

  /// A pipeline whose last stage fails on what holds a word until the program is mended.
  private func writePicky(_ stages: String = "", input: String = "") throws {
    try copydesk.writePickyProgram(
      failingWhere: "\"storm\" in one[\"text\"] and not os.path.exists(\"mended\")")
    try copydesk.write(
      """
      name: q
      \(input)
      stages:
        \(stages)
        - external: { command: [python3, ./picky.py] }
        - output.jsonl: { path: out/q.jsonl }
      """, to: "q.yaml")
  }

  private static let news = [
    "The harbour of Larne reopened on Monday after the storm.",
    "The mayor opened the new bridge over the river on Friday.",
    "The storm of last week has cost the fishermen of Bergen forty boats.",
  ]

  @Test(arguments: ["first", "longest"])
  func aDocumentThatFailedBehindAnIndexIsNoCopyOfItself(_ keep: String) throws {
    try writePicky("- dedupe.documents: { index: seen, keep: \(keep) }")
    let lines = Self.news.enumerated().map { "{\"id\":\"n\($0)\",\"text\":\"\($1)\"}\n" }
    try copydesk.write(lines.joined(), to: "n.jsonl")
    #expect(try copydesk.run("run", "q.yaml", "n.jsonl", "--allow-external").exitCode == 2)
    try copydesk.write("", to: "mended")
    let outcome = try copydesk.run("replay", "q.yaml", "out/q.dead.jsonl", "--allow-external")
    #expect(outcome.errors.contains("2 read = 2 written + 0 rejected + 0 failed"), "\(outcome.errors)")
    // What comes later is still compared with it.
    try copydesk.write("{\"id\":\"later\",\"text\":\"\(Self.news[0])\"}\n", to: "m.jsonl")
    let later = try copydesk.run("run", "q.yaml", "m.jsonl", "--allow-external", "-o", "out/later.jsonl")
    #expect(later.errors.contains("1 read = 0 written + 1 rejected"), "\(later.errors)")
  }

  @Test(arguments: ["n.csv", "n.tsv"])
  func aRowOfATableIsRunAgainByTheNamesOfItsColumns(_ file: String) throws {
    try writePicky()
    let mark = file == "n.csv" ? ";" : "\t"
    let rows = Self.news.map { ["a", $0, "Weather \"one\""].joined(separator: mark) }
    let table = (["id\(mark)text\(mark)kind"] + rows).joined(separator: "\n")
    try copydesk.write(table + "\n", to: file)
    #expect(try copydesk.run("run", "q.yaml", file, "--allow-external").exitCode == 2)
    try copydesk.write("", to: "mended")
    let outcome = try copydesk.run("replay", "q.yaml", "out/q.dead.jsonl", "--allow-external")
    #expect(outcome.errors.contains("2 read = 2 written + 0 rejected + 0 failed"), "\(outcome.errors)")
    let found = try copydesk.records("out/q.replay.jsonl")
    #expect(found.map { $0["text"] as? String } == [Self.news[0], Self.news[2]])
    #expect(
      found.allSatisfy { ($0["metadata"] as? [String: Any])?["kind"] as? String == "Weather \"one\"" })
  }

  @Test func whatOnlyARunCanReadIsNoDocumentOfAReplay() throws {
    try writePicky()
    try copydesk.write(Self.news.map { "{\"text\":\"\($0)\"}\n" }.joined(), to: "n.jsonl")
    try #require(
      try Shell.run(
        "gzip -k n.jsonl && head -c 100 n.jsonl.gz > cut && mv cut n.jsonl.gz", in: copydesk.folder
      )
      .exitCode == 0)
    try copydesk.write("", to: "mended")
    #expect(try copydesk.run("run", "q.yaml", "n.jsonl.gz", "--allow-external").exitCode == 2)
    try #require(try Shell.run("gzip -kf n.jsonl", in: copydesk.folder).exitCode == 0)
    let outcome = try copydesk.run("replay", "q.yaml", "out/q.dead.jsonl", "--allow-external")
    #expect(outcome.errors.contains("= 0 written + 0 rejected + 1 failed"), "\(outcome.errors)")
    #expect(outcome.errors.contains("run the pipeline on it again"), "\(outcome.errors)")
  }
}
