import Copydesk
import Dispatch
import Synchronization

/// Brings every batch through lanes and gates, on as many threads as it was given.
///
/// Invariants:
/// - at most `window` batches are between the source and the last gate, so memory is bounded;
/// - gate *g* commits batch *n* only after it has committed batch *n* − 1;
/// - at most one thread reads from the source, at most one is in a gate, and in a station at most as many as it has
///   room for: threads of its own, so that waiting keeps no worker from its work;
/// - the work nearest to the output is done first, so that batches leave before new ones come in;
/// - a gate that holds batches lets go of them when no batch is before it any more, one gate after the other.
final class Conductor: Sendable {
  /// Something for a thread to do.
  private enum Work {
    case read
    case lane(leg: Int, Batch)
    case gate(leg: Int, Batch)
    case release(leg: Int)
  }

  private struct GateState {
    var next = 0
    var isBusy = false
    /// Batches that have come through the lane and wait for their turn.
    var waiting: [Int: Batch] = [:]
  }

  private struct State {
    var gates: [GateState]
    /// For each leg, batches that wait for room at its station.
    var queues: [[Batch]]
    /// For each leg, batches at its station.
    var visitors: [Int]
    /// For each leg, batches that wait for a thread.
    var lanes: [[Batch]]
    var isReading = false
    var isExhausted = false
    /// The legs whose gates hold batches, the first one first; one that has let go of all of them is gone.
    var holding: [Int]
    /// Whether nothing more will come to the first of them, so that it lets go of what it holds.
    var isReleasing = false
    /// Whether a thread fetches a batch from it.
    var isFetching = false
    /// Whether nothing more is to be done than to bring what is on its way to its end.
    var isStopping = false
    /// How many items of the input have passed the last gate.
    var position: Int
    var inFlight = 0
    /// Bytes of input on their way.
    var load = 0
    var threads = 0
    var bytes = 0
    var error: (any Error)?

    /// Whether no batch is on its way and none will be, but for those that gates hold.
    var isIdle: Bool { isExhausted && !isReading && !isFetching && inFlight == 0 }
    var isFinished: Bool { (isIdle && (holding.isEmpty || isStopping)) || error != nil }
  }

