import Copydesk
import PipelineDefinition
import Synchronization

/// What a watch reads from and waits for.
struct Watching: Sendable {
  let reader: any AnyLookReader
  let events: FolderEvents
  let lookout: Lookout
  let status = SharedStatus()

  /// The status, to be asked by other threads.
  final class SharedStatus: Sendable {
    let value = Mutex(WatchStatus())
  }
}

extension PipelineRun {
  /// Runs the pipeline over the files of its folders as they come, until ``interrupt()``; blocks until then.
  ///
  /// A look finds files that are new and complete, sorted as a run would read them; looks follow one another, and that is
  /// the order of the documents. After each one a checkpoint is written, which is what makes its files read; then its
  /// results are added to the outputs. A watch that was killed anywhere goes on after its last checkpoint: the look that
  /// was cut off is done again, and no reader has seen anything of it.
  /// - Parameter tell: hears what happens, on this thread.
  /// - Throws: ``CopydeskError`` where it cannot go on: an output cannot be written, or a document failed at a stage whose
  ///   `on_error` is `stop`. A new run of the same pipeline goes on then.
  public func watch(_ tell: (WatchEvent) -> Void) throws -> RunReport {
    let start = ContinuousClock.now
    var manifest: String?
    if let watching, let journal {
      try itinerary.run(resumption) {
        try begin()
        // What stages must see once more.
        if resumption?.replayEnd != nil { try conductor.run() }
        // It may have been killed before it could write this one.
        if resumption != nil { manifest = try writeManifest() }
        var lookout = watching.lookout
        watching.status.value.withLock { $0.files = lookout.filesRead }
        tell(.began(files: lookout.filesRead))
        while !isInterrupted.withLock({ $0 }) {
          let finding = lookout.look()
          finding.events.forEach(tell)
          note(lookout)
          if !finding.candidates.isEmpty {
            if let look = try work(finding.candidates, watching, journal, &lookout, &manifest) { tell(look) }
          } else if finding.isAtEnd {
            lookout.wait()
          }
        }
        for (_, gate) in itinerary.gates { try gate.closeFiles() }
      }
    }
    var traces = ledger.traces
    traces.manifest = manifest
    return RunReport(
      counts: counts, bytes: bytes, duration: ContinuousClock.now - start, isInterrupted: false,
      rejects: ledger.paths.rejects, deadLetters: ledger.paths.deadLetters,
      ledger: ledger.paths.account.kept, unfinished: nil, documentsBefore: documentsBefore,
      traces: traces, plugins: plugins)
  }

  /// How a watch stands; may be called from any thread.
  public var watchStatus: WatchStatus { watching?.status.value.withLock { $0 } ?? WatchStatus() }

  func stopWatching() {
    watching?.reader.stop()
    watching?.events.wake()
  }

  private func note(_ lookout: Lookout) {
    watching?.status.value.withLock { status in
      status.waiting = lookout.waiting
      status.listed = Lookout.now
    }
  }

  /// Takes files through the pipeline and puts down that they are done.
  private func work(
    _ candidates: [Lookout.Candidate], _ watching: Watching, _ journal: Journal, _ lookout: inout Lookout,
    _ manifest: inout String?
  ) throws -> WatchEvent? {
    let start = ContinuousClock.now
    let before = counts
    watching.reader.begin(candidates)
    conductor.goOn()
    try conductor.run()
    let begun = watching.reader.begun
    guard let last = begun.last else { return nil }
    try journal.complete(itinerary.gates, position: conductor.position, phase: .running)
    for (_, gate) in itinerary.gates { try gate.publish() }
    manifest = try writeManifest()
    for candidate in begun { lookout.remember(candidate) }
    watching.status.value.withLock { status in
      status.files = lookout.filesRead
      status.last = last.file.path
      status.looks += 1
    }
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return .look(
      WatchEvent.Look(
        files: begun.count, last: last.file.path, counts: counts.since(before), total: counts,
        totalFiles: lookout.filesRead, seconds: Double(seconds) + Double(attoseconds) * 1e-18))
  }

  private func writeManifest() throws -> String? {
    try ledger.paths.account.write(
      counts, kept: ledger.traces.rendered, isComplete: true, outputs: itinerary.outputFiles,
      own: ledger.completedFiles, identity: identity?.digest, input: nil)
  }

  // MARK: What cannot be watched

  /// - Throws: ``CopydeskError`` with all that is in the way.
  static func refuseToWatch(
    _ definition: Definition, _ itinerary: Itinerary, inputs: [String], _ paths: LedgerGate.Paths
  ) throws {
    var problems: [Diagnostic] = []
    func refuse(_ message: String, _ help: String) {
      problems.append(Diagnostic(.cannotWatch, message, help: help))
    }
    if !(definition.source is any WatchableSource) {
      refuse("\"\(type(of: definition.source).name)\" cannot be watched", "watch folders with input.files")
    }
    for input in inputs where !OutputFile.isFolder(input) {
      refuse(
        input == "-"
          ? "standard input cannot be watched" : "\"\(input)\" is not a folder, and folders are watched",
        "name a folder; the pipeline's input says which of its files are read (include, exclude)")
    }
    for step in definition.steps {
      guard let sink = step.component as? any Sink else { continue }
      if sink.destination == "-" || OutputFile.isSpecial(sink.destination) {
        refuse(
          "\"\(step.reference.id)\" writes to \(sink.destination == "-" ? "standard output" : sink.destination), "
            + "from which nothing can be taken back",
          "give it a file with -o; tail -F follows it")
      } else if !sink.canGrow || !(sink is any ResumableStage) {
        refuse(
          "\"\(sink.destination)\" of \"\(step.reference.id)\" is whole only at the end of a run, and a watch has none",
          "let the watch write plain JSON Lines, CSV or text into a file, and make the rest of it by a run: "
            + "copydesk run OTHER.yaml out/news.jsonl")
      }
    }
    for (leg, gate) in itinerary.gates where gate.holdsBatches {
      let id = gate.meter?.id ?? "\(leg)"
      refuse(
        "\"\(id)\" decides about a document when it has seen all of them, and a watch has no last one",
        "let it keep the first (keep: first, and action: drop or mark)")
    }
    guard problems.isEmpty else { throw CopydeskError(problems) }
    guard !Journal.exists(paths.account.journal) else { return }
    let results = definition.steps.compactMap { ($0.component as? any Sink)?.destination }
    let own = results + [paths.rejects, paths.deadLetters, paths.account.kept]
    if let taken = own.first(where: OutputFile.hasContent) {
      throw CopydeskError(
        .cannotWatch, "\"\(taken)\" exists already, and no watch wrote it",
        help: "give the watch another path with -o, or move the file away")
    }
  }
}

extension RunCounts {
  /// What has come since.
  func since(_ before: RunCounts) -> RunCounts {
    var counts = RunCounts()
    counts.read = read - before.read
    counts.written = written - before.written
    counts.rejected = rejected - before.rejected
    counts.failed = failed - before.failed
    return counts
  }
}
