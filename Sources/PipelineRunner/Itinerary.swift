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
    for step in definition.steps where writes || !(step.component is any Sink) {
      if let stage = step.component as? any Stage {
        lane.steps.append(LaneStep(stage: stage, guarded: GuardedStep(step)))
      } else if let stage = step.component as? any OrderedStage {
        legs.append(Leg(lane: lane, gate: Self.gate(stage, step)))
        lane = Lane()
      }
    }
    legs.append(Leg(lane: lane, gate: last))
    self.legs = legs
  }

  private static func gate<S: OrderedStage>(_ stage: S, _ step: Definition.Step) -> any Gate {
    StageGate(stage, step)
  }
}
