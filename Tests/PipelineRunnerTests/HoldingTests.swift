import Copydesk
import PipelineDefinition
import PipelineRunner
import Synchronization
import Testing

@testable import Deduplication

/// Stages that decide at the end of the input.
@Suite struct HoldingTests {
  /// Gives each document the number of those of its kind, which only the end of the input tells.
  private struct Census: SettlingStage {
    static let name: StageName = "test.census"
    static let abstract = "Counts."
    var holdsDocuments: Bool { true }
    init(options: NoOptions, context: StageContext) {}
    init() {}

    func makeState() -> (counts: [String: Int], isClosed: Bool) { ([:], false) }
    func prepare(_ document: inout Document) throws -> String {
      let kind = String(document.text.string.prefix { $0 != " " })
      if kind == "unprepared" { throw Failure(.stageFailed, "told to fail") }
      return kind
    }
    func commit(
      _ document: inout Document, _ kind: String, _ state: inout (counts: [String: Int], isClosed: Bool)
    ) throws {
      if kind == "uncommitted" { throw Failure(.stageFailed, "told to fail") }
      state.counts[kind, default: 0] += 1
    }
    func close(_ state: inout (counts: [String: Int], isClosed: Bool)) { state.isClosed = true }
    func settle(_ document: inout Document, _ state: inout (counts: [String: Int], isClosed: Bool)) throws {
      guard state.isClosed else { throw Failure(.stageFailed, "not closed") }
      let kind = String(document.text.string.prefix { $0 != " " })
      document.metadata["count"] = .number(String(state.counts[kind] ?? 0))
      if kind == "slow" { document.drop(rule: "slow", reason: "slow") }
      if kind == "plain", document.text.string.hasSuffix("13") { throw Failure(.stageFailed, "unsettled") }
    }
  }

  private struct Outcome: Equatable {
    var output: [UInt8]
    var rejects: [UInt8]
    var deadLetters: [UInt8]
    var counts: RunCounts
  }

  private func outcome(
    _ texts: [String], stages: Int = 1, workers: Int, batchSize: Int, interrupt: Bool = false
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let bin = Bin()
    var steps: [(any PipelineComponent, Condition?, ErrorPolicy)] = [(Shaker(), nil, .deadLetter)]
    for _ in 0..<stages {
      steps.append((Census(), nil, .deadLetter))
      steps.append((Shaker(), nil, .keep))
    }
    steps.append((Collector(bin, folder: folder.path), nil, .deadLetter))
    let run = try PipelineRun(
      pipeline(texts, steps), inputs: [], settings: RunSettings(workers: workers, batchSize: batchSize))
    if interrupt { run.interrupt() }
    let report = try run.execute()
    #expect(bin.isFinished)
    return Outcome(
      output: bin.bytes, rejects: folder.contents("result.rejects.jsonl"),
      deadLetters: folder.contents("result.dead.jsonl"), counts: report.counts)
  }

  private static let texts = (0..<400).map { number in
    let kinds = [
      "plain", "slow", "drop", "fail", "unreadable", "plain", "unprepared", "uncommitted", "other",
    ]
    return "\(kinds[(number * 7919) % kinds.count]) text \(number % 97)"
  }

  @Test func theEndOfTheInputDecides() throws {
    let outcome = try outcome(["plain a", "other b", "plain c"], workers: 2, batchSize: 1)
    let records = try outcome.output.split(separator: 0x0A).map { try JSONReader.value($0) }
    #expect(records.map { $0["id"] } == ["d0", "d1", "d2"])
    #expect(records.map { $0["metadata"]?["count"] } == [.number("2"), .number("1"), .number("2")])
  }

  @Test func theSameBytesForAnyNumberOfWorkersAndAnyBatchSize() throws {
    for stages in [1, 2] {
      let wanted = try outcome(Self.texts, stages: stages, workers: 1, batchSize: 64)
      #expect(!wanted.output.isEmpty && !wanted.rejects.isEmpty && !wanted.deadLetters.isEmpty)
      #expect(wanted.counts.read == 400)
      for (workers, batchSize) in [(1, 1), (2, 3), (8, 7), (8, 10_000)] {
        #expect(try outcome(Self.texts, stages: stages, workers: workers, batchSize: batchSize) == wanted)
      }
    }
  }

  @Test func anEmptyInputEnds() throws {
    #expect(try outcome([], stages: 2, workers: 3, batchSize: 4).counts.read == 0)
  }

  @Test func anInterruptedRunLetsGoOfWhatItHolds() throws {
    let outcome = try outcome(Self.texts, workers: 2, batchSize: 4, interrupt: true)
    let counts = outcome.counts
    #expect(counts.read == counts.written + counts.rejected + counts.failed && counts.read < 400)
  }

  @Test func manyShortRunsNeitherHangNorDiffer() throws {
    let texts = Array(Self.texts.prefix(40))
    let wanted = try outcome(texts, stages: 2, workers: 1, batchSize: 1)
    for round in 0..<60 {
      #expect(try outcome(texts, stages: 2, workers: 1 + round % 9, batchSize: 1 + round % 4) == wanted)
    }
  }

  /// Near-duplicates, in every way of keeping one.
  @Test(arguments: ["first", "longest", "earliest"]) func clustersAreTheSameBytesToo(_ keep: String) throws {
    var state: UInt64 = 5
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var texts: [[String]] = []
    for number in 0..<150 {
      var words = number < 40 ? (0..<30).map { _ in "w\(random(3000))" } : texts[random(texts.count)]
      if number >= 40, number % 3 > 0 { words[random(words.count)] = "x\(number)" }
      if number % 5 == 0 { words.append("longer") }
      texts.append(words)
    }
    let inputs = texts.map { $0.joined(separator: " ") }
    func outcome(_ workers: Int, _ batchSize: Int, _ action: String) throws -> Outcome {
      let folder = try TemporaryFolder()
      let bin = Bin()
      var options = DedupeDocuments.Options()
      options.keep = try #require(KeptDocument(rawValue: keep))
      options.action = try #require(DocumentAction(rawValue: action))
      let stage = try DedupeDocuments(
        options: options, context: StageContext(stage: StageReference(id: "dedupe.documents", line: 2)))
      let definition = pipeline(
        inputs, [(stage, nil, .deadLetter), (Collector(bin, folder: folder.path), nil, .deadLetter)])
      let report = try PipelineRun(
        definition, inputs: [], settings: RunSettings(workers: workers, batchSize: batchSize)
      ).execute()
      return Outcome(
        output: bin.bytes, rejects: folder.contents("result.rejects.jsonl"), deadLetters: [],
        counts: report.counts)
    }
    for action in ["drop", "mark", "cluster"] {
      let wanted = try outcome(1, 64, action)
      #expect(wanted.counts.read == 150 && (wanted.counts.rejected > 20) == (action == "drop"))
      for (workers, batchSize) in [(2, 1), (8, 5)] {
        #expect(try outcome(workers, batchSize, action) == wanted)
      }
    }
  }
}
