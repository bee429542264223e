import Copydesk
import CopydeskTesting
import Foundation
import Testing

@testable import Summaries

/// `summarize.llm` against an endpoint of our own that misbehaves.
@Suite(.serialized) struct LanguageModelTests {
  private static let article = """
    The harbour of Lisbon reopened on Monday after a storm had closed it for 3 days, the port authority said. Repairs to \
    the cranes will cost the port $3.5 million. Ana Sousa, who leads the port, expects no delay. Ships had been sent to \
    Sines and to Porto.
    """
  private static let good = "The harbour of Lisbon reopened on Monday. Ana Sousa expects no delay."

  private struct Outcome {
    let document: Document
    let rules: [String]
    let requests: [(head: String, body: String)]
    var answer: JSONValue? { document.metadata["summary_llm"] }
  }

  private func outcome(
    _ behaviours: StubEndpoint.Behaviour..., text: String = Self.article,
    options change: (inout LanguageModelSummary.Options) -> Void = { _ in }
  ) throws -> Outcome {
    let stub = try StubEndpoint(behaviours)
    defer { stub.stop() }
    let (documents, failures) = try run(LanguageModelSummary.self, on: [Document(text)]) { options in
      options.endpoint = stub.address
      options.model = "stub"
      options.backoff = 0.001
      options.timeout = 5
      change(&options)
    }
    #expect(failures == [nil])
    let rules = documents[0].trail.entries.map(\.rule).filter { $0.hasPrefix("llm.") }
    return Outcome(document: documents[0], rules: rules, requests: stub.requests.withLock { $0 })
  }

  @Test func theAnswerIsCheckedAndWrittenBesideTheExtractiveSummary() throws {
    let found = try outcome(.says(Self.good, tokens: 77))
    #expect(found.rules == ["llm.answered"])
    #expect(found.answer?["text"]?.string == Self.good)
    #expect(found.answer?["model"]?.string == "stub")
    guard case .array(let sentences) = found.answer?["sentences"] else {
      Issue.record("no sentences")
      return
    }
    #expect(sentences.map { $0["supported"] } == [.bool(true), .bool(true)])
    #expect(sentences[0]["start"] == .number("0"))
    #expect(found.document.summary != nil)
    let body = try #require(found.requests.first?.body)
    #expect(body.contains("\"model\":\"stub\"") && body.contains("Ana Sousa"))
  }

  @Test func aRunMayFollowAnotherThatIsOver() throws {
    let stub = try StubEndpoint([.says(Self.good, tokens: 7), .says(Self.good, tokens: 7)])
    defer { stub.stop() }
    var options = LanguageModelSummary.Options()
    options.endpoint = stub.address
    options.model = "stub"
    let stage = try LanguageModelSummary(options: options, context: StageContext())
    for _ in 0..<2 {
      var documents = [Document(Self.article)]
      #expect(try stage.process(&documents) == [nil])
      #expect(documents[0].metadata["summary_llm"] != nil)
      stage.finish()
      stage.finish()
    }
    #expect(stub.requests.withLock { $0.count } == 2)
  }

  @Test func aSentenceThatTheTextDoesNotBearOutIsFlagged() throws {
    let found = try outcome(
      .says(
        "The harbour of Lisbon reopened on Monday. Repairs will cost $9.1 million. Mayor Carla Reyes resigned."
      ))
    guard case .array(let sentences) = found.answer?["sentences"] else {
      Issue.record("no sentences")
      return
    }
    #expect(sentences.map { $0["supported"] } == [.bool(true), .bool(false), .bool(false)])
    #expect(sentences[1]["missing"] == .array([.string("9.1")]))
    #expect(found.rules == ["llm.answered", "llm.unsupported", "llm.unsupported"])
  }

  @Test func anEndpointThatIsOverloadedIsAskedAgain() throws {
    let found = try outcome(
      .status(429, header: "Retry-After: 0.01\r\n"), .status(500), .status(503), .says(Self.good))
    #expect(found.rules == ["llm.answered"])
    #expect(found.requests.count == 4)
    #expect(found.document.trail.entries.first { $0.rule == "llm.answered" }?.measured == 4)
  }

  @Test func whereTriesAreUsedUpTheExtractiveSummaryStandsAlone() throws {
    let found = try outcome(.status(500)) { $0.retries = 2 }
    #expect(found.rules == ["llm.fallback.status"])
    #expect(found.requests.count == 3)
    #expect(found.answer == nil)
    #expect(found.document.summary?.sentences.isEmpty == false)
    #expect(found.document.trail.entries.first { $0.rule == "llm.fallback.status" }?.measured == 500)
  }

