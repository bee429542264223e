import Copydesk
import PipelineDefinition
import Synchronization

/// The last gate of every pipeline: writes rejects and dead letters, counts every document once.
final class LedgerGate: Gate {
  /// Where what did not reach the output goes.
  struct Paths: Sendable {
    var rejects: String
    var deadLetters: String
    /// What else the run tells of itself, and where.
    let account: RunAccount

    /// Where the definition says, or beside its first output.
    init(beside definition: Definition) {
      rejects = definition.rejects ?? Self.path(beside: definition, "rejects")
      deadLetters = definition.deadLetters ?? Self.path(beside: definition, "dead")
      account = RunAccount(definition, rejects: rejects, deadLetters: deadLetters)
    }

    /// `out/news.jsonl` → `out/news.rejects.jsonl`; `out/` → `out/news.rejects.jsonl` for the pipeline `news`.
    private static func path(beside definition: Definition, _ kind: String) -> String {
      "\(stem(beside: definition.destination ?? "-", definition.name)).\(kind).jsonl"
    }

    /// What the names of the files beside an output begin with.
    static func stem(beside output: String, _ pipeline: String) -> String {
      var destination = output
      if RunAccount.isStream(destination) { return freeStem(fileName(pipeline)) }
      // The ending of a compression is no part of the name.
      for ending in [".gz", ".zst"] where destination.hasSuffix(ending) {
        destination.removeLast(ending.count)
      }
      let slash =
        destination.lastIndex(of: "/").map { destination.index(after: $0) } ?? destination.startIndex
      let folder = destination[..<slash]
      let file = destination[slash...]
      if file.isEmpty { return "\(folder)\(fileName(pipeline))" }
      guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "\(folder)\(file)" }
      return "\(folder)\(file[..<dot])"
    }

    /// A name under which a run that writes to standard output puts its files: that of the pipeline, with a number where
    /// another result lies there, or documents that failed in an earlier run. A run to a file takes the place of the run to
    /// the same file; what goes to a pipe has no name by which it could be told to be the same.
    private static func freeStem(_ name: String) -> String {
      var number = 1
      while true {
        let stem = number == 1 ? name : "\(name)-\(number)"
        let account = FileDigest.contents(of: stem + RunManifest.suffix).flatMap { RunManifest($0, in: "") }
        let isOfFile =
          account?.files.contains {
            $0.kind == .output && !RunAccount.isStream($0.path)
              && (OutputFile.length(of: $0.path) != nil || OutputFile.isFolder($0.path))
          } ?? false
        if !isOfFile, OutputFile.length(of: stem + ".dead.jsonl") == nil { return stem }
        number += 1
      }
    }

    /// A name that leads into no other folder.
    private static func fileName(_ name: String) -> String {
      let safe = String(name.map { $0 == "/" ? "_" : $0 })
      return safe.hasPrefix(".") ? "_" + safe : safe
    }
  }

  private struct State {
    var counts = RunCounts()
    var traces = RunTraces()
    var kept: OutputFile?
    var rejects: OutputFile?
    var deadLetters: OutputFile?
    /// Whether an earlier part of the run has completed the files.
    var isFinished = false
  }

  let paths: Paths
  private let keepsFailures: Bool
  private let log = OutputLog()
  private let state = Mutex(State())

  /// - Parameters:
  ///   - paths: where it writes.
  ///   - rememberedIDs: how many ids are remembered, to tell of those that come twice.
  ///   - keepsFailures: whether a stage may fail on a document and let it by, which its trail tells then.
  init(paths: Paths, rememberedIDs: Int = .max, keepsFailures: Bool = false) {
    self.paths = paths
    self.keepsFailures = keepsFailures
    state.withLock { $0.traces.most = rememberedIDs }
  }

  var counts: RunCounts { state.withLock { $0.counts } }
  var traces: RunTraces { state.withLock { $0.traces } }

  func open() throws {}

  /// The line for each document that has one.
  func prepare(_ documents: inout [Document]) throws -> any Sendable {
    // By index: a document is large to copy.
    documents.indices.map { index -> [UInt8] in
      switch documents[index].verdict {
      case .kept: documents[index].filing == .rendered ? documents[index].record(includeText: false) : []
      case .dropped, .duplicate: documents[index].record()
      case .failed(let failure): documents[index].deadLetter(failure)
      }
    }
  }

  func commit(_ documents: inout [Document], _ prepared: any Sendable) throws {
    guard let lines = prepared as? [[UInt8]] else {
      preconditionFailure("a gate commits what it has prepared itself")
    }
    try OutputLog.$current.withValue(log) { try commit(documents, lines) }
  }

  private func commit(_ documents: [Document], _ lines: [[UInt8]]) throws {
    try state.withLock { state in
      for index in documents.indices {
        state.counts.add(documents[index].verdict) { documents[index].trail }
        state.traces.add(documents[index].id, documents[index].verdict, documents[index].filing)
        if keepsFailures { state.traces.addRecoveries(of: documents[index].id, documents[index].trail) }
        switch documents[index].verdict {
        case .kept where lines[index].isEmpty: break
        case .kept: try Self.write(lines[index], to: &state.kept, paths.account.kept)
        case .dropped, .duplicate: try Self.write(lines[index], to: &state.rejects, paths.rejects)
        case .failed: try Self.write(lines[index], to: &state.deadLetters, paths.deadLetters)
        }
      }
    }
  }

  /// A file appears when there is something to put into it.
  private static func write(_ line: [UInt8], to file: inout OutputFile?, _ path: String) throws {
    let opened = try file ?? OutputFile(path: path)
    file = opened
    try opened.write(line)
  }

  /// Completes the files. One that an earlier run says it has written, and that this run had nothing for, is taken
  /// away: it would mislead.
  func finish() throws {
    try state.withLock { state in
      guard !state.isFinished else { return }
      let earlier = paths.account.earlier()
      let files = [
        (state.rejects, paths.rejects), (state.deadLetters, paths.deadLetters),
        (state.kept, paths.account.kept),
      ]
      for (file, path) in files {
        if let file {
          try file.finish()
        } else if let earlier, earlier.names(path) {
          OutputFile.removeStale(path)
        }
      }
    }
  }
}

