import Copydesk
import PipelineDefinition

/// A pipeline as the conductor sees it: lanes and gates in turn. Lane *n* ends at gate *n*; the last gate is
/// the ledger, or whatever takes its place.
struct Itinerary: Sendable {
  struct Leg: Sendable {
    var lane: Lane
    var gate: any Gate
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
      } else if let stage = step.component as? any OrderedStage {
        legs.append(Leg(lane: lane, gate: Self.gate(stage, step)))
        lane = Lane()
      }
    }
    if definition.steps.contains(where: { $0.component is any Sink }) {
      lane.steps.append(LaneStep(stage: UnwrittenCheck(), guarded: UnwrittenCheck.guarded))
    }
    legs.append(Leg(lane: lane, gate: last))
    self.legs = legs
  }

  private static func gate<S: OrderedStage>(_ stage: S, _ step: Definition.Step) -> any Gate {
    StageGate(stage, step)
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
