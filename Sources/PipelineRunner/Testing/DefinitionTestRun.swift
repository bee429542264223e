import Copydesk
import Dispatch
import PipelineDefinition
import Synchronization

/// Runs the tests of a definition: each with stages that have seen nothing else, several at a time.
///
/// ```swift
/// let outcomes = DefinitionTestRun(definition).run()
/// let passed = outcomes.allSatisfy(\.isPassed)
/// ```
public struct DefinitionTestRun: Sendable {
  private let definition: Definition
  private let workers: Int

  /// Prepares a run.
  /// - Parameter workers: how many tests run at a time.
  public init(_ definition: Definition, workers: Int = RunSettings.availableCores) {
    self.definition = definition
    self.workers = max(1, workers)
  }

  /// Runs tests.
  /// - Parameter tests: some of the definition's; all, where nil.
  /// - Returns: what came of each, in their order.
  public func run(_ tests: [DefinitionTest]? = nil) -> [TestOutcome] {
    let tests = tests ?? definition.tests
    let state = Mutex((next: 0, outcomes: [TestOutcome?](repeating: nil, count: tests.count)))
    DispatchQueue.concurrentPerform(iterations: min(workers, tests.count)) { _ in
      while true {
        let index = state.withLock { state in
          defer { state.next += 1 }
          return state.next
        }
        guard index < tests.count else { return }
        let outcome = run(tests[index])
        state.withLock { $0.outcomes[index] = outcome }
      }
    }
    return state.withLock { $0.outcomes.compactMap(\.self) }
  }

  private func run(_ test: DefinitionTest) -> TestOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    var documents: [Document] = []
    var failure: CopydeskError?
    do {
      let inputs = test.inputs.map { $0.document(by: definition.source) }
      documents = try Rehearsal(definition, settings: RunSettings(workers: 1)).documents(inputs)
    } catch {
      failure =
        error as? CopydeskError
        ?? CopydeskError(
          .stageFailed, "the stages cannot run: \(error)",
          help: "the message comes from the stage: its author can say what it means")
    }
    let duration = clock.now - start
    var mismatches: [TestOutcome.Mismatch] = []
    var clusters: [[String]]?
    if failure == nil {
      let ended = Dictionary(zip(test.inputs.map(\.id), documents)) { first, _ in first }
      for expectation in test.expectations {
        guard let document = ended[expectation.document] else { continue }
        let observation = Observation(document)
        mismatches += expectation.checks.compactMap { observation.mismatch($0, of: expectation.document) }
      }
      let found = Clusters.of(documents, ids: test.inputs.map(\.id))
      if let expected = test.clusters, !Clusters.areSame(expected, found) { clusters = found }
    }
    return TestOutcome(
      test: test, documents: documents, mismatches: mismatches, clusters: clusters, failure: failure,
      duration: duration)
  }
}

/// Documents that were found to tell the same.
enum Clusters {
  /// The clusters of documents, each in the order of the input, ordered by their first; documents that stand alone too.
  static func of(_ documents: [Document], ids: [String]) -> [[String]] {
    let original = Dictionary(zip(ids, documents.map(\.duplicateOf))) { first, _ in first }
    var members: [String: [String]] = [:]
    var order: [String] = []
    for id in ids {
      var root = id
      var steps = 0
      while let next = original[root] ?? nil, steps < ids.count {
        root = next
        steps += 1
      }
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(id)
    }
    return order.compactMap { members[$0] }
  }

  /// Whether two lists name the same clusters; a document alone need not be named.
  static func areSame(_ a: [[String]], _ b: [[String]]) -> Bool {
    func groups(_ clusters: [[String]]) -> Set<Set<String>> {
      Set(clusters.filter { $0.count > 1 }.map { Set($0) })
    }
    return groups(a) == groups(b)
  }
}
