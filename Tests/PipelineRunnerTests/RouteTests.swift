import Copydesk
import PipelineDefinition
import PipelineRunner
import Synchronization
import Testing

@Suite struct RouteTests {
  private static let branches = [Branch(route: 0, index: 0), Branch(route: 0, index: 1)]

  /// Plain texts go down the first branch, slow ones down the second, others past both.
  private func routed(_ texts: [String], _ bin: Bin, folder: String, behind: Bool) -> Definition {
    var definition = pipeline(texts, [(Labeller(), nil, .deadLetter)])
    let router = Router(
      route: 0,
      conditions: [.field("kind", FieldTest(oneOf: ["plain"])), .field("kind", FieldTest(oneOf: ["slow"]))])
    func step(_ id: String, _ component: any PipelineComponent, _ branches: [Branch] = []) -> Definition.Step
    {
      Definition.Step(reference: StageReference(id: id), component: component, branches: branches)
    }
    definition.steps += [
      step("route", router), step("first", Stamp("first"), [Self.branches[0]]),
      step("second", Stamp("second"), [Self.branches[1]]), step("seen", Seen(), [Self.branches[0]]),
      step("out", Collector(bin, folder: folder), behind ? [] : [Self.branches[0]]),
    ]
    return definition
  }

  @Test(arguments: [1, 2, 8])
  func aDocumentTakesTheFirstBranchThatHolds(_ workers: Int) throws {
    let folder = try TemporaryFolder()
    let bin = Bin()
    let texts = ["plain a", "slow b", "other c", "plain a", "slow b"]
    let definition = routed(texts, bin, folder: folder.path, behind: true)
    let settings = RunSettings(workers: workers, batchSize: 2)
    let report = try PipelineRun(definition, inputs: [], settings: settings).execute()
    let stamps = bin.bytes.split(separator: 0x0A).compactMap {
      try? JSONReader.value($0)["metadata"]?["stamp"]?.string
    }
    // The document d3 is a duplicate in its branch; d4 is none, for the second branch looks for none.
    #expect(bin.ids == ["d0", "d1", "d2", "d4"])
    #expect(stamps == ["first", "second", "second"])
    #expect(report.counts.rejectedByStage["seen"]?.duplicates == 1)
  }

  @Test func whatNoOutputTakesGoesToTheRejects() throws {
    let folder = try TemporaryFolder()
    let bin = Bin()
    let texts = ["plain a", "slow b", "other c"]
    let definition = routed(texts, bin, folder: folder.path, behind: false)
    let report = try PipelineRun(definition, inputs: []).execute()
    #expect(bin.ids == ["d0"])
    #expect(report.counts.written == 1)
    #expect(report.counts.rejectedByStage["output"]?.dropped == 2)
    let rejects = String(decoding: folder.contents("result.rejects.jsonl"), as: UTF8.self)
    #expect(rejects.contains("no output of the pipeline takes it"))
    let rehearsed = try Rehearsal(definition).documents(texts.map { Document($0) })
    #expect(rehearsed.map(\.verdict.isKept) == [true, false, false])
  }

  @Test func aRehearsalEndsAsTheRunDoes() throws {
    let folder = try TemporaryFolder()
    let bin = Bin()
    let texts = (0..<200).map { "\(["plain", "slow", "drop", "fail", "other"][$0 % 5]) \($0 % 60)" }
    var definition = routed(texts, bin, folder: folder.path, behind: true)
    definition.steps.insert(
      Definition.Step(reference: StageReference(id: "shaker"), component: Shaker()), at: 0)
    _ = try PipelineRun(definition, inputs: []).execute()
    let kept = Mutex<[String]>([])
    let all = Mutex(0)
    try Rehearsal(definition).visit([]) { document in
      all.withLock { $0 += 1 }
      if document.verdict.isKept { kept.withLock { $0.append(document.id) } }
    }
    #expect(kept.withLock { $0 } == bin.ids)
    #expect(all.withLock { $0 } == texts.count)
  }

  @Test func aSampleIsSpreadOverTheInputAndTheSameEachTime() throws {
    let texts = (0..<1000).map { "plain \($0)" }
    let definition = pipeline(texts, [(Labeller(), nil, .deadLetter)])
    func ids() throws -> [String] {
      let found = Mutex<[String]>([])
      try Rehearsal(definition).visit([], sample: 50) { document in found.withLock { $0.append(document.id) }
      }
      return found.withLock { $0 }
    }
    let first = try ids()
    #expect(first.count == 50)
    #expect(first == (try ids()))
    let numbers = first.compactMap { Int($0.dropFirst()) }
    #expect(numbers == numbers.sorted())
    #expect(numbers.contains { $0 < 300 } && numbers.contains { $0 > 700 })
  }

  // MARK: Retries

  @Test func aFailureThatMayPassIsTriedAgain() throws {
    let flaky = Flaky(failures: 2, isTransient: true)
    let documents = try rehearse(flaky, Retry(times: 3, wait: 0))
    #expect(documents[0].verdict.isKept)
    #expect(flaky.calls == 3)
    #expect(documents[0].metadata["half"] == nil, "an attempt that failed leaves nothing behind")
  }

  @Test func retriesAreBounded() throws {
    let flaky = Flaky(failures: 9, isTransient: true)
    let documents = try rehearse(flaky, Retry(times: 3, wait: 0))
    #expect(flaky.calls == 4)
    guard case .failed(let failure) = documents[0].verdict else { return #expect(Bool(false)) }
    #expect(failure.message == "busy (tried 4 times)")
  }

  @Test func aFailureThatWillNotPassIsNotTriedAgain() throws {
    let flaky = Flaky(failures: 1, isTransient: false)
    _ = try rehearse(flaky, Retry(times: 3, wait: 0))
    #expect(flaky.calls == 1)
  }

  private func rehearse(_ stage: Flaky, _ retry: Retry) throws -> [Document] {
    let step = Definition.Step(reference: StageReference(id: "flaky"), component: stage, retry: retry)
    let definition = Definition(name: "test", source: MemorySource([]), steps: [step])
    return try Rehearsal(definition).documents([Document("text")])
  }
}

/// Writes the first word of the text into the metadata.
private struct Labeller: Stage {
  static let name: StageName = "test.labeller"
  static let abstract = "Labels."
  init(options: NoOptions, context: StageContext) {}
  init() {}
  func process(_ document: inout Document) {
    document.metadata["kind"] = .string(String(document.text.string.prefix { $0 != " " }))
  }
}

/// Writes a word into the metadata.
private struct Stamp: Stage {
  static let name: StageName = "test.stamp"
  static let abstract = "Stamps."
  let word: String
  init(options: NoOptions, context: StageContext) { word = "" }
  init(_ word: String) { self.word = word }
  func process(_ document: inout Document) { document.metadata["stamp"] = .string(word) }
}

/// Fails some times before it works.
private struct Flaky: Stage {
  final class Counter: Sendable {
    let value = Mutex(0)
  }
  static let name: StageName = "test.flaky"
  static let abstract = "Fails at first."
  let failures: Int
  let isTransient: Bool
  private let counter = Counter()

  init(options: NoOptions, context: StageContext) { self.init(failures: 0, isTransient: false) }
  init(failures: Int, isTransient: Bool) {
    self.failures = failures
    self.isTransient = isTransient
  }

  var calls: Int { counter.value.withLock { $0 } }

  func process(_ document: inout Document) throws {
    let call = counter.value.withLock { value in
      value += 1
      return value
    }
    if call <= failures {
      document.metadata["half"] = "done"
      throw Failure(.stageFailed, "busy", isTransient: isTransient)
    }
  }
}