  @Test(arguments: [400, 401, 404])
  func aRequestThatIsWrongIsNotAskedAgain(_ status: Int) throws {
    let found = try outcome(.status(status))
    #expect(found.requests.count == 1)
    #expect(found.rules == ["llm.fallback.status"])
  }

  @Test func aRedirectIsNotFollowed() throws {
    let other = try StubEndpoint([.says(Self.good)])
    defer { other.stop() }
    let found = try outcome(.status(307, header: "Location: \(other.address)/chat/completions\r\n"))
    #expect(found.rules == ["llm.fallback.status"])
    #expect(other.requests.withLock { $0.isEmpty })
  }

  @Test(arguments: [
    "not JSON", "{}", #"{"choices": []}"#, #"{"choices": [{"message": {"content": ""}}]}"#,
    #"{"choices": [{"message": {"content": null}}]}"#, "{\"choices\": [", "[1, 2]", "\"text\"",
  ])
  func aMalformedAnswerIsAskedForAgainAndThenGivenUp(_ body: String) throws {
    let found = try outcome(.body(body)) { $0.retries = 1 }
    #expect(found.requests.count == 2)
    #expect(found.rules == ["llm.fallback.malformed"])
  }

  @Test func aBrokenConnectionIsTriedAgain() throws {
    let found = try outcome(.cutOff, .hangsUp, .says(Self.good))
    #expect(found.rules == ["llm.answered"])
    #expect(found.answer?["text"]?.string == Self.good)
  }

  @Test func aSlowAnswerIsNotWaitedFor() throws {
    let found = try outcome(.slow(5, Self.good)) {
      $0.timeout = 0.2
      $0.retries = 0
    }
    #expect(found.rules == ["llm.fallback.timeout"])
  }

  @Test func nobodyThereIsNoFailureOfTheDocument() throws {
    let stub = try StubEndpoint([.hangsUp])
    stub.stop()
    let (documents, failures) = try run(LanguageModelSummary.self, on: [Document(Self.article)]) {
      $0.endpoint = stub.address
      $0.backoff = 0.001
      $0.retries = 1
      $0.timeout = 5
    }
    #expect(failures == [nil])
    #expect(documents[0].trail.entries.contains { $0.rule == "llm.fallback.unreachable" })
    #expect(documents[0].summary != nil)
  }

  @Test func whereNobodyIsThereOnlyTheFirstDocumentsWait() throws {
    let stub = try StubEndpoint([.hangsUp])
    stub.stop()
    let documents = (0..<20).map { Document(Self.article + " It was day \($0).", id: "\($0)") }
    let (found, failures) = try run(LanguageModelSummary.self, on: documents) {
      $0.endpoint = stub.address
      $0.backoff = 0.001
      $0.retries = 20
      $0.giveUpAfter = 100
      $0.concurrency = 1
      $0.probeAfter = 3_600
    }
    #expect(failures.allSatisfy { $0 == nil })
    #expect(found.map(\.id) == documents.map(\.id) && found.allSatisfy { $0.summary != nil })
    func count(_ rule: String) -> Int { found.count { $0.trail.entries.contains { $0.rule == rule } } }
    #expect(count("llm.fallback.unreachable") == 1)
    #expect(count("llm.fallback.down") == 19)
  }

  @Test func anEndpointThatIsDownIsTriedNowAndThenAndCountsAsUpOnceItAnswers() {
    let health = EndpointHealth(pause: 0)
    for _ in 0..<EndpointHealth.most { health.note(reached: false) }
    #expect(health.isDown && health.admits())
    health.note(reached: true)
    #expect(!health.isDown && health.takeSkipped() == 0)
    let patient = EndpointHealth(pause: 3_600)
    for _ in 0..<EndpointHealth.most { patient.note(reached: false) }
    #expect(!patient.admits() && !patient.admits())
    #expect(patient.takeSkipped() == 2 && patient.takeSkipped() == 0)
  }

  @Test func anUnfinishedSentenceIsTakenOff() throws {
    let found = try outcome(
      .says("The harbour of Lisbon reopened on Monday. Repairs to the cra", finish: "length"))
    #expect(found.answer?["text"]?.string == "The harbour of Lisbon reopened on Monday.")
    #expect(found.rules == ["llm.answered", "llm.cut_off"])
    let nothing = try outcome(.says("The harbour of Lis", finish: "length"))
    #expect(nothing.answer == nil)
    #expect(nothing.rules == ["llm.answered", "llm.cut_off", "llm.fallback.unfinished"])
  }

