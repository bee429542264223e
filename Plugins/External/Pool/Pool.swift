import Copydesk
import Dispatch
import Synchronization

/// Several processes of one program, and the documents that wait for them.
///
/// Invariants:
/// - every document handed in is settled once: by the program's answer, by a failure, or with the stage's end;
/// - a document that was with a program when it failed is tried once more, alone; only if the program fails on it then,
///   the document is to blame. So what becomes of a document does not depend on what it travelled with;
/// - after `restarts` failures in a row without one answer between them the stage ends. Once the program has answered at all,
///   those that a document is to blame for are none of them, unless there are ten times as many such documents: several in
///   a row cost themselves, and not the run.
final class Pool: Sendable {
  /// What the processes need to know.
  struct Settings: Sendable {
    var command: Command
    var stage: StageReference
    var log: StageLog
    /// The stage of the program that is wanted.
    var wanted: String
    var options: [JSONValue.Member]
    /// How many documents go in one request.
    var batch: Int
    var processes: Int
    /// How many requests a process may have in hand.
    var inFlight: Int
    var deadline: Double
    var startDeadline: Double
    var restarts: Int
  }

  private struct State {
    var waiting: [Request] = []
    /// How many of `waiting` have been taken: it is tidied up now and then, not at each.
    var taken = 0
    /// Documents that are to be tried alone; they go first.
    var suspects: [Request] = []
    var calls = 0
    var failuresInARow = 0
    /// Documents that the program failed on alone, without an answer between them.
    var blamedInARow = 0
    /// Whether the program has ever answered.
    var hasAnswered = false
    var error: CopydeskError?
    var workers: [Worker] = []
    /// A program that was started to be asked what it offers, for the first worker.
    var first: Channel?

    var isEmpty: Bool { suspects.isEmpty && taken == waiting.count }
  }

  let settings: Settings
  private let state: Mutex<State>

  init(_ settings: Settings, first: Channel?) {
    self.settings = settings
    state = Mutex(State())
    state.withLock { $0.first = first }
  }

  // MARK: For the runner

  /// Hands documents in and waits for what comes of them.
  func outcomes(of documents: [[UInt8]]) throws -> [Call.Outcome] {
    let call = Call(documents)
    let requests = stride(from: 0, to: documents.count, by: settings.batch).map { start in
      Request(
        call: call, places: start..<min(start + settings.batch, documents.count), isAlone: false)
    }
    let workers = try state.withLock { state -> [Worker] in
      if let error = state.error { throw error }
      try hire(&state)
      state.calls += 1
      state.waiting += requests
      return state.workers
    }
    defer { state.withLock { $0.calls -= 1 } }
    for worker in workers { worker.wake() }
    return try call.wait()
  }

  /// Ends the processes, unless documents are on their way.
  func close() {
    let workers = state.withLock { state -> [Worker] in
      guard state.calls == 0 else { return [] }
      defer { state.workers = [] }
      return state.workers
    }
    for worker in workers { worker.dismiss() }
    for worker in workers { worker.awaitEnd() }
    state.withLock { state in
      guard state.workers.isEmpty else { return }
      state.error = nil
      state.failuresInARow = 0
      state.blamedInARow = 0
    }
  }

  /// Starts threads that are not there yet; one is enough to go on with.
  private func hire(_ state: inout State) throws(CopydeskError) {
    while state.workers.count < settings.processes {
      guard let worker = Worker(self) else { break }
      state.workers.append(worker)
      DispatchQueue(label: "copydesk.external", qos: .userInitiated).async { worker.run() }
    }
    guard state.workers.isEmpty else { return }
    throw CopydeskError(
      .programFailed, "the program of \"\(settings.stage.id)\" cannot be started: too many files are open",
      help: "let the run open more, with: ulimit -n 4096; or start fewer programs, with concurrency")
  }

  // MARK: For the workers

  /// What a worker with that many requests in hand is to do next.
  func next(inHand: Int) -> Request? {
    state.withLock { state in
      if let suspect = state.suspects.last, inHand == 0 {
        state.suspects.removeLast()
        return suspect
      }
      guard inHand < settings.inFlight, state.suspects.isEmpty, state.taken < state.waiting.count else {
        return nil
      }
      defer {
        state.taken += 1
        if state.taken == state.waiting.count || state.taken > 1_000 {
          state.waiting.removeFirst(state.taken)
          state.taken = 0
        }
      }
      return state.waiting[state.taken]
    }
  }

  var hasWork: Bool { state.withLock { !$0.isEmpty } }
  var hasFailed: Bool { state.withLock { $0.error != nil } }

  /// The program that is running already, for the first that asks.
  func takeFirst() -> Channel? {
    state.withLock { state in
      defer { state.first = nil }
      return state.first
    }
  }

  func noteAnswer() {
    state.withLock { state in
      state.failuresInARow = 0
      state.blamedInARow = 0
      state.hasAnswered = true
    }
  }

  /// Deals with a program that failed with requests in hand.
  /// - Returns: seconds to wait before it is started again.
  func noteFailure(_ end: ProgramEnd, _ inHand: [Request], lastErrors: [String]) -> Double {
    let suspects = inHand.filter { !$0.isAlone }.flatMap(\.parts)
    let isOfDocument = inHand.contains(where: \.isAlone)
    let (failures, workers) = state.withLock { state in
      if isOfDocument, state.hasAnswered, state.blamedInARow < 10 * settings.restarts {
        // The failure that made it a suspect is explained, too.
        state.failuresInARow = max(0, state.failuresInARow - 1)
        state.blamedInARow += 1
      } else {
        state.failuresInARow += 1
      }
      state.suspects += suspects.reversed()
      return (state.failuresInARow, state.workers)
    }
    for request in inHand where request.isAlone {
      let failure = Failure(
        .stageFailed, "the program \(end.words)", help: end.help, isTransient: true)
      request.call.settle(request.places.lowerBound, .failure(failure))
    }
    guard failures <= settings.restarts else {
      giveUp(end, lastErrors)
      return 0
    }
    settings.log(
      .warning, stage: settings.stage.id,
      "the program \(end.words); it is started again"
        + (isOfDocument ? "" : " (\(failures) of \(settings.restarts))"))
    for line in lastErrors { settings.log(.warning, stage: settings.stage.id, "  \(line)") }
    for worker in workers { worker.wake() }
    return min(5, 0.05 * Double(1 << max(0, min(10, failures - 1))))
  }

  /// Ends the stage.
  private func giveUp(_ end: ProgramEnd, _ lastErrors: [String]) {
    let times = settings.restarts + 1
    let said =
      lastErrors.isEmpty ? "" : "\nits last words:\n" + lastErrors.map { "  \($0)" }.joined(separator: "\n")
    let error = CopydeskError(
      .programFailed,
      "the program of \"\(settings.stage.id)\" failed \(times) time\(times == 1 ? "" : "s") in a row; the last time it "
        + "\(end.words)",
      help: (end.help ?? "try it by hand: \(settings.command.arguments.joined(separator: " "))") + said)
    let (calls, workers) = state.withLock { state in
      state.error = error
      let open = state.waiting[state.taken...].map(\.call) + state.suspects.map(\.call)
      state.waiting = []
      state.taken = 0
      state.suspects = []
      return (open, state.workers)
    }
    for call in calls { call.fail(error) }
    for worker in workers { worker.wake() }
  }

  /// Documents that a worker holds when the stage has ended.
  func abandon(_ requests: [Request]) {
    guard let error = state.withLock({ $0.error }) else { return }
    for request in requests { request.call.fail(error) }
  }
}
