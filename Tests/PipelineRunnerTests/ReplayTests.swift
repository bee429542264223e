import Copydesk
import Files
import Foundation
import PipelineDefinition
import PipelineRunner
import Testing

/// Runs over dead letters.
@Suite struct ReplayTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func definition(
    _ stages: [any PipelineComponent], into bin: Bin, _ name: String
  ) throws -> Definition {
    var definition = pipeline(
      [], (stages + [Collector(bin, folder: folder.file(name))]).map { ($0, nil, .deadLetter) })
    definition.source = try FileSource(options: .init(), context: StageContext())
    return definition
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.file(name)))
  }

  /// The id, the path and the span of each record.
  private func places(_ records: [UInt8]) throws -> [String] {
    try records.split(separator: 0x0A).map { line in
      let json = try JSONReader.value(line)
      let source = json["source"]
      let span = try #require(source?.span)
      return "\(json["id"]?.string ?? "") \(source?["path"]?.string ?? "") \(span)"
    }
  }

  @Test func documentsAStageFailedOnComeOutAsIfItHadNot() throws {
    try write(
      """
      {"id":"own","text":"fail, said the caf\\u00e9"}
      {"text":"plain"}
      {"text":"fail again"}

      """, "r.jsonl")
    try write("this must fail, too", "t.txt")
    try write("<html><p>to fail</p></html>", "page.txt")
    let inputs = ["r.jsonl", "t.txt", "page.txt"].map(folder.file)
    let (broken, wanted, again) = (Bin(), Bin(), Bin())
    let first = try PipelineRun(definition([Shaker()], into: broken, "first"), inputs: inputs).execute()
    #expect(first.counts.failed == 4 && first.counts.written == 1)
    _ = try PipelineRun(definition([], into: wanted, "wanted"), inputs: inputs).execute()

    let replay = try PipelineRun(definition([], into: again, "again"), replaying: first.deadLetters).execute()
    #expect(replay.counts.read == 4 && replay.counts.written == 4)
    let plain = "r.jsonl#2"
    let lines = wanted.bytes.split(separator: 0x0A).filter { line in
      (try? JSONReader.value(line)["id"]?.string) != plain
    }
    #expect(again.bytes == lines.flatMap { $0 + [0x0A] })
    #expect(try places(again.bytes).first == "own \(inputs[0]) 0..<46")
  }

  @Test func whatFailsAgainIsTheSameDeadLetterAgain() throws {
    try write("{\"text\":\"fail\"}\n{broken\n", "r.jsonl")
    try Data([0x63, 0x61, 0xE9, 0x0A]).write(to: URL(fileURLWithPath: folder.file("latin.txt")))
    let inputs = ["r.jsonl", "latin.txt"].map(folder.file)
    let first = try PipelineRun(definition([Shaker()], into: Bin(), "first"), inputs: inputs).execute()
    let second = try PipelineRun(
      definition([Shaker()], into: Bin(), "second"), replaying: first.deadLetters
    ).execute()
    #expect(second.counts.failed == 3)
    let letters = folder.contents("first/result.dead.jsonl")
    #expect(!letters.isEmpty && folder.contents("second/result.dead.jsonl") == letters)
  }

  @Test func aFileThatCouldNotBeReadIsReadNow() throws {
    let letter = """
      {"schema":1,"id":"late.txt","source":{"path":"\(folder.file("late.txt"))","start":0,"end":0,"format":"text"},\
      "error":{"code":"CD204","message":"the file cannot be read"}}
      {"schema":1,"id":"long#1","source":{"path":"\(folder.file("late.txt"))","start":3,"end":9,"format":"jsonl"},\
      "error":{"code":"CD205","message":"too long for one line"}}

      """
    try write(letter, "x.dead.jsonl")
    try write("here it is", "late.txt")
    let bin = Bin()
    let report = try PipelineRun(
      definition([], into: bin, "late"), replaying: folder.file("x.dead.jsonl")
    ).execute()
    #expect(try places(bin.bytes) == ["late.txt \(folder.file("late.txt")) 0..<10"])
    #expect(report.counts.failed == 1, "a part of a file that was never read fails as before")
  }

  @Test func anotherFileIsRefusedBeforeTheRunBegins() throws {
    try write("{\"id\":\"a\",\"text\":\"a result, not a dead letter\"}\n", "out.jsonl")
    let error = #expect(throws: CopydeskError.self) {
      try PipelineRun(definition([], into: Bin(), "x"), replaying: folder.file("out.jsonl"))
    }
    #expect(error?.description.contains("not a dead letter") == true)
  }

  @Test func theBytesAreTheSameForAnyNumberOfWorkersAndAnyBatchSize() throws {
    let texts = (0..<200).map { "{\"text\":\"fail number \($0)\"}" }
    try write(texts.joined(separator: "\n"), "r.jsonl")
    let first = try PipelineRun(
      definition([Shaker()], into: Bin(), "first"), inputs: [folder.file("r.jsonl")]
    ).execute()
    #expect(first.counts.failed == 200)
    var results: Set<[UInt8]> = []
    for (workers, size) in [(1, 64), (2, 3), (4, 1)] {
      let bin = Bin()
      let settings = RunSettings(workers: workers, batchSize: size)
      _ = try PipelineRun(
        definition([], into: bin, "again"), replaying: first.deadLetters, settings: settings
      ).execute()
      #expect(bin.ids.count == 200)
      results.insert(bin.bytes)
    }
    #expect(results.count == 1)
  }
}