  @Test func thoughtsBeforeTheAnswerAreLeftOut() throws {
    let found = try outcome(.says("<think>Let me see.</think>\n\n\(Self.good)\n"))
    #expect(found.answer?["text"]?.string == Self.good)
  }

  @Test func theSameQuestionIsAskedOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let stub = try StubEndpoint([.says(Self.good)])
    defer { stub.stop() }
    func ask(_ text: String) throws -> [String] {
      let (documents, _) = try run(LanguageModelSummary.self, on: [Document(text)]) {
        $0.endpoint = stub.address
        $0.cache = folder
      }
      #expect(documents[0].metadata["summary_llm"] != nil)
      return documents[0].trail.entries.map(\.rule).filter { $0.hasPrefix("llm.") }
    }
    #expect(try ask(Self.article) == ["llm.answered"])
    #expect(try ask(Self.article) == ["llm.cached"])
    #expect(try ask(Self.article + " It rained.") == ["llm.answered"])
    #expect(stub.requests.withLock { $0.count } == 2)
  }

  @Test func theBudgetIsNotOverdrawn() throws {
    let found = try outcome(.says(Self.good)) { $0.tokenBudget = 100 }
    #expect(found.rules == ["llm.fallback.over_budget"])
    #expect(found.requests.isEmpty)
  }

  @Test func anEndpointThatNeverAnswersIsLeftInPeace() throws {
    let stub = try StubEndpoint([.status(500)])
    defer { stub.stop() }
    let documents = (0..<6).map { Document(Self.article + " It was day \($0).", id: "\($0)") }
    let (found, _) = try run(LanguageModelSummary.self, on: documents) {
      $0.endpoint = stub.address
      $0.retries = 0
      $0.giveUpAfter = 2
      $0.concurrency = 1
    }
    #expect(stub.requests.withLock { $0.count } == 2)
    #expect(found.filter { $0.trail.entries.contains { $0.rule == "llm.fallback.gave_up" } }.count == 4)
  }

  @Test func noMoreAreAskedAtOnceThanMayBeAndEachDocumentGetsItsAnswer() throws {
    let stub = try StubEndpoint([.slow(0.05, Self.good)])
    defer { stub.stop() }
    let documents = (0..<12).map { Document(Self.article + " It was day \($0).", id: "\($0)") }
    let (found, _) = try run(LanguageModelSummary.self, on: documents) {
      $0.endpoint = stub.address
      $0.concurrency = 3
    }
    #expect(found.map(\.id) == documents.map(\.id))
    #expect(found.allSatisfy { $0.metadata["summary_llm"] != nil })
    #expect((2...3).contains(stub.mostAtOnce.withLock { $0.most }))
  }

  @Test func theKeyComesFromTheEnvironmentAndGoesNowhereElse() throws {
    let stub = try StubEndpoint([.says(Self.good)])
    defer { stub.stop() }
    var options = LanguageModelSummary.Options()
    options.endpoint = stub.address
    options.keyVariable = "DESK_KEY"
    let stage = try LanguageModelSummary(
      options: options, context: StageContext(environment: ["DESK_KEY": "sesame-4711"]))
    defer { stage.finish() }
    var documents = [Document(Self.article)]
    _ = try stage.process(&documents)
    let request = try #require(stub.requests.withLock { $0.first })
    #expect(request.head.contains("Bearer sesame-4711"))
    #expect(!request.body.contains("sesame"))
    #expect(!String(decoding: documents[0].record(), as: UTF8.self).contains("sesame"))
  }

  @Test func aLongTextIsCutAfterASentenceAndATextIsNoTemplate() throws {
    let text = "The {title} stays. " + String(repeating: "The harbour is open again today. ", count: 50)
    let found = try outcome(.says(Self.good), text: text) {
      $0.textTokens = 40
      $0.prompt = "<{text}> {title} {unknown} {"
    }
    let body = try #require(found.requests.first?.body)
    #expect(body.contains("<The {title} stays. The harbour"))
    #expect(body.contains("again today.>  {unknown} {\""))
  }

  @Test(arguments: ["", "localhost:11434", "ftp://host/v1", "http://user:word@host/v1", "http:///v1"])
  func anEndpointMustBeAnAddress(_ endpoint: String) {
    #expect(throws: InvalidOption.self) {
      _ = try run(LanguageModelSummary.self, on: [Document("A.")]) { $0.endpoint = endpoint }
    }
  }

  @Test func aPromptMustHaveAPlaceForTheText() {
    #expect(throws: InvalidOption.self) {
      _ = try run(LanguageModelSummary.self, on: [Document("A.")]) { $0.prompt = "Summarise." }
    }
  }
}
