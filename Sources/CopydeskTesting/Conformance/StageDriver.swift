import Copydesk
import Dispatch
import Synchronization

/// A stage of any type, run as a pipeline runs it: in batches, by several threads.
struct StageDriver: Sendable {
  /// What became of one document.
  struct Outcome: Sendable {
    var document: Document
    /// Why it could not be processed.
    var failure: Failure?

    /// All that can be seen of it, to compare two.
    var record: [UInt8] {
      if let failure { return Array("\(failure.code): \(failure.message)".utf8) }
      // A record cannot be made of spans that lie nowhere; another check tells of them.
      let misplaced = SpanCheck.problems(document)
      return misplaced.isEmpty ? document.record() : Array(misplaced.joined(separator: "\n").utf8)
    }
  }

  let name: String
  let writes: [DocumentField]
  let rules: [Rule]
  /// Whether what becomes of a document may depend on those before it.
  let isOrdered: Bool
  /// Runs a new stage on documents.
  let run: @Sendable (_ documents: [Document], _ batch: Int, _ workers: Int) throws -> [Outcome]

  init<S: Stage>(_ stage: S.Type, _ options: S.Options) {
    self.init(name: S.name.rawValue, writes: S.writes, rules: S.rules) {
      try S(options: options, context: Self.context(S.name.rawValue))
    }
  }

  init(_ stage: RuntimeStage) {
    let declaration = stage.declaration
    let defaults = declaration.options.map { JSONValue.Member($0.name, $0.defaultValue) }
    self.init(name: declaration.name, writes: declaration.writes, rules: declaration.rules) {
      try stage.make(defaults, Self.context(declaration.name))
    }
  }

  private init(
    name: String, writes: [DocumentField], rules: [Rule], make: @escaping @Sendable () throws -> any Stage
  ) {
    self.name = name
    self.writes = writes
    self.rules = rules
    isOrdered = false
    run = { documents, batch, workers in
      let stage = try make()
      return Self.perform(documents, batch: batch, workers: workers, name) { try stage.process(&$0) }.map(\.0)
    }
  }

  init<S: WaitingStage>(_ stage: S.Type, _ options: S.Options) {
    name = S.name.rawValue
    writes = S.writes
    rules = S.rules
    isOrdered = false
    run = { documents, batch, workers in
      let stage = try S(options: options, context: Self.context(S.name.rawValue))
      defer { stage.finish() }
      let starts = Array(stride(from: 0, to: documents.count, by: batch))
      let results = Mutex<[Result<[Outcome], any Error>?]>(Array(repeating: nil, count: starts.count))
      let next = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: min(workers, max(1, stage.concurrency))) { _ in
        while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < starts.count {
          var part = Array(documents[starts[number]...].prefix(batch))
          for index in part.indices { part[index].trail.author = StageReference(id: S.name.rawValue) }
          let result = Result {
            let failures = try stage.process(&part)
            return zip(part, failures).map { Outcome(document: $0, failure: $1) }
          }
          results.withLock { $0[number] = result }
        }
      }
      return try results.withLock { $0 }.flatMap { try $0?.get() ?? [] }
    }
  }

  init<S: OrderedStage>(_ stage: S.Type, _ options: S.Options) {
    name = S.name.rawValue
    writes = S.writes
    rules = S.rules
    isOrdered = true
    run = { documents, batch, workers in
      let stage = try S(options: options, context: Self.context(S.name.rawValue))
      var state = try stage.makeState()
      let prepared = Self.perform(documents, batch: batch, workers: workers, S.name.rawValue) {
        try stage.prepare(&$0)
      }
      var outcomes: [Outcome] = []
      for (outcome, value) in prepared {
        var outcome = outcome
        if let value {
          do { try stage.commit(&outcome.document, value, &state) } catch { outcome.failure = Failure(error) }
        }
        outcomes.append(outcome)
      }
      try stage.finish(&state)
      return outcomes
    }
  }

  private static func context(_ name: String) -> StageContext {
    StageContext(stage: StageReference(id: name))
  }

  /// Does the same to each document, a batch at a time, by several threads; the results in the documents' order.
  private static func perform<Result: Sendable>(
    _ documents: [Document], batch: Int, workers: Int, _ name: String,
    _ work: @Sendable (inout Document) throws -> Result
  ) -> [(Outcome, Result?)] {
    let batches = (documents.count + batch - 1) / batch
    let next = Atomic(0)
    let results = Mutex<[(Outcome, Result?)?]>(Array(repeating: nil, count: documents.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < batches {
        for index in (number * batch)..<min(documents.count, (number + 1) * batch) {
          var outcome = Outcome(document: documents[index])
          outcome.document.trail.author = StageReference(id: name)
          var value: Result?
          do { value = try work(&outcome.document) } catch { outcome.failure = Failure(error) }
          let done = (outcome, value)
          results.withLock { $0[index] = done }
        }
      }
    }
    return results.withLock { $0 }.compactMap(\.self)
  }
}
