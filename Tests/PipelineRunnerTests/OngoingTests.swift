import Copydesk
import Foundation
import PipelineDefinition
import PipelineRunner
import Testing

/// Takes its time.
private struct Sleeper: Stage {
  static let name: StageName = "test.sleeper"
  static let abstract = "Sleeps."
  init(options: NoOptions, context: StageContext) {}
  init() {}
  func process(_ document: inout Document) throws { usleep(700_000) }
}

@Suite struct OngoingTests {
  @Test func aDocumentThatAStageWorksOnForLongCanBeNamed() throws {
    let folder = try TemporaryFolder()
    let definition = pipeline(
      ["one"], [(Sleeper(), nil, .deadLetter), (Collector(Bin(), folder: folder.path), nil, .deadLetter)])
    let run = try PipelineRun(definition, inputs: [])
    let thread = Thread { _ = try? run.execute() }
    thread.start()
    func mine(_ seconds: Double) -> [Ongoing] {
      Ongoing.all(for: seconds).filter { $0.stage == "test.sleeper" && $0.document == "d0" }
    }
    var found: [Ongoing] = []
    let end = ContinuousClock.now + .seconds(30)
    while found.isEmpty, ContinuousClock.now < end {
      usleep(10_000)
      found = mine(0.2)
    }
    #expect(found.first.map { $0.seconds >= 0.2 && $0.seconds < 30 } == true)
    while !thread.isFinished, ContinuousClock.now < end { usleep(10_000) }
    #expect(mine(0).isEmpty)
  }
}
