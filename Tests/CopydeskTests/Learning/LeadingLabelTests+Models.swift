@testable import Copydesk

/// What is decoded, at random, and how it is in the one way and in the other.
extension LeadingLabelTests {
  /// Random transitions between "none", labels that begin a name, those that go on with it, and one that leads to
  /// "none" only by way of a name.
  func transitions(kinds: Int, isClosing: Bool, _ generator: inout SeededGenerator) -> [Int32] {
    let labels = 1 + 2 * kinds + (isClosing ? 1 : 0)
    var table = Transitions<Int32>(labels: labels, repeating: 0)
    for index in table.scores.indices { table.scores[index] = Int32(generator.next() % 201) - 100 }
    for kind in 0..<kinds {
      let (begin, inside) = (1 + kind, 1 + kinds + kind)
      table.scores[inside] = Self.forbidden
      for from in 0..<labels where from != begin && from != inside {
        table.scores[table.row(from: from) + inside] = Self.forbidden
      }
    }
    if isClosing {
      for to in 0..<labels where to != 1 && to != labels - 1 {
        table.scores[table.row(from: labels - 1) + to] = Self.forbidden
      }
      table.scores[table.end + labels - 1] = Self.forbidden
    }
    return table.scores
  }

  /// A model of names with random weights: what goes on with a name follows that name only.
  func modelOfNames(kinds: Int, _ generator: inout SeededGenerator) throws -> SequenceModel {
    let labels = 1 + 2 * kinds
    return try model(labels: labels, &generator) { weights in
      for kind in 0..<kinds {
        let (begin, inside) = (1 + kind, 1 + kinds + kind)
        weights.allowed.forbid(from: nil, to: inside)
        for from in 0..<labels where from != begin && from != inside {
          weights.allowed.forbid(from: from, to: inside)
        }
      }
    }
  }

  /// The same with labels as ``shortTransitions(kinds:_:)`` has them.
  func modelForSixteenBits(
    kinds: Int, _ generator: inout SeededGenerator
  ) throws -> SequenceModel {
    let labels = 9 + kinds
    return try model(labels: labels, &generator) { weights in
      for inside in 9..<labels {
        weights.allowed.forbid(from: nil, to: inside)
        for from in 0..<labels where from != inside - 8 && from != inside {
          weights.allowed.forbid(from: from, to: inside)
        }
      }
      for to in 0..<labels where to != 1 && to != 8 { weights.allowed.forbid(from: 8, to: to) }
      weights.allowed.forbid(from: 8, to: nil)
      // More than any other.
      weights.transitions.scores[weights.transitions.row(from: 0)] = 2.1
    }
  }

  func model(
    labels: Int, _ generator: inout SeededGenerator, _ change: (inout SequenceWeights) -> Void
  ) throws -> SequenceModel {
    func weight() -> Float { Float(Int(generator.next() % 2001) - 1000) / 500 }
    var weights = SequenceWeights(
      slots: Array(0..<64), rows: (0..<(64 * labels)).map { _ in weight() },
      transitions: Transitions(labels: labels, repeating: 0), allowed: AllowedTransitions(labels: labels))
    for index in weights.transitions.scores.indices { weights.transitions.scores[index] = weight() }
    change(&weights)
    return try weights.model(
      labels: (0..<labels).map { "l\($0)" }, featureSet: "random/1", objective: .conditionalLikelihood,
      bits: 6,
      weightBytes: 1, rowLimit: nil)
  }

  func longPath(
    _ emissions: [Int32], _ transitions: [Int32], labels: Int, count: Int
  ) -> [UInt8] {
    var best = [Int32](repeating: 0, count: labels * 2)
    var back = [UInt8](repeating: 0, count: labels * count)
    var path = [UInt8](repeating: 0, count: count)
    Viterbi.decode(
      emissions: emissions, transitions: transitions, labels: labels, count: count, floor: Self.forbidden,
      best: &best, back: &back, path: &path)
    return path
  }

  func leadingPath(
    _ leading: NarrowViterbi.Leading, _ rows: [NarrowViterbi.Lanes], _ emissions: [Int32], labels: Int,
    count: Int
  ) -> [UInt8] {
    var back = [UInt8](repeating: 0, count: 16 * count)
    var path = [UInt8](repeating: 0, count: count)
    rows.withUnsafeBufferPointer { rows in
      NarrowViterbi.decode(
        leading, transitions: rows, labels: labels, count: count, floor: Self.forbidden, back: &back,
        path: &path
      ) { position in
        var lanes = NarrowViterbi.Lanes(repeating: 0)
        for label in 0..<labels { lanes[label] = emissions[position * labels + label] }
        return lanes
      }
    }
    return path
  }

  /// The same with labels as lanes of sixteen bits want them: what goes on with a name eight behind what begins it, and what
  /// leads to "none" only by way of a name at eight.
  func shortTransitions(
    kinds: Int, below limit: Int32, _ generator: inout SeededGenerator
  ) -> [Int32] {
    let labels = 9 + kinds
    var table = Transitions<Int32>(labels: labels, repeating: 0)
    for index in table.scores.indices {
      table.scores[index] = Int32.random(in: (1 - limit)..<limit, using: &generator)
    }
    for inside in 9..<labels {
      table.scores[inside] = Self.forbidden
      for from in 0..<labels where from != inside - 8 && from != inside {
        table.scores[table.row(from: from) + inside] = Self.forbidden
      }
    }
    for to in 0..<labels where to != 1 && to != 8 { table.scores[table.row(from: 8) + to] = Self.forbidden }
    table.scores[table.end + 8] = Self.forbidden
    // Most positions belong to "none".
    table.scores[table.row(from: 0)] = limit
    return table.scores
  }
}
