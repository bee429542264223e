import Copydesk
import PipelineDefinition
import Testing

/// Remembers documents, and takes an option for how much memory that may take.
private struct Remember: Stage {
  struct Options: StageOptions {
    @Option("Memory.") var memory = "1GB"
  }
  static let name: StageName = "remember"
  static let abstract = "Remembers."
  let memory: Int?
  init(options: Options, context: StageContext) { memory = context.memory }
  func process(_ document: inout Document) {}
}

/// Keeps something for each thread.
private struct Keep: Stage {
  static let name: StageName = "keep"
  static let abstract = "Keeps."
  static let memoryPerThread = 50
  init(options: NoOptions, context: StageContext) {}
  func process(_ document: inout Document) {}
}

private enum MemoryPlugin: Plugin {
  static let name = "memory"
  static let version = "1"
  static let components: [any PipelineComponent.Type] = [Remember.self, Keep.self]
}

struct SharedMemoryTests {
  private func shares(_ memory: Int?, _ stages: Int, keeping: Int = 0, workers: Int = 1) throws -> [Int?] {
    var surroundings = Surroundings()
    surroundings.memory = memory
    surroundings.workers = workers
    let catalog = try StageCatalog([TestPlugin.self, MemoryPlugin.self])
    let keep = (0..<keeping).map { "  - keep:\n    id: k\($0)\n" }.joined()
    let lines = (0..<stages).map { "  - remember: {}\n    id: m\($0)" }.joined(separator: "\n")
    let reading = DefinitionReader(catalog: catalog, surroundings: surroundings)
      .read("name: m\nstages:\n  - clean\n\(keep)\(lines)\n  - output.jsonl\n", file: "p.yaml")
    let definition = try #require(reading.definition)
    return definition.steps.compactMap { $0.component as? Remember }.map(\.memory)
  }

  @Test func stagesThatRememberShareTheMemoryOfTheRun() throws {
    #expect(try shares(600, 1) == [600])
    #expect(try shares(600, 3) == [200, 200, 200])
    #expect(try shares(nil, 2) == [nil, nil])
  }

  @Test func whatIsKeptForEachThreadIsTakenOffButForAQuarter() throws {
    #expect(try shares(600, 2, keeping: 1, workers: 4) == [200, 200])
    #expect(try shares(600, 2, keeping: 2, workers: 4) == [100, 100])
    #expect(try shares(600, 1, keeping: 2, workers: 40) == [150])
  }
}