extension LedgerGate {
  var canResume: Bool { true }
  var isResult: Bool { true }
  var lasting: LastingState { .nothing }
  var completedFiles: [OutputLog.File] { log.files }
  func grow() { log.isGrowing = true }
  func publish() throws { try log.publish() }
  func closeFiles() throws { try log.close() }

  func checkpoint() throws -> GateCheckpoint {
    try state.withLock { state in
      var store = ByteStore()
      var json = JSONWriter()
      json.object { state.counts.write(to: &$0) }
      store.put(json.bytes)
      state.traces.store(to: &store)
      for file in [state.kept, state.rejects, state.deadLetters] {
        let place = try file.map { try $0.checkpoint() }
        store.put(place) { $0.put($1) }
      }
      return GateCheckpoint(state: store.bytes, files: log.files)
    }
  }

  func open(resuming checkpoint: GateCheckpoint) throws { try open(checkpoint, isFinished: false) }
  func open(finished checkpoint: GateCheckpoint) throws { try open(checkpoint, isFinished: true) }

  private func open(_ checkpoint: GateCheckpoint, isFinished: Bool) throws {
    log.restore(checkpoint.files)
    try state.withLock { state in
      var loader = ByteLoader(checkpoint.state[...])
      do {
        state.counts = RunCounts(json: try JSONReader.value(try loader.data()))
        let most = state.traces.most
        state.traces = try RunTraces(from: &loader)
        state.traces.most = most
        guard !isFinished else {
          state.isFinished = true
          return
        }
        func file(_ path: String) throws -> OutputFile? {
          let place = try loader.optional { bytes throws(MalformedStore) in Array(try bytes.data()) }
          return try place.map { place in
            try OutputLog.$current.withValue(log) { try OutputFile(path: path, resuming: place) }
          }
        }
        state.kept = try file(paths.account.kept)
        state.rejects = try file(paths.rejects)
        state.deadLetters = try file(paths.deadLetters)
      } catch is MalformedStore { throw Journal.damaged(paths.account.journal) } catch is MalformedJSON {
        throw Journal.damaged(paths.account.journal)
      }
    }
  }
}

/// How many documents went where. The last three add up to the first.
public struct RunCounts: Sendable, Equatable {
  /// Documents that came in.
  public var read = 0
  /// Documents that went to the output.
  public var written = 0
  /// Documents that were dropped or repeat another.
  public var rejected = 0
  /// Documents that could not be processed.
  public var failed = 0
  /// Rejected documents by the stage that took them out, and whether as duplicates.
  public var rejectedByStage: [String: Rejections] = [:]
  /// Failed documents by the stage that failed; `input` while reading.
  public var failedByStage: [String: Int] = [:]

  /// Nothing counted yet.
  public init() {}

  /// What one stage took out.
  public struct Rejections: Sendable, Equatable {
    /// Documents it dropped.
    public var dropped = 0
    /// Documents it found to repeat another.
    public var duplicates = 0
  }

  mutating func add(_ verdict: Verdict, trail: () -> Trail) {
    read += 1
    switch verdict {
    case .kept: written += 1
    case .dropped:
      rejected += 1
      let stage = trail().entries.last { $0.action == .dropped }?.stage?.id ?? ""
      rejectedByStage[stage, default: .init()].dropped += 1
    case .duplicate:
      rejected += 1
      let stage = trail().entries.last { $0.action == .duplicate }?.stage?.id ?? ""
      rejectedByStage[stage, default: .init()].duplicates += 1
    case .failed(let failure):
      failed += 1
      failedByStage[failure.stage ?? "input", default: 0] += 1
    }
  }
}
