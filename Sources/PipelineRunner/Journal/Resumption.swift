import Copydesk

/// How a run goes on from a checkpoint: where each gate begins, and how far documents of before must go once more.
struct Resumption: Sendable {
  /// How a gate is opened.
  enum Opening: Sendable {
    /// As at the beginning of a run.
    case anew
    /// At its state of then.
    case resumed(GateCheckpoint)
    /// Not at all: what it had to do is done.
    case finished(GateCheckpoint)
  }

  /// How many items of the input are behind the checkpoint.
  let position: Int
  /// Whether nothing comes after them.
  let endsThere: Bool
  /// By their legs.
  let openings: [Int: Opening]
  /// The leg of the last gate that must see the documents of before once more; nil where none must.
  let replayEnd: Int?

  /// - Throws: ``CopydeskError`` where what a stage keeps for later runs has changed since.
  init(_ checkpoint: Checkpoint, _ gates: [(leg: Int, gate: any Gate)]) throws {
    position = checkpoint.position
    endsThere = checkpoint.phase != .running
    let lasting = try gates.map { try $0.gate.lasting }
    // Indexes are saved from the last gate to the first: what stands behind one that was saved is done as well.
    let saved = zip(gates, lasting).first { gate, now in
      guard case .state(let now) = now, let then = checkpoint.lasting[gate.leg] else { return false }
      return now != then
    }
    if saved != nil, checkpoint.phase != .written {
      throw CopydeskError(
        .cannotResume,
        "cannot resume the unfinished run: another run has changed the index of a stage since",
        help: "run again without --resume, from the beginning")
    }
    let done = saved?.0.leg ?? .max
    var openings: [Int: Opening] = [:]
    var replayEnd: Int?
    for ((leg, gate), lasting) in zip(gates, lasting).reversed() {
      let told = checkpoint.gates[leg] ?? GateCheckpoint()
      let isResult = checkpoint.phase == .written && gate.isResult
      // What only looks at documents is done when the last one has passed, unless a later gate wants what it lets by.
      let isThrough = endsThere && !gate.isResult && lasting == .nothing && replayEnd == nil
      if leg >= done || isResult || isThrough {
        openings[leg] = .finished(told)
      } else if gate.canResume, let known = checkpoint.gates[leg] {
        openings[leg] = .resumed(known)
      } else {
        openings[leg] = .anew
        if position > 0 { replayEnd = replayEnd ?? leg }
      }
    }
    self.openings = openings
    self.replayEnd = replayEnd
  }

  /// Whether documents of before pass the leg's gate without its doing anything.
  func passes(_ leg: Int) -> Bool {
    if case .anew = openings[leg] { false } else { true }
  }
}
