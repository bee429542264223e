import Cleaning
import Copydesk
import CopydeskTesting
import Deduplication
import Entities
import Foundation
import Synchronization
import Testing

@testable import Files
@testable import Summaries

/// The conformance kit finds what it is for, and the stages that ship pass it.
@Suite struct ConformanceTests {
  // MARK: The stages that ship

  private static let catalog = try? StageCatalog([
    FilesPlugin.self, CleaningPlugin.self, DeduplicationPlugin.self, EntitiesPlugin.self,
    SummariesPlugin.self,
  ])
  private static let stages =
    catalog?.entries.filter {
      // It asks an endpoint again and again: below, with options that do not wait.
      ($0.role == .stage || $0.role == .ordered) && $0.name != "summarize.llm"
    }.map(\.name) ?? []

  @Test(arguments: stages) func aStageThatShipsPasses(_ name: String) throws {
    let entry = try #require(Self.catalog?[name])
    let report = try #require(try conformance(of: entry, hugeBytes: 30_000))
    #expect(report.isPassed, "\(report)")
    #expect(report.documents > 15 && report.checks.count >= 9)
  }

  @Test func theStageThatAsksAnEndpointPassesWhereThereIsNone() throws {
    let report = try conformance(of: LanguageModelSummary.self, hugeBytes: 30_000) {
      $0.endpoint = "http://127.0.0.1:9/v1"
      $0.retries = 0
      // Which documents come after the tenth in vain is a matter of time, in this stage alone.
      $0.giveUpAfter = 1_000_000
      $0.probeAfter = 0
    }
    #expect(report.isPassed, "\(report)")
  }

