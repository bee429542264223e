import Copydesk
import External
import Foundation
import PipelineDefinition
import PipelineRunner

/// Documents a second through a stage that costs 1 ms of processor time a document: the stage in this process, and in
/// processes of its own. In turn, so that a machine that slows down slows both.
///
///     Benchmarks/external [DOCUMENTS] [ROUNDS]
@main
struct ExternalBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let documents = arguments.first ?? 4_000
    let rounds = arguments.dropFirst().first ?? 5
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let cores = RunSettings.availableCores
    let words = "The harbour of Lisbon reopened on Monday after a storm had closed it for three days. "
    let text = String(repeating: words, count: 35)
    var rates: [String: [Double]] = [:]
    for round in 1...rounds {
      for name in ["in process", "external"] {
        let stage: any PipelineComponent =
          name == "in process" ? Busy() : try external(root: root, processes: cores)
        let rate = try measure(stage, documents, text)
        rates[name, default: []].append(rate)
        say("round \(round): \(name) \(Int(rate)) documents/s")
      }
    }
    let medians = rates.mapValues { $0.sorted()[$0.count / 2] }
    guard let inside = medians["in process"], let outside = medians["external"] else { return }
    say(
      "\(documents) documents of \(text.utf8.count) bytes, \(cores) workers or processes, median of \(rounds)"
    )
    say(
      "in process \(Int(inside)), external \(Int(outside)) documents/s; ratio \(String(format: "%.2f", outside / inside))"
    )
  }

  private static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  private static func external(root: String, processes: Int) throws -> External {
    let place = SourceLocation(file: "benchmark", line: 1, column: 1)
    func scalar(_ text: String) -> ConfigNode { ConfigNode(.scalar(text, isPlain: true), at: place) }
    let given: [(String, ConfigNode)] = [
      ("command", ConfigNode(.list([scalar("python3"), scalar("busy.py")]), at: place)),
      ("concurrency", scalar("\(processes)")),
    ]
    let entries = given.map { ConfigNode.Entry(key: $0.0, keyLocation: place, value: $0.1) }
    var problems: [OptionProblem] = []
    guard let options = External.Options.decode(ConfigNode(.map(entries), at: place), &problems) else {
      throw InvalidOption("options", "\(problems)")
    }
    let context = StageContext(
      folder: "\(root)/Benchmarks/ExternalBenchmark", permissions: [.startPrograms],
      environment: ProcessInfo.processInfo.environment, library: "\(root)/SDK")
    return try External(options: options, context: context)
  }

  private static func measure(_ stage: any PipelineComponent, _ count: Int, _ text: String) throws -> Double {
    let step = Definition.Step(reference: StageReference(id: "busy"), component: stage)
    let definition = Definition(name: "busy", source: NoSource(), steps: [step])
    let documents = (0..<count).map { Document(text, id: "\($0)") }
    let clock = ContinuousClock()
    var kept = 0
    let time = try clock.measure {
      kept = try Rehearsal(definition).documents(documents).count { $0.metadata["sum"] != nil }
    }
    guard kept == count else { throw Failure(.stageFailed, "\(count - kept) documents were not worked on") }
    return Double(count) / (time / .seconds(1))
  }
}

/// Takes 1 ms of processor time.
struct Busy: Stage {
  static let name: StageName = "benchmark.busy"
  static let abstract = "Takes 1 ms."

  init() {}
  init(options: NoOptions, context: StageContext) {}

  func process(_ document: inout Document) {
    let end = processorTime() + 1_000_000
    var sum = 0
    while processorTime() < end { for step in 0..<1_000 { sum = (sum &* 31 &+ step) % 10_007 } }
    document.metadata["sum"] = .number(String(sum))
  }

  private func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// Nothing: the documents are in memory.
struct NoSource: Source {
  static let name: StageName = "input.none"
  static let abstract = "Reads nothing."

  init() {}
  init(options: NoOptions, context: StageContext) {}

  func open(_ inputs: [String]) -> Int { 0 }
  func next(_ cursor: inout Int) -> SourceItem? { nil }
  func load(_ item: inout SourceItem) {}
  func document(from item: SourceItem) -> Document { Document("") }
}
