import Copydesk
import PipelineDefinition

/// How far a run has come, and what it needs to go on from there.
struct Checkpoint: Sendable {
  /// What a checkpoint of any version begins with.
  static let name = Array("copydesk journal ".utf8)
  static let mark = name + Array("7\n".utf8)

  /// Whether it begins as a checkpoint does, and not as one of this version.
  static func isOfAnotherVersion(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: name) && !bytes.starts(with: mark)
  }

  /// How far the end of a run has come.
  enum Phase: Int, Sendable {
    /// There is more to read.
    case running
    /// All was read and is on the disk; the results have not got their names yet, or not all of them.
    case ending
    /// The results are complete; what stages keep for later runs may not be saved.
    case written
  }

  /// What of the command line leads to a run's journal: the pipeline, and the output where the user named one.
  struct Request: Sendable, Equatable {
    var pipeline: String?
    var output: String?

    init() {}

    init(_ definition: Definition) { (pipeline, output) = (definition.reference, definition.output) }
  }

  /// How much of its files a watch had committed.
  struct Watch: Sendable, Equatable {
    /// Entries of the log of what was read.
    var inputs = 0
    /// Bytes of what stages are to remember.
    var memory = 0
  }

  var identity: RunIdentity
  /// How the user asked for the run.
  var request = Request()
  /// Nil where the run is no watch.
  var watch: Watch?
  /// What stages kept for later runs when the run began, by their gates' legs.
  var lasting: [Int: [UInt8]] = [:]
  var phase = Phase.running
  /// How many items of the input have passed every gate.
  var position = 0
  /// A hash of the names and lengths of the files that were read; only at the end.
  var inputDigest: UInt64 = 0
  /// What each gate needs, by its leg.
  var gates: [Int: GateCheckpoint] = [:]

  init(_ identity: RunIdentity) { self.identity = identity }

  /// The checkpoint as it is written, with a checksum.
  var bytes: [UInt8] {
    var store = ByteStore()
    identity.store(to: &store)
    store.put(request.pipeline)
    store.put(request.output)
    store.put(each: lasting.sorted { $0.key < $1.key }) { store, entry in
      store.put(entry.key)
      store.put(entry.value)
    }
    store.put(watch) { store, watch in
      store.put(watch.inputs)
      store.put(watch.memory)
    }
    store.put(phase.rawValue)
    store.put(position)
    store.put(Int(truncatingIfNeeded: inputDigest))
    store.put(each: gates.sorted { $0.key < $1.key }) { store, entry in
      store.put(entry.key)
      store.put(entry.value.state)
      store.put(each: entry.value.files) { store, file in
        store.put(file.path)
        store.put(file.bytes)
        store.put(Int(truncatingIfNeeded: file.digest))
      }
    }
    var sum = ByteStore()
    sum.put(Int(truncatingIfNeeded: StableHash.of(store.bytes)))
    return Self.mark + sum.bytes + store.bytes
  }

  /// Reads what was written; nil where it is damaged or of another version.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    var loader = ByteLoader(bytes[Self.mark.count...])
    do {
      let sum = try loader.int()
      guard sum == Int(truncatingIfNeeded: StableHash.of(Array(loader.rest))) else { return nil }
      let head = try Head(from: &loader)
      (identity, request, lasting, watch) = (head.identity, head.request, head.lasting, head.watch)
      guard let phase = Phase(rawValue: try loader.int()) else { return nil }
      self.phase = phase
      position = try loader.int()
      inputDigest = UInt64(truncatingIfNeeded: try loader.int())
      for _ in 0..<(try loader.count()) {
        let leg = try loader.int()
        let state = Array(try loader.data())
        let files = try loader.array { bytes throws(MalformedStore) in
          OutputLog.File(
            path: try bytes.string(), bytes: try bytes.int(),
            digest: UInt64(truncatingIfNeeded: try bytes.int()))
        }
        gates[leg] = GateCheckpoint(state: state, files: files)
      }
    } catch { return nil }
  }
}
