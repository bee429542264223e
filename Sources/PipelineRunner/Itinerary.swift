import Copydesk
import PipelineDefinition

/// A pipeline as the conductor sees it: legs, each a lane that ends at a gate or at a station. The last one ends at the
/// gate that is the ledger, or whatever takes its place.
struct Itinerary: Sendable {
  /// Where a lane ends.
  enum End: Sendable {
    /// Batches pass one at a time, in the order of the input.
    case gate(any Gate)
    /// Batches wait for something outside, several at a time, in any order.
    case station(Station)
  }

  struct Leg: Sendable {
    var lane: Lane
    var end: End
  }

  let source: any Source
  let legs: [Leg]

  /// - Parameters:
  ///   - last: the gate that every document ends at.
  ///   - writes: whether the outputs of the pipeline are among the gates.
  init(_ definition: Definition, last: any Gate, writes: Bool = true) {
    source = definition.source
    var legs: [Leg] = []
    var lane = Lane()
    for step in definition.steps {
      if step.component is any Sink, !writes {
        lane.steps.append(LaneStep(stage: PretendedOutput(), guarded: GuardedStep(step)))
      } else if let stage = step.component as? any Stage {
        lane.steps.append(LaneStep(stage: stage, guarded: GuardedStep(step)))
      } else if let stage = step.component as? any WaitingStage {
        legs.append(Leg(lane: lane, end: .station(Station(stage, step))))
        lane = Lane()
      } else if let stage = step.component as? any OrderedStage {
        legs.append(Leg(lane: lane, end: .gate(Self.gate(stage, step))))
        lane = Lane()
      }
    }
    if definition.steps.contains(where: { $0.component is any Sink }) {
      lane.steps.append(LaneStep(stage: UnwrittenCheck(), guarded: UnwrittenCheck.guarded))
    }
    legs.append(Leg(lane: lane, end: .gate(last)))
    self.legs = legs
  }

  /// The meters of the stages, in their order.
  var meters: [StageMeter] {
    legs.flatMap { leg -> [StageMeter] in
      let lane = leg.lane.steps.filter { !($0.stage is UnwrittenCheck) }.map(\.guarded.meter)
      return switch leg.end {
      case .gate(let gate): lane + (gate.meter.map { [$0] } ?? [])
      case .station(let station): lane + [station.meter]
      }
    }
  }

  /// Opens the gates and does the work; lets go of what stations hold, however it ends.
  func run(_ resumption: Resumption? = nil, _ work: () throws -> Void) throws {
    defer { for station in stations { station.finish() } }
    for (leg, gate) in gates {
      switch resumption?.openings[leg] ?? .anew {
      case .anew: try gate.open()
      case .resumed(let checkpoint): try gate.open(resuming: checkpoint)
      case .finished(let checkpoint): try gate.open(finished: checkpoint)
      }
    }
    try work()
  }

  /// Finishes the gates, which is what completes results and saves indexes.
  /// - Parameter written: called when the results are complete, and before stages save what they keep for later runs:
  ///   an index must not know of a document that the output has not got.
  func finish(written: () throws -> Void = {}) throws {
    for (_, gate) in gates.reversed() where gate.isResult { try gate.finish() }
    try written()
    for (_, gate) in gates.reversed() where !gate.isResult { try gate.finish() }
  }

  /// The files that each output has completed, in the order of the outputs.
  var outputFiles: [[OutputLog.File]] { gates.compactMap { $0.gate.outputFiles } }

  /// The last leg whose gate holds batches.
  var lastHolding: Int? { legs.indices.last { holdsBatches(at: $0) } }

  /// Whether the leg ends at a gate that holds batches.
  func holdsBatches(at leg: Int) -> Bool {
    if case .gate(let gate) = legs[leg].end { gate.holdsBatches } else { false }
  }

  /// The gates with their legs.
  var gates: [(leg: Int, gate: any Gate)] {
    legs.indices.compactMap { leg in
      if case .gate(let gate) = legs[leg].end { (leg, gate) } else { nil }
    }
  }

  private var stations: [Station] {
    legs.compactMap { if case .station(let station) = $0.end { station } else { nil } }
  }

  /// Batches that may be at stations at once, besides those that the workers have in hand.
  var roomAtStations: Int { stations.reduce(0) { $0 + $1.concurrency } }

  private static func gate<S: OrderedStage>(_ stage: S, _ step: Definition.Step) -> any Gate {
    if let settling = stage as? any SettlingStage, settling.holdsDocuments {
      return holdingGate(settling, step)
    }
    return StageGate(stage, step)
  }

  private static func holdingGate<S: SettlingStage>(_ stage: S, _ step: Definition.Step) -> any Gate {
    HoldingGate(stage, step)
  }
}

/// Stands for an output where nothing is to be written.
private struct PretendedOutput: Stage {
  static let name: StageName = "output"
  static let abstract = "Writes nothing."

  init() {}
  init(options: NoOptions, context: StageContext) {}

  func process(_ document: inout Document) { document.isWritten = true }
}

/// Sends a document that no output took, because of a `when` or a `route`, to the rejects: nothing may disappear
/// without a word.
private struct UnwrittenCheck: Stage {
  static let name: StageName = "output"
  static let abstract = "Rejects what no output took."
  static let guarded = GuardedStep(
    Definition.Step(reference: StageReference(id: name.rawValue), component: UnwrittenCheck()))

  init() {}
  init(options: NoOptions, context: StageContext) {}

  func process(_ document: inout Document) {
    if !document.isWritten { document.drop(rule: "unwritten", reason: "no output of the pipeline takes it") }
  }
}
