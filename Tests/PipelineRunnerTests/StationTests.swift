import Copydesk
import Dispatch
import PipelineDefinition
import PipelineRunner
import Synchronization
import Testing

/// Answers after a while, and remembers how many calls were going on at once.
private struct Waiter: WaitingStage {
  static let name: StageName = "test.waiter"
  static let abstract = "Waits."
  let concurrency: Int
  let seen = Seen()

  final class Seen: Sendable {
    let state = Mutex((now: 0, most: 0, finished: 0))
  }

  init(options: NoOptions, context: StageContext) { self.init(concurrency: 1) }
  init(concurrency: Int) { self.concurrency = concurrency }

  func process(_ documents: inout [Document]) throws -> [Failure?] {
    seen.state.withLock { state in
      state.now += 1
      state.most = max(state.most, state.now)
    }
    defer { seen.state.withLock { $0.now -= 1 } }
    var failures: [Failure?] = []
    for index in documents.indices {
      let text = documents[index].text.string
      if text.contains("end") { throw CopydeskError(.programFailed, "it is over") }
      documents[index].metadata["waited"] = true
      failures.append(
        text.contains("fail")
          ? Failure(.stageFailed, "told to fail", isTransient: text.contains("transient")) : nil)
    }
    return failures
  }

  func finish() { seen.state.withLock { $0.finished += 1 } }
}

@Suite struct StationTests {
  private static func texts(_ count: Int) -> [String] {
    (0..<count).map { ["plain", "slow", "drop", "fail", "plain", "same"][($0 * 7919) % 6] + " \($0 % 50)" }
  }

  private struct Outcome: Equatable {
    var output: [UInt8]
    var rejects: [UInt8]
    var deadLetters: [UInt8]
  }

  private func outcome(
    _ texts: [String], workers: Int, batchSize: Int, concurrency: Int = 2, policy: ErrorPolicy = .deadLetter
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    let bin = Bin()
    let waiter = Waiter(concurrency: concurrency)
    let definition = pipeline(
      texts,
      [
        (waiter, .not(.words(atLeast: nil, atMost: 1)), policy), (Shaker(), nil, .keep), (Seen(), nil, .keep),
        (Waiter(concurrency: 1), nil, policy), (Collector(bin, folder: folder.path), nil, .deadLetter),
      ])
    _ = try PipelineRun(
      definition, inputs: [], settings: RunSettings(workers: workers, batchSize: batchSize)
    ).execute()
    #expect(waiter.seen.state.withLock { $0.finished } == 1)
    #expect(waiter.seen.state.withLock { $0.most } <= concurrency)
    return Outcome(
      output: bin.bytes, rejects: folder.contents("result.rejects.jsonl"),
      deadLetters: folder.contents("result.dead.jsonl"))
  }

  @Test func theSameBytesForAnyNumberOfWorkersAnyBatchSizeAndAnyConcurrency() throws {
    let texts = Self.texts(400)
    let wanted = try outcome(texts, workers: 1, batchSize: 64)
    #expect(!wanted.output.isEmpty && !wanted.rejects.isEmpty && !wanted.deadLetters.isEmpty)
    for (workers, size, concurrency) in [(1, 1, 1), (2, 3, 4), (8, 64, 3), (4, 10_000, 2), (8, 1, 8)] {
      #expect(
        try outcome(texts, workers: workers, batchSize: size, concurrency: concurrency) == wanted,
        "\(workers) × \(size) × \(concurrency)")
    }
  }

  @Test func manyShortRunsNeitherHangNorDiffer() throws {
    let texts = Self.texts(40)
    let wanted = try outcome(texts, workers: 1, batchSize: 1)
    for round in 0..<100 {
      #expect(
        try outcome(texts, workers: 1 + round % 5, batchSize: 1 + round % 4, concurrency: 1 + round % 3)
          == wanted)
    }
  }

  @Test func aStageThatCannotGoOnEndsTheRunAndLetsGo() throws {
    let folder = try TemporaryFolder()
    let waiter = Waiter(concurrency: 2)
    let definition = pipeline(
      Self.texts(100) + ["end"] + Self.texts(100),
      [(waiter, nil, .keep), (Collector(Bin(), folder: folder.path), nil, .deadLetter)])
    let error = #expect(throws: CopydeskError.self) {
      try PipelineRun(definition, inputs: [], settings: RunSettings(workers: 4, batchSize: 3)).execute()
    }
    #expect(error?.diagnostics.first?.code == .programFailed)
    #expect(waiter.seen.state.withLock { $0.finished } == 1)
  }

  @Test func theErrorPolicyHolds() throws {
    let texts = ["plain a", "fail b", "plain c"]
    #expect(throws: CopydeskError.self) { try outcome(texts, workers: 2, batchSize: 2, policy: .stop) }
    let kept = try outcome(texts, workers: 2, batchSize: 2, policy: .keep)
    let records = try kept.output.split(separator: 0x0A).map { try JSONReader.value($0) }
    // The shaker fails on it, too; what the waiter began must not show.
    #expect(records.count == 3)
    #expect(records[1]["metadata"] == nil)
    #expect(records[0]["metadata"]?["waited"] == true)
  }

  @Test func failuresThatMayPassAreTriedAgain() throws {
    let folder = try TemporaryFolder()
    var definition = pipeline(
      ["plain", "fail transient", "fail"],
      [(Waiter(concurrency: 1), nil, .deadLetter), (Collector(Bin(), folder: folder.path), nil, .deadLetter)])
    definition.steps[0].retry = Retry(times: 2, wait: 0)
    _ = try PipelineRun(definition, inputs: []).execute()
    let messages = try folder.contents("result.dead.jsonl").split(separator: 0x0A).map {
      try JSONReader.value($0)["error"]?["message"]?.string
    }
    #expect(messages == ["told to fail (tried 3 times)", "told to fail"])
  }
}