  private let itinerary: Itinerary
  private let reader: any AnyItemReader
  private let settings: RunSettings
  private let window: Int
  /// Where the time of reading is counted.
  let reading = StageMeter("input")
  private let journal: Journal?
  private let resumption: Resumption?
  /// The leg from whose gate on stages must see documents again when a watch is started again; nil where none must.
  private let remembering: Int?
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "copydesk.workers", qos: .userInitiated, attributes: .concurrent)
  private let group = DispatchGroup()

  init(
    _ itinerary: Itinerary, reader: any AnyItemReader, settings: RunSettings, journal: Journal? = nil,
    resumption: Resumption? = nil
  ) {
    self.journal = journal
    remembering = journal?.memory == nil ? nil : itinerary.gates.first { !$0.gate.canResume }?.leg
    self.resumption = resumption
    self.itinerary = itinerary
    self.reader = reader
    self.settings = settings
    let legs = itinerary.legs.count
    state = Mutex(
      State(
        gates: Array(repeating: GateState(), count: legs), queues: Array(repeating: [], count: legs),
        visitors: Array(repeating: 0, count: legs), lanes: Array(repeating: [], count: legs),
        holding: itinerary.legs.indices.filter { itinerary.holdsBatches(at: $0) },
        position: resumption?.position ?? 0))
    window = settings.window + itinerary.roomAtStations
  }

  /// Works until the source is exhausted and every batch has passed the last gate, or an error ends the run.
  func run() throws {
    hire()
    group.wait()
    if let error = state.withLock({ $0.error }) { throw (error as? StopRun)?.diagnosed ?? error }
  }

  /// Lets the source be asked again, once it has said that there is nothing more.
  func goOn() { state.withLock { $0.isExhausted = false } }

  /// Reads nothing more; what is on its way goes to its end.
  /// - Returns: whether there may have been more; where the end of the input had been read, nothing changes.
  @discardableResult
  func stopReading() -> Bool {
    state.withLock { state in
      // What gates hold after the end of the input may be all of it.
      let isEnding = state.isExhausted && (journal == nil || state.holding.isEmpty)
      guard !isEnding else { return state.isStopping }
      state.isExhausted = true
      // What gates hold is settled by the end of the input, which has not come.
      if journal != nil { state.isStopping = true }
      return true
    }
  }

  /// How many items of the input have passed the last gate.
  var position: Int { state.withLock { $0.position } }

  /// Bytes of input that have passed the last gate.
  var bytesDone: Int { state.withLock { $0.bytes } }

  /// Batches between the source and the last gate.
  var batchesInFlight: Int { state.withLock { $0.inFlight } }

  // MARK: Threads

  /// Puts a thread to work if there is work for one more.
  private func hire() {
    let work = state.withLock { state -> Work? in
      guard state.threads < settings.workers, let work = take(&state) else { return nil }
      state.threads += 1
      return work
    }
    guard let work else { return }
    queue.async(group: group) { self.labour(work) }
  }

  /// Does one piece of work after the other until there is none.
  private func labour(_ first: Work) {
    var next: Work? = first
    // Taken, not copied: a batch that two variables hold would be copied when its documents change.
    while let work = next.take() {
      hire()
      do {
        try perform(consume work)
      } catch {
        state.withLock { $0.error = $0.error ?? error }
      }
      next = state.withLock { state in
        let work = take(&state)
        if work == nil { state.threads -= 1 }
        return work
      }
    }
  }

  /// The most urgent work there is, marked as taken.
  private func take(_ state: inout State) -> Work? {
    guard !state.isFinished else { return nil }
    for leg in itinerary.legs.indices.reversed() {
      if !state.gates[leg].isBusy,
        let batch = state.gates[leg].waiting.removeValue(forKey: state.gates[leg].next)
      {
        state.gates[leg].isBusy = true
        return .gate(leg: leg, batch)
      }
      if !state.lanes[leg].isEmpty { return .lane(leg: leg, state.lanes[leg].removeFirst()) }
    }
    if !state.isExhausted, !state.isReading, hasRoom(state) {
      state.isReading = true
      return .read
    }
    if let leg = state.holding.first, !state.isStopping {
      if state.isIdle { state.isReleasing = true }
      if state.isReleasing, !state.isFetching, hasRoom(state) {
        state.isFetching = true
        return .release(leg: leg)
      }
    }
    return nil
  }

  /// Whether one more batch may be on its way. One always may, however large it is.
  private func hasRoom(_ state: borrowing State) -> Bool {
    state.inFlight < window && (state.inFlight == 0 || state.load < settings.bytesInFlight)
  }

  private func perform(_ work: consuming Work) throws {
    switch consume work {
    case .read: try readBatch()
    case .lane(let leg, let batch): try runLane(leg, batch)
    case .gate(let leg, let batch): try passGate(leg, batch)
    case .release(let leg): try release(leg)
    }
  }

  // MARK: Work

  private func readBatch() throws {
    var batch = try reading.time(0) { try reader.nextBatch() }
    if let journal, itinerary.lastHolding == nil, let read = batch, !read.isReplayed, journal.isDue() {
      batch?.isMarked = true
    }
    state.withLock { state in
      state.isReading = false
      if let batch {
        state.inFlight += 1
        state.load += batch.weight
        // What a watch remembers goes on where it was put down.
        let leg = batch.isReplayed ? remembering ?? 0 : 0
        for earlier in 0..<leg { state.gates[earlier].next += 1 }
        state.lanes[leg].append(batch)
      } else {
        state.isExhausted = true
      }
    }
  }

  private func runLane(_ leg: Int, _ batch: consuming Batch) throws {
    var batch = batch
    if leg == 0 {
      let count = batch.items.count
      let expected = batch.weight
      reading.time(count) { reader.read(&batch) }
      batch.weight = batch.bytes
      let more = batch.weight - expected
      state.withLock { $0.load += more }
    }
    if !batch.isReplayed || leg != remembering {
      let lane = itinerary.legs[leg].lane
      for index in batch.documents.indices { try lane.run(&batch.documents[index]) }
    }
    switch itinerary.legs[leg].end {
    case .gate(let gate):
      if leg == remembering, !batch.isReplayed { batch.memory = DocumentMemory.bytes(of: batch.documents) }
      batch.prepared = try gate.prepare(&batch.documents)
      let done = batch
      state.withLock { $0.gates[leg].waiting[done.number] = done }
    case .station(let station):
      let done = batch
      state.withLock { $0.queues[leg].append(done) }
      admit(to: station, leg)
    }
  }

  private func passGate(_ leg: Int, _ batch: consuming Batch) throws {
    var batch = batch
    guard case .gate(let gate) = itinerary.legs[leg].end else { return }
    if let prepared = batch.prepared.take() {
      if batch.isReplayed, resumption?.passes(leg) ?? false {
        gate.pass(&batch.documents, prepared)
      } else {
        try gate.commit(&batch.documents, prepared)
      }
    }
    if !batch.memory.isEmpty {
      try journal?.memory?.append(batch.memory)
      batch.memory = []
    }
    let isHeld = gate.holdsBatches
    let isLast = leg + 1 == itinerary.legs.count
    let done = batch
    if isHeld {
      try gate.hold(done)
    } else if done.isMarked, let journal {
      try journal.gather(leg, gate)
      if isLast { try journal.complete(position: done.position) }
    }
    let isOver = isBehind(done, leg)
    state.withLock { state in
      state.gates[leg].isBusy = false
      state.gates[leg].next += 1
      if isHeld {
        state.inFlight -= 1
        state.load -= done.weight
        return
      }
      if isOver {
        state.inFlight -= 1
        state.load -= done.weight
        retire(after: leg, &state)
      } else if !isLast {
        state.lanes[leg + 1].append(done)
      } else {
        state.inFlight -= 1
        state.load -= done.weight
        state.bytes += done.bytes
        state.position = done.position
      }
    }
  }

  /// Whether a batch of before has gone as far as it must go once more.
  private func isBehind(_ batch: Batch, _ leg: Int) -> Bool {
    batch.isReplayed && resumption?.replayEnd == leg
  }

  /// Lets the gates after the leg's do without a batch, which would have been their next.
  private func retire(after leg: Int, _ state: inout State) {
    for later in state.gates.indices.dropFirst(leg + 1) { state.gates[later].next += 1 }
  }

  /// Brings back a batch that a gate held.
  private func release(_ leg: Int) throws {
    guard case .gate(let gate) = itinerary.legs[leg].end else { return }
    var batch = try gate.release()
    let isOver = batch.map { isBehind($0, leg) } ?? false
    if let journal, leg == itinerary.lastHolding, let read = batch, !read.isReplayed, journal.isDue() {
      batch?.isMarked = true
    }
    let released = batch
    state.withLock { state in
      state.isFetching = false
      if isOver {
        retire(after: leg, &state)
      } else if let batch = released {
        state.inFlight += 1
        state.load += batch.weight
        state.lanes[leg + 1].append(batch)
      } else {
        state.holding.removeFirst()
        state.isReleasing = false
      }
    }
  }

  // MARK: Stations

  /// Puts the next batch to work at a station if there is room for it, on a thread of its own.
  private func admit(to station: Station, _ leg: Int) {
    guard let batch = visitor(of: station, leg) else { return }
    // A serial queue gets a thread whatever the others do; a concurrent one may be held back by those that wait.
    DispatchQueue(label: "copydesk.station", qos: .userInitiated).async(group: group) {
      self.stay(at: station, leg, batch)
    }
  }

  private func visitor(of station: Station, _ leg: Int) -> Batch? {
    state.withLock { state in
      guard !state.isFinished, !state.queues[leg].isEmpty, state.visitors[leg] < station.concurrency else {
        return nil
      }
      state.visitors[leg] += 1
      return state.queues[leg].removeFirst()
    }
  }

  /// Works on one batch after the other until none waits.
  private func stay(at station: Station, _ leg: Int, _ first: Batch) {
    var next: Batch? = first
    while var batch = next.take() {
      do {
        try station.run(&batch.documents)
        let done = batch
        state.withLock { state in
          state.visitors[leg] -= 1
          state.lanes[leg + 1].append(done)
        }
      } catch {
        state.withLock { state in
          state.visitors[leg] -= 1
          state.error = state.error ?? error
        }
      }
      hire()
      next = visitor(of: station, leg)
    }
  }
}
