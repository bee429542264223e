import Copydesk
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder beside a run's results in which it puts down how far it has come, gone when the run is complete.
///
/// ```text
/// checkpoint     how far, and what every gate needs to go on: replaced as a whole, by renaming
/// inputs         which files were read, 16 bytes each; locked by the run
/// memory         of a watch: the documents that stages must see once more when it is started again
/// ```
///
/// At a checkpoint a batch carries a mark through the gates. Each puts its files on the disk and tells its state right
/// after it has committed the batch, so that all states are of the same place of the input although no gate waits for
/// another. When the batch has passed the last gate, the checkpoint is written.
final class Journal: Sendable {
  private struct State {
    var checkpoint: Checkpoint
    /// What gates have told of the batch that is marked.
    var gathered: [Int: GateCheckpoint] = [:]
    var isGathering = false
    var due: ContinuousClock.Instant
    /// How long gates and journal took for the checkpoint so far.
    var cost = Duration.zero
  }

  static let checkpointName = "checkpoint"
  static let inputsName = "inputs"
  private static let memoryName = "memory"
  /// Checkpoints take at most this part of a run's time.
  private static let share = 20

  /// The folder.
  let path: String
  /// The files that were read.
  let inputs: InputLog
  /// Where to go on; nil where the run begins.
  let resumption: Checkpoint?
  /// How many documents an unfinished run had dealt with that this run does not go on with.
  let forsaken: Int?
  /// Where a watch puts documents that stages must see once more; nil for any other run.
  let memory: DocumentMemory?
  private let interval: Duration
  private let state: Mutex<State>

  /// Opens the journal, and makes it where there is none.
  /// - Throws: ``CopydeskError`` where another run has it, or where the run that it is of cannot be gone on with.
  init(_ path: String, _ identity: RunIdentity, _ request: Checkpoint.Request, _ settings: JournalSettings)
    throws
  {
    self.path = path
    interval = .seconds(settings.interval)
    try OutputFile.makeFolders(above: path + "/")
    inputs = try InputLog("\(path)/\(Self.inputsName)")
    let earlier = try Self.contents(of: "\(path)/\(Self.checkpointName)")
    var resumption: Checkpoint?
    var forsaken: Int?
    if let earlier {
      let found = Checkpoint(earlier)
      try Self.refuse(found, path, settings)
      if settings.resumes {
        guard let found else {
          throw Checkpoint.isOfAnotherVersion(earlier)
            ? Self.otherVersion(path, isWatch: settings.watches) : Self.damaged(path)
        }
        let differences = identity.differences(from: found.identity)
        guard differences.isEmpty else { throw Self.changed(differences, isWatch: settings.watches) }
        resumption = found
      } else if let found, found.position > 0 {
        forsaken = found.position
      }
    }
    self.resumption = resumption
    self.forsaken = forsaken
    var checkpoint = resumption ?? Checkpoint(identity)
    if resumption == nil { checkpoint.request = request }
    if settings.watches, checkpoint.watch == nil { checkpoint.watch = .init() }
    memory = try checkpoint.watch.map { try DocumentMemory("\(path)/\(Self.memoryName)", length: $0.memory) }
    state = Mutex(State(checkpoint: checkpoint, due: ContinuousClock.now + interval))
    if resumption == nil { try inputs.clear() }
  }

  /// Puts down that the run has begun.
  /// - Parameter lasting: what stages keep for later runs.
  func begin(lasting: [Int: [UInt8]]) throws {
    try state.withLock { state in
      guard resumption == nil else { return }
      state.checkpoint.lasting = lasting
      try write(state.checkpoint, isDurable: false)
    }
  }

  // MARK: Checkpoints

  /// Whether the next batch should be marked; true once until that checkpoint is written.
  func isDue() -> Bool {
    state.withLock { state in
      // A watch puts down where it is between two looks.
      guard memory == nil, !state.isGathering, ContinuousClock.now >= state.due else { return false }
      state.isGathering = true
      return true
    }
  }

  /// Takes a gate's state.
  func gather(_ leg: Int, _ gate: any Gate) throws {
    let start = ContinuousClock.now
    let found = try gate.checkpoint()
    state.withLock { state in
      state.gathered[leg] = found
      state.cost += ContinuousClock.now - start
    }
  }

  /// Writes the checkpoint that all gates have told their state for.
  /// - Parameter position: how many items have passed them.
  func complete(position: Int, phase: Checkpoint.Phase = .running) throws {
    let start = ContinuousClock.now
    try inputs.synchronise()
    let remembered = try memory?.synchronise()
    try state.withLock { state in
      var checkpoint = state.checkpoint
      if let remembered { checkpoint.watch = .init(inputs: inputs.count, memory: remembered) }
      checkpoint.position = position
      checkpoint.phase = phase
      checkpoint.gates = state.gathered
      if phase != .running { checkpoint.inputDigest = inputs.digest }
      try write(checkpoint)
      state.checkpoint = checkpoint
      state.gathered = [:]
      state.isGathering = false
      let cost = state.cost + (ContinuousClock.now - start)
      state.cost = .zero
      state.due = ContinuousClock.now + max(interval, cost * Self.share)
    }
  }

  /// Puts down the state of gates that nothing passes any more.
  func complete(_ gates: [(leg: Int, gate: any Gate)], position: Int, phase: Checkpoint.Phase) throws {
    state.withLock { $0.gathered = [:] }
    for (leg, gate) in gates { try gather(leg, gate) }
    try complete(position: position, phase: phase)
  }

  /// Puts down that the results are complete, and which files they are.
  func completeResults(_ gates: [(leg: Int, gate: any Gate)]) throws {
    try state.withLock { state in
      var checkpoint = state.checkpoint
      checkpoint.phase = .written
      for (leg, gate) in gates { checkpoint.gates[leg, default: .init()].files = gate.completedFiles }
      try write(checkpoint)
      state.checkpoint = checkpoint
    }
  }

  /// Whether there is an unfinished run to go on with.
  static func exists(_ path: String) -> Bool { access("\(path)/\(checkpointName)", F_OK) == 0 }

  /// How many items the checkpoint that was written last covers.
  var position: Int { state.withLock { $0.checkpoint.position } }
  /// How many files a watch had committed.
  var watchedInputs: Int { state.withLock { $0.checkpoint.watch?.inputs ?? 0 } }
  /// How far the end of the run has come.
  var phase: Checkpoint.Phase { state.withLock { $0.checkpoint.phase } }
  /// A hash of the names and lengths of the files that were read, once they all were.
  var inputDigest: UInt64 { state.withLock { $0.checkpoint.inputDigest } }
}