  @Test func anOutputThatShipsPasses() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "copydesk-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let reports = [
      try conformance(of: JSONLinesOutput.self, hugeBytes: 10_000) { $0.path = "\(folder)/a.jsonl" },
      try conformance(of: TextOutput.self, hugeBytes: 10_000) { $0.path = "\(folder)/a.txt" },
      try conformance(of: MarkdownOutput.self, hugeBytes: 10_000) { $0.path = "\(folder)/a.md" },
    ]
    for report in reports { #expect(report.isPassed, "\(report)") }
  }

  @Test func aSourceIsNotChecked() throws {
    let entry = try #require(Self.catalog?["input.files"])
    #expect(try conformance(of: entry, hugeBytes: 100) == nil)
  }

  // MARK: What it finds

  /// What a bad stage does to a document. `memory` is one for the whole stage.
  private typealias Deed = @Sendable (_ document: inout Document, _ memory: Int) throws -> Void

  @Test func aResultThatDiffersFromRunToRunIsFound() throws {
    let stage = BadStage.self
    let problems = try problems(stage) { document, _ in document.title = UUID().uuidString }
    #expect(problems.contains { $0.hasPrefix("the same documents give the same result: an article: once …") })
  }

  @Test func aStageThatRemembersIsFound() throws {
    let problems = try problems(BadStage.self) { document, memory in document.title = "\(memory)" }
    #expect(problems.contains { $0.hasPrefix("no document depends on another") })
  }

  @Test func aSpanOutsideOfTheTextIsFound() throws {
    let problems = try problems(BadStage.self) { document, _ in
      document.summary = Summary(sentences: [Span(0, document.text.count + 1)], method: "bad")
    }
    #expect(
      problems.contains { $0.contains("spans lie inside of the text") && $0.contains("outside of the text") })
  }

  @Test func aSpanInsideOfACharacterIsFound() throws {
    let problems = try problems(BadStage.self) { document, _ in
      let cut = document.text.utf8.indices.first { document.text.utf8[$0] & 0xC0 == 0x80 }
      if let cut { document.setEntities([Entity(Span(0, cut), .place)]) }
    }
    #expect(problems.contains { $0.contains("inside of a character") })
  }

  @Test func aLostWayToTheSourceIsFound() throws {
    let problems = try problems(BadStage.self) { document, _ in
      document.noteLifted("text", rule: "shouted", from: Span(0, 0))
      document.rewrite(Text(document.text.string.uppercased()))
    }
    #expect(problems.contains { $0.contains("leads back to its source") && $0.contains("Text.Builder") })
  }

  @Test func aRemovalWithoutATrailIsFound() throws {
    let problems = try problems(BadStage.self) { document, _ in
      var builder = Text.Builder(editing: document.text)
      builder.copy(Span(0, 0))
      document.rewrite(builder.finish())
    }
    #expect(problems.contains { $0.contains("nothing disappears") && $0.contains("use Document.remove") })
  }

  @Test func aRuleThatIsNotDeclaredIsFound() throws {
    let problems = try problems(BadStage.self) { document, _ in
      document.trail.append(TrailEntry(.noted, rule: "other"))
    }
    #expect(problems.contains { $0.contains("the rule \"other\"") })
  }

  @Test func aFieldThatIsNotDeclaredIsFound() throws {
    let problems = try problems(BadStage.self) { document, _ in document.byline = "Nobody" }
    #expect(
      problems.contains { $0.contains("only declared fields are changed") && $0.contains("\"byline\"") })
  }

  @Test func aStageThatDoesNothingPassesAndOneThatRefusesIsNoted() throws {
    #expect(try problems(BadStage.self) { _, _ in } == [])
    let report = try report(BadStage.self) { document, _ in
      if document.text.isEmpty { throw Failure(.stageFailed, "there is nothing") }
    }
    #expect(report.isPassed)
    #expect(report.refused == ["empty: there is nothing"])
    #expect("\(report)".contains("note  it refuses some documents"))
  }

  @Test func aReportSaysWhatFailsAndWhatPasses() throws {
    let text = try "\(report(BadStage.self) { document, _ in document.byline = "Nobody" })"
    #expect(text.hasPrefix("test.bad  ("))
    #expect(text.contains("\n  FAIL  only declared fields are changed\n          empty: \"byline\" changes"))
    #expect(text.contains("\n  ok    spans lie inside of the text"))
    #expect(text.contains("… and "))
  }

  @Test func aStageThatWaitsIsCheckedInBatches() throws {
    let report = try conformance(of: CountingStage.self, hugeBytes: 1_000)
    // What it answers depends on the batch that a document comes in, and on nothing else.
    #expect(
      report.checks.filter { !$0.problems.isEmpty }.map(\.name).contains(
        "any batch size gives the same result"))
    #expect(!report.problems.contains { $0.hasPrefix("the same documents give the same result") })
  }

  /// A stage that waits and answers with the size of its batch.
  private struct CountingStage: WaitingStage {
    static let name: StageName = "test.counting"
    static let abstract = "Counts."
    let concurrency = 2
    init(options: NoOptions, context: StageContext) {}

    func process(_ documents: inout [Document]) -> [Failure?] {
      let count = documents.count
      for index in documents.indices { documents[index].title = "\(count)" }
      return documents.map { _ in nil }
    }
  }

  private func problems(_ stage: BadStage.Type, _ deed: @escaping Deed) throws -> [String] {
    try report(stage, deed).problems
  }

  private func report(_ stage: BadStage.Type, _ deed: @escaping Deed) throws -> ConformanceReport {
    try BadStage.$deed.withValue(deed) { try conformance(of: stage, hugeBytes: 2_000) }
  }

  /// A stage that does what a test says.
  private struct BadStage: Stage {
    @TaskLocal static var deed: Deed = { _, _ in }
    static let name: StageName = "test.bad"
    static let abstract = "Bad."
    static let writes: [DocumentField] = [.text, .title, .summary, .entities]
    static let rules = [Rule("shouted", "Shouts.")]
    private let deed: Deed
    private let memory = Memory()

    // The deed is taken here, on the test's own task: the kit's threads know nothing of it.
    init(options: NoOptions, context: StageContext) { deed = Self.deed }

    func process(_ document: inout Document) throws { try deed(&document, memory.next()) }

    private final class Memory: Sendable {
      private let count = Mutex(0)

      func next() -> Int {
        count.withLock {
          $0 += 1
          return $0
        }
      }
    }
  }
}
